//! Whether one condition holds wherever another does, as far as their form tells. Never true by mistake; often false
//! where a proof would be longer.

use journey::facts::{Comparison, Decimal, FactTest, FactValue};
use journey::kleene::Condition;
use journey::recovery::SignTest;

/// Whether `wide` holds wherever `narrow` does.
pub(super) fn facts_cover(wide: &Condition<FactTest>, narrow: &Condition<FactTest>) -> bool {
    covers(wide, narrow, &fact_covers)
}

/// Whether `wide` holds wherever `narrow` does.
pub(super) fn signs_cover(wide: &Condition<SignTest>, narrow: &Condition<SignTest>) -> bool {
    covers(wide, narrow, &sign_covers)
}

fn covers<T: PartialEq>(wide: &Condition<T>, narrow: &Condition<T>, test: &impl Fn(&T, &T) -> bool) -> bool {
    let holds = |wide: &Condition<T>, narrow: &Condition<T>| covers(wide, narrow, test);
    if wide == narrow {
        return true;
    }
    match (wide, narrow) {
        (_, Condition::Any(parts)) => parts.iter().all(|part| holds(wide, part)),
        (Condition::All(parts), _) => parts.iter().all(|part| holds(part, narrow)),
        (Condition::Any(parts), _) if parts.iter().any(|part| holds(part, narrow)) => true,
        (_, Condition::All(parts)) => parts.iter().any(|part| holds(wide, part)),
        (Condition::Test(wide), Condition::Test(narrow)) => test(wide, narrow),
        (Condition::Not(wide), Condition::Not(narrow)) => holds(narrow, wide),
        _ => false,
    }
}

fn fact_covers(wide: &FactTest, narrow: &FactTest) -> bool {
    match (wide, narrow) {
        (FactTest::Within { fact, period }, FactTest::Within { fact: same, period: shorter }) => {
            fact == same && period.rough_days() > shorter.rough_days()
        }
        (FactTest::Compare { fact, limits }, FactTest::Compare { fact: same, limits: tighter }) => {
            fact == same && contains(limits, tighter)
        }
        (FactTest::OneOf { fact, choices }, FactTest::OneOf { fact: same, choices: fewer }) => {
            fact == same && fewer.iter().all(|choice| choices.contains(choice))
        }
        (FactTest::OneOf { fact, choices }, FactTest::Is { fact: same, value: FactValue::Choice(choice) }) => {
            fact == same && choices.contains(choice)
        }
        _ => false,
    }
}

fn contains(wide: &Comparison, narrow: &Comparison) -> bool {
    let low = |one: &Comparison| latest(one.at_least.map(|n| (n, 0)), one.above.map(|n| (n, 1)), Ord::max);
    let high = |one: &Comparison| latest(one.at_most.map(|n| (n, 1)), one.below.map(|n| (n, 0)), Ord::min);
    let from = low(wide).is_none_or(|wide| low(narrow).is_some_and(|narrow| wide <= narrow));
    from && high(wide).is_none_or(|wide| high(narrow).is_some_and(|narrow| narrow <= wide))
}

/// A limit, and on which side of the number itself it lies.
type Edge = (Decimal, u8);

fn latest(a: Option<Edge>, b: Option<Edge>, tighter: impl Fn(Edge, Edge) -> Edge) -> Option<Edge> {
    match (a, b) {
        (Some(a), Some(b)) => Some(tighter(a, b)),
        (one, other) => one.or(other),
    }
}

fn sign_covers(wide: &SignTest, narrow: &SignTest) -> bool {
    match (wide, narrow) {
        (SignTest::AtLeast { symptom, severity }, SignTest::AtLeast { symptom: same, severity: stronger }) => {
            symptom == same && severity <= stronger
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::period::Period;
    use journey::slug::FactId;

    fn within(fact: &str, period: Period) -> Condition<FactTest> {
        Condition::Test(FactTest::Within { fact: FactId::parse(fact).unwrap(), period })
    }

    fn at_least(number: i32) -> Comparison {
        Comparison { at_least: Some(Decimal::whole(number)), ..Comparison::default() }
    }

    #[test]
    fn a_longer_time_ago_covers_a_shorter_one_of_the_same_fact_only() {
        let (six, three) = (within("laser", Period::Months(6)), within("laser", Period::Months(3)));
        assert!(facts_cover(&six, &three) && !facts_cover(&three, &six));
        assert!(!facts_cover(&within("peel", Period::Months(6)), &three));
    }

    #[test]
    fn either_covers_its_parts_and_its_parts_cover_both_together() {
        let (a, b) = (within("laser", Period::Days(7)), within("peel", Period::Days(7)));
        let (any, all) = (Condition::Any(vec![a.clone(), b.clone()]), Condition::All(vec![a.clone(), b.clone()]));
        assert!(facts_cover(&any, &a) && facts_cover(&a, &all) && facts_cover(&any, &all));
        assert!(!facts_cover(&a, &any) && !facts_cover(&all, &a) && !facts_cover(&all, &any));
    }

    #[test]
    fn a_negation_turns_it_round() {
        let not = |period| Condition::Not(Box::new(within("laser", period)));
        assert!(facts_cover(&not(Period::Days(3)), &not(Period::Days(7))));
        assert!(!facts_cover(&not(Period::Days(7)), &not(Period::Days(3))));
    }

    #[test]
    fn limits_contain_tighter_ones_and_above_is_tighter_than_at_least() {
        let above = Comparison { above: Some(Decimal::whole(6)), ..Comparison::default() };
        assert!(contains(&at_least(5), &at_least(6)) && !contains(&at_least(6), &at_least(5)));
        assert!(contains(&at_least(6), &above) && !contains(&above, &at_least(6)));
        assert!(contains(&Comparison::default(), &above) && !contains(&above, &Comparison::default()));
    }
}
