//! Refusals of a file.

use serde::de::DeserializeOwned;
use std::fmt;

/// Why a file is refused.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BadFile {
    /// The value that is wrong, as in `series[2].gap.min`; empty for the file as a whole.
    pub path: String,
    /// What is wrong with it.
    pub reason: String,
}

impl BadFile {
    /// A refusal of the value at a path.
    pub(super) fn at(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { path: path.into(), reason: reason.into() }
    }

    /// The same refusal, seen from one level further out.
    pub(super) fn within(self, outer: &str) -> Self {
        let joint = if self.path.is_empty() || self.path.starts_with('[') { "" } else { "." };
        Self { path: format!("{outer}{joint}{}", self.path), reason: self.reason }
    }
}

impl fmt::Display for BadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() { f.write_str(&self.reason) } else { write!(f, "{}: {}", self.path, self.reason) }
    }
}

impl std::error::Error for BadFile {}

/// Reads JSON, with the path of what cannot be read.
pub(super) fn parse<T: DeserializeOwned>(text: &str) -> Result<T, BadFile> {
    let mut json = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        BadFile::at(if path == "." { String::new() } else { path }, error.inner().to_string())
    })?;
    json.end().map_err(|error| BadFile::at("", error.to_string()))?;
    Ok(read)
}

/// A number within bounds, both inclusive.
pub(super) fn within<T: TryFrom<i64>>(path: &str, number: i64, from: i64, to: i64) -> Result<T, BadFile> {
    let fits = T::try_from(number).ok().filter(|_| (from..=to).contains(&number));
    fits.ok_or_else(|| BadFile::at(path, format!("{number} is not between {from} and {to}")))
}

/// Refuses a list that is too long.
pub(super) fn at_most(name: &str, rows: usize, most: usize) -> Result<(), BadFile> {
    if rows > most { Err(BadFile::at(name, format!("{rows} are more than {most}"))) } else { Ok(()) }
}

/// Checks each of several values, naming the one that is wrong by its place.
pub(super) fn each<R, T>(
    name: &str,
    raw: &[R],
    mut check: impl FnMut(usize, &R) -> Result<T, BadFile>,
) -> Result<Vec<T>, BadFile> {
    let one = |(place, raw)| check(place, raw).map_err(|bad| bad.within(&format!("{name}[{place}]")));
    raw.iter().enumerate().map(one).collect()
}

/// Refuses a second value with the same number.
pub(super) fn unique(ids: impl Iterator<Item = u32>) -> Result<(), (usize, u32)> {
    let mut seen = std::collections::HashSet::new();
    ids.enumerate().find(|(_, id)| !seen.insert(*id)).map_or(Ok(()), Err)
}
