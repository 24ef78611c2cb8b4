use crate::visitor::{Answer, Visitor};
use axum::http::StatusCode;

const HANAKO: [(&str, &str); 9] = [
    ("family", "山田"),
    ("given", "花子"),
    ("family_kana", "やまだ"),
    ("given_kana", "はなこ"),
    ("birth-year", "1990"),
    ("birth-month", "4"),
    ("birth-day", "1"),
    ("phone", "090-1234-5678"),
    ("mail", "hanako@example.jp"),
];

/// Walks from a service to a held time; gives the address of the form.
fn hold(visitor: &mut Visitor, service: &str) -> String {
    let month = visitor.get(&format!("/ja/book/{service}?month=2026-12"));
    let day = month.links(&format!("/ja/book/{service}/day/")).into_iter().next().expect("a free day");
    let starts = visitor.get(&day).values("starts").into_iter().next().expect("a free time");
    let held = visitor.post(&format!("/ja/book/{service}/hold"), &[("starts", &starts), ("with", "")]);
    assert_eq!(held.status, StatusCode::SEE_OTHER);
    held.location
}

fn book(visitor: &mut Visitor, form: &str, answers: &[(&str, &str)]) -> Answer {
    let mut fields = HANAKO.to_vec();
    fields.extend_from_slice(answers);
    visitor.post(form, &fields)
}

#[test]
fn a_stranger_books_at_night_without_an_account_and_may_leave_every_question_blank() {
    let mut visitor = Visitor::new();
    let form = hold(&mut visitor, "dermapen");
    let page = visitor.get(&form).body;
    assert!(page.contains("まで確保しています"), "the held time stays visible");
    assert!(page.matches("<fieldset").count() <= 9, "at most eight questions and the birth date");
    let booked = book(&mut visitor, &form, &[]);
    assert_eq!(booked.status, StatusCode::SEE_OTHER, "{}", booked.body);
    let done = visitor.get(&booked.location);
    assert_eq!(done.status, StatusCode::OK);
    assert!(done.body.contains("施術の可否は診察で決まります"));
    assert_eq!(done.links("/ja/my/").len(), 1, "one private link");
    assert_eq!(visitor.clinic.count("outbox_message"), 1);
}

#[test]
fn the_same_form_sent_twice_books_once() {
    let mut visitor = Visitor::new();
    let form = hold(&mut visitor, "dermapen");
    let (first, second) = (book(&mut visitor, &form, &[]), book(&mut visitor, &form, &[]));
    assert_eq!((first.status, &first.location), (second.status, &second.location));
    assert_eq!(visitor.clinic.count("identity_patient"), 1);
    assert_eq!(visitor.clinic.count("booking_visit"), 1);
}

#[test]
fn mistakes_are_named_in_place_and_nothing_that_was_typed_is_lost() {
    let mut visitor = Visitor::new();
    let form = hold(&mut visitor, "dermapen");
    let wrong = visitor.post(&form, &[("family", "山田"), ("phone", "12"), ("mail", "nowhere")]);
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("電話番号を数字で"), "the telephone number");
    assert!(wrong.body.contains("メールアドレスの形"), "the mail address");
    assert!(wrong.body.contains("value=\"山田\""), "what was typed is still there");
    assert_eq!(visitor.clinic.count("identity_patient"), 0);
    assert_eq!(book(&mut visitor, &form, &[]).status, StatusCode::SEE_OTHER, "the time is still held");
}

#[test]
fn a_pregnant_visitor_is_told_kindly_and_nothing_of_it_is_kept() {
    let mut visitor = Visitor::new();
    let form = hold(&mut visitor, "dermapen");
    let told = book(&mut visitor, &form, &[("list-pregnancy-and-nursing", "pregnancy")]);
    assert_eq!(told.status, StatusCode::OK);
    assert!(told.body.contains("オンラインではご予約いただけません"));
    assert!(told.body.contains("tel:"), "whom to call instead");
    assert_eq!(visitor.clinic.count("screening_answer"), 0);
    assert_eq!(visitor.clinic.count("identity_patient"), 0);
    assert_eq!(visitor.clinic.count("booking_claim"), 0, "the time is free again");
}

#[test]
fn counselling_asks_no_questions() {
    let mut visitor = Visitor::new();
    let form = hold(&mut visitor, "counselling");
    let page = visitor.get(&form).body;
    assert!(!page.contains("安全のための質問"));
    assert_eq!(book(&mut visitor, &form, &[]).status, StatusCode::SEE_OTHER);
}

#[test]
fn a_taken_time_offers_the_next_free_ones() {
    let mut visitor = Visitor::new();
    let month = visitor.get("/ja/book/dermapen?month=2026-12");
    let day = month.links("/ja/book/dermapen/day/").into_iter().next().expect("a free day");
    let starts = visitor.get(&day).values("starts").into_iter().next().expect("a free time");
    let first = visitor.post("/ja/book/dermapen/hold", &[("starts", &starts), ("with", "")]);
    let second = visitor.post("/ja/book/dermapen/hold", &[("starts", &starts), ("with", "")]);
    assert_eq!((first.status, second.status), (StatusCode::SEE_OTHER, StatusCode::CONFLICT));
    let offered = second.values("starts");
    assert!(!offered.is_empty() && !offered.contains(&starts), "{offered:?}");
}

#[test]
fn a_forged_link_reveals_nothing_and_says_whom_to_call() {
    let mut visitor = Visitor::new();
    for path in
        [format!("/ja/my/{}", "0".repeat(64)), "/en/my/nonsense".into(), format!("/ja/book/hold/{}", "a".repeat(64))]
    {
        let answer = visitor.get(&path);
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(answer.body.contains("href=\"tel:"), "{path}");
    }
}

#[test]
fn a_private_page_asks_the_birth_date_first() {
    let mut visitor = Visitor::new();
    let form = hold(&mut visitor, "dermapen");
    let booked = book(&mut visitor, &form, &[]);
    let link = visitor.get(&booked.location).links("/ja/my/").remove(0);
    let gate = visitor.get(&link);
    assert_eq!(gate.status, StatusCode::OK);
    assert!(!gate.body.contains("山田") && !gate.body.contains("ダーマペン"), "the gate names nobody and nothing");
}

#[test]
fn a_form_from_another_site_is_refused() {
    let mut visitor = Visitor::new();
    let form = hold(&mut visitor, "dermapen");
    assert_eq!(visitor.post_from_elsewhere(&form, &HANAKO).status, StatusCode::FORBIDDEN);
    assert_eq!(visitor.clinic.count("identity_patient"), 0);
}
