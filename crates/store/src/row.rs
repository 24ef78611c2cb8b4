use crate::error::StoreError;
use crate::value::Value;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// One row of an answer; columns are asked for by their place.
#[derive(Clone, PartialEq, Debug)]
pub struct Row(pub(crate) Vec<Value>);

/// A type that a column can be read as.
pub trait FromValue: Sized {
    /// The value as this type; nothing when the column holds something else.
    fn from_value(value: &Value) -> Option<Self>;
}

impl Row {
    /// The column at `place`, counted from nought. A fault when it holds another type: schema and code disagree.
    pub fn get<T: FromValue>(&self, place: usize) -> Result<T, StoreError> {
        self.0.get(place).and_then(T::from_value).ok_or_else(|| {
            StoreError::Fault(format!(
                "column {place} is not a {}: {}",
                std::any::type_name::<T>(),
                self.0.get(place).map_or("absent", Value::kind)
            ))
        })
    }
}

impl Value {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Int(_) => "a number",
            Self::Real(_) => "a fraction",
            Self::Text(_) => "text",
            Self::Id(_) => "a key",
        }
    }
}

impl FromValue for i64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Int(n) => Some(*n),
            _ => None,
        }
    }
}

impl FromValue for f64 {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Real(x) => Some(*x),
            _ => None,
        }
    }
}

impl FromValue for String {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Text(text) => Some(text.clone()),
            _ => None,
        }
    }
}

impl FromValue for Uuid {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Id(id) => Some(*id),
            _ => None,
        }
    }
}

impl FromValue for Timestamp {
    fn from_value(value: &Value) -> Option<Self> {
        i64::from_value(value).and_then(|n| Self::from_microsecond(n).ok())
    }
}

impl FromValue for Date {
    fn from_value(value: &Value) -> Option<Self> {
        String::from_value(value).and_then(|text| text.parse().ok())
    }
}

impl FromValue for serde_json::Value {
    fn from_value(value: &Value) -> Option<Self> {
        String::from_value(value).and_then(|text| serde_json::from_str(&text).ok())
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: &Value) -> Option<Self> {
        match value {
            Value::Null => Some(None),
            other => T::from_value(other).map(Some),
        }
    }
}
