//! What check-ins ask about.

use crate::slug::SymptomId;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// How strong a symptom is, in the patient's words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Not there.
    None,
    /// There, hardly noticed.
    Mild,
    /// Noticed, bearable.
    Moderate,
    /// Hard to bear, or very marked.
    Severe,
}

impl Severity {
    /// Every severity, the mildest first.
    pub const ALL: [Self; 4] = [Self::None, Self::Mild, Self::Moderate, Self::Severe];

    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Mild => "mild",
            Self::Moderate => "moderate",
            Self::Severe => "severe",
        }
    }

    /// The severity that a word names.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|severity| severity.code() == code)
    }
}

/// How a symptom is answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SymptomKind {
    /// None, mild, moderate, severe.
    Severity,
    /// Yes or no.
    YesNo,
}

/// One question of a check-in.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Symptom {
    /// Its name.
    pub id: SymptomId,
    /// The question.
    pub ask: Bilingual,
    /// The noun for it, where it is told and not asked: every symptom with a curve has one.
    pub short: Option<Bilingual>,
    /// How it is answered.
    pub kind: SymptomKind,
}
