//! What it costs a patient that a visit does not take place.

use jiff::{SignedDuration, Timestamp};
use journey::booking::Canceller::{self, Clinic, Patient, PatientLate};
use journey::booking::cancellation::Consequence::{Nothing, Session};
use journey::booking::cancellation::{Cancellation, Consequence, Ended, Judgement};

/// Ten in the morning in Tokyo.
fn starts() -> Timestamp {
    "2026-11-24T01:00:00Z".parse().expect("an instant")
}

fn before(seconds: i64) -> Timestamp {
    starts() - SignedDuration::from_secs(seconds)
}

fn strict() -> Cancellation {
    Cancellation { notice: SignedDuration::from_hours(24), late: Session, no_show: Session }
}

fn judged(canceller: Canceller, consequence: Consequence) -> Judgement {
    Judgement { canceller, consequence }
}

const DAY: i64 = 24 * 60 * 60;

#[test]
fn a_patient_is_in_time_until_exactly_the_notice() {
    let call = |now| strict().judge(starts(), now, Ended::ByPatient);
    assert_eq!(call(before(30 * DAY)), judged(Patient, Nothing));
    assert_eq!(call(before(DAY + 1)), judged(Patient, Nothing));
    assert_eq!(call(before(DAY)), judged(Patient, Nothing));
    assert_eq!(call(before(DAY - 1)), judged(PatientLate, Session));
    assert_eq!(call(before(0)), judged(PatientLate, Session));
    assert_eq!(call(before(-DAY)), judged(PatientLate, Session));
}

#[test]
fn the_clinic_never_costs_the_patient_anything_however_late_it_calls() {
    for seconds in [DAY + 1, DAY - 1, 0, -DAY] {
        assert_eq!(strict().judge(starts(), before(seconds), Ended::ByClinic), judged(Clinic, Nothing));
    }
}

#[test]
fn calling_late_and_not_coming_have_each_their_own_consequence() {
    let only_late = Cancellation { no_show: Nothing, ..strict() };
    let only_absent = Cancellation { late: Nothing, ..strict() };
    let late = |terms: Cancellation| terms.judge(starts(), before(60), Ended::ByPatient);
    let absent = |terms: Cancellation| terms.judge(starts(), before(-60), Ended::NoShow);
    assert_eq!((late(only_late), absent(only_late)), (judged(PatientLate, Session), judged(PatientLate, Nothing)));
    assert_eq!((late(only_absent), absent(only_absent)), (judged(PatientLate, Nothing), judged(PatientLate, Session)));
}

#[test]
fn a_service_that_says_nothing_asks_a_day_and_takes_nothing() {
    let terms = Cancellation::default();
    assert_eq!(terms.in_time_until(starts()), before(DAY));
    assert_eq!(terms.judge(starts(), before(DAY - 1), Ended::ByPatient), judged(PatientLate, Nothing));
    assert_eq!(terms.judge(starts(), before(-1), Ended::NoShow), judged(PatientLate, Nothing));
}

#[test]
fn without_notice_a_patient_may_call_until_the_visit_begins() {
    for notice in [SignedDuration::ZERO, SignedDuration::from_hours(-1)] {
        let terms = Cancellation { notice, ..strict() };
        assert_eq!(terms.judge(starts(), before(0), Ended::ByPatient), judged(Patient, Nothing));
        assert_eq!(terms.judge(starts(), before(-1), Ended::ByPatient), judged(PatientLate, Session));
    }
}

#[test]
fn a_notice_longer_than_the_calendar_makes_every_call_late() {
    let terms = Cancellation { notice: SignedDuration::MAX, ..strict() };
    assert_eq!(terms.judge(starts(), before(365 * DAY), Ended::ByPatient), judged(PatientLate, Session));
}

#[test]
fn a_consequence_is_read_back_from_its_word_and_no_other_word_is_one() {
    assert_eq!(Consequence::ALL.map(Consequence::code), ["nothing", "session"]);
    assert_eq!(Consequence::ALL.map(|one| Consequence::parse(one.code())), Consequence::ALL.map(Some));
    assert_eq!(Consequence::parse("fee"), None);
}

#[test]
fn the_terms_of_a_service_are_written_and_read_back() {
    let written = serde_json::to_value(strict()).unwrap();
    assert_eq!(written["late"], "session");
    assert_eq!(serde_json::from_value::<Cancellation>(written).unwrap(), strict());
    let unknown = serde_json::json!({ "notice": "PT24H", "late": "fine", "no_show": "nothing" });
    assert!(serde_json::from_value::<Cancellation>(unknown).is_err());
}
