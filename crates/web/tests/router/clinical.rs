//! The clinical half of the console: from an open record to what comes after the session.

use crate::visitor::Visitor;
use axum::http::StatusCode;
use jiff::SignedDuration;

const ON_THE_CHEEK: [(&str, &str); 5] =
    [("place", "cheek-left"), ("product", "dermapen-4"), ("measure", "depth"), ("points", ""), ("lot", "")];

fn setting(quantity: &str) -> Vec<(&str, &str)> {
    ON_THE_CHEEK.into_iter().chain([("quantity", quantity)]).collect()
}

/// A nurse at an open record of a needling session, and its address.
fn at_the_record() -> (Visitor, String) {
    let mut visitor = Visitor::new();
    let (_, record) = visitor.clinic.in_treatment(1);
    visitor.sign_in("nishida");
    (visitor, format!("/console/records/{}", record.id))
}

#[test]
fn a_depth_within_its_bounds_is_written_down_and_shown() {
    let (mut visitor, record) = at_the_record();
    let written = visitor.post(&format!("{record}/settings"), &setting("１．２"));
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.body);
    let page = visitor.get(&record).body;
    assert!(page.contains("<strong>1.2 mm</strong>"));
    assert_eq!(visitor.clinic.count("session_setting"), 1);
}

#[test]
fn a_depth_beyond_its_bound_is_refused_with_rule_and_reason_and_what_was_typed_stays() {
    let (mut visitor, record) = at_the_record();
    let refused = visitor.post(&format!("{record}/settings"), &setting("2.5"));
    assert_eq!(refused.status, StatusCode::CONFLICT);
    for shown in ["規則：cheek-scars", "頬のニキビ跡には1.5mmまで", "value=\"2.5\"", "根拠：中程度"]
    {
        assert!(refused.body.contains(shown), "{shown}");
    }
    assert_eq!(visitor.clinic.count("session_setting"), 0);
}

#[test]
fn something_that_is_no_number_is_asked_for_again_beside_its_field() {
    let (mut visitor, record) = at_the_record();
    let refused = visitor.post(&format!("{record}/settings"), &setting("deep"));
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("quantity-error"));
}

#[test]
fn a_zone_that_was_chosen_narrows_the_bounds_to_its_own() {
    let (mut visitor, record) = at_the_record();
    let (all, cheek) = (visitor.get(&record).body, visitor.get(&format!("{record}?place=cheek-left")).body);
    assert!(all.contains("額と眉間は骨が近く"));
    assert!(!cheek.contains("額と眉間は骨が近く"));
    assert!(cheek.contains("zone chosen"));
}

#[test]
fn a_record_is_signed_with_the_right_password_only_and_then_amended() {
    let (mut visitor, record) = at_the_record();
    visitor.post(&format!("{record}/settings"), &setting("1.2"));
    let wrong = visitor.post(&format!("{record}/sign"), &[("password", "not mine"), ("note", "赤みは軽度")]);
    assert_eq!(wrong.status, StatusCode::CONFLICT);
    assert!(wrong.body.contains("赤みは軽度"), "the note stays");
    let right = visitor.post(&format!("{record}/sign"), &[("password", testkit::PASSWORD), ("note", "赤みは軽度")]);
    assert_eq!(right.status, StatusCode::SEE_OTHER, "{}", right.body);
    let reasonless = visitor.post(&format!("{record}/amendments"), &[("reason", ""), ("text", "右頬も確認した")]);
    assert_eq!(reasonless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reasonless.body.contains("右頬も確認した"));
    visitor.post(&format!("{record}/amendments"), &[("reason", "記載もれ"), ("text", "右頬も確認した")]);
    let page = visitor.get(&record).body;
    assert!(page.contains("署名済み") && page.contains("記載もれ"));
    assert!(!page.contains("name=\"quantity\""), "nothing more is written into it");
}

#[test]
fn a_chart_shows_clinical_content_to_a_nurse_and_none_to_reception() {
    let mut visitor = Visitor::new();
    let session = visitor.clinic.treated(1);
    let chart = format!("/console/patients/{}", session.patient.id);
    let record = format!("/console/records/{}", session.record.id);
    visitor.sign_in("nishida");
    assert!(visitor.get(&chart).body.contains(&record));
    visitor.sign_in("ueno");
    let page = visitor.get(&chart);
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(&format!("/console/visits/{}", session.patient.visit)));
    assert!(!page.body.contains(&record));
}

#[test]
fn a_course_is_proposed_moved_too_early_refused_and_accepted() {
    let mut visitor = Visitor::new();
    let session = visitor.clinic.treated(1);
    let today = visitor.clinic.today().to_string();
    visitor.sign_in("sakamoto");
    let proposal = [("aim", "dermapen/acne-scars"), ("start", today.as_str())];
    let made = visitor.post(&format!("/console/patients/{}/course", session.patient.id), &proposal);
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    let course = made.location;
    visitor.sign_in("ueno");
    let action = visitor.get(&course).body.split("action=\"").find(|rest| rest.contains("/move\"")).map(str::to_owned);
    let action = action.and_then(|rest| rest.split('"').next().map(str::to_owned)).expect("a session to move");
    let key = action.split('/').nth(5).expect("the session").to_owned();
    let tomorrow = visitor.clinic.today().tomorrow().expect("a day").to_string();
    let early = visitor.post(&action, &[(&format!("move-{key}"), &tomorrow)]);
    assert_eq!(early.status, StatusCode::CONFLICT);
    assert!(early.body.contains("からは、医師の許可がなくても進められます"));
    let accepted = visitor.post(&format!("{course}/decide"), &[("to", "accepted")]);
    assert_eq!(accepted.status, StatusCode::SEE_OTHER);
    assert!(visitor.get(&course).body.contains("承諾済み"));
}

#[test]
fn a_check_in_is_due_asked_by_telephone_and_answered_for() {
    let mut visitor = Visitor::new();
    visitor.clinic.treated(1);
    visitor.clinic.clock.pass(SignedDuration::from_hours(25));
    visitor.sign_in("sakamoto");
    let inbox = visitor.get("/console/recovery");
    let call = inbox.links("/console/check-ins/").into_iter().next().expect("a check-in that is due");
    let sent = visitor.post(&call, &[("asked", "once"), ("symptom-fever", "yes"), ("symptom-redness", "mild")]);
    assert_eq!((sent.status, sent.location.ends_with("?asked=again")), (StatusCode::SEE_OTHER, true));
    assert!(visitor.get(&sent.location).body.contains("もう一度お尋ねください"));
    let answers = [("asked", "again"), ("symptom-fever", "yes"), ("symptom-redness", "mild")];
    let settled = visitor.post(&call, &answers);
    assert_eq!(settled.location, call);
    assert!(visitor.get(&call).body.contains("熱と赤みが一緒にあります"));
    let inbox = visitor.get("/console/recovery").body;
    assert!(inbox.contains("/console/escalations/") && inbox.contains("当日中に医師"));
}

#[test]
fn a_score_outside_its_scale_is_refused_and_one_inside_is_drawn() {
    let mut visitor = Visitor::new();
    let session = visitor.clinic.treated(1);
    visitor.sign_in("nishida");
    let chart = format!("/console/patients/{}", session.patient.id);
    let name = "score-dermapen-acne-scars-goodman-baron-qualitative";
    let score = |value| {
        [("protocol", "dermapen"), ("indication", "acne-scars"), ("scale", "goodman-baron-qualitative"), (name, value)]
    };
    let outside = visitor.post(&format!("{chart}/scores"), &score("9"));
    assert_eq!(outside.status, StatusCode::UNPROCESSABLE_ENTITY);
    let inside = visitor.post(&format!("{chart}/scores"), &score("3"));
    assert_eq!(inside.status, StatusCode::SEE_OTHER, "{}", inside.body);
    assert!(visitor.get(&chart).body.contains("series-1"));
}

#[test]
fn every_protocol_can_be_read_whole_in_both_languages() {
    let mut visitor = Visitor::signed_in("sakamoto");
    for lang in ["ja", "en"] {
        visitor.get(&format!("/console/language/{lang}"));
        for page in visitor.get("/console/protocols").links("/console/protocols/") {
            let shown = visitor.get(&page);
            assert_eq!(shown.status, StatusCode::OK);
            assert!(!shown.body.contains(">["), "{page} has a message without words");
        }
    }
}
