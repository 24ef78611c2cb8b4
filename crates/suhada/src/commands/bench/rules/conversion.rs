//! Screening rules and answers in the words of json-rules-engine.
//!
//! It knows neither unknown nor dates: days are whole numbers since 1970, and "less than so long ago" is a comparison
//! with the last day that is long enough ago. A rule that asks where has no counterpart.

use jiff::civil::{Date, date};
use journey::facts::{Comparison, Decimal, FactKind, FactTest, FactValue, Vocabulary};
use journey::kleene::Condition;
use journey::screening::{Headline, Rule};
use serde_json::{Value, json};

/// Whether a rule can be said in those words.
pub(super) fn is_comparable(rule: &Rule, vocabulary: &Vocabulary) -> bool {
    let asks_where = |fact| vocabulary.get(fact).is_some_and(|fact| matches!(fact.kind, FactKind::Zones(_)));
    rule.place.is_none() && !rule.facts().iter().any(asks_where)
}

/// One rule; its event is its name, with how far it reaches here.
pub(super) fn rule(rule: &Rule, reach: Headline, on: Date) -> Value {
    let conditions = match condition(&rule.when, on) {
        single @ Value::Object(_) if single.get("fact").is_some() => json!({ "all": [single] }),
        nested => nested,
    };
    json!({ "conditions": conditions, "event": { "type": rule.id, "params": { "headline": reach } } })
}

/// One answer.
pub(super) fn answer(value: &FactValue) -> Value {
    match value {
        FactValue::Number(number) => number_of(*number),
        FactValue::Date(day) => day_of(*day),
        text => json!(text.to_string()),
    }
}

fn condition(of: &Condition<FactTest>, on: Date) -> Value {
    let each = |parts: &[Condition<FactTest>]| parts.iter().map(|part| condition(part, on)).collect::<Vec<_>>();
    match of {
        Condition::Test(one) => test(one, on),
        Condition::All(parts) => json!({ "all": each(parts) }),
        Condition::Any(parts) => json!({ "any": each(parts) }),
        Condition::Not(part) => json!({ "not": condition(part, on) }),
    }
}

fn test(of: &FactTest, on: Date) -> Value {
    let one = |operator: &str, value: Value| json!({ "fact": of.fact(), "operator": operator, "value": value });
    match of {
        FactTest::Is { value, .. } => one("equal", answer(value)),
        FactTest::OneOf { choices, .. } => one("in", json!(choices)),
        FactTest::Compare { limits, .. } => {
            let each = comparisons(limits).map(|(operator, limit)| one(operator, number_of(limit)));
            json!({ "all": each.collect::<Vec<_>>() })
        }
        FactTest::Within { period, .. } => one("greaterThan", day_of(period.before(on))),
    }
}

fn comparisons(limits: &Comparison) -> impl Iterator<Item = (&'static str, Decimal)> {
    let each = [
        ("greaterThanInclusive", limits.at_least),
        ("lessThanInclusive", limits.at_most),
        ("greaterThan", limits.above),
        ("lessThan", limits.below),
    ];
    each.into_iter().filter_map(|(operator, limit)| Some((operator, limit?)))
}

fn number_of(number: Decimal) -> Value {
    json!(f64::from(number))
}

fn day_of(day: Date) -> Value {
    json!((day - date(1970, 1, 1)).get_days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::period::Period;
    use journey::slug::{ChoiceId, FactId};

    const ON: Date = date(1970, 2, 1);

    fn fact(name: &str) -> FactId {
        FactId::parse(name).unwrap()
    }

    fn is_yes(name: &str) -> Condition<FactTest> {
        Condition::Test(FactTest::Is { fact: fact(name), value: FactValue::Yes })
    }

    #[test]
    fn all_any_and_not_keep_their_shape() {
        let whole = Condition::All(vec![is_yes("a"), Condition::Not(Box::new(Condition::Any(vec![is_yes("b")])))]);
        let equal = |name| json!({ "fact": name, "operator": "equal", "value": "yes" });
        assert_eq!(condition(&whole, ON), json!({ "all": [equal("a"), { "not": { "any": [equal("b")] } }] }));
    }

    #[test]
    fn less_than_ten_days_ago_is_later_than_the_tenth_day_before() {
        let within = FactTest::Within { fact: fact("last"), period: Period::Days(10) };
        assert_eq!(test(&within, ON), json!({ "fact": "last", "operator": "greaterThan", "value": 21 }));
        assert_eq!(answer(&FactValue::Date(date(1970, 1, 22))), json!(21));
        assert_eq!(answer(&FactValue::Never), json!("never"));
    }

    #[test]
    fn a_choice_among_two_is_in_and_two_limits_are_two_comparisons() {
        let choices = ["iv", "v"].map(|name| ChoiceId::parse(name).unwrap()).to_vec();
        let one_of = FactTest::OneOf { fact: fact("type"), choices };
        assert_eq!(test(&one_of, ON)["value"], json!(["iv", "v"]));
        let limits = Comparison {
            above: Some(Decimal::whole(1)),
            at_most: Some(Decimal::thousandths(2_500)),
            ..Default::default()
        };
        let told = test(&FactTest::Compare { fact: fact("n"), limits }, ON);
        let operators: Vec<&Value> = told["all"].as_array().unwrap().iter().map(|one| &one["operator"]).collect();
        assert_eq!(operators, ["lessThanInclusive", "greaterThan"]);
        assert_eq!(told["all"][0]["value"], json!(2.5));
    }
}
