//! Bounds that hold for a side, a whole zone or the whole session.

use super::check::judge;
use super::{Bound, Per, Place, Setting, Side};
use crate::facts::AsOf;
use crate::protocol::Protocol;
use crate::quantity::{Amount, Measure};
use crate::screening::Finding;
use crate::slug::{IndicationId, ProductId, ZoneId};
use std::collections::BTreeMap;

/// What speaks against all settings of a session together.
///
/// Totals are kept for each product apart: units of different products neither convert nor add. Depths and fluences
/// do not add either; the greatest counts.
pub fn check_totals(
    protocol: &Protocol,
    settings: &[Setting],
    indication: &IndicationId,
    known: &AsOf<'_>,
) -> Vec<Finding> {
    let of_bound = |bound: &Bound| -> Vec<Finding> {
        let covered = settings.iter().filter(|setting| bound.speaks_for(setting, indication, known));
        let judged = totals(bound, covered).into_iter().filter_map(|(key, total)| {
            let finding = judge(bound, total, 1)?;
            Some(Finding { zones: key.zone.into_iter().collect(), ..finding })
        });
        judged.collect()
    };
    protocol.bounds.iter().flat_map(of_bound).collect()
}

/// What is summed together.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    product: ProductId,
    zone: Option<ZoneId>,
    side: Option<Side>,
}

fn totals<'a>(bound: &Bound, settings: impl Iterator<Item = &'a Setting>) -> BTreeMap<Key, Amount> {
    let mut sums: BTreeMap<Key, (Amount, u16)> = BTreeMap::new();
    for setting in settings {
        let (zone, side) = match (bound.per, &setting.place) {
            (Per::Session, _) | (Per::Zone | Per::Side, None) => (None, None),
            (Per::Zone, Some(place)) => (Some(place.zone.clone()), None),
            (Per::Side, Some(Place { zone, side })) => (Some(zone.clone()), Some(*side)),
            (Per::Point | Per::Rolling(_), _) => return BTreeMap::new(),
        };
        sums.entry(Key { product: setting.product.clone(), zone, side })
            .and_modify(|(sum, parts)| (*sum, *parts) = (together(*sum, setting.quantity), parts.saturating_add(1)))
            .or_insert((setting.quantity, 1));
    }
    // A side with one setting was judged with that setting.
    sums.retain(|_, (_, parts)| bound.per != Per::Side || *parts > 1);
    sums.into_iter().map(|(key, (sum, _))| (key, sum)).collect()
}

/// Two amounts of one product at one place.
pub(super) fn together(one: Amount, other: Amount) -> Amount {
    match one.measure() {
        Measure::Depth | Measure::Energy => {
            if other > one {
                other
            } else {
                one
            }
        }
        Measure::Units | Measure::Volume | Measure::Mass => one.plus(other).unwrap_or(one),
    }
}
