use super::fixture::{library, library_of, of, texts_with};
use journey::protocol::Protocol;
use protocol::{Change, Direction, Part, What, diff};
use serde_json::Value;

const NEEDLING: &str = "protocols/needling/protocol.toml";

fn changes(from: &str, to: &str) -> Vec<Change> {
    let (old, new) = (library(), library_of(&texts_with(NEEDLING, from, to)));
    diff(of(&old, "needling"), of(&new, "needling"))
}

fn only(from: &str, to: &str) -> Change {
    let mut all = changes(from, to);
    assert_eq!(all.len(), 1, "{all:#?}");
    all.remove(0)
}

#[test]
fn a_protocol_does_not_differ_from_itself() {
    let library = library();
    assert!(library.iter().all(|protocol| diff(protocol, protocol).is_empty()));
}

#[test]
fn a_ceiling_a_wait_and_a_number_of_sessions_say_which_way_they_moved() {
    for (from, to, direction) in [
        ("depth_mm = { max = 2.0 }", "depth_mm = { max = 1.9 }", Direction::Stricter),
        ("depth_mm = { max = 2.0 }", "depth_mm = { max = 2.1 }", Direction::Looser),
        ("floor = { days = 21 }", "floor = { days = 22 }", Direction::Stricter),
        ("floor = { days = 21 }", "floor = { days = 20 }", Direction::Looser),
        ("max = 6, source", "max = 7, source", Direction::Looser),
        ("usual = 4, max = 6", "usual = 5, max = 6", Direction::Changed),
    ] {
        assert_eq!(only(from, to).direction, direction, "{to}");
    }
}

#[test]
fn a_condition_that_holds_more_often_is_stricter() {
    let more = ("any = [{ fact = \"pregnancy\"", "any = [{ fact = \"keloid\", is = \"yes\" }, { fact = \"pregnancy\"");
    let added = only(more.0, more.1);
    assert_eq!((added.part, added.what, added.direction), (Part::Screening, What::Changed, Direction::Stricter));
    let wider = library_of(&texts_with(NEEDLING, more.0, more.1));
    assert_eq!(diff(of(&wider, "needling"), of(&library(), "needling"))[0].direction, Direction::Looser);
    let sooner = only("at_least = 6", "at_least = 5");
    assert_eq!(sooner.direction, Direction::Stricter);
    assert_eq!(sooner.details.len(), 1);
}

#[test]
fn a_word_is_wording_only_and_a_grade_is_evidence_only_where_nobody_waits_for_it() {
    let word = only("summary = { ja = \"", "summary = { ja = \"この");
    assert_eq!((word.part, word.direction), (Part::About, Direction::WordingOnly));
    let graded = only(
        "max = 6, source = [\"trial\"], confidence = \"moderate\"",
        "max = 6, source = [\"trial\"], confidence = \"strong\"",
    );
    assert_eq!((graded.part, graded.direction), (Part::Sessions, Direction::EvidenceOnly));
}

#[test]
fn what_changes_most_comes_first_within_a_stage() {
    let mut texts = texts_with(NEEDLING, "depth_mm = { max = 2.0 }", "depth_mm = { max = 2.5 }");
    let text = texts.get_mut(NEEDLING).unwrap();
    *text = text.replacen("minutes = 30", "minutes = 35", 1);
    let all = diff(of(&library(), "needling"), of(&library_of(&texts), "needling"));
    assert!(all.is_sorted_by_key(|change| (change.stage, change.direction)), "{all:#?}");
    let directions: Vec<Direction> = all.iter().map(|change| change.direction).collect();
    assert_eq!(directions, [Direction::Looser, Direction::Changed], "{all:#?}");
}

/// Every version that differs from a protocol in one value of its stored form and still reads.
fn variants(protocol: &Protocol) -> Vec<(String, Protocol)> {
    let stored = serde_json::to_value(protocol).unwrap();
    let mut places = Vec::new();
    leaves(&stored, String::new(), &mut places);
    let changed = places.into_iter().flat_map(|place| {
        let now = stored.pointer(&place).unwrap();
        others(now).into_iter().map(move |value| (place.clone(), value)).collect::<Vec<_>>()
    });
    let read = changed.filter_map(|(place, value)| {
        let mut whole = stored.clone();
        *whole.pointer_mut(&place).unwrap() = value;
        let read: Protocol = serde_json::from_value(whole).ok()?;
        (read != *protocol).then_some((place, read))
    });
    read.collect()
}

fn leaves(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(map) => map.iter().for_each(|(key, value)| leaves(value, format!("{at}/{key}"), places)),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(key, value)| leaves(value, format!("{at}/{key}"), places));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => places.push(at),
    }
}

fn others(value: &Value) -> Vec<Value> {
    const WORDS: [&str; 16] = [
        "never",
        "physician",
        "nurse",
        "strong",
        "house",
        "caution",
        "deferred",
        "kept-for-record",
        "acts",
        "frozen",
        "tier-3",
        "Tier3",
        "severe",
        "any",
        "side",
        "whole",
    ];
    match value {
        Value::String(text) => {
            WORDS.iter().map(|word| Value::from(*word)).chain([Value::from(format!("{text}x"))]).collect()
        }
        Value::Number(number) => number.as_u64().map(|n| Value::from(n + 1)).into_iter().collect(),
        Value::Bool(truth) => vec![Value::from(!truth)],
        Value::Null | Value::Array(_) | Value::Object(_) => Vec::new(),
    }
}

/// The hash follows from the rest; and what is unverified never acts, whatever stands beside it.
fn is_of_no_account(place: &str, stored: &Value) -> bool {
    let grade = place.strip_suffix("/force").and_then(|at| stored.pointer(&format!("{at}/confidence")));
    place == "/hash" || grade.is_some_and(|grade| grade == "unverified")
}

#[test]
fn no_value_can_change_unseen() {
    for protocol in library().iter() {
        let (stored, variants) = (serde_json::to_value(protocol).unwrap(), variants(protocol));
        assert!(variants.len() > 300, "{} is hardly looked at: {}", protocol.id, variants.len());
        let unseen: Vec<&String> = variants
            .iter()
            .filter(|(place, variant)| !is_of_no_account(place, &stored) && diff(protocol, variant).is_empty())
            .map(|(place, _)| place)
            .collect();
        assert!(unseen.is_empty(), "{unseen:#?}");
    }
}
