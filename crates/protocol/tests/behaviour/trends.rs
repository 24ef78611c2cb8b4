//! Trends over all check-ins, answers that do not fit together, and why.

use super::fixture::{library, library_of, of, texts_with};
use journey::kleene::Truth;
use journey::protocol::Library;
use journey::quantity::{HundredthsMm, HundredthsUnit};
use journey::recovery::{
    Asked, CheckInAnswers, Doubt, Hour, HumanReader, PerformedSession, Reader, Severity, SymptomAnswer, Tier, Triage,
    expected, explain, triage,
};
use journey::slug::SymptomId;
use journey::text::Lang;

const NEEDLING: &str = "protocols/needling/protocol.toml";

fn session() -> PerformedSession {
    PerformedSession::from(Some(HundredthsMm(150)))
}

fn at(hours: u32, redness: Severity) -> CheckInAnswers {
    let id = |id| SymptomId::parse(id).unwrap();
    let answers = [
        (id("breathing"), SymptomAnswer::No),
        (id("pus"), SymptomAnswer::No),
        (id("redness"), SymptomAnswer::Severity(redness)),
    ];
    CheckInAnswers { hours_since_end: hours, answers: answers.into(), ..Default::default() }
}

fn writing(text: &str, now: CheckInAnswers) -> CheckInAnswers {
    CheckInAnswers { free_text: text.into(), ..now }
}

fn judge_in(library: &Library, now: &CheckInAnswers, earlier: &[CheckInAnswers]) -> Triage {
    triage(of(library, "needling"), now, earlier, &session())
}

fn judge(now: &CheckInAnswers, earlier: &[CheckInAnswers]) -> Triage {
    judge_in(&library(), now, earlier)
}

#[test]
fn a_rise_stays_a_rise_until_it_falls() {
    use Severity::{Mild, Moderate, None as Gone, Severe};
    let tier = |now, history: &[(u32, Severity)]| {
        let earlier: Vec<CheckInAnswers> = history.iter().map(|(hours, redness)| at(*hours, *redness)).collect();
        judge(&at(120, now), &earlier).tier
    };
    assert_eq!(tier(Moderate, &[(24, Severe), (48, Gone), (96, Moderate)]), Tier::Tier2, "unchanged, but risen");
    assert_eq!(tier(Severe, &[(24, Mild), (96, Moderate)]), Tier::Tier2, "rising all the time");
    assert_eq!(tier(Moderate, &[(24, Mild), (96, Severe)]), Tier::Tier0, "falling again");
    assert_eq!(tier(Moderate, &[(24, Severe), (96, Moderate)]), Tier::Tier0, "steady");
    assert_eq!(tier(Mild, &[(24, Gone)]), Tier::Tier0, "no more than is usual on the day");
}

#[test]
fn the_order_in_which_check_ins_are_passed_does_not_matter() {
    let (first, second) = (at(24, Severity::Severe), at(48, Severity::None));
    let now = at(72, Severity::Moderate);
    let forwards = judge(&now, &[first.clone(), second.clone()]);
    assert_eq!(forwards, judge(&now, &[second, first]));
    assert_eq!(forwards.tier, Tier::Tier2);
}

#[test]
fn a_later_check_in_is_no_history() {
    assert_eq!(judge(&at(72, Severity::Moderate), &[at(96, Severity::None)]).tier, Tier::Tier0);
}

#[test]
fn words_against_an_answer_raise_at_once_and_are_told() {
    let triage = judge(&writing("膿が出てきました", at(30, Severity::Mild)), &[]);
    assert_eq!(triage.tier, Tier::Tier2);
    let [contradiction] = triage.contradictions.as_slice() else { panic!("{triage:?}") };
    assert!(matches!(&contradiction.doubt, Doubt::WrittenOtherwise { flag } if flag.as_str() == "pus"));
    assert_eq!(contradiction.symptoms, [SymptomId::parse("pus").unwrap()]);
    assert!(triage.ask_again.is_empty(), "a doctor sees it today, no question goes first");
    let denied = judge(&writing("膿はありません", at(30, Severity::Mild)), &[]);
    assert_eq!((denied.tier, denied.contradictions.len()), (Tier::Tier0, 0));
}

#[test]
fn better_in_words_and_stronger_in_the_answer_is_asked_again_and_then_a_doctors_task() {
    let earlier = [at(24, Severity::Mild)];
    let now = writing("だいぶ良くなってきました", at(40, Severity::Severe));
    let first = judge(&now, &earlier);
    assert_eq!((first.tier, first.needs_human_reader), (Tier::Tier0, HumanReader::Needed));
    assert_eq!(first.ask_again, [SymptomId::parse("redness").unwrap()]);
    let second = judge(&CheckInAnswers { asked: Asked::Again, ..now }, &earlier);
    assert_eq!((second.tier, second.role), (Tier::Tier1, Some(Reader::Nurse)));
    let usual = judge(&writing("better", at(40, Severity::Moderate)), &[at(24, Severity::Mild)]);
    assert!(usual.contradictions.is_empty(), "what is usual on the day is no contradiction");
}

const MISMATCH: &str = r#"
[[recovery.contradiction]]
id = "pus-without-redness"
when = { all = [{ symptom = "pus", is = "yes" }, { not = { symptom = "redness", at_least = "mild" } }] }
ask = ["redness"]
says = { ja = "膿があり、赤みがないとのお答えです。", en = "You report pus and no redness." }
confidence = "house"

[[response]]"#;

#[test]
fn answers_that_a_protocol_says_do_not_fit_are_asked_again_by_their_worst_reading() {
    let early = |text: &str| library_of(&texts_with(NEEDLING, "[[response]]", text));
    let library = early(MISMATCH);
    let id = |id| SymptomId::parse(id).unwrap();
    let mut now = at(20, Severity::None);
    now.answers.insert(id("pus"), SymptomAnswer::Yes);
    let first = judge_in(&library, &now, &[]);
    assert_eq!((first.tier, first.ask_again.as_slice()), (Tier::Tier0, [id("redness")].as_slice()));
    assert_eq!(judge_in(&library, &CheckInAnswers { asked: Asked::Again, ..now.clone() }, &[]).tier, Tier::Tier1);
    now.answers.insert(id("redness"), SymptomAnswer::Severity(Severity::Mild));
    assert!(judge_in(&library, &now, &[]).contradictions.is_empty());
    let silent = early(&MISMATCH.replace("ask = [\"redness\"]", "ask = [\"redness\"]\nactive = false"));
    now.answers.insert(id("redness"), SymptomAnswer::Severity(Severity::None));
    assert!(judge_in(&silent, &now, &[]).contradictions.is_empty());
}

#[test]
fn an_answer_in_doubt_whose_worst_reading_is_serious_goes_to_a_doctor() {
    let library =
        library_of(&texts_with(NEEDLING, "[[response]]", &MISMATCH.replace("[\"redness\"]", "[\"breathing\"]")));
    let mut now = at(20, Severity::None);
    now.answers.insert(SymptomId::parse("pus").unwrap(), SymptomAnswer::Yes);
    let first = judge_in(&library, &now, &[]);
    assert_eq!((first.tier, first.worst_open), (Tier::Tier0, Some(Tier::Tier3)));
    let second = judge_in(&library, &CheckInAnswers { asked: Asked::Again, ..now }, &[]);
    assert_eq!((second.tier, second.role), (Tier::Tier2, Some(Reader::Physician)));
}

#[test]
fn a_curve_may_be_for_a_dose() {
    let dosed = "units = { at_least = 10, below = 20 }";
    let library = library_of(&texts_with(
        NEEDLING,
        "depth_mm = { at_least = 1.0, below = 2.0 }\nphases",
        &format!("{dosed}\nphases"),
    ));
    let after = |units: Option<u32>| {
        let session = PerformedSession { depth: None, units: units.map(|units| HundredthsUnit(units * 100)) };
        expected(of(&library, "needling"), session, 1).is_some()
    };
    assert_eq!(
        [after(None), after(Some(9)), after(Some(10)), after(Some(19)), after(Some(20))],
        [false, false, true, true, false]
    );
}

#[test]
fn no_effect_is_neither_an_emergency_nor_an_adverse_event() {
    let flag = "tier = 1\nclass = \"expected\"";
    assert!(protocol::load(&texts_with(NEEDLING, flag, "tier = 1\nclass = \"non-response\"")).is_ok());
    for wrong in ["tier = 2\nclass = \"non-response\"", "tier = 1\nfreezes = true\nclass = \"non-response\""] {
        let mistakes = protocol::load(&texts_with(NEEDLING, flag, wrong)).expect_err("this must be refused");
        assert_eq!(mistakes[0].message, "no effect is no emergency");
    }
}

#[test]
fn every_flag_is_explained_in_both_languages() {
    let library = library();
    let now = writing("膿はありません。息苦しいです", at(20, Severity::Mild));
    let told = explain(of(&library, "needling"), &now, &[], &session());
    assert_eq!(told.triage, judge(&now, &[]));
    let hours: Vec<Hour> = told.flags.iter().map(|flag| flag.hour).collect();
    assert_eq!(hours, [Hour::Open, Hour::Before, Hour::Before, Hour::Open]);
    let raised: Vec<bool> = told.flags.iter().map(|flag| flag.is_raised()).collect();
    assert_eq!(raised, [true, false, false, false]);
    assert_eq!(told.flags[0].trace.truth, Truth::False, "the answer is no; the words raise it");
    let (ja, en) = (told.tree(Lang::Ja).to_string(), told.tree(Lang::En).to_string());
    assert!(en.starts_with("Tier 3\n├ ● breathing (Tier 3, within its hours): Trouble breathing\n"), "{en}");
    assert!(en.contains("│ ├ ✗ breathing is yes (answered: no)\n│ └ \"息苦し\": reported"), "{en}");
    assert!(en.contains("\"膿\": denied"), "{en}");
    assert!(ja.starts_with("緊急度 3\n├ ● breathing（緊急度 3、期間内）息苦しさ\n"), "{ja}");
    assert!(ja.contains("「膿」：否定している"), "{ja}");
    let late = explain(of(&library, "needling"), &at(73, Severity::None), &[], &session());
    assert_eq!(late.flags[0].hour, Hour::After);
}
