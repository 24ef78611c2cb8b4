//! The JSON Schema of a question and its answer.

use crate::{Question, facts};
use journey::protocol::Library;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

/// The schema of both, with every fact, protocol, zone and product of a library spelled out.
pub fn schema<Q: Question>(library: &Library) -> Value {
    let generator = || SchemaSettings::draft2020_12().into_generator();
    let mut input = generator().into_root_schema_for::<Q>().to_value();
    let output = SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Q::Answer>();
    if let Some(slot) = input.pointer_mut("/$defs/Facts") {
        *slot = vocabulary(library);
    }
    if let Some(slot) = input.pointer_mut("/properties/protocol") {
        slot["enum"] = library.iter().map(|protocol| protocol.id.as_str()).collect();
    }
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
