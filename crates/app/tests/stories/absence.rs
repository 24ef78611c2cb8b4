use app::booking::{self, By, Caller, Visit};
use app::course::{self, CourseState, forfeited};
use jiff::{SignedDuration, ToSpan};
use journey::booking::{Canceller, VisitState};
use journey::id::CourseId;
use journey::slug::{IndicationId, ProtocolId};
use testkit::{TestClinic, caller};

/// Somebody in a course of needling, with the next session booked. A late call and an absence cost a session here.
fn in_course(clinic: &TestClinic) -> (CourseId, Visit) {
    let session = clinic.treated(1);
    let (id, start) = (session.patient.id, clinic.today());
    let (protocol, indication) = (ProtocolId::parse("dermapen").unwrap(), IndicationId::parse("acne-scars").unwrap());
    let course = clinic.by("sakamoto", move |work| {
        let proposed = course::propose(work, id, &protocol, &indication, start)?;
        course::decide(work, proposed.id, CourseState::Accepted, "")
    });
    let day = clinic.today().saturating_add(28.days());
    let command = caller(Caller::Known(id), "dermapen", clinic.free_time("dermapen", day));
    let booked = clinic.by("ueno", move |work| booking::book_by_staff(work, &command));
    (course.id, booked.visit)
}

fn lost(clinic: &TestClinic, course: CourseId) -> i64 {
    clinic.by("ueno", move |work| forfeited(work, course))
}

fn before(clinic: &TestClinic, visit: &Visit, hours: i64) {
    clinic.clock.set(visit.starts.checked_sub(SignedDuration::from_hours(hours)).unwrap());
}

#[test]
fn a_patient_who_calls_exactly_a_day_before_is_in_time_and_one_second_later_a_session_is_used() {
    for (late, sessions) in [(0, 0), (1, 1)] {
        let clinic = TestClinic::sqlite();
        let (course, visit) = in_course(&clinic);
        before(&clinic, &visit, 24);
        clinic.clock.pass(SignedDuration::from_secs(late));
        let id = visit.id;
        let gone = clinic.by("ueno", move |work| booking::cancel(work, id, By::ForPatient));
        let by = if late == 0 { Canceller::Patient } else { Canceller::PatientLate };
        assert!(matches!(gone.state, VisitState::Cancelled { by: whose, .. } if whose == by), "{:?}", gone.state);
        assert_eq!(lost(&clinic, course), sessions);
    }
}

#[test]
fn what_the_clinic_calls_off_costs_nothing_however_late() {
    let clinic = TestClinic::sqlite();
    let (course, visit) = in_course(&clinic);
    before(&clinic, &visit, 1);
    clinic.by("ueno", move |work| booking::cancel(work, visit.id, By::Staff));
    assert_eq!(lost(&clinic, course), 0);
}

#[test]
fn who_does_not_come_loses_a_session_and_has_it_back_when_they_come_after_all() {
    let clinic = TestClinic::sqlite();
    let (course, visit) = in_course(&clinic);
    clinic.clock.set(visit.starts.checked_add(SignedDuration::from_mins(20)).unwrap());
    clinic.by("ueno", move |work| booking::no_show(work, visit.id));
    assert_eq!(lost(&clinic, course), 1);
    clinic.by("ueno", move |work| booking::arrive(work, visit.id));
    assert_eq!(lost(&clinic, course), 0);
}
