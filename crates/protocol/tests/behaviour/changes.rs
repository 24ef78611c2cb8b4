//! What would change a finding: which answer, which day, which event.

use super::fixture::{answered, library_of, of, texts_with};
use jiff::civil::{Date, date};
use journey::facts::{Becomes, Comparison, Decimal, FactValue};
use journey::screening::{Activation, Change, Overrides, screen};
use journey::slug::{ChoiceId, FactId, RuleId};
use journey::text::Bilingual;

const TODAY: Date = date(2026, 4, 1);
const RULES: &str = "protocols/needling/protocol.toml";

/// What would change the finding of a rule, over answers of today.
fn changes(rule: &str, answers: &[(&str, &str)]) -> Vec<Change> {
    changed(rule, answers, "at_least = 6", "at_least = 6")
}

fn changed(rule: &str, answers: &[(&str, &str)], from: &str, to: &str) -> Vec<Change> {
    let library = library_of(&texts_with(RULES, from, to));
    let (facts, none) = (answered(TODAY, answers), Overrides::none());
    let verdict = screen(of(&library, "needling"), library.facts(), &facts, TODAY, &none, &Activation::none());
    verdict.finding(&RuleId::parse(rule).unwrap()).unwrap().changes.clone()
}

fn answer(fact: &str, becomes: Vec<Becomes>) -> Change {
    Change::Answer { fact: FactId::parse(fact).unwrap(), becomes }
}

#[test]
fn a_yes_would_have_to_be_a_no() {
    let found = changes("anticoagulants", &[("anticoagulants", "yes")]);
    assert_eq!(found, [answer("anticoagulants", vec![Becomes::Is(FactValue::No)])]);
}

#[test]
fn an_answer_that_adds_nothing_would_change_nothing() {
    let found = changes("pregnancy-or-nursing", &[("pregnancy", "yes"), ("breastfeeding", "no")]);
    assert_eq!(found, [answer("pregnancy", vec![Becomes::Is(FactValue::No)])]);
}

#[test]
fn where_two_answers_each_are_enough_both_are_told() {
    let found = changes("pregnancy-or-nursing", &[("pregnancy", "yes"), ("breastfeeding", "yes")]);
    let no = || vec![Becomes::Is(FactValue::No)];
    assert_eq!(found, [answer("pregnancy", no()), answer("breastfeeding", no())]);
}

#[test]
fn of_choices_every_other_one_is_told() {
    let found = changes("darker-skin", &[("skin_type", "v")]);
    let iii = FactValue::Choice(ChoiceId::parse("iii").unwrap());
    assert_eq!(found, [answer("skin_type", vec![Becomes::Is(iii)])]);
}

#[test]
fn of_numbers_the_limit_is_told() {
    let found = changes("many-lesions", &[("inflammatory_lesions", "9")]);
    let below = Comparison { below: Some(Decimal::whole(6)), ..Comparison::default() };
    assert_eq!(found, [answer("inflammatory_lesions", vec![Becomes::Number(below)])]);
    let json = serde_json::to_value(&found).unwrap();
    assert_eq!(json[0]["kind"], "answer");
    assert_eq!(json[0]["becomes"][0], serde_json::json!({ "number": { "below": 6.0 } }));
}

#[test]
fn both_ends_of_a_range_are_told() {
    let found = changed("many-lesions", &[("inflammatory_lesions", "9")], "at_least = 6", "above = 6, at_most = 20");
    let to_six = Comparison { at_most: Some(Decimal::whole(6)), ..Comparison::default() };
    let over_twenty = Comparison { above: Some(Decimal::whole(20)), ..Comparison::default() };
    let becomes = vec![Becomes::Number(to_six), Becomes::Number(over_twenty)];
    assert_eq!(found, [answer("inflammatory_lesions", becomes)]);
}

#[test]
fn of_days_never_the_last_day_long_enough_ago_and_the_end_of_the_wait_are_told() {
    let found = changes("recent-isotretinoin", &[("last_isotretinoin", "2026-03-01")]);
    let long_ago = Becomes::Day { from: None, to: Some(date(2025, 10, 1)) };
    let fact = FactId::parse("last_isotretinoin").unwrap();
    let becomes = vec![Becomes::Is(FactValue::Never), long_ago];
    assert_eq!(found, [answer("last_isotretinoin", becomes), Change::Date { fact, on: date(2026, 9, 1) }]);
}

#[test]
fn an_event_is_told_in_both_languages() {
    let found = changes("open-wound", &[("open_wound", "yes")]);
    let healed = Change::Event(Bilingual::new("傷が治るまで", "Until it has healed"));
    assert_eq!(found, [answer("open_wound", vec![Becomes::Is(FactValue::No)]), healed]);
}

#[test]
fn every_change_reads_back_and_so_do_the_bare_names_of_earlier_records() {
    let found = changes("recent-isotretinoin", &[("last_isotretinoin", "2026-03-01")]);
    let stored = serde_json::to_string(&found).unwrap();
    assert_eq!(serde_json::from_str::<Vec<Change>>(&stored).unwrap(), found);
    let earlier: Vec<Change> = serde_json::from_str("[\"pregnancy\"]").unwrap();
    assert_eq!(earlier, [answer("pregnancy", vec![])]);
}
