use crate::refusal::{code, fields};
use app::booking::{self, Caller};
use app::course::{self, CourseState};
use app::{AppError, Refusal};
use jiff::ToSpan;
use journey::id::CourseId;
use journey::slug::{IndicationId, ProtocolId};
use testkit::{Patient, TestClinic, caller};

fn propose(clinic: &TestClinic, patient: &Patient, login: &str) -> Result<course::Course, AppError> {
    let (id, start) = (patient.id, clinic.today());
    let (protocol, indication) = (ProtocolId::parse("dermapen").unwrap(), IndicationId::parse("acne-scars").unwrap());
    clinic.try_by(login, move |work| course::propose(work, id, &protocol, &indication, start))
}

fn decide(
    clinic: &TestClinic,
    id: CourseId,
    to: CourseState,
    reason: &'static str,
) -> Result<course::Course, AppError> {
    clinic.try_by("morita", move |work| course::decide(work, id, to, reason))
}

#[test]
fn a_physician_proposes_the_usual_course_and_the_patient_accepts_it() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    clinic.arrives(&patient, "dermapen");
    assert_eq!(propose(&clinic, &patient, "morita"), Err(AppError::Forbidden));
    let proposed = propose(&clinic, &patient, "sakamoto").unwrap();
    assert_eq!(proposed.sessions.len(), 4);
    assert!(proposed.sessions.windows(2).all(|pair| pair[0].ideal.saturating_add(28.days()) <= pair[1].ideal));
    let accepted = decide(&clinic, proposed.id, CourseState::Accepted, "").unwrap();
    assert_eq!(accepted.state, CourseState::Accepted);
    assert_eq!(code(decide(&clinic, proposed.id, CourseState::Refused, "changed my mind")), "already-decided");
}

#[test]
fn a_course_of_which_sessions_are_open_is_not_proposed_twice_and_after_a_refusal_it_may_be() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    clinic.arrives(&patient, "dermapen");
    let proposed = propose(&clinic, &patient, "sakamoto").unwrap();
    assert_eq!(fields(propose(&clinic, &patient, "sakamoto")), ["aim"]);
    decide(&clinic, proposed.id, CourseState::Refused, "費用のため").unwrap();
    assert!(propose(&clinic, &patient, "sakamoto").is_ok());
}

#[test]
fn refusing_a_course_needs_a_reason() {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(1, "dermapen");
    clinic.arrives(&patient, "dermapen");
    let proposed = propose(&clinic, &patient, "sakamoto").unwrap();
    assert_eq!(fields(decide(&clinic, proposed.id, CourseState::Refused, "")), ["reason"]);
    let refused = decide(&clinic, proposed.id, CourseState::Refused, "費用のため").unwrap();
    assert!(refused.sessions.iter().all(|session| session.state == "dropped"));
}

/// Staff are told from which day on nobody needs to be asked; a physician may book it all the same.
#[test]
fn a_second_needling_within_four_weeks_is_refused_to_reception_and_not_on_the_day_it_runs_out() {
    let clinic = TestClinic::sqlite();
    let session = clinic.treated(1);
    let done = clinic.today();
    let book = |login: &str, day| {
        let command = caller(Caller::Known(session.patient.id), "dermapen", clinic.free_time("dermapen", day));
        clinic.try_by(login, move |work| booking::book_by_staff(work, &command))
    };
    let early = book("ueno", done.saturating_add(27.days()));
    assert!(matches!(early, Err(AppError::Refused(Refusal::TooSoon(_)))), "{early:?}");
    assert!(book("ueno", done.saturating_add(28.days())).is_ok());
}

#[test]
fn a_physician_may_book_earlier_than_the_rhythm() {
    let clinic = TestClinic::sqlite();
    let session = clinic.treated(1);
    let day = clinic.today().saturating_add(25.days());
    let command = caller(Caller::Known(session.patient.id), "dermapen", clinic.free_time("dermapen", day));
    assert!(clinic.try_by("sakamoto", move |work| booking::book_by_staff(work, &command)).is_ok());
}
