//! Touch-ups, events, answers and pauses in a `[[date]]`, and the mutants that they catch.

use crate::small::{differences, with_more};
use journey::slug::ProtocolId;
use protocol::mutate::tally;

const NONE: [&str; 0] = [];

const TOUCH_UP: &str = "[touch_up]\nfrom = { days = 14 }\nto = { days = 28 }\nconfidence = \"house\"\n\
    says = { ja = \"医師が判断します。\", en = \"A doctor decides.\" }\n";
const DOWNTIME: &str = "[[downtime]]\nid = \"calm\"\ndays = 14\nconfidence = \"house\"\n\
    says = { ja = \"2週間前までに。\", en = \"Two weeks before.\" }\n";

fn differs(protocol: &str, case: &str) -> Vec<String> {
    differences(&with_more(&[("needling/protocol.toml", protocol)], &dated(case)))
}

fn dated(case: &str) -> String {
    format!("[[date]]\nname = \"x\"\nindication = \"acne-scars\"\ntoday = 2026-04-02\n{case}")
}

/// The paths that begin so and survive these cases; there must be some to change.
fn survivors(protocol: &str, cases: &str, path: &str) -> Vec<String> {
    let (library, cases) = with_more(&[("needling/protocol.toml", protocol)], cases);
    let id = ProtocolId::parse("needling").unwrap();
    let paths = protocol::mutate::mutants(&library, &id);
    assert!(paths.iter().any(|mutant| mutant.what.starts_with(path)), "nothing is called {path}");
    let survivors = tally(&library, &id, &cases, |_, _| ()).survivors;
    survivors
        .into_iter()
        .filter(|(what, _)| what.starts_with(path))
        .map(|(what, change)| what + ": " + &change)
        .collect()
}

const SESSION: &str = "history = [{ treated = \"needling\", on = 2026-04-01 }]\n";

#[test]
fn the_window_of_a_touch_up_is_told_and_its_mutants_are_caught() {
    let window = "expect = { touch_up = { from = 2026-04-15, to = 2026-04-29 } }\n";
    let case = format!("{SESSION}{window}");
    assert_eq!(differs(TOUCH_UP, &case), NONE);
    assert_eq!(survivors(TOUCH_UP, &dated(&case), "touch-up"), NONE);
    assert_eq!(differs(&TOUCH_UP.replace("28", "27"), &case), ["touch-up to: expected 2026-04-29, got 2026-04-28"]);
    assert_eq!(
        differs("", &case),
        ["touch-up from: expected 2026-04-15, got none", "touch-up to: expected 2026-04-29, got none"]
    );
}

#[test]
fn a_planned_touch_up_is_a_doctors_and_waits_its_own_time() {
    let case = format!(
        "{SESSION}planned = {{ touch_up = true }}\n\
         expect = {{ earliest = 2026-04-15, latest = 2026-04-29, binding = {{ earliest = \"touch-up\" }} }}\n\
         refused = [{{ on = 2026-04-14, rule = \"touch-up\", kind = \"too-early\" }}, \
                    {{ on = 2026-04-15, rule = \"touch-up\", kind = \"touch-up\" }}]\n\
         silent = [{{ on = 2026-04-15, rule = \"touch-up\", kind = \"too-early\" }}]\n"
    );
    assert_eq!(differs(TOUCH_UP, &case), NONE);
}

#[test]
fn a_touch_up_in_the_history_is_no_session_of_the_course() {
    let case = |touch_up: &str, number: u8| {
        format!(
            "history = [{{ treated = \"needling\", on = 2026-03-01 }}, \
             {{ treated = \"needling\", on = 2026-04-01{touch_up} }}]\nexpect = {{ number = {number} }}\n"
        )
    };
    assert_eq!(differs("", &case("", 3)), NONE);
    assert_eq!(differs("", &case(", touch_up = true", 2)), NONE);
}

#[test]
fn an_event_closes_the_days_before_it() {
    let case = "events = [{ on = 2026-06-15 }]\nfree = [2026-06-01]\n\
                refused = [{ on = 2026-06-02, rule = \"calm\", kind = \"event-ahead\" }]\n";
    assert_eq!(differs(DOWNTIME, case), NONE);
    assert_eq!(survivors(DOWNTIME, &dated(case), "downtime"), NONE);
    assert_eq!(survivors(DOWNTIME, "", "downtime").len(), 3);
    assert_eq!(differs(&DOWNTIME.replace("14", "15"), case), ["2026-06-01 is not free: calm"]);
}

#[test]
fn answers_block_or_hold_up_only_where_they_are_given() {
    let facts = |answer: &str| format!("facts = {{ pregnancy = \"{answer}\" }}\n");
    let blocked = "expect = { blocked = [\"pregnancy-or-nursing\"] }\n";
    let open = "expect = { blocked = [] }\n";
    assert_eq!(differs("", &(facts("yes") + blocked)), NONE);
    assert_eq!(differs("", &(facts("yes") + open)), ["blocked by [pregnancy-or-nursing]"]);
    assert_eq!(differs("", &(facts("no") + open)), NONE);
    assert_eq!(differs("", open), NONE);
}
