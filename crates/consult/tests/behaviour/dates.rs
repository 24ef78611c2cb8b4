use crate::{ask, wrong};
use consult::course::Forecast;
use serde_json::json;

#[test]
fn the_next_session_is_earliest_when_its_interval_is_over_and_not_a_day_before() {
    let answer = ask::<Forecast>(&json!({
        "protocol": "dermapen", "indication": "acne-scars", "today": "2026-11-24",
        "history": [{"treated": "dermapen", "on": "2026-11-02", "indication": "acne-scars"}],
        "check": ["2026-11-29", "2026-11-30"],
    }))
    .unwrap();
    assert_eq!(answer["earliest"], "2026-11-30");
    assert_eq!(answer["checked"][0]["findings"][0]["headline"], "needs-doctor");
    assert_eq!(answer["checked"][1]["findings"], json!([]));
}

#[test]
fn what_is_booked_ahead_and_what_was_answered_close_days_too() {
    let answer = ask::<Forecast>(&json!({
        "protocol": "dermapen", "indication": "acne-scars", "today": "2026-11-24",
        "facts": {"pregnancy": "yes", "last_vaccination": "2026-11-23"},
    }))
    .unwrap();
    assert!(answer["earliest"].as_str().unwrap() > "2026-11-24", "a vaccination yesterday is waited for");
    let blocked = answer["blocked_by"].as_array().unwrap();
    assert!(blocked.iter().any(|finding| finding["rule"] == "pregnancy-or-nursing"));
}

#[test]
fn a_course_of_several_indications_asks_which_is_meant() {
    assert_eq!(wrong::<Forecast>(&json!({"protocol": "dermapen", "today": "2026-11-24"}))[0].0, "indication");
}

#[test]
fn a_past_session_of_an_unknown_kind_is_refused_with_its_place() {
    let told = wrong::<Forecast>(&json!({
        "protocol": "dermapen", "indication": "pores", "today": "2026-11-24",
        "history": [{"treated": "light", "on": "2026-11-01"}, {"treated": "lihgt", "on": "2026-11-02"}],
    }));
    assert_eq!(told[0].0, "history[1].treated");
    assert!(told[0].1.contains("light"));
}
