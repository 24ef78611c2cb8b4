use app::booking::{self, Hold, Wanted};
use app::{AppError, Token};
use jiff::SignedDuration;
use jiff::civil::date;
use journey::booking::VisitState;
use journey::text::Lang;
use testkit::{TestClinic, caller, details};

fn form(clinic: &TestClinic) -> Token {
    clinic.app.token()
}

fn hold_of(clinic: &TestClinic, request: &Token) -> Hold {
    let wanted = Wanted { service: "dermapen".into(), practitioner: None, moving: None };
    let starts = clinic.free_time("dermapen", date(2026, 11, 27));
    Hold { wanted, starts, language: Lang::Ja, request: Some(request.clone()) }
}

fn a_hold_whose_answer_was_lost_is_the_same_hold_when_the_form_is_sent_again(clinic: &TestClinic) {
    let command = hold_of(clinic, &form(clinic));
    let send = || {
        let command = command.clone();
        clinic.by_visitor(move |work| booking::hold(work, &command)).unwrap()
    };
    let (first, second) = (send(), send());
    assert!(first.0 == second.0 && first.1.visit == second.1.visit);
    assert_eq!(clinic.count("booking_visit"), 1);
}

fn another_form_for_the_same_time_is_refused(clinic: &TestClinic) {
    let command = hold_of(clinic, &form(clinic));
    let other = Hold { request: Some(form(clinic)), ..command.clone() };
    clinic.by_visitor(move |work| booking::hold(work, &command)).unwrap();
    let refused = clinic.by_visitor(move |work| booking::hold(work, &other));
    assert_eq!(crate::refusal::code(refused), "time-taken");
}

fn a_form_whose_hold_has_lapsed_makes_a_new_one(clinic: &TestClinic) {
    let command = hold_of(clinic, &form(clinic));
    let again = command.clone();
    let (first, held) = clinic.by_visitor(move |work| booking::hold(work, &command)).unwrap();
    clinic.clock.set(held.until.checked_add(SignedDuration::from_secs(1)).unwrap());
    let (second, new) = clinic.by_visitor(move |work| booking::hold(work, &again)).unwrap();
    assert!(first != second && held.visit != new.visit);
    assert!(matches!(new.state, VisitState::Held { .. }));
}

fn reception_pressing_book_twice_books_once(clinic: &TestClinic) {
    let starts = clinic.free_time("dermapen", date(2026, 11, 27));
    let new = booking::Caller::New(details(1));
    let command = booking::ByStaff { request: Some(form(clinic)), ..caller(new, "dermapen", starts) };
    let book = || -> Result<_, AppError> {
        let command = command.clone();
        clinic.try_by("ueno", move |work| booking::book_by_staff(work, &command))
    };
    let (first, second) = (book().unwrap(), book().unwrap());
    assert!(first.visit.id == second.visit.id && first.link == second.link);
    assert_eq!((clinic.count("booking_visit"), clinic.count("identity_patient")), (1, 1));
}

on_both_engines! {
    a_hold_whose_answer_was_lost_is_the_same_hold_when_the_form_is_sent_again,
    another_form_for_the_same_time_is_refused,
    a_form_whose_hold_has_lapsed_makes_a_new_one,
    reception_pressing_book_twice_books_once,
}
