use crate::possible::{Answers, all_answers, answers_for, facts, some_answers};
use crate::shipped::{TODAY, library, protocols, verdict_on};
use journey::facts::FactValue;
use journey::kleene::Truth;
use journey::protocol::Protocol;
use journey::screening::{Activation, Headline, Outcome, Overrides, Rule, Verdict, explain};
use journey::slug::{FactId, ZoneId};
use proptest::prelude::*;

fn activation() -> impl Strategy<Value = Activation> {
    prop_oneof![Just(Activation::none()), Just(Activation::all_by("the physician"))]
}

/// A protocol, answers to some of its questions, and answers to all of them.
fn patients() -> impl Strategy<Value = (&'static Protocol, Answers, Answers)> {
    prop::sample::select(protocols())
        .prop_flat_map(|protocol| (Just(protocol), some_answers(protocol), all_answers(protocol)))
}

fn verdict(protocol: &Protocol, answers: &Answers, activation: &Activation) -> Verdict {
    verdict_on(protocol, &facts(answers), TODAY, activation)
}

fn is_open(answers: &Answers, fact: &FactId) -> bool {
    answers.get(fact).is_none_or(|value| *value == FactValue::Unsure)
}

/// What was answered, and the other answers for the open facts that `taken` lets through.
fn completed(known: &Answers, others: &Answers, taken: impl Fn(&FactId) -> bool) -> Answers {
    let added = others.iter().filter(|(fact, _)| is_open(known, fact) && taken(fact));
    known.iter().chain(added).map(|(fact, value)| (fact.clone(), value.clone())).collect()
}

/// Whether some rule asks this fact where it is, besides its condition: such an answer only narrows what was found.
fn narrows(protocol: &Protocol, fact: &FactId) -> bool {
    let asks = |rule: &Rule| rule.place.as_ref() == Some(fact) && !rule.when.facts().contains(fact);
    protocol.screening.iter().any(asks)
}

fn zones(protocol: &Protocol) -> Vec<ZoneId> {
    protocol.indications.iter().flat_map(|indication| indication.zones.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_further_answer_takes_back_what_was_found(
        (protocol, known, others) in patients(), activation in activation(),
    ) {
        let before = verdict(protocol, &known, &activation);
        let after = verdict(protocol, &completed(&known, &others, |fact| !narrows(protocol, fact)), &activation);
        prop_assert!(before.headline() <= after.headline());
        for finding in &before.findings {
            prop_assert!(after.finding(&finding.rule).is_some(), "{}", finding.rule);
        }
    }

    #[test]
    fn what_is_not_missing_worsens_nothing_however_it_is_answered(
        (protocol, known, others) in patients(), activation in activation(),
    ) {
        let before = verdict(protocol, &known, &activation);
        let rest = completed(&known, &others, |fact| !before.missing.contains(fact));
        let after = verdict(protocol, &rest, &activation);
        prop_assert!(after.headline() <= before.headline());
        for zone in zones(protocol) {
            prop_assert!(after.in_zone(&zone) <= before.in_zone(&zone), "{zone}");
        }
    }

    #[test]
    fn each_missing_fact_is_open_and_none_is_missing_when_all_is_answered(
        (protocol, known, others) in patients(), activation in activation(),
    ) {
        prop_assert!(verdict(protocol, &known, &activation).missing.iter().all(|fact| is_open(&known, fact)));
        prop_assert_eq!(verdict(protocol, &others, &activation).missing, []);
    }

    #[test]
    fn one_more_contraindication_never_improves_a_verdict(
        (protocol, known, _) in patients(), activation in activation(), chosen in any::<prop::sample::Index>(),
    ) {
        let elsewhere = |fact: &FactId| protocol.screening.iter().any(|rule| rule.place.as_ref() == Some(fact));
        let rules: Vec<&Rule> = protocol.screening.iter().filter(|rule| rule.evidence.acts()).collect();
        let rule = rules[chosen.index(rules.len())];
        prop_assume!(!rule.facts().iter().any(elsewhere));
        let mut with = known.clone();
        with.retain(|fact, _| !rule.facts().contains(fact));
        let before = verdict(protocol, &with, &activation);
        with.extend(answers_for(protocol, rule, Truth::True).unwrap());
        let after = verdict(protocol, &with, &activation);
        let added = after.finding(&rule.id).map(|finding| finding.headline);
        prop_assert!(added.is_some());
        prop_assert!(after.headline() >= before.headline().max(added.unwrap_or(Headline::Cleared)));
    }

    #[test]
    fn a_zone_is_never_worse_than_the_worst_of_all(
        (protocol, known, _) in patients(), activation in activation(),
    ) {
        let verdict = verdict(protocol, &known, &activation);
        let by_zone = verdict.by_zone(&zones(protocol));
        prop_assert!(by_zone.values().all(|headline| *headline <= verdict.headline()));
    }

    #[test]
    fn an_explanation_tells_of_every_rule_what_the_verdict_tells(
        (protocol, known, _) in patients(), activation in activation(),
    ) {
        let verdict = verdict(protocol, &known, &activation);
        let (vocabulary, none) = (library().facts(), Overrides::none());
        let told = explain(protocol, vocabulary, &facts(&known), TODAY, &none, &activation);
        prop_assert_eq!(told.headline, verdict.headline());
        prop_assert_eq!(told.rules.len(), protocol.screening.len());
        for rule in &told.rules {
            let finding = verdict.finding(&rule.rule);
            prop_assert_eq!(rule.outcome == Outcome::Found, finding.is_some());
            prop_assert!(finding.is_none_or(|finding| finding.headline == rule.headline));
            prop_assert_eq!(rule.changes.is_empty(), rule.truth != Truth::True, "{}", rule.rule);
        }
    }
}
