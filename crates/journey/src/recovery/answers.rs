//! What a patient answered, and what had been done.

use super::{Severity, SymptomKind};
use crate::quantity::{HundredthsMm, HundredthsUnit};
use crate::slug::SymptomId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An answer about one symptom.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SymptomAnswer {
    /// How strong it is.
    Severity(Severity),
    /// It is there.
    Yes,
    /// It is not there.
    No,
}

impl SymptomAnswer {
    /// The answer that a word names, for a question of that kind.
    pub fn parse(kind: SymptomKind, code: &str) -> Option<Self> {
        match (kind, code) {
            (SymptomKind::Severity, code) => Severity::parse(code).map(Self::Severity),
            (SymptomKind::YesNo, "yes") => Some(Self::Yes),
            (SymptomKind::YesNo, "no") => Some(Self::No),
            (SymptomKind::YesNo, _) => None,
        }
    }

    /// How strong it is; a yes or no has no strength.
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Severity(severity) => Some(severity),
            Self::Yes | Self::No => None,
        }
    }
}

/// Whether the open questions were already put a second time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// The first time.
    #[default]
    Once,
    /// A second time: what is open now is a person's task.
    Again,
}

/// One check-in as it was answered; questions left blank are absent.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct CheckInAnswers {
    /// Whole hours since the recorded end of the session.
    pub hours_since_end: u32,
    /// The answers.
    pub answers: BTreeMap<SymptomId, SymptomAnswer>,
    /// What the patient wrote in their own words.
    pub free_text: String,
    /// Whether open questions were already asked again.
    pub asked: Asked,
}

/// What of the session matters for its recovery.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct PerformedSession {
    /// How deep at the deepest.
    pub depth: Option<HundredthsMm>,
    /// How many units in all.
    #[serde(default)]
    pub units: Option<HundredthsUnit>,
}

impl From<Option<HundredthsMm>> for PerformedSession {
    fn from(depth: Option<HundredthsMm>) -> Self {
        Self { depth, units: None }
    }
}
