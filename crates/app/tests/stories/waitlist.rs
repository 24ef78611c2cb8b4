use crate::refusal::code;
use app::booking::{self, By};
use app::waitlist::{self, EntryState, Joining, Who, join};
use app::{AppError, Token};
use jiff::SignedDuration;
use jiff::civil::{Date, date};
use journey::booking::VisitState;
use journey::roster::closure::ClosureKind;
use journey::text::{Bilingual, Lang};
use journey::waitlist::{OfferState, Wish};
use testkit::{Patient, TestClinic, details};

const FRIDAY: Date = date(2026, 11, 27);

/// The only physician leaves on Friday at an instant.
fn leaves(clinic: &TestClinic, after: jiff::Timestamp) {
    let ends = clinic.app.world().bounds(FRIDAY).1;
    let subject = clinic.by("sakamoto", |work| {
        let house = app::roster::house(work)?;
        Ok(house.resources.iter().find(|one| one.name.en == "Yuki Sakamoto").map(|one| one.id))
    });
    let change = app::roster::Change::Close {
        subject: subject.unwrap(),
        kind: ClosureKind::Leave,
        starts: after,
        ends,
        reason: Bilingual::new("休暇", "Leave"),
    };
    clinic.by("sakamoto", move |work| app::roster::apply(work, &change));
}

/// Friday has one time for a treatment, the first of the day, and somebody has it.
fn full_friday(clinic: &TestClinic) -> Patient {
    let patient = clinic.books(1, "dermapen");
    let ends = clinic.by("ueno", move |work| Ok(booking::visit(work, patient.visit)?.ends));
    leaves(clinic, ends);
    patient
}

fn waits(clinic: &TestClinic, number: u16) -> Token {
    let wish = Wish { from: FRIDAY, until: FRIDAY, days: Vec::new(), practitioner: None };
    let joining = Joining {
        who: Who::New(details(number)),
        service: "dermapen".into(),
        wish,
        earlier_than: None,
        language: Lang::Ja,
    };
    clinic.by_visitor(move |work| join(work, &joining)).unwrap().1
}

fn round(clinic: &TestClinic) -> usize {
    clinic.app.write(app::actor::Actor::System, waitlist::offer_freed).wait().unwrap()
}

fn seen(clinic: &TestClinic, link: &Token) -> waitlist::Waiting {
    let link = link.clone();
    clinic.by_visitor(move |work| waitlist::by_link(work, &link)).unwrap()
}

fn freed_time_goes_to_who_waited_longest_and_when_they_do_not_answer_to_the_next(clinic: &TestClinic) {
    clinic.at(date(2026, 11, 24), 10, 0);
    let patient = full_friday(clinic);
    let first = waits(clinic, 21);
    clinic.clock.pass(SignedDuration::from_mins(1));
    let second = waits(clinic, 22);
    assert_eq!(round(clinic), 0, "nothing is free");
    clinic.by("ueno", move |work| booking::cancel(work, patient.visit, By::Staff));
    assert_eq!(round(clinic), 1);
    let offer = seen(clinic, &first).offer.unwrap();
    assert_eq!(offer.starts, patient.starts);
    assert_eq!(seen(clinic, &second).entry.state, EntryState::Waiting);
    assert_eq!(round(clinic), 0, "the time is kept for the first");
    let OfferState::Open { until } = offer.state else { panic!("the offer is open") };
    clinic.clock.set(until);
    assert_eq!(round(clinic), 1);
    assert_eq!(seen(clinic, &first).entry.lapsed, 1);
    assert_eq!(seen(clinic, &second).entry.state, EntryState::Offered);
    let late = first.clone();
    let refused = clinic.by_visitor(move |work| waitlist::take(work, &late));
    assert_eq!(code(refused), "offer-run-out");
}

fn an_offer_that_is_taken_is_an_agreed_visit_and_taken_twice_it_is_taken_once(clinic: &TestClinic) {
    clinic.at(date(2026, 11, 24), 10, 0);
    let patient = full_friday(clinic);
    let link = waits(clinic, 21);
    clinic.by("ueno", move |work| booking::cancel(work, patient.visit, By::Staff));
    assert_eq!(round(clinic), 1);
    let take = || {
        let link = link.clone();
        clinic.by_visitor(move |work| waitlist::take(work, &link)).unwrap().visit
    };
    let visit = take();
    assert_eq!(take(), visit);
    let agreed = clinic.by("ueno", move |work| booking::visit(work, visit));
    assert!(matches!(agreed.state, VisitState::Booked { .. }));
    assert_eq!(agreed.starts, patient.starts);
    assert_eq!(seen(clinic, &link).entry.state, EntryState::Done);
}

fn nobody_is_written_to_at_night(clinic: &TestClinic) {
    clinic.at(date(2026, 11, 24), 10, 0);
    let patient = full_friday(clinic);
    let link = waits(clinic, 21);
    clinic.by("ueno", move |work| booking::cancel(work, patient.visit, By::Staff));
    clinic.at(date(2026, 11, 24), 21, 0);
    assert_eq!(round(clinic), 0);
    clinic.at(date(2026, 11, 25), 8, 0);
    assert_eq!(round(clinic), 1);
    assert_eq!(seen(clinic, &link).entry.state, EntryState::Offered);
}

fn who_leaves_the_list_gives_the_time_that_was_kept_to_the_next(clinic: &TestClinic) {
    clinic.at(date(2026, 11, 24), 10, 0);
    let patient = full_friday(clinic);
    let (first, second) = (waits(clinic, 21), waits(clinic, 22));
    clinic.by("ueno", move |work| booking::cancel(work, patient.visit, By::Staff));
    round(clinic);
    let leaving = if seen(clinic, &first).entry.state == EntryState::Offered { &first } else { &second };
    let other = if leaving == &first { &second } else { &first };
    let gone = leaving.clone();
    clinic.by_visitor(move |work| waitlist::withdraw(work, &gone)).unwrap();
    assert_eq!(round(clinic), 1);
    assert_eq!(seen(clinic, other).entry.state, EntryState::Offered);
    assert_eq!(seen(clinic, leaving).entry.state, EntryState::Withdrawn);
}

fn an_earlier_time_takes_the_place_of_the_later_visit(clinic: &TestClinic) {
    clinic.at(date(2026, 11, 24), 10, 0);
    let patient = full_friday(clinic);
    let later = clinic.books_on(5, "dermapen", date(2026, 11, 28));
    let wish = Wish { from: FRIDAY, until: FRIDAY, days: Vec::new(), practitioner: None };
    let joining = Joining {
        who: Who::Known(later.id),
        service: "dermapen".into(),
        wish,
        earlier_than: Some(later.visit),
        language: Lang::Ja,
    };
    let (_, link) = clinic.by("ueno", move |work| join(work, &joining));
    clinic.by("ueno", move |work| booking::cancel(work, patient.visit, By::Staff));
    assert_eq!(round(clinic), 1);
    let taken = clinic.by_visitor(move |work| waitlist::take(work, &link)).unwrap();
    assert_eq!(taken.visit, later.visit);
    let moved = clinic.by("ueno", move |work| booking::visit(work, later.visit));
    assert_eq!(moved.starts, patient.starts);
}

fn a_stranger_cannot_wait_with_somebody_elses_visit(clinic: &TestClinic) {
    let patient = clinic.books(1, "dermapen");
    let wish = Wish { from: FRIDAY, until: FRIDAY, days: Vec::new(), practitioner: None };
    let joining = Joining {
        who: Who::Known(patient.id),
        service: "dermapen".into(),
        wish,
        earlier_than: Some(patient.visit),
        language: Lang::Ja,
    };
    let refused = clinic.by_visitor(move |work| join(work, &joining));
    assert_eq!(refused.map(drop), Err(AppError::Forbidden));
}

on_both_engines! {
    freed_time_goes_to_who_waited_longest_and_when_they_do_not_answer_to_the_next,
    an_offer_that_is_taken_is_an_agreed_visit_and_taken_twice_it_is_taken_once,
    nobody_is_written_to_at_night,
    who_leaves_the_list_gives_the_time_that_was_kept_to_the_next,
    an_earlier_time_takes_the_place_of_the_later_visit,
    a_stranger_cannot_wait_with_somebody_elses_visit,
}
