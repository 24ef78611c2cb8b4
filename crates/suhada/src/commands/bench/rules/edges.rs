//! The answers at which a rule changes its mind.

use jiff::ToSpan;
use jiff::civil::Date;
use journey::facts::{Comparison, Decimal, Fact, FactTest, FactValue};
use journey::protocol::Protocol;

/// Every answer to a fact that some screening rule names, and those just beside it.
pub(super) fn edges(protocol: &Protocol, fact: &Fact, on: Date) -> Vec<FactValue> {
    let tests = protocol.screening.iter().flat_map(|rule| rule.when.tests()).filter(|test| *test.fact() == fact.id);
    let mut found: Vec<FactValue> = tests.flat_map(|test| around(test, on)).collect();
    found.retain(|value| *value != FactValue::Unsure && fact.accepts(value).is_ok());
    found
}

fn around(test: &FactTest, on: Date) -> Vec<FactValue> {
    match test {
        FactTest::Is { value, .. } => vec![value.clone()],
        FactTest::OneOf { choices, .. } => choices.iter().cloned().map(FactValue::Choice).collect(),
        FactTest::Compare { limits, .. } => limits_of(limits).flat_map(beside).map(FactValue::Number).collect(),
        FactTest::Within { period, .. } => {
            let over = period.before(on);
            let days = [over.saturating_sub(1.day()), over, over.saturating_add(1.day()), on];
            days.into_iter().map(FactValue::Date).collect()
        }
    }
}

fn limits_of(limits: &Comparison) -> impl Iterator<Item = Decimal> {
    [limits.at_least, limits.at_most, limits.above, limits.below].into_iter().flatten()
}

fn beside(limit: Decimal) -> [Decimal; 3] {
    let at = limit.in_thousandths();
    [Decimal::thousandths(at.saturating_sub(1)), limit, Decimal::thousandths(at.saturating_add(1))]
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use journey::period::Period;
    use journey::slug::FactId;

    #[test]
    fn a_waiting_time_is_tried_on_its_last_day_and_on_the_day_either_side() {
        let fact = FactId::parse("last_peel").unwrap();
        let test = FactTest::Within { fact, period: Period::Days(10) };
        let days = [date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 11), date(2026, 11, 20)];
        assert_eq!(around(&test, date(2026, 11, 20)), days.map(FactValue::Date));
    }

    #[test]
    fn a_limit_is_tried_a_thousandth_below_and_above() {
        let limits = Comparison { below: Some(Decimal::whole(18)), ..Comparison::default() };
        let found: Vec<i64> = limits_of(&limits).flat_map(beside).map(Decimal::in_thousandths).collect();
        assert_eq!(found, [17_999, 18_000, 18_001]);
    }
}
