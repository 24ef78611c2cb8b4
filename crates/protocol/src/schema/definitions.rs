//! The shapes that return everywhere.

use super::words::{SEVERITIES, TREND_WORDS};
use serde_json::{Value, json};

/// Every shared shape by its name.
pub(super) fn definitions() -> Value {
    json!({
        "id": {
            "type": "string", "pattern": "^[a-z][a-z0-9_-]{0,79}$",
            "description": "A name: lower-case letters, digits, `-` and `_`, beginning with a letter.",
        },
        "text": { "type": "string", "pattern": "\\S", "description": "Some words." },
        "date": { "type": "string", "pattern": "^\\d{4}-\\d{2}-\\d{2}$", "description": "A date such as 2026-04-01, without quotation marks." },
        "amount": { "type": "number", "minimum": 0, "description": "An amount in the unit of the key; at most two places, volumes three." },
        "fraction": { "type": "number", "minimum": 0, "maximum": 1, "description": "A fraction of the drawing." },
        "fives": { "type": "integer", "minimum": 5, "maximum": 65535, "multipleOf": 5, "description": "Minutes, in steps of five." },
        "bilingual": table("A wording in both languages.", json!({ "ja": reference("text"), "en": reference("text") }), &["ja", "en"]),
        "period": one_key("A waiting time; months are calendar months.", &["days", "months", "years"]),
        "since": one_key("A time since the recorded end of the session.", &["hours", "days"]),
        "after-session": one_key("A time after the session.", &["hours", "days", "months"]),
        "event": table("What must have happened.", json!({ "event": reference("bilingual") }), &["event"]),
        "range": {
            "type": "object", "additionalProperties": false, "minProperties": 1,
            "description": "From the first to just below the second; either may be left out.",
            "properties": { "at_least": reference("amount"), "below": reference("amount") },
        },
        "conflict": table(
            "What another source says.",
            json!({ "claim": reference("bilingual"), "source": { "type": "array", "items": reference("id"), "minItems": 1, "uniqueItems": true } }),
            &["claim", "source"],
        ),
        "answer": {
            "description": "yes, no, unsure, never, a choice, a number, a date, or a list of zones.",
            "anyOf": [{ "type": ["string", "number"] }, { "type": "array", "items": reference("id") }],
        },
        "condition-over-facts": condition("condition-over-facts", fact_tests()),
        "condition-over-symptoms": condition("condition-over-symptoms", sign_tests()),
    })
}

pub(super) fn reference(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

fn table(says: &str, properties: Value, required: &[&str]) -> Value {
    json!({ "type": "object", "description": says, "properties": properties, "required": required, "additionalProperties": false })
}

fn one_key(says: &str, keys: &[&str]) -> Value {
    let count = json!({ "type": "integer", "minimum": 0, "maximum": 65535 });
    let properties: serde_json::Map<String, Value> =
        keys.iter().map(|key| ((*key).to_owned(), count.clone())).collect();
    json!({
        "type": "object", "description": says, "properties": properties, "additionalProperties": false,
        "minProperties": 1, "maxProperties": 1,
    })
}

fn condition(name: &str, tests: Vec<Value>) -> Value {
    let parts = json!({ "type": "array", "items": reference(name), "minItems": 1 });
    let joined = ["all", "any"].map(|key| table("Several conditions.", json!({ (key): parts }), &[key]));
    let not = table("The opposite.", json!({ "not": reference(name) }), &["not"]);
    let any: Vec<Value> = joined.into_iter().chain([not]).chain(tests).collect();
    json!({ "description": "One test, or conditions joined by `all`, `any`, `not`. Unknown is never no.", "anyOf": any })
}

fn fact_tests() -> Vec<Value> {
    let fact = reference("id");
    let limits: Vec<&str> = vec!["at_least", "at_most", "above", "below"];
    let number = json!({ "type": "number" });
    let mut compared = table(
        "The number keeps every limit.",
        json!({ "fact": fact, "at_least": number, "at_most": number, "above": number, "below": number }),
        &["fact"],
    );
    compared["anyOf"] = limits.iter().map(|key| json!({ "required": [key] })).collect();
    let choices = json!({ "type": "array", "items": reference("id"), "minItems": 1 });
    vec![
        table("The answer is this.", json!({ "fact": fact, "is": reference("answer") }), &["fact", "is"]),
        table("The answer is among these.", json!({ "fact": fact, "one_of": choices }), &["fact", "one_of"]),
        table(
            "The day is less than this ago.",
            json!({ "fact": fact, "within": reference("period") }),
            &["fact", "within"],
        ),
        compared,
    ]
}

fn sign_tests() -> Vec<Value> {
    let symptom = reference("id");
    let test = |says: &str, key: &str, value: Value| {
        table(says, json!({ "symptom": symptom, (key): value }), &["symptom", key])
    };
    let grace =
        table("Days of grace.", json!({ "days": { "type": "integer", "minimum": 0, "maximum": 65535 } }), &["days"]);
    vec![
        test("The answer is this.", "is", json!({ "enum": ["yes", "no"] })),
        test("At least so strong.", "at_least", json!({ "enum": SEVERITIES })),
        test("Moving so.", "trend", json!({ "enum": TREND_WORDS })),
        test("Worse than the upper edge of so many days ago.", "beyond_expected", grace),
        table("The session was so deep.", json!({ "depth_mm": reference("range") }), &["depth_mm"]),
    ]
}
