//! Numbers, a step up and a step down.

use super::variant::{Variant, within};
use journey::facts::Decimal;
use journey::period::Period;
use journey::quantity::{Amount, DepthRange, HundredthsMm, HundredthsUnit};
use journey::recovery::DoseRange;

/// A whole number, one up and one down.
pub(super) fn whole(n: u16) -> Vec<Variant<u16>> {
    [n.checked_add(1), n.checked_sub(1)].into_iter().flatten().map(|to| Variant::step(n, to, to)).collect()
}

/// An hour, one up and one down.
pub(super) fn hours(n: u32) -> Vec<Variant<u32>> {
    let steps = [n.checked_add(1), n.checked_sub(1)];
    steps.into_iter().flatten().map(|to| Variant::step(format!("{n} hours"), to, to)).collect()
}

/// A count of hundredths, one up and one down.
pub(super) fn hundredths(n: u32) -> Vec<Variant<u32>> {
    let steps = [n.checked_add(1), n.checked_sub(1)];
    steps.into_iter().flatten().map(|to| Variant::step(format!("{n}/100"), format!("{to}/100"), to)).collect()
}

/// A number by one step of its last digit.
pub(super) fn decimal(n: Decimal) -> Vec<Variant<Decimal>> {
    let thousandths = n.in_thousandths();
    let step = [1000, 100, 10].into_iter().find(|step| thousandths % step == 0).unwrap_or(1);
    [thousandths + step, thousandths - step]
        .map(Decimal::thousandths)
        .into_iter()
        .map(|to| Variant::step(n, to, to))
        .collect()
}

/// An amount by one step of its device.
pub(super) fn amount(n: Amount, step: u32) -> Vec<Variant<Amount>> {
    let (measure, smallest) = (n.measure(), n.smallest());
    let steps = [smallest.checked_add(step), smallest.checked_sub(step)];
    steps.into_iter().flatten().map(|to| measure.of(to)).map(|to| Variant::step(n, to, to)).collect()
}

/// A waiting time by a day each way, and by a month less.
pub(super) fn period(period: Period) -> Vec<Variant<Period>> {
    let days = u16::try_from(period.rough_days()).unwrap_or(u16::MAX);
    let by_a_day = [days.checked_add(1), days.checked_sub(1)].into_iter().flatten().map(Period::Days);
    let by_a_month = match period {
        Period::Days(days) => days.checked_sub(30).map(Period::Days),
        Period::Months(months) => months.checked_sub(1).map(Period::Months),
    };
    by_a_day.chain(by_a_month).map(|to| Variant::step(shown(period), shown(to), to)).collect()
}

/// A range of depths, each end by one step.
pub(super) fn depths(range: DepthRange, step: u32) -> Vec<Variant<DepthRange>> {
    let end = |end: Option<HundredthsMm>| {
        let steps = end.map(|HundredthsMm(n)| (n, [n.checked_add(step), n.checked_sub(step)]));
        let steps = steps.into_iter().flat_map(|(n, to)| to.into_iter().flatten().map(move |to| (n, to)));
        steps.map(|(n, to)| Variant::step(HundredthsMm(n), HundredthsMm(to), HundredthsMm(to))).collect::<Vec<_>>()
    };
    let mut found = within(end(range.at_least), "at_least", |to| DepthRange { at_least: Some(to), ..range });
    found.extend(within(end(range.below), "below", |to| DepthRange { below: Some(to), ..range }));
    found
}

/// A range of doses, each end by one unit.
pub(super) fn doses(range: DoseRange) -> Vec<Variant<DoseRange>> {
    let end = |end: Option<HundredthsUnit>| {
        let found = end.map(|units| amount(Amount::Units(units), 100)).unwrap_or_default();
        within(found, "", |to| HundredthsUnit(to.smallest()))
    };
    let mut found = within(end(range.at_least), "at_least", |to| DoseRange { at_least: Some(to), ..range });
    found.extend(within(end(range.below), "below", |to| DoseRange { below: Some(to), ..range }));
    found
}

/// A period in words.
pub(super) fn shown(period: Period) -> String {
    match period {
        Period::Days(days) => format!("{days} days"),
        Period::Months(months) => format!("{months} months"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes<T>(variants: Vec<Variant<T>>) -> Vec<String> {
        variants.into_iter().map(|variant| variant.change).collect()
    }

    #[test]
    fn nought_only_grows() {
        assert_eq!(changes(whole(0)), ["0 -> 1"]);
        assert_eq!(changes(whole(3)), ["3 -> 4", "3 -> 2"]);
    }

    #[test]
    fn a_number_moves_by_its_last_digit() {
        assert_eq!(changes(decimal(Decimal::whole(18))), ["18 -> 19", "18 -> 17"]);
        assert_eq!(changes(decimal(Decimal::thousandths(250))), ["0.25 -> 0.26", "0.25 -> 0.24"]);
    }

    #[test]
    fn a_period_moves_by_a_day_and_loses_a_month() {
        let six = ["6 months -> 184 days", "6 months -> 182 days", "6 months -> 5 months"];
        assert_eq!(changes(period(Period::Months(6))), six);
        assert_eq!(changes(period(Period::Days(28))), ["28 days -> 29 days", "28 days -> 27 days"]);
        assert_eq!(changes(period(Period::Days(42))).last().map(String::as_str), Some("42 days -> 12 days"));
    }
}
