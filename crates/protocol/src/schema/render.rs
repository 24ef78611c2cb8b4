//! A description as JSON Schema.

use super::definitions::{definitions, reference};
use super::form::{Form, Key, Kind, Law, Need, Shape};
use super::words::GRADES;
use serde_json::{Map, Value, json};

/// The whole schema of a file.
pub(super) fn document(name: &str, form: &Form) -> Value {
    let mut schema = table(form);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["title"] = json!(format!("{name}.toml"));
    schema["definitions"] = definitions();
    schema
}

fn table(form: &Form) -> Value {
    let mut properties: Map<String, Value> = form.keys.iter().map(|key| (key.name.to_owned(), said(key))).collect();
    let needed = form.keys.iter().filter(|key| key.need == Need::Must).map(|key| key.name);
    let mut required: Vec<&str> = needed.collect();
    let mut laws: Vec<Value> = form.laws.iter().map(law).collect();
    if form.kind == Kind::Statement {
        properties.extend(support());
        required.push("confidence");
        laws.extend(support_laws());
    }
    let mut schema = json!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false,
    });
    if !laws.is_empty() {
        schema["allOf"] = Value::Array(laws);
    }
    schema
}

fn said(key: &Key) -> Value {
    let mut schema = shape(&key.shape);
    if let Some(Value::String(name)) = schema.get("$ref").cloned() {
        schema = json!({ "allOf": [{ "$ref": name }] });
    }
    schema["description"] = json!(key.says);
    schema
}

fn shape(of: &Shape) -> Value {
    match of {
        Shape::Shared(name) => reference(name),
        Shape::Whole(min, max) => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Truth => json!({ "type": "boolean" }),
        Shape::Words(words) => json!({ "enum": words }),
        Shape::List(part, least) => json!({ "type": "array", "items": shape(part), "minItems": least }),
        Shape::Exactly(part, count) => {
            json!({ "type": "array", "items": shape(part), "minItems": count, "maxItems": count })
        }
        Shape::Table(form) => table(form),
        Shape::Named(value) => json!({ "type": "object", "additionalProperties": shape(value) }),
        Shape::Either(shapes) => json!({ "anyOf": shapes.iter().map(shape).collect::<Vec<_>>() }),
        Shape::Open(keys) => json!({ "type": "object", "required": keys }),
    }
}

fn law(law: &Law) -> Value {
    let with = |keys: &[&str]| -> Vec<Value> { keys.iter().map(|key| json!({ "required": [key] })).collect() };
    let has = |key: &str, word: &str| json!({ "properties": { (key): { "const": word } }, "required": [key] });
    match law {
        Law::One(keys) => json!({ "oneOf": with(keys) }),
        Law::Any(keys) => json!({ "anyOf": with(keys) }),
        Law::With(key, beside) => json!({ "dependencies": { (*key): [beside] } }),
        Law::Only(key, other, word) => json!({ "if": { "required": [key] }, "then": has(other, word) }),
        Law::Where(key, other, word) => json!({ "if": has(other, word), "then": { "required": [key] } }),
        Law::Unless(key, other, word) => json!({
            "if": has(other, word), "then": { "not": { "required": [key] } }, "else": { "required": [key] },
        }),
    }
}

/// The keys that every statement may carry.
fn support() -> [(String, Value); 4] {
    let ids = json!({
        "type": "array", "items": reference("id"), "uniqueItems": true,
        "description": "Who says so: ids of sources. Only a house statement may leave it out.",
    });
    let conflict = json!({
        "type": "array", "items": reference("conflict"), "description": "What other sources say; never averaged away.",
    });
    let grade = json!({ "enum": GRADES, "description": "How far the sources carry." });
    let active =
        json!({ "type": "boolean", "description": "False keeps it for the record: shown, stored, never acting." });
    [("source", ids), ("confidence", grade), ("conflict", conflict), ("active", active)]
        .map(|(key, value)| (key.to_owned(), value))
}

fn support_laws() -> [Value; 2] {
    let graded =
        |grade: &str| json!({ "properties": { "confidence": { "const": grade } }, "required": ["confidence"] });
    [
        json!({
            "if": graded("house"),
            "else": { "required": ["source"], "properties": { "source": { "minItems": 1 } } },
        }),
        json!({
            "if": graded("unverified"),
            "then": { "required": ["active"], "properties": { "active": { "const": false } } },
        }),
    ]
}
