use crate::possible::{answers_for, facts};
use crate::shipped::{TODAY, library, protocols, verdict_on};
use journey::facts::{AsOf, Becomes, FactValue};
use journey::kleene::Truth;
use journey::screening::{Activation, Change, Headline};
use std::collections::BTreeSet;

#[test]
fn every_rule_of_every_protocol_can_be_found_and_can_be_absent() {
    let all = Activation::all_by("the physician");
    for protocol in protocols() {
        for rule in protocol.screening.iter().filter(|rule| rule.evidence.acts()) {
            let firing = answers_for(protocol, rule, Truth::True);
            let firing = firing.unwrap_or_else(|| panic!("{}: {} can never hold", protocol.id, rule.id));
            let verdict = verdict_on(protocol, &facts(&firing), TODAY, &all);
            let finding = verdict.finding(&rule.id).unwrap_or_else(|| panic!("{}: {}", protocol.id, rule.id));
            let disputed = !rule.evidence.conflict.is_empty();
            let reach = if disputed { rule.headline.min(Headline::NeedsDoctor) } else { rule.headline };
            assert_eq!(finding.headline, reach, "{}: {}", protocol.id, rule.id);
            let silent = answers_for(protocol, rule, Truth::False);
            assert!(silent.is_some(), "{}: {} always holds", protocol.id, rule.id);
        }
    }
}

#[test]
fn what_is_said_to_change_a_finding_of_one_fact_does_change_it() {
    for protocol in protocols() {
        for rule in protocol.screening.iter().filter(|rule| rule.facts().len() == 1) {
            let answers = answers_for(protocol, rule, Truth::True).unwrap();
            let verdict = verdict_on(protocol, &facts(&answers), TODAY, &Activation::none());
            for change in verdict.finding(&rule.id).map(|finding| finding.changes.clone()).unwrap_or_default() {
                let Change::Answer { fact, becomes } = change else { continue };
                for value in becomes.iter().flat_map(representative) {
                    let other = [(fact.clone(), value.clone())].into_iter().collect();
                    let other = facts(&other);
                    let truth = rule.holds(&AsOf::new(library().facts(), &other, TODAY));
                    assert_eq!(truth, Truth::False, "{}: {} = {value}", rule.id, fact);
                }
            }
        }
    }
}

/// Answers from the stretch that was told.
fn representative(becomes: &Becomes) -> Vec<FactValue> {
    match becomes {
        Becomes::Is(value) => vec![value.clone()],
        Becomes::Number(limits) => {
            [limits.at_least, limits.at_most].into_iter().flatten().map(FactValue::Number).collect()
        }
        Becomes::Day { from, to } => [from, to].into_iter().flatten().map(|day| FactValue::Date(*day)).collect(),
        Becomes::Somewhere => Vec::new(),
    }
}

#[test]
fn no_two_rules_of_a_protocol_are_the_same_rule() {
    for protocol in protocols() {
        let mut seen = BTreeSet::new();
        for rule in protocol.screening.iter().filter(|rule| rule.evidence.acts()) {
            let reach = (&rule.when, &rule.place, &rule.zones, rule.headline.code());
            assert!(seen.insert(format!("{reach:?}")), "{}: {} repeats another rule", protocol.id, rule.id);
        }
    }
}
