//! One answer's value.

use super::Decimal;
use crate::slug::{ChoiceId, ZoneId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fmt;

static NOWHERE: BTreeSet<ZoneId> = BTreeSet::new();

/// What somebody answered. In JSON: `"yes"`, `"no"`, `"unsure"`, `"never"`, a choice, a number, a date, or a list of
/// zones.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(try_from = "Wire", into = "Wire")]
pub enum FactValue {
    /// Yes.
    Yes,
    /// No.
    No,
    /// The person does not know: asked, and as open as before.
    Unsure,
    /// It never happened (facts that are dates).
    Never,
    /// One of the fact's choices.
    Choice(ChoiceId),
    /// A number in the fact's unit.
    Number(Decimal),
    /// The day it last happened.
    Date(Date),
    /// Where it is; nowhere, if empty.
    Zones(BTreeSet<ZoneId>),
}

/// A text that no fact can have as its value.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{0:?} is neither yes, no, unsure, never, a date, a number, a choice nor zones")]
pub struct NotAFactValue(pub String);

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Wire {
    Number(Decimal),
    Text(String),
    Zones(BTreeSet<ZoneId>),
}

impl FactValue {
    /// The answer "nowhere" of a fact that asks for zones.
    pub const NOWHERE: Self = Self::Zones(BTreeSet::new());

    /// Reads a text as people and files write it.
    pub fn parse(text: &str) -> Result<Self, NotAFactValue> {
        Ok(match text {
            "yes" => Self::Yes,
            "no" => Self::No,
            "unsure" => Self::Unsure,
            "never" => Self::Never,
            _ => return Self::parse_open(text),
        })
    }

    fn parse_open(text: &str) -> Result<Self, NotAFactValue> {
        if let Ok(choice) = ChoiceId::parse(text) {
            return Ok(Self::Choice(choice));
        }
        if let Ok(number) = text.parse() {
            return Ok(Self::Number(number));
        }
        if let Some(list) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            let names = list.split(',').map(str::trim).filter(|name| !name.is_empty());
            let zones: Result<BTreeSet<ZoneId>, _> = names.map(ZoneId::parse).collect();
            return zones.map(Self::Zones).map_err(|_| NotAFactValue(text.to_owned()));
        }
        text.parse().map(Self::Date).map_err(|_| NotAFactValue(text.to_owned()))
    }

    /// The zones of an answer that says where. People write "none" for nowhere, which reads as a choice elsewhere.
    pub fn zones(&self) -> Option<&BTreeSet<ZoneId>> {
        match self {
            Self::Zones(zones) => Some(zones),
            Self::Choice(none) if none.as_str() == "none" => Some(&NOWHERE),
            _ => None,
        }
    }

    /// Whether two answers say the same.
    pub fn same_as(&self, other: &Self) -> bool {
        self == other || self.zones().is_some_and(|zones| other.zones() == Some(zones))
    }
}

impl TryFrom<Wire> for FactValue {
    type Error = NotAFactValue;

    fn try_from(wire: Wire) -> Result<Self, Self::Error> {
        match wire {
            Wire::Number(number) => Ok(Self::Number(number)),
            Wire::Text(text) => Self::parse(&text),
            Wire::Zones(zones) => Ok(Self::Zones(zones)),
        }
    }
}

impl From<FactValue> for Wire {
    fn from(value: FactValue) -> Self {
        match value {
            FactValue::Number(number) => Self::Number(number),
            FactValue::Zones(zones) => Self::Zones(zones),
            other => Self::Text(other.to_string()),
        }
    }
}

impl fmt::Display for FactValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Yes => f.write_str("yes"),
            Self::No => f.write_str("no"),
            Self::Unsure => f.write_str("unsure"),
            Self::Never => f.write_str("never"),
            Self::Choice(choice) => choice.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Date(date) => date.fmt(f),
            Self::Zones(zones) => {
                let names: Vec<&str> = zones.iter().map(ZoneId::as_str).collect();
                write!(f, "[{}]", names.join(", "))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_kind_of_answer_is_read_from_json_and_written_back() {
        let json = r#"["yes","no","unsure","never","iv",34,5.25,"2026-04-01",["cheek"],[]]"#;
        let values: Vec<FactValue> = serde_json::from_str(json).unwrap();
        assert_eq!(values[5], FactValue::Number(Decimal::whole(34)));
        assert_eq!(values[7], FactValue::Date(date(2026, 4, 1)));
        assert_eq!(values[9], FactValue::NOWHERE);
        let back: Vec<FactValue> = serde_json::from_str(&serde_json::to_string(&values).unwrap()).unwrap();
        assert_eq!(back, values);
        for value in values {
            assert_eq!(FactValue::parse(&value.to_string()), Ok(value));
        }
    }

    #[test]
    fn none_is_nowhere_and_one_zone_is_not() {
        let none = FactValue::parse("none").unwrap();
        assert!(none.same_as(&FactValue::NOWHERE) && FactValue::NOWHERE.same_as(&none));
        assert!(!FactValue::parse("[cheek]").unwrap().same_as(&none));
        assert_eq!(FactValue::No.zones(), None);
    }

    #[test]
    fn nonsense_is_refused() {
        assert!(serde_json::from_str::<FactValue>(r#""Yes, please""#).is_err());
        assert!(serde_json::from_str::<FactValue>(r#""2026-02-30""#).is_err());
        assert!(serde_json::from_str::<FactValue>(r#"["Cheek"]"#).is_err());
    }
}
