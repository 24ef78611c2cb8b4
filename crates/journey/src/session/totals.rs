//! Bounds that hold for a whole zone or the whole session.

use super::check::judge;
use super::{Bound, Per, Setting, check_setting};
use crate::facts::AsOf;
use crate::protocol::Protocol;
use crate::quantity::Amount;
use crate::screening::{Activation, Finding};
use crate::slug::{IndicationId, ProductId, ZoneId};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What speaks against all settings of a session together, worst first: each by itself, then the totals.
///
/// Totals are kept for each product apart: units of different products neither convert nor add.
pub fn check_session(
    protocol: &Protocol,
    settings: &[Setting],
    indication: &IndicationId,
    known: &AsOf<'_>,
    activation: &Activation,
) -> Vec<Finding> {
    let each = |setting| check_setting(protocol, setting, indication, known, activation);
    let mut found: Vec<Finding> = settings.iter().flat_map(each).collect();
    for bound in &protocol.bounds {
        let covered: Vec<&Setting> =
            settings.iter().filter(|setting| bound.speaks_for(setting, indication, known)).collect();
        found.extend(totals(bound, &covered).into_iter().filter_map(|(zone, total)| {
            let finding = judge(bound, total, 1)?;
            Some(Finding { zones: zone.into_iter().collect(), ..finding })
        }));
    }
    found.sort_by_key(|finding| Reverse(finding.headline));
    found
}

fn totals(bound: &Bound, settings: &[&Setting]) -> Vec<(Option<ZoneId>, Amount)> {
    let mut sums: BTreeMap<(ProductId, Option<ZoneId>), Amount> = BTreeMap::new();
    for setting in settings {
        let zone = match bound.per {
            Per::Zone => setting.zone().cloned(),
            Per::Session => None,
            Per::Point | Per::Side | Per::Rolling(_) => return Vec::new(),
        };
        sums.entry((setting.product.clone(), zone))
            .and_modify(|sum| *sum = sum.plus(setting.quantity).unwrap_or(*sum))
            .or_insert(setting.quantity);
    }
    sums.into_iter().map(|((_, zone), sum)| (zone, sum)).collect()
}
