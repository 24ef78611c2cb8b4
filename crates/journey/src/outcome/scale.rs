//! Outcome scales.

use super::score::{Band, ScaleInput, ScalePart};
use crate::evidence::Evidence;
use crate::facts::Decimal;
use crate::slug::ScaleId;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// In which direction a scale gets better.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Better {
    /// Lower is better.
    Lower,
    /// Higher is better.
    Higher,
}

/// A named point of a scale.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Level {
    /// The score.
    pub value: Decimal,
    /// What it means.
    pub label: Bilingual,
}

/// A scale.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Scale {
    /// Its name.
    pub id: ScaleId,
    /// How it is shown.
    pub name: Bilingual,
    /// In which direction it gets better.
    pub better: Better,
    /// The lowest score.
    pub min: Decimal,
    /// The highest score.
    pub max: Decimal,
    /// A change up to this is noise.
    pub noise: Decimal,
    /// Its named points.
    pub levels: Vec<Level>,
    /// What is counted or graded for it; none where it is read off as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<ScaleInput>,
    /// How the inputs make the score; none where the only input is the score.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<ScalePart>,
    /// What ranges of the score mean, from the lowest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// Its support.
    pub evidence: Evidence,
}

/// A score outside its scale.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{score} lies outside {scale}: {min} to {max}")]
pub struct ScoreRefused {
    /// The scale.
    pub scale: ScaleId,
    /// What was scored.
    pub score: Decimal,
    /// The lowest.
    pub min: Decimal,
    /// The highest.
    pub max: Decimal,
}

impl ScoreRefused {
    /// The stable word for this refusal.
    pub const fn code(&self) -> &'static str {
        "score-out-of-range"
    }
}

impl Scale {
    /// Whether a score may be recorded; says why not.
    pub fn accepts(&self, score: Decimal) -> Result<(), ScoreRefused> {
        if (self.min..=self.max).contains(&score) {
            Ok(())
        } else {
            Err(ScoreRefused { scale: self.id.clone(), score, min: self.min, max: self.max })
        }
    }

    /// How much better the second score is; negative where it is worse.
    pub const fn improvement(&self, from: Decimal, to: Decimal) -> Decimal {
        match self.better {
            Better::Lower => from.minus(to),
            Better::Higher => to.minus(from),
        }
    }
}
