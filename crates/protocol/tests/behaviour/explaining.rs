//! Explanations: every rule, what came of it, and why.

use super::fixture::{answered, library, of};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use journey::facts::{FactValue, Facts, Known};
use journey::id::StaffId;
use journey::kleene::{Trace, Truth};
use journey::screening::{Activation, Explanation, Headline, Outcome, Override, Overrides, Standing, explain};
use journey::slug::RuleId;
use journey::text::Lang;

const TODAY: Date = date(2026, 4, 1);

fn explained(facts: &Facts, on: Date, overrides: &Overrides) -> Explanation {
    let library = library();
    explain(of(&library, "needling"), library.facts(), facts, on, overrides, &Activation::none())
}

fn today(answers: &[(&str, &str)]) -> Explanation {
    explained(&answered(TODAY, answers), TODAY, &Overrides::none())
}

fn outcome(explanation: &Explanation, rule: &str) -> Outcome {
    explanation.rule(&RuleId::parse(rule).unwrap()).unwrap().outcome
}

fn knowledge(explanation: &Explanation, rule: &str) -> Known {
    match &explanation.rule(&RuleId::parse(rule).unwrap()).unwrap().condition {
        Trace::Test { leaf, .. } => leaf.knowledge.clone(),
        other => panic!("{other:?} is not a single test"),
    }
}

#[test]
fn with_nothing_known_every_acting_rule_is_undecided() {
    let explanation = today(&[]);
    assert_eq!(explanation.rules.len(), 8);
    assert_eq!(explanation.of(Outcome::Undecided).count(), 7);
    assert_eq!(outcome(&explanation, "keloid"), Outcome::KeptForRecord);
    assert_eq!(explanation.headline, Headline::Cleared);
}

#[test]
fn each_rule_tells_what_came_of_it_and_how_far_it_reaches_or_would() {
    let explanation = today(&[("pregnancy", "yes"), ("open_wound", "no"), ("keloid", "yes")]);
    assert_eq!(outcome(&explanation, "pregnancy-or-nursing"), Outcome::Found);
    assert_eq!(outcome(&explanation, "open-wound"), Outcome::NotFound);
    assert_eq!(outcome(&explanation, "anticoagulants"), Outcome::Undecided);
    let kept = explanation.rule(&RuleId::parse("keloid").unwrap()).unwrap();
    assert_eq!((kept.outcome, kept.truth), (Outcome::KeptForRecord, Truth::True));
    let lesions = explanation.rule(&RuleId::parse("many-lesions").unwrap()).unwrap();
    assert_eq!((lesions.standing, lesions.headline), (Standing::AwaitsApproval, Headline::NeedsDoctor));
}

#[test]
fn a_test_tells_the_answer_and_its_day_or_why_there_is_none() {
    let mut facts = answered(TODAY, &[("anticoagulants", "yes"), ("immunosuppressants", "unsure")]);
    facts.merge(&answered(date(2026, 3, 31), &[("open_wound", "no")]));
    let explanation = explained(&facts, TODAY, &Overrides::none());
    let answered = Known::Answered { value: FactValue::Yes, answered_on: TODAY };
    assert_eq!(knowledge(&explanation, "anticoagulants"), answered);
    assert_eq!(knowledge(&explanation, "immunosuppressants"), Known::Unsure { answered_on: TODAY });
    let expired = Known::Expired { answered_on: date(2026, 3, 31), since: TODAY };
    assert_eq!(knowledge(&explanation, "open-wound"), expired);
    assert_eq!(knowledge(&explanation, "darker-skin"), Known::NotAsked);
}

#[test]
fn what_a_physician_set_aside_is_told_as_such() {
    let version = of(&library(), "needling").hash;
    let one = Override {
        rule: RuleId::parse("anticoagulants").unwrap(),
        physician: "00000000-0000-7000-8000-000000000001".parse::<StaffId>().unwrap(),
        reason: "seen and discussed".into(),
        at: Timestamp::UNIX_EPOCH,
        version,
    };
    let facts = answered(TODAY, &[("anticoagulants", "yes")]);
    let explanation = explained(&facts, TODAY, &[one].into_iter().collect());
    assert_eq!(outcome(&explanation, "anticoagulants"), Outcome::SetAside);
}

#[test]
fn the_tree_names_facts_by_their_short_labels_in_both_languages() {
    let explanation = today(&[("pregnancy", "yes"), ("last_isotretinoin", "2026-03-01")]);
    let (ja, en) = (explanation.tree(Lang::Ja).to_string(), explanation.tree(Lang::En).to_string());
    assert!(en.contains("Pregnancy: yes → holds (answered yes on 2026-04-01)"), "{en}");
    assert!(en.contains("Breastfeeding: yes → undecided (not answered)"), "{en}");
    assert!(en.contains("Isotretinoin: within 6 months → holds"), "{en}");
    assert!(ja.contains("妊娠：はい → 当てはまる (2026-04-01の回答「はい」)"), "{ja}");
    assert!(ja.contains("授乳：はい → まだ決まらない (未回答)"), "{ja}");
}

#[test]
fn the_tree_tells_first_what_was_found_then_what_is_open_then_the_rest() {
    let tree = today(&[("pregnancy", "yes"), ("open_wound", "no")]).tree(Lang::En).to_string();
    let at = |words: &str| tree.find(words).unwrap_or_else(|| panic!("{words} is not in\n{tree}"));
    assert!(at("Found (1)") < at("Undecided (5)"));
    assert!(at("Undecided (5)") < at("Not found (1)"));
    assert!(at("Not found (1)") < at("Kept for the record, never used (1)"));
}

#[test]
fn an_explanation_reads_back_from_json() {
    let explanation = today(&[("pregnancy", "yes"), ("skin_type", "v")]);
    let json = serde_json::to_value(&explanation).unwrap();
    let condition = &json["rules"][0]["condition"];
    assert_eq!(condition["kind"], "any");
    assert_eq!(condition["children"][0]["knowledge"]["state"], "known");
    assert_eq!(serde_json::from_value::<Explanation>(json).unwrap(), explanation);
}
