use crate::visitor::Visitor;
use axum::http::{StatusCode, header};
use testkit::{Patient, TestClinic};

/// A patient on their own private page.
fn at_home(number: u16) -> (Visitor, Patient) {
    let clinic = TestClinic::sqlite();
    let patient = clinic.books(number, "dermapen");
    let mut visitor = Visitor::of(clinic);
    let born = testkit::details(number).birth_date.expect("a birth date");
    let (year, month, day) = (born.year().to_string(), born.month().to_string(), born.day().to_string());
    let opened =
        visitor.post(&home(&patient, ""), &[("birth-year", &year), ("birth-month", &month), ("birth-day", &day)]);
    assert_eq!(opened.status, StatusCode::SEE_OTHER);
    (visitor, patient)
}

fn home(patient: &Patient, rest: &str) -> String {
    format!("/en/my/{}{rest}", patient.link.reveal())
}

/// The path of the one feed that a page shows.
fn feed(body: &str) -> String {
    let rest = body.split("webcal://127.0.0.1").nth(1).expect("an address for this device");
    let path = rest.split('"').next().expect("the end of it").to_owned();
    assert!(body.contains(&format!("http://127.0.0.1{path}")), "the same address to paste");
    path
}

/// What a calendar calls itself and its entries.
fn names(body: &str) -> Vec<&str> {
    body.lines().filter(|line| line.starts_with("SUMMARY") || line.starts_with("X-WR-CALNAME")).collect()
}

#[test]
fn a_patient_makes_an_address_that_is_shown_once_reads_it_without_a_cookie_and_withdraws_it() {
    let (mut visitor, patient) = at_home(1);
    assert!(visitor.get(&home(&patient, "")).body.contains(&home(&patient, "/subscribe")));
    let path = feed(&visitor.post(&home(&patient, "/subscribe"), &[]).body);
    let again = visitor.get(&home(&patient, "/subscribe"));
    assert!(!again.body.contains(&path), "the address is shown once");
    let id = again.values("feed").remove(0);

    let mut calendar = Visitor::of(visitor.clinic);
    let read = calendar.get(&path);
    assert_eq!(read.status, StatusCode::OK);
    assert_eq!(read.headers[header::CONTENT_TYPE], "text/calendar; charset=utf-8");
    assert_eq!(names(&read.body), ["X-WR-CALNAME;VALUE=TEXT:Test Dermatology", "SUMMARY:Test Dermatology"]);
    assert!(!read.headers.contains_key(header::SET_COOKIE));

    let deed = id.parse().expect("a key");
    calendar.clinic.by("sakamoto", move |work| app::calendar_feed::revoke(work, deed));
    assert_eq!(calendar.get(&path).status, StatusCode::NOT_FOUND);
}

#[test]
fn the_form_on_the_private_page_withdraws_an_address() {
    let (mut visitor, patient) = at_home(1);
    let path = feed(&visitor.post(&home(&patient, "/subscribe"), &[]).body);
    let id = visitor.get(&home(&patient, "/subscribe")).values("feed").remove(0);
    let gone = visitor.post(&home(&patient, "/subscribe/revoke"), &[("feed", &id)]);
    assert_eq!((gone.status, gone.location), (StatusCode::SEE_OTHER, home(&patient, "/subscribe?told=revoked")));
    assert_eq!(visitor.get(&path).status, StatusCode::NOT_FOUND);
    assert_eq!(visitor.get(&home(&patient, "/subscribe")).values("feed"), Vec::<String>::new());
}

#[test]
fn a_practitioner_follows_their_times_and_no_name_of_a_patient_is_in_them() {
    let mut visitor = Visitor::signed_in("morita");
    let morita = visitor.clinic.staff("morita").to_string();
    let fields = |detail| [("staff", morita.as_str()), ("detail", detail)];
    let busy = feed(&visitor.post("/console/calendar", &fields("busy")).body);
    let service = feed(&visitor.post("/console/calendar", &fields("service")).body);
    visitor
        .clinic
        .books_online(1, "counselling", jiff::civil::date(2026, 11, 27), journey::facts::Facts::new())
        .expect("booked");
    let (busy, service) = (visitor.get(&busy).body, visitor.get(&service).body);
    assert_eq!(names(&busy), ["X-WR-CALNAME;VALUE=TEXT:テスト皮膚科 予約", "SUMMARY:予約"]);
    assert_eq!(names(&service), ["X-WR-CALNAME;VALUE=TEXT:テスト皮膚科 予約", "SUMMARY:カウンセリング"]);
    for text in [busy, service] {
        assert!(!text.contains("患者1") && !text.contains("花子") && !text.contains("LOCATION"), "{text}");
    }
    let id = visitor.get("/console/calendar").values("feed").remove(0);
    assert_eq!(visitor.post("/console/calendar/revoke", &[("feed", &id)]).status, StatusCode::SEE_OTHER);
    assert_eq!(visitor.get("/console/calendar").values("feed").len(), 1);
}

#[test]
fn a_manager_sees_everybody_and_reception_is_told_that_there_is_nothing_to_make() {
    let mut manager = Visitor::signed_in("sakamoto");
    let offered = manager.get("/console/calendar");
    assert!(offered.values("staff").len() > 1);
    let mut reception = Visitor::signed_in("ueno");
    let empty = reception.get("/console/calendar");
    assert_eq!((empty.status, empty.values("staff").len()), (StatusCode::OK, 0));
    assert!(empty.body.contains("発行できるアドレスはありません"));
}

#[test]
fn whatever_is_no_feed_gets_one_and_the_same_answer() {
    let mut visitor = Visitor::new();
    let unknown = format!("/calendar/{}.ics", "0".repeat(64));
    let first = visitor.get(&unknown);
    assert_eq!(first.status, StatusCode::NOT_FOUND);
    assert_eq!(first.headers["x-robots-tag"], "noindex");
    for path in [
        "/calendar/short.ics",
        "/calendar/%FF.ics",
        "/calendar/a/b",
        &unknown.to_uppercase().replace("CALENDAR", "calendar"),
    ] {
        let other = visitor.get(path);
        assert_eq!((other.status, &other.body, &other.headers), (first.status, &first.body, &first.headers), "{path}");
    }
}

#[test]
fn a_calendar_that_knows_the_present_state_gets_no_text_again_until_something_changes() {
    let (mut visitor, patient) = at_home(1);
    let path = feed(&visitor.post(&home(&patient, "/subscribe"), &[]).body);
    let first = visitor.get(&path);
    let tag = first.headers[header::ETAG].to_str().expect("text").to_owned();
    assert_eq!(first.headers[header::CACHE_CONTROL], "private, max-age=300");
    assert_eq!(first.headers["x-robots-tag"], "noindex");
    assert_eq!(first.headers[header::REFERRER_POLICY], "no-referrer");
    let head = visitor.asks("HEAD", &path, (header::ACCEPT, "text/calendar"));
    assert_eq!((head.status, head.body.as_str()), (StatusCode::OK, ""));
    assert_eq!(head.headers[header::ETAG], tag.as_str());
    let known = visitor.asks("GET", &path, (header::IF_NONE_MATCH, &tag));
    assert_eq!((known.status, known.body.as_str()), (StatusCode::NOT_MODIFIED, ""));
    let visit = patient.visit;
    visitor.clinic.by("ueno", move |work| app::booking::cancel(work, visit, app::booking::By::Staff));
    let changed = visitor.asks("GET", &path, (header::IF_NONE_MATCH, &tag));
    assert_eq!(changed.status, StatusCode::OK);
    assert!(changed.body.contains("STATUS:CANCELLED") && changed.body.contains("SEQUENCE:1"), "{}", changed.body);
}

#[test]
fn sixty_calendars_in_a_minute_are_answered_and_then_it_is_enough_but_no_door_is_shut() {
    let mut visitor = Visitor::new();
    let path = format!("/calendar/{}.ics", "0".repeat(64));
    let answers: Vec<StatusCode> = (0..70).map(|_| visitor.get(&path).status).collect();
    assert!(answers[..60].iter().all(|status| *status == StatusCode::NOT_FOUND), "{answers:?}");
    assert!(answers[60..].contains(&StatusCode::TOO_MANY_REQUESTS), "{answers:?}");
    let sign_in = visitor.post("/console/sign-in", &[("login", "x"), ("password", "x"), ("code", "x")]);
    assert_eq!(sign_in.status, StatusCode::UNAUTHORIZED);
}
