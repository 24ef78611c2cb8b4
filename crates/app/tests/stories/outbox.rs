use app::actor::Actor;
use app::outbox::{self, Outgoing, Waiting};
use jiff::SignedDuration;
use testkit::TestClinic;

fn due(clinic: &TestClinic) -> Vec<Outgoing> {
    clinic.app.write(Actor::System, |work| outbox::take_due(work, 10)).wait().unwrap()
}

fn only(clinic: &TestClinic) -> Waiting {
    clinic.by("ueno", outbox::waiting).remove(0)
}

#[test]
fn a_message_is_taken_once_and_its_text_is_not_kept_when_it_has_left() {
    let clinic = TestClinic::sqlite();
    clinic.books(1, "dermapen");
    let message = due(&clinic).remove(0);
    assert!(message.body.contains("/my/"));
    assert!(due(&clinic).is_empty());
    clinic.app.write(Actor::System, move |work| outbox::sent(work, message.id)).wait().unwrap();
    assert_eq!(only(&clinic).state, "sent");
    clinic.clock.pass(SignedDuration::from_hours(2));
    assert!(due(&clinic).is_empty());
}

#[test]
fn a_message_that_cannot_leave_is_tried_six_times_and_then_waits_for_a_person() {
    let clinic = TestClinic::sqlite();
    clinic.books(1, "dermapen");
    for attempt in 1..=6 {
        let message = due(&clinic).remove(0);
        clinic.app.write(Actor::System, move |work| outbox::failed(work, message.id, "no such box")).wait().unwrap();
        assert_eq!(only(&clinic).state, if attempt < 6 { "queued" } else { "failed" });
        clinic.clock.pass(SignedDuration::from_hours(2));
    }
    assert!(due(&clinic).is_empty());
    let failed = only(&clinic);
    assert_eq!(failed.last_error.as_deref(), Some("no such box"));
    clinic.by("ueno", move |work| outbox::retry(work, failed.id));
    assert_eq!(due(&clinic).len(), 1);
}
