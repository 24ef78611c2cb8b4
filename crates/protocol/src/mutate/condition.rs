//! Conditions: negated, an arm dropped, a test changed.

use super::numbers::{decimal, period};
use super::variant::{Variant, each, within, without_one};
use journey::facts::{Comparison, Decimal, FactTest};
use journey::kleene::Condition;

/// Every change of a condition, whatever its tests are.
pub(super) fn condition<T: Clone>(
    whole: &Condition<T>,
    test: &impl Fn(&T) -> Vec<Variant<T>>,
) -> Vec<Variant<Condition<T>>> {
    let mut found = vec![Variant::new("negated", negated(whole))];
    match whole {
        Condition::Test(one) => found.extend(within(test(one), "", Condition::Test)),
        Condition::All(parts) => found.extend(arms("all", parts, test, Condition::All)),
        Condition::Any(parts) => found.extend(arms("any", parts, test, Condition::Any)),
        Condition::Not(part) => {
            found.extend(within(condition(part, test), "not", |part| Condition::Not(Box::new(part))));
        }
    }
    found
}

fn negated<T: Clone>(whole: &Condition<T>) -> Condition<T> {
    match whole {
        Condition::Not(part) => part.as_ref().clone(),
        other => Condition::Not(Box::new(other.clone())),
    }
}

fn arms<T: Clone>(
    key: &str,
    parts: &[Condition<T>],
    test: &impl Fn(&T) -> Vec<Variant<T>>,
    build: fn(Vec<Condition<T>>) -> Condition<T>,
) -> Vec<Variant<Condition<T>>> {
    let mut found = without_one(parts);
    found.extend(each(parts, |part| condition(part, test)));
    within(found, key, build)
}

/// Every change of a test of a fact. A change of the answer is the same as negation.
pub(super) fn fact_test(test: &FactTest) -> Vec<Variant<FactTest>> {
    match test {
        FactTest::Is { .. } => Vec::new(),
        FactTest::OneOf { fact, choices } => {
            within(without_one(choices), "one_of", |choices| FactTest::OneOf { fact: fact.clone(), choices })
        }
        FactTest::Compare { fact, limits } => {
            within(comparison(*limits), "", |limits| FactTest::Compare { fact: fact.clone(), limits })
        }
        FactTest::Within { fact, period: wait } => {
            within(period(*wait), "within", |period| FactTest::Within { fact: fact.clone(), period })
        }
    }
}

fn comparison(limits: Comparison) -> Vec<Variant<Comparison>> {
    let Comparison { at_least, at_most, above, below } = limits;
    let by_a_step = |limit: Option<Decimal>| limit.map(decimal).unwrap_or_default();
    let mut found = within(by_a_step(at_least), "at_least", |n| Comparison { at_least: Some(n), ..limits });
    found.extend(within(by_a_step(at_most), "at_most", |n| Comparison { at_most: Some(n), ..limits }));
    found.extend(within(by_a_step(above), "above", |n| Comparison { above: Some(n), ..limits }));
    found.extend(within(by_a_step(below), "below", |n| Comparison { below: Some(n), ..limits }));
    if at_least.is_some() || above.is_some() {
        let swapped = Comparison { at_least: above, above: at_least, ..limits };
        found.push(Variant::step("inclusive", "exclusive, or back", swapped).within("from", |limits| limits));
    }
    if at_most.is_some() || below.is_some() {
        let swapped = Comparison { at_most: below, below: at_most, ..limits };
        found.push(Variant::step("inclusive", "exclusive, or back", swapped).within("to", |limits| limits));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::kleene::Truth;

    fn changes(whole: &Condition<Truth>) -> Vec<String> {
        let found = condition(whole, &|_| Vec::new());
        found.into_iter().map(|variant| format!("{} {}", variant.what, variant.change)).collect()
    }

    #[test]
    fn every_arm_is_negated_and_dropped() {
        let yes = || Condition::Test(Truth::True);
        assert_eq!(changes(&yes()), [" negated"]);
        let both = Condition::Any(vec![yes(), Condition::All(vec![yes(), yes()])]);
        let wanted = [
            " negated",
            "any[0] dropped",
            "any[1] dropped",
            "any[0] negated",
            "any[1] negated",
            "any[1].all[0] dropped",
            "any[1].all[1] dropped",
            "any[1].all[0] negated",
            "any[1].all[1] negated",
        ];
        assert_eq!(changes(&both), wanted);
    }

    #[test]
    fn a_negation_is_taken_back() {
        let not = Condition::Not(Box::new(Condition::Test(Truth::True)));
        assert_eq!(condition(&not, &|_| Vec::new())[0].value, Condition::Test(Truth::True));
    }
}
