//! Whether one setting is within its bounds.

use super::finding::{cited, plain};
use super::words;
use super::{Bound, Per, Setting};
use crate::facts::AsOf;
use crate::protocol::Protocol;
use crate::quantity::Amount;
use crate::screening::{Activation, Finding, FindingKind, Headline, OverrideBy, Standing};
use crate::slug::{IndicationId, RuleId};
use crate::stock::Product;
use crate::text::Bilingual;
use std::cmp::Reverse;

/// What speaks against a setting, worst first; nothing where it is fine.
///
/// Over the mechanical ceiling is contraindicated and nobody may override it. Over the labelled or the clinic's
/// ceiling, without any bound, or within a bound that the clinic's physician has not approved, a physician decides.
/// Below the least is a caution. Bounds of a whole zone or session are checked by [`super::check_session`], bounds over
/// time by [`super::check_ledger`].
pub fn check_setting(
    protocol: &Protocol,
    setting: &Setting,
    indication: &IndicationId,
    known: &AsOf<'_>,
    activation: &Activation,
) -> Vec<Finding> {
    let mut found = membership(protocol, setting, indication);
    let product = protocol.products.iter().find(|product| product.id == setting.product);
    found.extend(product.and_then(|product| mechanical(product, setting)));
    let bounds: Vec<&Bound> =
        protocol.bounds.iter().filter(|bound| bound.speaks_for(setting, indication, known)).collect();
    let permitting: Vec<&Bound> = bounds.iter().copied().filter(|bound| permits(bound)).collect();
    if permitting.is_empty() {
        found.push(plain(FindingKind::NoBoundKnown, Headline::NeedsDoctor, words::no_bound_known()));
    }
    found.extend(bounds.iter().filter_map(|bound| single(bound, setting)));
    found.extend(unapproved(&permitting, activation));
    let zone = setting.zone().cloned();
    found.iter_mut().for_each(|finding| finding.zones = zone.iter().cloned().collect());
    found.sort_by_key(|finding| Reverse(finding.headline));
    found
}

fn membership(protocol: &Protocol, setting: &Setting, indication: &IndicationId) -> Vec<Finding> {
    let mut found = Vec::new();
    if !protocol.products.iter().any(|product| product.id == setting.product) {
        found.push(plain(FindingKind::ProductOutsideProtocol, Headline::NeedsDoctor, words::product_outside()));
    }
    let zones = protocol.indication(indication).map(|one| one.zones.as_slice()).unwrap_or_default();
    if setting.zone().is_some_and(|zone| !zones.contains(zone)) {
        found.push(plain(FindingKind::ZoneOutsideIndication, Headline::NeedsDoctor, words::zone_outside()));
    }
    found
}

fn mechanical(product: &Product, setting: &Setting) -> Option<Finding> {
    let limit = product.limit(setting.quantity.measure())?;
    let made = |kind, headline, says| Finding {
        rule: RuleId::derived(product.id.as_str(), "mechanical"),
        sources: limit.evidence.source.clone(),
        confidence: limit.evidence.confidence,
        ..plain(kind, headline, says)
    };
    let (min, max) = (limit.value.min, limit.value.max);
    if setting.quantity > max {
        let over = made(FindingKind::OverMechanical, Headline::Contraindicated, words::over_mechanical(max));
        return Some(Finding { override_by: OverrideBy::Never, instead: Some(words::use_instead(max)), ..over });
    }
    let Some(step) = limit.value.snap_down(setting.quantity) else {
        return Some(made(FindingKind::BelowMinimum, Headline::Caution, words::under_mechanical(min)));
    };
    (step != setting.quantity).then(|| Finding {
        instead: Some(words::use_instead(step)),
        ..made(FindingKind::OffStep, Headline::Caution, words::off_step(step))
    })
}

/// Bounds that one setting can break by itself.
fn single(bound: &Bound, setting: &Setting) -> Option<Finding> {
    let count = match (bound.per, setting.points) {
        (Per::Point, None) => {
            let finding = plain(FindingKind::Incomplete, Headline::NeedsDoctor, words::points_missing());
            return Some(Finding { rule: bound.id.clone(), ..finding });
        }
        (Per::Point, Some(points)) => u32::from(points.get()),
        (Per::Side, _) => 1,
        (Per::Zone | Per::Session | Per::Rolling(_), _) => return None,
    };
    judge(bound, setting.quantity, count)
}

/// Compares an amount with a bound that holds for each of `count`.
pub(super) fn judge(bound: &Bound, amount: Amount, count: u32) -> Option<Finding> {
    let made = |kind, headline| Finding {
        rule: bound.id.clone(),
        instead: Some(range(bound)),
        override_by: bound.override_by,
        ..cited(plain(kind, headline, bound.says.clone()), &bound.evidence)
    };
    if amount > bound.max.times(count) {
        return Some(made(bound.ceiling.over(), Headline::NeedsDoctor));
    }
    let short = bound.min.is_some_and(|min| amount < min.times(count));
    short.then(|| made(FindingKind::BelowMinimum, Headline::Caution))
}

fn range(bound: &Bound) -> Bilingual {
    let max = bound.max;
    match bound.min {
        Some(min) => Bilingual::new(format!("{min} から {max} まで"), format!("{min} to {max}")),
        None => Bilingual::new(format!("{max} まで"), format!("up to {max}")),
    }
}

/// Whether a setting may rest on a bound. A ceiling over months says when it is too much, and never that one is right.
const fn permits(bound: &Bound) -> bool {
    !matches!(bound.per, Per::Rolling(_))
}

/// A setting may rest on approved bounds alone; the first unapproved one is named.
fn unapproved(bounds: &[&Bound], activation: &Activation) -> Option<Finding> {
    let approved = |bound: &&&Bound| activation.standing(&bound.id, &bound.evidence) != Standing::AwaitsApproval;
    if bounds.iter().any(|bound| approved(&bound)) {
        return None;
    }
    let bound = bounds.first()?;
    let finding = plain(FindingKind::BoundAwaitsApproval, Headline::NeedsDoctor, words::awaits_approval());
    Some(Finding { rule: bound.id.clone(), standing: Standing::AwaitsApproval, ..cited(finding, &bound.evidence) })
}
