//! How far left and right may differ.

use super::finding::{cited, plain};
use super::totals::together;
use super::{Setting, Side};
use crate::evidence::Evidence;
use crate::protocol::Protocol;
use crate::quantity::{Amount, Measure};
use crate::screening::{Finding, FindingKind, Headline};
use crate::slug::{ProductId, RuleId, ZoneId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// From which difference on between the two sides of a zone a reason is asked for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Asymmetry {
    /// The greatest difference that needs no reason, in hundredths of the larger side.
    pub percent: u8,
    /// The wording.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

impl Asymmetry {
    /// The rule it stands for.
    pub fn rule() -> RuleId {
        RuleId::derived("left", "right")
    }

    fn is_beyond(&self, one: u32, other: u32) -> bool {
        let difference = u64::from(one.abs_diff(other)) * 100;
        difference > u64::from(self.percent) * u64::from(one.max(other))
    }
}

/// Each paired zone whose sides differ by more than the protocol expects, as a caution.
pub(super) fn check_asymmetry(protocol: &Protocol, settings: &[Setting]) -> Vec<Finding> {
    let Some(asymmetry) = protocol.asymmetry.as_ref().filter(|asymmetry| asymmetry.evidence.acts()) else {
        return Vec::new();
    };
    let beyond = sides(settings).into_iter().filter(|(_, sides)| {
        let [left, right] = sides.map(|side| side.map_or(0, Amount::smallest));
        asymmetry.is_beyond(left, right)
    });
    beyond
        .map(|((zone, ..), _)| Finding {
            rule: Asymmetry::rule(),
            zones: vec![zone.clone()],
            ..cited(plain(FindingKind::Asymmetric, Headline::Caution, asymmetry.says.clone()), &asymmetry.evidence)
        })
        .collect()
}

type Kind<'a> = (&'a ZoneId, &'a ProductId, Measure);

/// What each side of a zone gets in all: left, then right.
fn sides(settings: &[Setting]) -> BTreeMap<Kind<'_>, [Option<Amount>; 2]> {
    let mut found: BTreeMap<Kind<'_>, [Option<Amount>; 2]> = BTreeMap::new();
    for setting in settings {
        let Some(place) = &setting.place else { continue };
        let (left, right) = match place.side {
            Side::Left => (Some(setting.quantity), None),
            Side::Right => (None, Some(setting.quantity)),
            Side::Midline => continue,
        };
        let sums = found.entry((&place.zone, &setting.product, setting.quantity.measure())).or_default();
        *sums = [joined(sums[0], left), joined(sums[1], right)];
    }
    found
}

fn joined(sum: Option<Amount>, more: Option<Amount>) -> Option<Amount> {
    match (sum, more) {
        (Some(sum), Some(more)) => Some(together(sum, more)),
        (sum, more) => sum.or(more),
    }
}
