//! Answers by the fact's name.

use crate::misread::Misread;
use crate::reading::Reader;
use jiff::civil::Date;
use journey::facts::{AnswerRefused, Fact, FactKind, FactValue, Facts as Known, Validity};
use journey::slug::FactId;
use journey::text::Lang;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// What is known about a patient: fact name to answer. A fact that is left out is unknown, which is never "no".
/// An answer is the value alone, given on the day of the question, or `{"value": …, "answered_on": "2026-11-01"}`.
#[derive(Clone, PartialEq, Debug, Default, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Facts(BTreeMap<String, Given>);

#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
enum Given {
    Dated(Dated),
    Plain(Value),
}

#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Dated {
    value: Value,
    answered_on: Date,
}

impl Facts {
    /// The answers, each checked against the vocabulary.
    pub(crate) fn read(&self, reader: &Reader<'_>, field: &str, on: Date) -> Known {
        let mut known = Known::new();
        for (name, given) in &self.0 {
            let at = format!("{field}.{name}");
            let (value, day) = match given {
                Given::Dated(dated) => (&dated.value, dated.answered_on),
                Given::Plain(value) => (value, on),
            };
            if let Some((fact, value)) = one(reader, &at, name, value) {
                known.set(fact, value, day);
            }
        }
        known
    }
}

fn one(reader: &Reader<'_>, at: &str, name: &str, value: &Value) -> Option<(FactId, FactValue)> {
    let vocabulary = reader.library.facts();
    let Some(fact) = vocabulary.facts.iter().find(|fact| fact.id.as_str() == name) else {
        reader.unknown(at, "fact", name, vocabulary.facts.iter().map(|fact| fact.id.as_str()));
        return None;
    };
    let wrong = |wrong: String| reader.note(Misread::at(at, wrong, expected(fact)));
    let Ok(parsed) = serde_json::from_value::<FactValue>(value.clone()) else {
        wrong(format!("{value} is no answer"));
        return None;
    };
    match fact.accepts(&parsed) {
        Ok(()) => Some((fact.id.clone(), parsed)),
        Err(AnswerRefused::OutOfRange { .. }) => {
            wrong(format!("{value} lies outside the range"));
            None
        }
        Err(_) => {
            wrong(format!("{value} is not an answer to this question"));
            None
        }
    }
}

/// The answers that a fact can have, in words for a mistake.
fn expected(fact: &Fact) -> String {
    match &fact.kind {
        FactKind::YesNo => "\"yes\", \"no\" or \"unsure\"".into(),
        FactKind::Choice(choices) => {
            let names: Vec<String> = choices.iter().map(|choice| format!("{:?}", choice.id.as_str())).collect();
            format!("{} or \"unsure\"", names.join(", "))
        }
        FactKind::Number { min, max, .. } => format!("a number from {min} to {max}, or \"unsure\""),
        FactKind::Zones(_) => "a list of zones like [\"cheek\", \"nose\"], [] for nowhere, or \"unsure\"".into(),
        FactKind::Date { never: Some(_) } => "a date like \"2026-11-01\", \"never\" or \"unsure\"".into(),
        FactKind::Date { never: None } => "a date like \"2026-11-01\", or \"unsure\"".into(),
    }
}

/// The schema of one fact's answer, with its question and how long an answer is believed.
pub(crate) fn schema(fact: &Fact) -> Value {
    let value = match &fact.kind {
        FactKind::YesNo => json!({"enum": ["yes", "no", "unsure"]}),
        FactKind::Choice(choices) => {
            let names: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).chain(["unsure"]).collect();
            json!({"enum": names})
        }
        FactKind::Number { min, max, .. } => {
            json!({"anyOf": [{"type": "number", "minimum": min, "maximum": max}, {"const": "unsure"}]})
        }
        FactKind::Zones(zones) => {
            let names: Vec<&str> = zones.iter().map(|zone| zone.as_str()).collect();
            json!({"anyOf": [{"type": "array", "items": {"enum": names}, "uniqueItems": true}, {"const": "unsure"}]})
        }
        FactKind::Date { never } => {
            let words = if never.is_some() { vec!["never", "unsure"] } else { vec!["unsure"] };
            json!({"anyOf": [{"type": "string", "format": "date"}, {"enum": words}]})
        }
    };
    json!({
        "title": fact.short.get(Lang::En),
        "description": format!("{} / {} (believed {})", fact.ask.get(Lang::En), fact.ask.get(Lang::Ja), believed(fact.valid_for)),
        "anyOf": [value, {
            "type": "object",
            "properties": {"value": value, "answered_on": {"type": "string", "format": "date"}},
            "required": ["value", "answered_on"],
            "additionalProperties": false,
        }],
    })
}

fn believed(validity: Validity) -> String {
    use journey::period::Period;
    match validity {
        Validity::SameDay => "on the same day only".into(),
        Validity::For(Period::Days(days)) => format!("for {days} days"),
        Validity::For(Period::Months(months)) => format!("for {months} months"),
        Validity::Always => "for good".into(),
    }
}
