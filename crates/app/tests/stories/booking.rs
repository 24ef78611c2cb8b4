use crate::refusal::{code, fields};
use app::booking::{self, By, Outcome};
use app::identity::Details;
use jiff::SignedDuration;
use jiff::civil::date;
use journey::booking::{Block, OnlineOutcome, VisitState};
use journey::facts::Facts;
use testkit::{TestClinic, all_clear, details, hold};

fn a_visitor_books_at_three_in_the_morning_and_gets_an_examination_with_a_provisional_block(clinic: &TestClinic) {
    let answers = all_clear(clinic.protocol("dermapen"), clinic.today());
    let outcome = clinic.books_online(1, "dermapen", date(2026, 11, 24), answers).unwrap();
    let Outcome::Booked(done) = outcome else { panic!("the booking stands") };
    assert_eq!(done.outcome, OnlineOutcome::ExaminationWithBlock);
    assert_eq!(done.visit.items.len(), 2);
    assert_eq!(done.visit.items[0].block, Block::Free);
    assert_eq!(done.visit.items[1].block, Block::Provisional);
    assert!(done.visit.starts >= clinic.at(date(2026, 11, 24), 10, 0));
    assert_eq!(clinic.count("identity_patient"), 1);
    assert_eq!(clinic.count("outbox_message"), 1);
}

fn the_same_form_sent_twice_gives_the_same_visit(clinic: &TestClinic) {
    let command = hold("dermapen", clinic.free_time("dermapen", date(2026, 11, 27)));
    let (token, _) = clinic.by_visitor(move |work| booking::hold(work, &command)).unwrap();
    let form = testkit::booking(&token, details(1), all_clear(clinic.protocol("dermapen"), clinic.today()));
    let send = || {
        let form = form.clone();
        match clinic.by_visitor(move |work| booking::confirm(work, &form)) {
            Ok(Outcome::Booked(done)) => (done.visit.id, done.link),
            other => panic!("the booking stands, not {other:?}"),
        }
    };
    assert_eq!(send(), send());
    assert_eq!(clinic.count("identity_patient"), 1);
    assert_eq!(clinic.count("outbox_message"), 1);
}

fn a_hold_can_be_agreed_until_it_lapses_and_then_its_time_is_free_again(clinic: &TestClinic) {
    let starts = clinic.free_time("dermapen", date(2026, 11, 27));
    let command = hold("dermapen", starts);
    let (token, held) = clinic.by_visitor(move |work| booking::hold(work, &command)).unwrap();
    assert_ne!(clinic.free_time("dermapen", date(2026, 11, 27)), starts);
    clinic.clock.set(held.until);
    let form = testkit::booking(&token, details(1), Facts::new());
    assert_eq!(code(clinic.by_visitor(move |work| booking::confirm(work, &form))), "hold-lapsed");
    assert_eq!(clinic.free_time("dermapen", date(2026, 11, 27)), starts);
    assert_eq!(clinic.count("identity_patient"), 0);
}

fn a_hold_is_extended_once_and_not_twice(clinic: &TestClinic) {
    let command = hold("counselling", clinic.free_time("counselling", date(2026, 11, 27)));
    let (token, held) = clinic.by_visitor(move |work| booking::hold(work, &command)).unwrap();
    clinic.clock.pass(SignedDuration::from_mins(19));
    let again = token.clone();
    let until = clinic.by_visitor(move |work| booking::extend(work, &again)).unwrap();
    assert_eq!(until, held.until.checked_add(SignedDuration::from_mins(19)).unwrap());
    assert_eq!(code(clinic.by_visitor(move |work| booking::extend(work, &token))), "not-offered");
}

fn a_form_with_mistakes_names_them_and_keeps_the_hold(clinic: &TestClinic) {
    let command = hold("counselling", clinic.free_time("counselling", date(2026, 11, 27)));
    let (token, _) = clinic.by_visitor(move |work| booking::hold(work, &command)).unwrap();
    let wrong = testkit::booking(&token, Details { phone: "12".into(), ..details(1) }, Facts::new());
    assert_eq!(fields(clinic.by_visitor(move |work| booking::confirm(work, &wrong))), ["phone"]);
    let right = testkit::booking(&token, details(1), Facts::new());
    assert!(matches!(clinic.by_visitor(move |work| booking::confirm(work, &right)), Ok(Outcome::Booked(_))));
}

fn a_fourth_open_booking_under_one_number_is_refused(clinic: &TestClinic) {
    for _ in 0..3 {
        let booked = clinic.books_online(1, "counselling", date(2026, 11, 27), Facts::new());
        assert!(matches!(booked, Ok(Outcome::Booked(_))), "{booked:?}");
    }
    assert_eq!(code(clinic.books_online(1, "counselling", date(2026, 11, 27), Facts::new())), "too-many-open");
}

fn a_visit_is_moved_with_all_its_claims(clinic: &TestClinic) {
    let patient = clinic.books(1, "dermapen");
    let claims = clinic.count("booking_claim");
    let (visit, later) = (patient.visit, clinic.free_time("dermapen", date(2026, 11, 28)));
    let moved = clinic.by_visitor(move |work| booking::reschedule(work, visit, later, None, By::Patient)).unwrap();
    assert_eq!((moved.starts, moved.sequence), (later, 1));
    assert_eq!(clinic.count("booking_claim"), claims);
    assert_eq!(clinic.free_time("dermapen", date(2026, 11, 27)), patient.starts);
}

fn a_patient_may_cancel_until_a_day_before_and_staff_always(clinic: &TestClinic) {
    let (first, second) = (clinic.books(1, "dermapen"), clinic.books(2, "dermapen"));
    let day = SignedDuration::from_hours(24);
    clinic.clock.set(first.starts.checked_sub(day).unwrap());
    let visit = first.visit;
    let gone = clinic.by_visitor(move |work| booking::cancel(work, visit, By::Patient)).unwrap();
    assert!(matches!(gone.state, VisitState::Cancelled { .. }));
    clinic.clock.set(second.starts.checked_sub(day).unwrap().checked_add(SignedDuration::from_secs(1)).unwrap());
    let visit = second.visit;
    assert_eq!(code(clinic.by_visitor(move |work| booking::cancel(work, visit, By::Patient))), "change-too-late");
    clinic.by("ueno", move |work| booking::cancel(work, visit, By::Staff));
    assert_eq!(clinic.count("booking_claim"), 0);
}

fn nobody_is_a_no_show_before_a_quarter_of_an_hour_has_passed(clinic: &TestClinic) {
    let patient = clinic.books(1, "dermapen");
    let visit = patient.visit;
    clinic.clock.set(patient.starts.checked_add(SignedDuration::from_secs(15 * 60 - 1)).unwrap());
    assert_eq!(code(clinic.try_by("ueno", move |work| booking::no_show(work, visit))), "visit-not-due");
    clinic.clock.pass(SignedDuration::from_secs(1));
    let noted = clinic.by("ueno", move |work| booking::no_show(work, visit));
    assert!(matches!(noted.state, VisitState::NoShow { .. }));
}

fn a_private_page_opens_with_the_birth_date_and_shuts_after_five_wrong_ones(clinic: &TestClinic) {
    let patient = clinic.books(1, "dermapen");
    let born = details(1).birth_date.unwrap();
    let open = |day| {
        let link = patient.link.clone();
        clinic.by_visitor(move |work| booking::open_with_birth_date(work, &link, day)).unwrap()
    };
    assert_eq!(open(born).map(|opened| opened.visit), Some(patient.visit));
    for _ in 0..5 {
        assert_eq!(open(born.tomorrow().unwrap()), None);
    }
    assert_eq!(open(born), None);
}

on_both_engines! {
    a_visitor_books_at_three_in_the_morning_and_gets_an_examination_with_a_provisional_block,
    the_same_form_sent_twice_gives_the_same_visit,
    a_hold_can_be_agreed_until_it_lapses_and_then_its_time_is_free_again,
    a_hold_is_extended_once_and_not_twice,
    a_form_with_mistakes_names_them_and_keeps_the_hold,
    a_fourth_open_booking_under_one_number_is_refused,
    a_visit_is_moved_with_all_its_claims,
    a_patient_may_cancel_until_a_day_before_and_staff_always,
    nobody_is_a_no_show_before_a_quarter_of_an_hour_has_passed,
    a_private_page_opens_with_the_birth_date_and_shuts_after_five_wrong_ones,
}
