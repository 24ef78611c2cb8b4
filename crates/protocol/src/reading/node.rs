//! One value with its place.

use super::{Context, Table};
use crate::nearest::nearest;
use jiff::civil::Date;
use journey::facts::Decimal;
use std::fmt::Display;
use std::ops::Range;
use std::str::FromStr;
use toml::Spanned;
use toml::de::DeValue;

/// One value of a file.
#[derive(Clone, Copy)]
pub(crate) struct Node<'a> {
    pub cx: &'a Context<'a>,
    pub value: &'a Spanned<DeValue<'a>>,
}

impl<'a> Node<'a> {
    pub fn span(&self) -> Range<usize> {
        self.value.span()
    }

    /// Reports a mistake here.
    pub fn wrong(&self, message: impl Into<String>, expected: impl Into<String>) {
        self.cx.desk.report(self.cx.mistake(self.span(), message).expecting(expected));
    }

    fn kind(&self) -> &'static str {
        match self.value.get_ref() {
            DeValue::String(_) => "a text",
            DeValue::Integer(_) => "a whole number",
            DeValue::Float(_) => "a number",
            DeValue::Boolean(_) => "true or false",
            DeValue::Datetime(_) => "a date",
            DeValue::Array(_) => "a list",
            DeValue::Table(_) => "a table",
        }
    }

    fn not(&self, expected: &str) {
        self.wrong(format!("this is {}", self.kind()), expected);
    }

    /// The value as it stands in the file, if it is a plain one.
    pub fn plain(&self) -> Option<String> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            DeValue::Integer(number) => Some(number.to_string()),
            DeValue::Float(number) => Some(number.as_str().to_owned()),
            DeValue::Datetime(date) => Some(date.to_string()),
            DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => None,
        }
    }

    /// A text that is not empty.
    pub fn text(&self) -> Option<&'a str> {
        match self.value.get_ref() {
            DeValue::String(text) if text.trim().is_empty() => self.wrong("this text is empty", "some words"),
            DeValue::String(text) => return Some(text),
            _ => self.not("a text"),
        }
        None
    }

    /// One of some fixed words.
    pub fn word<T: Copy>(&self, words: &[(&'static str, T)]) -> Option<T> {
        let text = self.text()?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            self.unknown(text, "word", words.iter().map(|(word, _)| *word));
        }
        found
    }

    /// Reports a name that is not known, with the nearest that is.
    pub fn unknown<'k>(&self, name: &str, kind: &str, known: impl Iterator<Item = &'k str> + Clone) {
        let near = nearest(name, known.clone()).map(str::to_owned);
        let mut list: Vec<&str> = known.take(13).collect();
        if list.len() > 12 {
            list.truncate(12);
            list.push("…");
        }
        let expected = if list.is_empty() { "none is defined".to_owned() } else { list.join(", ") };
        let mut mistake = self.cx.mistake(self.span(), format!("unknown {kind} `{name}`")).expecting(expected);
        mistake.did_you_mean = near;
        self.cx.desk.report(mistake);
    }

    /// A new name.
    pub fn id<T: FromStr<Err: Display>>(&self) -> Option<T> {
        let read = self.text()?.parse();
        read.map_err(|why: T::Err| self.wrong(why.to_string(), "such as `acne-scars`")).ok()
    }

    /// A name that was given elsewhere.
    pub fn reference<'k, T>(&self, kind: &str, known: impl Iterator<Item = &'k T> + Clone) -> Option<T>
    where
        T: Clone + Display + 'k,
    {
        let text = self.text()?;
        let found = known.clone().find(|id| id.to_string() == text).cloned();
        if found.is_none() {
            let names: Vec<String> = known.map(ToString::to_string).collect();
            self.unknown(text, kind, names.iter().map(String::as_str));
        }
        found
    }

    /// A whole number that fits its type.
    pub fn whole<T: TryFrom<i64>>(&self) -> Option<T> {
        let number = match self.value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => {
                self.not("a whole number");
                return None;
            }
        };
        let fitting = number.and_then(|number| T::try_from(number).ok());
        if fitting.is_none() {
            self.wrong("this number does not fit", "a smaller number that is not negative");
        }
        fitting
    }

    /// A number with at most three decimal places.
    pub fn decimal(&self) -> Option<Decimal> {
        if !matches!(self.value.get_ref(), DeValue::Integer(_) | DeValue::Float(_)) {
            self.not("a number");
            return None;
        }
        let read: Option<Decimal> = self.plain().and_then(|text| text.parse().ok());
        if read.is_none() {
            self.wrong("this number cannot be kept", "at most three decimal places");
        }
        read
    }

    /// An amount in steps of one part of `scale`, exactly.
    pub fn amount(&self, scale: u16) -> Option<u32> {
        let thousandths = self.decimal()?.in_thousandths();
        let step = 1000 / i64::from(scale);
        let exact = (thousandths % step == 0).then(|| u32::try_from(thousandths / step).ok()).flatten();
        if exact.is_none() {
            self.wrong("this amount cannot be kept", format!("a positive multiple of 1/{scale}"));
        }
        exact
    }

    /// A civil date.
    pub fn date(&self) -> Option<Date> {
        let text = match self.value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            _ => {
                self.not("a date such as 2026-04-01, without quotation marks");
                return None;
            }
        };
        let date = text.parse().ok().filter(|_| text.len() == 10);
        if date.is_none() {
            self.wrong("this is no civil date", "a date such as 2026-04-01");
        }
        date
    }

    /// True or false.
    pub fn truth(&self) -> Option<bool> {
        match self.value.get_ref() {
            DeValue::Boolean(truth) => Some(*truth),
            _ => {
                self.not("true or false");
                None
            }
        }
    }

    /// The parts of a list; none where it is no list.
    pub fn list(&self) -> Vec<Node<'a>> {
        match self.value.get_ref() {
            DeValue::Array(parts) => parts.iter().map(|value| Node { cx: self.cx, value }).collect(),
            _ => {
                self.not("a list");
                Vec::new()
            }
        }
    }

    /// A table.
    pub fn table(&self) -> Option<Table<'a>> {
        match self.value.get_ref() {
            DeValue::Table(table) => Some(Table::new(self.cx, table, self.span())),
            _ => {
                self.not("a table");
                None
            }
        }
    }

    /// Whether the value is a list.
    pub fn is_list(&self) -> bool {
        matches!(self.value.get_ref(), DeValue::Array(_))
    }

    /// Whether the value is a table.
    pub fn is_table(&self) -> bool {
        matches!(self.value.get_ref(), DeValue::Table(_))
    }
}
