use app::booking::{self, Caller};
use app::course::{self, CourseState};
use app::recall::{self, Due, Reason};
use jiff::ToSpan;
use jiff::civil::Date;
use journey::period::Period;
use journey::slug::{IndicationId, ProtocolId};
use testkit::{Session, TestClinic, caller};

fn needling() -> ProtocolId {
    ProtocolId::parse("dermapen").unwrap()
}

/// Who is due on a day, as reception sees it at nine.
fn due_on(clinic: &TestClinic, day: Date) -> Vec<Due> {
    clinic.clock.set(clinic.at(day, 9, 0));
    clinic.by("ueno", recall::due)
}

fn treated_on(clinic: &TestClinic, session: &Session) -> Date {
    clinic.app.world().date_of(session.record.opened_at)
}

fn on_the_day_the_window_opens_somebody_is_due_and_the_day_before_nobody(clinic: &TestClinic) {
    let session = clinic.treated(1);
    let opens = Period::Months(6).after(treated_on(clinic, &session));
    assert_eq!(due_on(clinic, opens.yesterday().unwrap()), []);
    let due = due_on(clinic, opens);
    assert_eq!(due.len(), 1);
    assert_eq!((due[0].patient.id, due[0].since), (session.patient.id, opens));
    assert!(matches!(due[0].reason, Reason::Maintenance { .. }));
}

fn who_asked_to_be_left_alone_is_not_due_until_that_day(clinic: &TestClinic) {
    let session = clinic.treated(1);
    let opens = Period::Months(6).after(treated_on(clinic, &session));
    let (patient, until) = (session.patient.id, opens.checked_add(30.days()).unwrap());
    clinic.clock.set(clinic.at(opens, 9, 0));
    clinic.by("ueno", move |work| recall::snooze(work, patient, &needling(), until, "after the move"));
    assert_eq!(due_on(clinic, until.yesterday().unwrap()), []);
    assert_eq!(due_on(clinic, until).len(), 1);
}

fn who_has_a_visit_ahead_is_not_due(clinic: &TestClinic) {
    let session = clinic.treated(1);
    let opens = Period::Months(6).after(treated_on(clinic, &session));
    clinic.clock.set(clinic.at(opens, 9, 0));
    assert_eq!(due_on(clinic, opens).len(), 1);
    let again =
        caller(Caller::Known(session.patient.id), "dermapen", clinic.free_time("dermapen", opens.tomorrow().unwrap()));
    clinic.by("ueno", move |work| booking::book_by_staff(work, &again));
    assert_eq!(due_on(clinic, opens), []);
}

fn the_next_session_of_a_running_course_is_due_on_its_ideal_day_and_comes_before_keeping_up(clinic: &TestClinic) {
    let session = clinic.treated(1);
    let (patient, start) = (session.patient.id, clinic.today().tomorrow().unwrap());
    let course = clinic.by("sakamoto", move |work| {
        let indication = IndicationId::parse("acne-scars").unwrap();
        let course = course::propose(work, patient, &needling(), &indication, start)?;
        course::decide(work, course.id, CourseState::Accepted, "")
    });
    let next = &course.sessions[0];
    assert_eq!(due_on(clinic, next.ideal.yesterday().unwrap()), []);
    let due = due_on(clinic, next.ideal);
    assert_eq!(due.len(), 1);
    assert_eq!(due[0].reason, Reason::NextSession { number: next.number, latest: next.latest });
}

on_both_engines!(
    on_the_day_the_window_opens_somebody_is_due_and_the_day_before_nobody,
    who_asked_to_be_left_alone_is_not_due_until_that_day,
    who_has_a_visit_ahead_is_not_due,
    the_next_session_of_a_running_course_is_due_on_its_ideal_day_and_comes_before_keeping_up,
);
