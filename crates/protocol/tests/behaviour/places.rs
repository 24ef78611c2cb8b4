//! Rules that ask where, and verdicts by zone.

use super::fixture::{answered, library_of, of, texts};
use jiff::civil::{Date, date};
use journey::facts::{Becomes, FactValue, Facts};
use journey::protocol::Library;
use journey::screening::{
    Activation, Change, Headline, Item, Overrides, Verdict, blocks_treatment, blocks_treatment_in, questionnaire,
    screen,
};
use journey::slug::{FactId, RuleId, ZoneId};
use std::collections::BTreeMap;

const TODAY: Date = date(2026, 4, 1);

const HARMLESS: [(&str, &str); 9] = [
    ("pregnancy", "no"),
    ("breastfeeding", "no"),
    ("skin_type", "iii"),
    ("last_isotretinoin", "never"),
    ("inflammatory_lesions", "0"),
    ("open_wound", "no"),
    ("anticoagulants", "no"),
    ("immunosuppressants", "no"),
    ("moles_where", "none"),
];

const QUESTIONS: &str = r#"
[[fact]]
id = "wound_where"
kind = "zones"
ask = { ja = "傷はどこですか。", en = "Where is the wound?" }
short = { ja = "傷の場所", en = "Place of the wound" }
valid_for = "same-day"

[[fact]]
id = "moles_where"
kind = "zones"
ask = { ja = "ほくろはどこですか。", en = "Where are the moles?" }
short = { ja = "ほくろの場所", en = "Place of the moles" }
valid_for = "always"
"#;

const RULE: &str = r#"
[[screening]]
id = "moles"
where = "moles_where"
zones = ["cheek", "forehead"]
verdict = "caution"
override = "physician"
says = { ja = "ほくろを避けて行います。", en = "We leave out moles." }
source = ["label"]
confidence = "moderate"

[[spacing]]"#;

const NEEDLING: &str = "protocols/needling/protocol.toml";

/// The small library, asking where wounds and moles are.
fn placed() -> BTreeMap<String, String> {
    let mut texts = texts();
    texts.get_mut("protocols/facts.toml").unwrap().push_str(QUESTIONS);
    let rules = texts.get_mut(NEEDLING).unwrap();
    *rules = rules.replacen("[[spacing]]", RULE.trim_start(), 1);
    let wound = r#"when = { fact = "open_wound", is = "yes" }"#;
    assert!(rules.contains(wound));
    *rules = rules.replacen(wound, &format!("{wound}\nwhere = \"wound_where\""), 1);
    texts
}

fn library() -> Library {
    library_of(&placed())
}

fn harmless_but(changes: &[(&str, &str)]) -> Facts {
    let mut facts = answered(TODAY, &HARMLESS);
    facts.merge(&answered(TODAY, changes));
    facts
}

fn verdict(facts: &Facts) -> Verdict {
    let library = library();
    let all = Activation::all_by("Dr Sakamoto");
    screen(of(&library, "needling"), library.facts(), facts, TODAY, &Overrides::none(), &all)
}

fn zone(id: &str) -> ZoneId {
    ZoneId::parse(id).unwrap()
}

fn rule(id: &str) -> RuleId {
    RuleId::parse(id).unwrap()
}

#[test]
fn while_nobody_has_said_where_a_finding_speaks_of_the_whole_treatment() {
    let verdict = verdict(&harmless_but(&[("open_wound", "yes")]));
    assert!(verdict.finding(&rule("open-wound")).unwrap().zones.is_empty());
    assert_eq!(verdict.in_zone(&zone("neck")), Headline::Deferred);
}

#[test]
fn the_finding_says_that_an_answer_where_would_change_it() {
    let verdict = verdict(&harmless_but(&[("open_wound", "yes")]));
    let becomes = vec![Becomes::Is(FactValue::NOWHERE), Becomes::Somewhere];
    let change = Change::Answer { fact: FactId::parse("wound_where").unwrap(), becomes };
    assert!(verdict.finding(&rule("open-wound")).unwrap().changes.contains(&change));
}

#[test]
fn once_it_is_known_where_the_finding_speaks_only_there() {
    let verdict = verdict(&harmless_but(&[("open_wound", "yes"), ("wound_where", "[cheek]")]));
    assert_eq!(verdict.headline(), Headline::Deferred, "the worst of all");
    let by_zone = verdict.by_zone(&[zone("cheek"), zone("forehead")]);
    assert_eq!(by_zone[&zone("cheek")], Headline::Deferred);
    assert_eq!(by_zone[&zone("forehead")], Headline::Cleared);
    assert!(blocks_treatment(&verdict) && blocks_treatment_in(&verdict, &zone("cheek")));
    assert!(!blocks_treatment_in(&verdict, &zone("forehead")));
}

#[test]
fn a_wound_nowhere_is_no_finding() {
    let verdict = verdict(&harmless_but(&[("open_wound", "yes"), ("wound_where", "none")]));
    assert_eq!((verdict.headline(), verdict.findings.len()), (Headline::Cleared, 0));
}

#[test]
fn a_place_without_a_wound_is_no_finding_either() {
    let verdict = verdict(&harmless_but(&[("wound_where", "[cheek, neck]")]));
    assert_eq!(verdict.headline(), Headline::Cleared);
}

#[test]
fn a_rule_that_only_asks_where_is_undecided_until_it_is_answered() {
    let open = verdict(&harmless_but(&[("moles_where", "unsure")]));
    assert_eq!(open.missing, [FactId::parse("moles_where").unwrap()]);
    assert!(blocks_treatment_in(&open, &zone("neck")), "what is missing blocks everywhere");
    let known = verdict(&harmless_but(&[("moles_where", "[cheek, neck]")]));
    assert_eq!(known.finding(&rule("moles")).unwrap().zones, [zone("cheek")], "of the zones it speaks of");
    assert_eq!(known.in_zone(&zone("neck")), Headline::Cleared);
    assert!(known.missing.is_empty());
}

#[test]
fn a_fact_that_could_worsen_only_the_other_zone_is_still_missing() {
    let facts = harmless_but(&[("open_wound", "yes"), ("wound_where", "[cheek]"), ("anticoagulants", "unsure")]);
    let verdict = verdict(&facts);
    assert_eq!(verdict.headline(), Headline::Deferred);
    assert_eq!(verdict.missing, [FactId::parse("anticoagulants").unwrap()]);
    assert!(blocks_treatment_in(&verdict, &zone("forehead")));
}

#[test]
fn where_is_asked_once_something_was_found_and_not_before() {
    let library = library();
    let asks = |facts: &Facts| {
        let asked = questionnaire(of(&library, "needling"), library.facts(), facts, TODAY);
        let place = Item::One(FactId::parse("wound_where").unwrap());
        asked.items.contains(&place) || asked.later.contains(&place)
    };
    assert!(!asks(&Facts::new()));
    assert!(asks(&answered(TODAY, &[("open_wound", "yes")])));
    assert!(!asks(&answered(TODAY, &[("open_wound", "yes"), ("wound_where", "[neck]")])));
}

#[test]
fn a_protocol_carries_the_fact_that_says_where() {
    let library = library();
    let facts = &of(&library, "needling").facts;
    assert!(facts.iter().any(|fact| fact.id.as_str() == "wound_where"));
    assert!(facts.iter().any(|fact| fact.id.as_str() == "moles_where"));
}

#[test]
fn only_zones_of_the_clinic_can_be_answered() {
    let library = library();
    let fact = FactId::parse("wound_where").unwrap();
    let accepts = |text| library.facts().accepts(&fact, &FactValue::parse(text).unwrap());
    assert!(accepts("[cheek]").is_ok() && accepts("none").is_ok() && accepts("unsure").is_ok());
    assert!(accepts("[elbow]").is_err() && accepts("yes").is_err());
}

fn refused(from: &str, to: &str) -> String {
    let mut texts = placed();
    let text = texts.get_mut(NEEDLING).unwrap();
    assert!(text.contains(from));
    *text = text.replacen(from, to, 1);
    let mistakes = protocol::load(&texts).expect_err("this must be refused");
    assert_eq!(mistakes.len(), 1, "{mistakes:#?}");
    mistakes[0].message.clone()
}

#[test]
fn where_must_name_a_fact_that_says_where() {
    assert_eq!(refused("where = \"moles_where\"", "where = \"pregnancy\""), "`pregnancy` does not say where");
    assert_eq!(refused("where = \"moles_where\"", "where = \"mole_where\""), "unknown fact `mole_where`");
    assert_eq!(refused("where = \"moles_where\"\n", ""), "`when` is missing");
}

#[test]
fn of_zones_only_nowhere_is_tested() {
    let tested = |test: &str| format!("when = {{ fact = \"moles_where\", {test} }}\nwhere = \"moles_where\"");
    let unsuited = "this test does not suit `moles_where`";
    assert_eq!(refused("where = \"moles_where\"", &tested("is = [\"cheek\"]")), unsuited);
    assert_eq!(refused("where = \"moles_where\"", &tested("at_least = 1")), unsuited);
    assert_eq!(refused("where = \"moles_where\"", &tested("is = [\"elbow\"]")), "unknown zone `elbow`");
}

#[test]
fn nowhere_may_be_written_in_two_ways() {
    for written in ["is = \"none\"", "is = []"] {
        let mut texts = placed();
        let rules = texts.get_mut(NEEDLING).unwrap();
        let test = format!("when = {{ not = {{ fact = \"moles_where\", {written} }} }}\nwhere = \"moles_where\"");
        *rules = rules.replacen("where = \"moles_where\"", &test, 1);
        assert_eq!(of(&library_of(&texts), "needling").hash, of(&library(), "needling").hash);
    }
}

#[test]
fn a_version_from_before_places_still_reads_and_keeps_its_hash() {
    let library = library_of(&texts());
    let needling = of(&library, "needling");
    let stored = serde_json::to_string(needling).unwrap();
    assert!(!stored.contains("\"where\""));
    let back: journey::protocol::Protocol = serde_json::from_str(&stored).unwrap();
    assert_eq!(protocol::content_hash(&back).unwrap(), needling.hash);
}
