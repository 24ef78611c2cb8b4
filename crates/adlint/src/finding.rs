//! What was found, and what was not reported and why.

use crate::pack::Wording;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// How much a finding weighs, by the class of enforcement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A person must decide.
    Review,
    /// Guidance, or it depends on context.
    Warn,
    /// Prohibited.
    Error,
    /// Punishable without an order before; no waiver.
    Block,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Review => "review",
            Self::Warn => "warn",
            Self::Error => "error",
            Self::Block => "block",
        })
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's id.
    pub rule: String,
    /// How much it weighs here.
    pub severity: Severity,
    /// Its bytes in the source, on character boundaries.
    pub span: Range<usize>,
    /// Why, in both languages.
    pub reason: Arc<Wording>,
    /// What may be written instead, in both languages.
    pub suggestion: Arc<Wording>,
    /// Where the rule comes from.
    pub source: Arc<str>,
}

/// A match that is not reported, and the gate or waiver that holds it back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldBack {
    /// The rule's id.
    pub rule: String,
    /// Its bytes in the source.
    pub span: Range<usize>,
    /// The id of the gate, or `waiver`.
    pub by: String,
}

/// All that came of one text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outcome {
    /// The findings, ordered by place.
    pub findings: Vec<Finding>,
    /// What is not reported.
    pub held_back: Vec<HeldBack>,
}

impl Outcome {
    /// The weight of the heaviest finding; `None` without any.
    #[must_use]
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}

/// Which rules were asked, and when. Never a statement that a text is lawful.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The name and version of the rule set.
    pub ruleset: String,
    /// The day.
    pub checked_on: Date,
}

impl Stamp {
    /// The sentence that stands below every report, in both languages.
    #[must_use]
    pub fn sentence(&self) -> Wording {
        Wording {
            ja: format!(
                "ルールセット {} で {} に確認しました。法的な助言ではありません。",
                self.ruleset, self.checked_on
            ),
            en: format!("Checked with rule set {} on {}; not legal advice.", self.ruleset, self.checked_on),
        }
    }
}
