//! The JSON Schema of a question and its answer, with the whole vocabulary of a library spelled out.

use crate::{Question, facts};
use journey::protocol::{Library, Protocol};
use journey::recovery::SymptomKind;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The schema of both, under `input` and `output`. Facts, protocols, indications, zones, products, groups, scales and
/// symptoms are listed by name, so an editor or a form can offer them.
pub fn schema<Q: Question>(library: &Library) -> Value {
    let settings = SchemaSettings::draft2020_12;
    let mut input = settings().into_generator().into_root_schema_for::<Q>().to_value();
    let output = settings().for_serialize().into_generator().into_root_schema_for::<Q::Answer>();
    if let Some(slot) = input.pointer_mut("/$defs/Facts") {
        *slot = vocabulary(library);
    }
    name_all(&mut input, library);
    let rules: Vec<Value> = library.iter().map(|protocol| of_protocol(&input, protocol)).collect();
    input["allOf"] = json!(rules);
    json!({"input": input, "output": output.to_value()})
}

fn vocabulary(library: &Library) -> Value {
    let facts: Map<String, Value> =
        library.facts().facts.iter().map(|fact| (fact.id.to_string(), facts::schema(fact))).collect();
    json!({
        "description": "What is known about the patient. A fact that is left out is unknown, which is never \"no\".",
        "type": "object",
        "properties": facts,
        "additionalProperties": false,
    })
}

/// The names that a field can have, by what the field is called.
fn names(field: &str, library: &Library) -> Vec<String> {
    let protocols = || library.iter().map(|protocol| protocol.id.to_string());
    match field {
        "protocol" => protocols().collect(),
        "treated" => protocols().chain(library.groups.iter().map(|group| group.id.to_string())).collect(),
        "zone" | "zones" => library.zones.iter().map(|zone| zone.id.to_string()).collect(),
        "scale" => library.scales.iter().map(|scale| scale.id.to_string()).collect(),
        _ => Vec::new(),
    }
}

/// Adds the names to every field of text, wherever it stands.
fn name_all(schema: &mut Value, library: &Library) {
    match schema {
        Value::Object(object) => {
            if let Some(Value::Object(fields)) = object.get_mut("properties") {
                fields.iter_mut().for_each(|(name, field)| name_one(name, field, library));
            }
            object.values_mut().for_each(|value| name_all(value, library));
        }
        Value::Array(all) => all.iter_mut().for_each(|value| name_all(value, library)),
        _ => {}
    }
}

fn name_one(name: &str, field: &mut Value, library: &Library) {
    let known = names(name, library);
    if known.is_empty() {
        return;
    }
    let is_text = |kind: &Value| kind == "string" || kind.as_array().is_some_and(|all| all.contains(&json!("string")));
    let slot = if field["type"] == "array" { &mut field["items"] } else { field };
    if !is_text(&slot["type"]) {
        return;
    }
    let nothing = (slot["type"] != "string").then_some(Value::Null);
    slot["enum"] = known.into_iter().map(Value::from).chain(nothing).collect();
}

/// What a field can be depends on the protocol: its indications, and the symptoms it asks about.
fn of_protocol(input: &Value, protocol: &Protocol) -> Value {
    let mut then = Map::new();
    if input.pointer("/properties/indication").is_some() {
        let known: Vec<&str> = protocol.indications.iter().map(|one| one.id.as_str()).collect();
        then.insert(
            "indication".into(),
            json!({"enum": known.into_iter().map(Value::from).chain([Value::Null]).collect::<Vec<_>>()}),
        );
    }
    if input.pointer("/properties/check_in").is_some() {
        let answers =
            json!({"properties": {"answers": {"properties": symptoms(protocol), "additionalProperties": false}}});
        then.insert("check_in".into(), answers.clone());
        then.insert("earlier".into(), json!({"items": answers}));
    }
    json!({"if": {"properties": {"protocol": {"const": protocol.id}}}, "then": {"properties": then}})
}

fn symptoms(protocol: &Protocol) -> Map<String, Value> {
    let one = |kind| match kind {
        SymptomKind::Severity => json!({"enum": ["none", "mild", "moderate", "severe"]}),
        SymptomKind::YesNo => json!({"enum": ["yes", "no"]}),
    };
    protocol.recovery.symptoms.iter().map(|symptom| (symptom.id.to_string(), one(symptom.kind))).collect()
}
