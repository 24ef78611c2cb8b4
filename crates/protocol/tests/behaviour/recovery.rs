use super::fixture::{library, of};
use jiff::Timestamp;
use journey::quantity::HundredthsMm;
use journey::recovery::{
    Asked, CheckInAnswers, DeadlineKind, HumanReader, NextSession, PerformedSession, Reader, Severity, SignClass,
    SymptomAnswer, Tier, Triage, check_ins, expected, symptoms, triage,
};
use journey::slug::SymptomId;

const DEEP: PerformedSession = PerformedSession { depth: Some(HundredthsMm(150)), units: None };

fn at(hours: u32, answers: &[(&str, &str)]) -> CheckInAnswers {
    let library = library();
    let read = |(id, word): &(&str, &str)| {
        let id = SymptomId::parse(id).unwrap();
        let kind = of(&library, "needling").symptom(&id).unwrap().kind;
        (id, SymptomAnswer::parse(kind, word).unwrap())
    };
    CheckInAnswers { hours_since_end: hours, answers: answers.iter().map(read).collect(), ..Default::default() }
}

fn calm(hours: u32, redness: &str) -> CheckInAnswers {
    at(hours, &[("breathing", "no"), ("redness", redness), ("pus", "no")])
}

fn judge(now: &CheckInAnswers, earlier: &[CheckInAnswers]) -> Triage {
    triage(of(&library(), "needling"), now, earlier, &DEEP)
}

fn flags(triage: &Triage) -> Vec<&str> {
    triage.findings.iter().map(|finding| finding.flag.as_str()).collect()
}

#[test]
fn check_ins_are_counted_from_the_recorded_end() {
    let ended: Timestamp = "2026-04-01T06:30:00Z".parse().unwrap();
    let due = check_ins(of(&library(), "needling"), ended);
    assert_eq!(due.iter().map(|one| one.day).collect::<Vec<_>>(), [1, 3, 7]);
    assert_eq!(due[1].due, "2026-04-04T06:30:00Z".parse().unwrap());
    assert_eq!(symptoms(of(&library(), "needling")).len(), 3);
}

#[test]
fn expected_healing_is_self_care_and_nobody_is_called() {
    let triage = judge(&calm(24, "severe"), &[]);
    assert_eq!((triage.tier, triage.deadline, triage.role), (Tier::Tier0, None, None));
    assert!(triage.findings.is_empty() && triage.ask_again.is_empty());
    assert_eq!(triage.needs_human_reader, HumanReader::NotNeeded);
}

#[test]
fn a_red_flag_overrides_everything_and_says_who_and_when() {
    let triage = judge(&at(30, &[("breathing", "yes"), ("redness", "none"), ("pus", "yes")]), &[]);
    assert_eq!(triage.tier, Tier::Tier3);
    assert_eq!((triage.deadline, triage.role), (Some(DeadlineKind::Now), Some(Reader::Physician)));
    assert_eq!(flags(&triage), ["breathing", "pus"]);
    assert_eq!(triage.findings[1].next_session, NextSession::Frozen);
}

#[test]
fn a_flag_speaks_only_within_its_hours() {
    let pus = |hours| judge(&at(hours, &[("breathing", "no"), ("redness", "none"), ("pus", "yes")]), &[]).tier;
    assert_eq!(pus(23), Tier::Tier0);
    assert_eq!(pus(24), Tier::Tier2);
}

#[test]
fn a_blank_is_asked_again_and_then_a_persons_task() {
    let mut blank = at(30, &[("redness", "mild")]);
    let first = judge(&blank, &[]);
    assert_eq!((first.tier, first.worst_open), (Tier::Tier0, Some(Tier::Tier3)));
    assert_eq!(first.ask_again.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["breathing", "pus"]);
    blank.asked = Asked::Again;
    let second = judge(&blank, &[]);
    assert_eq!(
        (second.tier, second.deadline),
        (Tier::Tier2, Some(DeadlineKind::SameDay)),
        "never an emergency by itself"
    );
    assert!(second.findings.is_empty());
}

#[test]
fn a_blank_whose_worst_answer_is_mild_is_a_nurses_task() {
    let blank = |hours| CheckInAnswers { asked: Asked::Again, ..at(hours, &[("breathing", "no"), ("pus", "no")]) };
    let early = judge(&blank(30), &[]);
    assert_eq!((early.tier, early.ask_again.len()), (Tier::Tier0, 0), "nothing can be beyond the curve yet");
    let later = judge(&blank(96), &[]);
    assert_eq!((later.tier, later.role), (Tier::Tier1, Some(Reader::Nurse)));
    let after_a_reading = judge(&blank(96), &[calm(48, "mild")]);
    assert_eq!((after_a_reading.tier, after_a_reading.role), (Tier::Tier2, Some(Reader::Physician)));
}

#[test]
fn redness_that_rises_after_falling_is_for_a_doctor_and_steady_redness_is_not() {
    let history = [calm(24, "severe"), calm(48, "mild")];
    let rising = judge(&calm(72, "moderate"), &history);
    assert_eq!((rising.tier, flags(&rising)), (Tier::Tier2, vec!["redness-rising"]));
    assert_eq!(judge(&calm(72, "mild"), &history).tier, Tier::Tier0);
}

#[test]
fn a_single_earlier_reading_is_enough_for_a_rise() {
    assert_eq!(judge(&calm(72, "moderate"), &[calm(24, "mild")]).tier, Tier::Tier2);
}

#[test]
fn redness_is_late_only_beyond_the_curve_and_its_days_of_grace() {
    let late = |hours, redness| judge(&calm(hours, redness), &[]);
    assert_eq!(late(24 * 7, "moderate").tier, Tier::Tier0);
    let lasting = late(24 * 8, "mild");
    assert_eq!((lasting.tier, lasting.role), (Tier::Tier1, Some(Reader::Nurse)));
    assert_eq!(lasting.findings[0].class, SignClass::Expected);
}

#[test]
fn without_a_curve_a_person_looks() {
    let shallow = PerformedSession::from(Some(HundredthsMm(50)));
    let triage = triage(of(&library(), "needling"), &calm(24 * 8, "mild"), &[], &shallow);
    assert_eq!((triage.tier, triage.needs_human_reader), (Tier::Tier0, HumanReader::Needed));
}

#[test]
fn free_text_can_only_raise_and_always_has_a_reader() {
    let wrote = |text: &str| {
        let now = CheckInAnswers { free_text: text.into(), ..calm(30, "mild") };
        judge(&now, &[])
    };
    let raised = wrote("昨夜から息苦しいです");
    assert_eq!((raised.tier, raised.needs_human_reader), (Tier::Tier3, HumanReader::Needed));
    let negated = wrote("膿はありません。順調です");
    assert_eq!((negated.tier, negated.needs_human_reader), (Tier::Tier0, HumanReader::Needed));
    let reassuring = CheckInAnswers {
        free_text: "I feel fine".into(),
        ..at(30, &[("breathing", "yes"), ("redness", "none"), ("pus", "no")])
    };
    assert_eq!(judge(&reassuring, &[]).tier, Tier::Tier3);
}

#[test]
fn the_curve_is_drawn_only_where_there_is_evidence() {
    let library = library();
    let on = |depth, day| expected(of(&library, "needling"), depth, day);
    let day = on(Some(HundredthsMm(100)), 2).unwrap();
    assert_eq!((day.signs[0].usual, day.signs[0].upper), (Severity::Mild, Severity::Moderate));
    assert_eq!(on(Some(HundredthsMm(150)), 6).unwrap().signs[0].upper, Severity::None);
    assert_eq!(on(Some(HundredthsMm(99)), 2), None);
    assert_eq!(on(Some(HundredthsMm(200)), 2), None);
    assert_eq!(on(None, 2), None);
}
