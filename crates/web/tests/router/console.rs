use crate::visitor::Visitor;
use axum::http::StatusCode;
use jiff::civil::date;

#[test]
fn signing_in_takes_both_factors_and_says_nothing_about_which_was_wrong() {
    let mut visitor = Visitor::new();
    let code = visitor.clinic.code_of("ueno");
    let wrong =
        visitor.post("/console/sign-in", &[("login", "ueno"), ("password", "not the password"), ("code", &code)]);
    let unknown =
        visitor.post("/console/sign-in", &[("login", "nobody"), ("password", "whatever it is"), ("code", "000000")]);
    assert_eq!((wrong.status, unknown.status), (StatusCode::UNAUTHORIZED, StatusCode::UNAUTHORIZED));
    let right =
        visitor.post("/console/sign-in", &[("login", "ueno"), ("password", testkit::PASSWORD), ("code", &code)]);
    assert_eq!((right.status, right.location.as_str()), (StatusCode::SEE_OTHER, "/console"));
    assert_eq!(visitor.get("/console").status, StatusCode::OK);
}

#[test]
fn a_telephone_booking_takes_a_name_a_number_a_service_and_a_time() {
    let mut visitor = Visitor::signed_in("ueno");
    let page = visitor.get("/console/book?service=counselling&day=2026-11-26");
    let starts = page.values("starts").into_iter().next().expect("a free time");
    let booked = visitor.post(
        "/console/book",
        &[
            ("service", "counselling"),
            ("day", "2026-11-26"),
            ("starts", &starts),
            ("origin", "phone"),
            ("family", "佐藤"),
            ("phone", "03-1234-5678"),
        ],
    );
    assert_eq!(booked.status, StatusCode::SEE_OTHER, "{}", booked.body);
    let visit = visitor.get(&booked.location);
    assert_eq!(visit.status, StatusCode::OK);
    assert!(visit.body.contains("佐藤"));
    visitor.clinic.at(date(2026, 11, 26), 9, 0);
    visitor.sign_in("ueno");
    assert!(visitor.get("/console?day=2026-11-26").body.contains("佐藤"));
}

#[test]
fn a_telephone_booking_without_a_number_is_asked_for_it() {
    let mut visitor = Visitor::signed_in("ueno");
    let page = visitor.get("/console/book?service=counselling&day=2026-11-26");
    let starts = page.values("starts").into_iter().next().expect("a free time");
    let refused = visitor.post(
        "/console/book",
        &[("service", "counselling"), ("day", "2026-11-26"), ("starts", &starts), ("family", "佐藤")],
    );
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("電話番号を数字で"));
    assert_eq!(visitor.clinic.count("booking_visit"), 0);
}

#[test]
fn a_session_that_was_left_alone_for_an_hour_is_over() {
    let mut visitor = Visitor::signed_in("ueno");
    assert_eq!(visitor.get("/console").status, StatusCode::OK);
    visitor.clinic.at(date(2026, 11, 24), 4, 30);
    assert_eq!(visitor.get("/console").status, StatusCode::SEE_OTHER);
}

#[test]
fn the_console_speaks_the_language_that_was_chosen() {
    let mut visitor = Visitor::signed_in("ueno");
    assert!(visitor.get("/console").body.contains("予約表"));
    visitor.get("/console/language/en");
    assert!(visitor.get("/console").body.contains("New booking"));
}

#[test]
fn reading_the_day_leaves_a_trace() {
    let mut visitor = Visitor::signed_in("ueno");
    let before = visitor.clinic.count("audit_event");
    visitor.get("/console");
    assert_eq!(visitor.clinic.count("audit_event"), before + 1);
}
