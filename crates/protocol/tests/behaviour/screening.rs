use super::fixture::{answered, library, library_of, of, texts_with};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use journey::evidence::Confidence;
use journey::facts::Facts;
use journey::id::StaffId;
use journey::protocol::Library;
use journey::screening::{
    Activation, Headline, Item, Override, Overrides, Standing, Until, Verdict, blocks_treatment, questionnaire, screen,
};
use journey::slug::RuleId;

const TODAY: Date = date(2026, 4, 1);

const HARMLESS: [(&str, &str); 8] = [
    ("pregnancy", "no"),
    ("breastfeeding", "no"),
    ("skin_type", "iii"),
    ("last_isotretinoin", "never"),
    ("inflammatory_lesions", "0"),
    ("open_wound", "no"),
    ("anticoagulants", "no"),
    ("immunosuppressants", "no"),
];

fn harmless_but(changes: &[(&str, &str)]) -> Facts {
    let mut facts = answered(TODAY, &HARMLESS);
    facts.merge(&answered(TODAY, changes));
    facts
}

fn verdict_on(library: &Library, facts: &Facts, on: Date, activation: &Activation) -> Verdict {
    screen(of(library, "needling"), library.facts(), facts, on, &Overrides::none(), activation)
}

fn verdict(facts: &Facts) -> Verdict {
    verdict_on(&library(), facts, TODAY, &Activation::all_by("Dr Sakamoto"))
}

fn names(facts: &[journey::slug::FactId]) -> Vec<&str> {
    facts.iter().map(|fact| fact.as_str()).collect()
}

#[test]
fn harmless_answers_are_cleared_and_nothing_is_missing() {
    let verdict = verdict(&harmless_but(&[]));
    assert_eq!(verdict.headline(), Headline::Cleared);
    assert_eq!(names(&verdict.missing), [""; 0]);
    assert!(!blocks_treatment(&verdict));
}

#[test]
fn nothing_known_finds_nothing_and_blocks_the_treatment_all_the_same() {
    let verdict = verdict(&Facts::new());
    assert_eq!(verdict.headline(), Headline::Cleared);
    assert_eq!(names(&verdict.missing)[..3], ["pregnancy", "breastfeeding", "immunosuppressants"]);
    assert!(!names(&verdict.missing).contains(&"keloid"), "a rule kept for the record asks nothing");
    assert!(blocks_treatment(&verdict));
}

#[test]
fn one_of_two_known_is_enough_for_a_stop_but_not_for_a_clearance() {
    let stop = verdict(&answered(TODAY, &[("pregnancy", "yes")]));
    assert_eq!(stop.headline(), Headline::Contraindicated);
    assert_eq!(names(&stop.missing), [""; 0], "nothing can worsen it");
    let open = verdict(&harmless_but(&[("breastfeeding", "unsure")]));
    assert_eq!((open.headline(), names(&open.missing)), (Headline::Cleared, vec!["breastfeeding"]));
}

#[test]
fn all_findings_are_shown_the_worst_first() {
    let verdict = verdict(&harmless_but(&[("skin_type", "v"), ("anticoagulants", "yes"), ("pregnancy", "yes")]));
    let found: Vec<&str> = verdict.findings.iter().map(|finding| finding.rule.as_str()).collect();
    assert_eq!(found, ["pregnancy-or-nursing", "anticoagulants", "darker-skin"]);
}

#[test]
fn only_facts_that_could_worsen_the_headline_are_missing() {
    let mut facts = answered(TODAY, &[("open_wound", "yes")]);
    facts.merge(&answered(TODAY, &[("pregnancy", "no"), ("breastfeeding", "no")]));
    let verdict = verdict(&facts);
    assert_eq!(verdict.headline(), Headline::Deferred);
    assert_eq!(names(&verdict.missing), ["immunosuppressants"]);
}

#[test]
fn pregnancy_is_asked_again_the_next_day() {
    let (library, facts, all) = (library(), harmless_but(&[]), Activation::all_by("Dr Sakamoto"));
    let tomorrow = verdict_on(&library, &facts, date(2026, 4, 2), &all);
    assert!(names(&tomorrow.missing).contains(&"pregnancy"));
    assert!(!names(&tomorrow.missing).contains(&"breastfeeding"));
}

#[test]
fn an_answer_expires_on_the_day_its_period_is_over() {
    let (library, facts, all) = (library(), harmless_but(&[]), Activation::all_by("Dr Sakamoto"));
    let missing = |on| {
        let verdict = verdict_on(&library, &facts, on, &all);
        names(&verdict.missing).contains(&"breastfeeding")
    };
    assert!(!missing(date(2026, 4, 30)));
    assert!(missing(date(2026, 5, 1)));
}

#[test]
fn a_deferral_ends_on_the_computed_day_and_not_the_day_before() {
    let undisputed = "conflict = [{ claim = { ja = \"待機は不要とする合意があります。\", en = \"A consensus sees no need to wait.\" }, source = [\"consensus\"] }]\n";
    let texts = texts_with("protocols/needling/protocol.toml", undisputed, "");
    let mut texts = texts;
    let sources = texts.get_mut("protocols/needling/sources.toml").unwrap();
    sources.truncate(sources.find("[[source]]\nid = \"consensus\"").unwrap());
    let library = library_of(&texts);
    let all = Activation::all_by("Dr Sakamoto");
    let taken = |day: &str| verdict_on(&library, &harmless_but(&[("last_isotretinoin", day)]), TODAY, &all);
    let within = taken("2025-10-02");
    assert_eq!(within.headline(), Headline::Deferred);
    assert_eq!(within.findings[0].until, Some(Until::Date(date(2026, 4, 2))));
    assert_eq!(taken("2025-10-01").headline(), Headline::Cleared);
}

#[test]
fn a_deferral_may_wait_for_an_event() {
    let verdict = verdict(&harmless_but(&[("open_wound", "yes")]));
    assert!(matches!(&verdict.findings[0].until, Some(Until::Event(event)) if event.en == "Until it has healed"));
}

#[test]
fn disputed_sources_say_no_more_than_a_doctor_until_the_physician_decides() {
    let (library, facts) = (library(), harmless_but(&[("last_isotretinoin", "2026-03-01")]));
    let mut activation = Activation::all_by("Dr Sakamoto");
    let disputed = verdict_on(&library, &facts, TODAY, &activation);
    assert_eq!(disputed.findings[0].standing, Standing::SourcesConflict);
    assert_eq!(disputed.headline(), Headline::NeedsDoctor);
    activation.decide(RuleId::parse("recent-isotretinoin").unwrap(), "Dr Sakamoto");
    assert_eq!(verdict_on(&library, &facts, TODAY, &activation).headline(), Headline::Deferred);
}

#[test]
fn a_house_rule_without_approval_still_sends_to_the_doctor_and_says_why() {
    let facts = harmless_but(&[("inflammatory_lesions", "6")]);
    let verdict = verdict_on(&library(), &facts, TODAY, &Activation::none());
    let finding = &verdict.findings[0];
    assert_eq!((finding.standing, finding.headline), (Standing::AwaitsApproval, Headline::NeedsDoctor));
    assert_eq!(finding.confidence, Confidence::House);
}

#[test]
fn five_lesions_pass_and_six_go_to_the_doctor() {
    assert_eq!(verdict(&harmless_but(&[("inflammatory_lesions", "5")])).headline(), Headline::Cleared);
    assert_eq!(verdict(&harmless_but(&[("inflammatory_lesions", "6")])).headline(), Headline::NeedsDoctor);
}

fn set_aside(rule: &str, library: &Library, of_version: &str) -> Overrides {
    let one = Override {
        rule: RuleId::parse(rule).unwrap(),
        physician: "00000000-0000-7000-8000-000000000001".parse::<StaffId>().unwrap(),
        reason: "seen and discussed".into(),
        at: Timestamp::UNIX_EPOCH,
        version: of(library, of_version).hash,
    };
    [one].into_iter().collect()
}

#[test]
fn an_override_removes_one_finding_of_one_version_and_the_rest_is_computed_again() {
    let library = library();
    let facts = harmless_but(&[("anticoagulants", "yes"), ("skin_type", "iv")]);
    let with = |overrides: &Overrides| {
        let all = Activation::all_by("Dr Sakamoto");
        screen(of(&library, "needling"), library.facts(), &facts, TODAY, overrides, &all)
    };
    let released = with(&set_aside("anticoagulants", &library, "needling"));
    assert_eq!(released.headline(), Headline::Caution);
    assert_eq!(released.set_aside.len(), 1);
    assert_eq!(with(&set_aside("anticoagulants", &library, "toxin")).headline(), Headline::NeedsDoctor);
}

#[test]
fn a_finding_that_nobody_may_override_stays() {
    let library = library();
    let facts = harmless_but(&[("pregnancy", "yes")]);
    let overrides = set_aside("pregnancy-or-nursing", &library, "needling");
    let all = Activation::all_by("Dr Sakamoto");
    let verdict = screen(of(&library, "needling"), library.facts(), &facts, TODAY, &overrides, &all);
    assert_eq!(verdict.headline(), Headline::Contraindicated);
}

#[test]
fn the_questionnaire_asks_what_decides_first_and_groups_medicines() {
    let library = library();
    let asked = questionnaire(of(&library, "needling"), library.facts(), &Facts::new(), TODAY);
    assert!(asked.items.len() <= 8 && asked.later.is_empty());
    let first: Vec<&str> = asked.items.iter().flat_map(|item| names(item.facts())).collect();
    assert_eq!(first[..4], ["pregnancy", "breastfeeding", "anticoagulants", "immunosuppressants"]);
    assert!(asked.items.iter().any(|item| matches!(item, Item::Group { facts, .. } if facts.len() == 2)));
    assert!(!first.contains(&"inflammatory_lesions"), "only staff can count");
    assert!(!first.contains(&"age"), "no rule speaks of it");
}

#[test]
fn nothing_is_asked_twice() {
    let library = library();
    let known = harmless_but(&[("open_wound", "unsure")]);
    let asked = questionnaire(of(&library, "needling"), library.facts(), &known, TODAY);
    assert!(asked.items.is_empty(), "{asked:?}");
    let toxin = questionnaire(of(&library, "toxin"), library.facts(), &Facts::new(), TODAY);
    assert_eq!(toxin.items.len(), 1);
}
