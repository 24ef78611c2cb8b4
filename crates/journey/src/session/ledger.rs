//! Bounds that hold over time: what was given before counts with what is planned.

use super::check::judge;
use super::finding::{cited, plain};
use super::words;
use super::{Bound, Per, Setting};
use crate::course::{PastSession, Treated};
use crate::facts::AsOf;
use crate::period::Period;
use crate::protocol::{Library, Protocol};
use crate::quantity::Amount;
use crate::screening::{Finding, FindingKind, Headline};
use crate::slug::{IndicationId, ProductId};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What speaks against the settings of a session together with everything given before it, here or elsewhere.
///
/// Each product is summed by itself: units of different products neither convert nor add. A session within the time
/// whose product or dose nobody knows, and which may have been this product, goes to a doctor.
pub fn check_ledger(
    library: &Library,
    protocol: &Protocol,
    settings: &[Setting],
    history: &[PastSession],
    indication: &IndicationId,
    known: &AsOf<'_>,
) -> Vec<Finding> {
    let mut found = Vec::new();
    for bound in &protocol.bounds {
        let Per::Rolling(period) = bound.per else { continue };
        let covered = settings.iter().filter(|setting| bound.speaks_for(setting, indication, known));
        let counted: Vec<&PastSession> = history.iter().filter(|session| counts(session, period, known.on)).collect();
        for (product, planned) in planned(covered) {
            found.extend(judge(bound, with_earlier(product, planned, &counted), 1));
            let may_be = |session: &&&PastSession| unknown(library, protocol, session, product);
            found.extend(counted.iter().find(may_be).map(|session| dose_unknown(bound, session)));
        }
    }
    found
}

fn counts(session: &PastSession, period: Period, on: Date) -> bool {
    session.on <= on && on < period.after(session.on)
}

fn planned<'a>(settings: impl Iterator<Item = &'a Setting>) -> BTreeMap<&'a ProductId, Amount> {
    let mut sums: BTreeMap<&ProductId, Amount> = BTreeMap::new();
    for setting in settings {
        let sum = sums.entry(&setting.product).or_insert(setting.quantity.measure().of(0));
        *sum = sum.plus(setting.quantity).unwrap_or(*sum);
    }
    sums
}

fn with_earlier(product: &ProductId, planned: Amount, counted: &[&PastSession]) -> Amount {
    let doses = counted.iter().flat_map(|session| &session.doses).filter(|dose| &dose.product == product);
    doses.fold(planned, |sum, dose| sum.plus(Amount::Units(dose.units)).unwrap_or(sum))
}

/// Whether a session may have given an unknown number of units of a product: it names the product without a dose, or
/// it is of this kind and names neither.
fn unknown(library: &Library, protocol: &Protocol, session: &PastSession, product: &ProductId) -> bool {
    match &session.product {
        Some(named) => named == product && !session.doses.iter().any(|dose| &dose.product == product),
        None => session.doses.is_empty() && is_kin(library, protocol, &session.treated),
    }
}

/// Whether a session was of this treatment or of a family that it belongs to.
fn is_kin(library: &Library, protocol: &Protocol, treated: &Treated) -> bool {
    match treated {
        Treated::Group(group) => protocol.groups.contains(group),
        Treated::Protocol(id) if *id == protocol.id => true,
        Treated::Protocol(id) => {
            library.get(id).is_some_and(|other| other.groups.iter().any(|group| protocol.groups.contains(group)))
        }
    }
}

fn dose_unknown(bound: &Bound, session: &PastSession) -> Finding {
    let finding = plain(FindingKind::DoseUnknown, Headline::NeedsDoctor, words::dose_unknown(session.on));
    Finding { rule: bound.id.clone(), ..cited(finding, &bound.evidence) }
}
