//! Findings as people and programs read them. Every form tells the rule set and the day, and none praises a text.

pub mod github;
pub mod human;
pub mod json;
pub mod sarif;

use crate::finding::Outcome;

/// A source and what was found in it.
#[derive(Debug)]
pub struct Checked {
    /// The name of the source, as given; `-` for standard input.
    pub file: String,
    /// Its text.
    pub text: String,
    /// What was found.
    pub outcome: Outcome,
}
