use crate::possible::{Answers, some_answers};
use crate::shipped::{TODAY, library, protocols, verdict_on};
use jiff::ToSpan;
use jiff::civil::Date;
use journey::facts::{FactValue, Facts};
use journey::protocol::Protocol;
use journey::screening::Activation;
use proptest::prelude::*;

fn given_on(day: Date, answers: &Answers, but: impl Fn(&journey::slug::FactId, &FactValue) -> bool) -> Facts {
    let mut facts = Facts::new();
    for (fact, value) in answers.iter().filter(|(fact, value)| !but(fact, value)) {
        facts.set(fact.clone(), value.clone(), day);
    }
    facts
}

fn patients() -> impl Strategy<Value = (&'static Protocol, Answers)> {
    prop::sample::select(protocols()).prop_flat_map(|protocol| (Just(protocol), some_answers(protocol)))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn an_answer_that_has_expired_is_worth_as_much_as_none((protocol, answers) in patients(), days in 0i64..800) {
        let (later, all) = (TODAY.saturating_add(days.days()), Activation::all_by("the physician"));
        let expired = |fact: &journey::slug::FactId, _: &FactValue| {
            library().facts().get(fact).is_none_or(|fact| !fact.valid_for.holds(TODAY, later))
        };
        let kept = verdict_on(protocol, &given_on(TODAY, &answers, |_, _| false), later, &all);
        let dropped = verdict_on(protocol, &given_on(TODAY, &answers, expired), later, &all);
        prop_assert_eq!(kept, dropped);
    }

    #[test]
    fn not_sure_is_worth_as_much_as_no_answer((protocol, answers) in patients()) {
        let unsure = |_: &journey::slug::FactId, value: &FactValue| *value == FactValue::Unsure;
        let all = Activation::all_by("the physician");
        let kept = verdict_on(protocol, &given_on(TODAY, &answers, |_, _| false), TODAY, &all);
        let dropped = verdict_on(protocol, &given_on(TODAY, &answers, unsure), TODAY, &all);
        prop_assert_eq!(kept, dropped);
    }

    #[test]
    fn an_answer_of_tomorrow_says_nothing_today((protocol, answers) in patients()) {
        let all = Activation::all_by("the physician");
        let tomorrow = given_on(TODAY.saturating_add(1.day()), &answers, |_, _| false);
        let found = verdict_on(protocol, &tomorrow, TODAY, &all);
        prop_assert_eq!(found, verdict_on(protocol, &Facts::new(), TODAY, &all));
    }
}
