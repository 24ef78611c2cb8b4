//! Bounds that hold over time: what was given before counts with what is planned.

use super::check::judge;
use super::{Bound, Per, Setting};
use crate::course::PastSession;
use crate::facts::AsOf;
use crate::period::Period;
use crate::protocol::Protocol;
use crate::quantity::Amount;
use crate::screening::Finding;
use crate::slug::{IndicationId, ProductId};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// What speaks against the settings of a session together with everything given before it, here or elsewhere.
///
/// Each product is summed by itself: units of different products neither convert nor add.
pub fn check_ledger(
    protocol: &Protocol,
    settings: &[Setting],
    history: &[PastSession],
    indication: &IndicationId,
    known: &AsOf<'_>,
) -> Vec<Finding> {
    let rolling = protocol.bounds.iter().filter_map(|bound| match bound.per {
        Per::Rolling(period) => Some((bound, period)),
        Per::Point | Per::Side | Per::Zone | Per::Session => None,
    });
    rolling.flat_map(|(bound, period)| over(bound, period, settings, history, indication, known)).collect()
}

fn over(
    bound: &Bound,
    period: Period,
    settings: &[Setting],
    history: &[PastSession],
    indication: &IndicationId,
    known: &AsOf<'_>,
) -> Vec<Finding> {
    let mut sums: BTreeMap<&ProductId, Amount> = BTreeMap::new();
    for setting in settings.iter().filter(|setting| bound.speaks_for(setting, indication, known)) {
        let sum = sums.entry(&setting.product).or_insert(setting.quantity.measure().of(0));
        *sum = sum.plus(setting.quantity).unwrap_or(*sum);
    }
    let given = |product: &ProductId| earlier(product, period, history, known.on);
    let totals = sums.into_iter().map(|(product, sum)| given(product).and_then(|g| sum.plus(g)).unwrap_or(sum));
    totals.filter_map(|total| judge(bound, total, 1)).collect()
}

/// The units of one product that the period still counts on a day.
fn earlier(product: &ProductId, period: Period, history: &[PastSession], on: Date) -> Option<Amount> {
    let counted = history.iter().filter(|session| session.on <= on && on < period.after(session.on));
    let doses = counted.flat_map(|session| &session.doses).filter(|dose| &dose.product == product);
    doses.map(|dose| Amount::Units(dose.units)).reduce(|sum, dose| sum.plus(dose).unwrap_or(sum))
}
