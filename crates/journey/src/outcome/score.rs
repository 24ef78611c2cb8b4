//! Scores that are computed from what was counted or graded, by weights that the scale carries as data.

use super::scale::Scale;
use crate::evidence::Confidence;
use crate::facts::Decimal;
use crate::slug::{InputId, ScaleId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was counted or graded, by input.
pub type Inputs = BTreeMap<InputId, Decimal>;

/// From so much on, an input counts so much.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Step {
    /// From this on.
    pub at_least: Decimal,
    /// It counts as this.
    pub score: Decimal,
}

/// Something that is counted or graded.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ScaleInput {
    /// Its name.
    pub id: InputId,
    /// How it is shown.
    pub name: Bilingual,
    /// The least that may be entered.
    pub min: Decimal,
    /// The most that may be entered.
    pub max: Decimal,
    /// How a raw count becomes what counts, rising from `min`; none where it counts as it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub steps: Vec<Step>,
}

/// One term of the sum: the weight, times every factor, times the sum of the addends.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ScalePart {
    /// The weight.
    pub weight: Decimal,
    /// The factors.
    pub times: Vec<InputId>,
    /// The addends; none counts as one.
    pub plus: Vec<InputId>,
}

/// What a range of the score means.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Band {
    /// From this score on.
    pub from: Decimal,
    /// What it means.
    pub label: Bilingual,
}

/// A score that cannot be computed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ScoreError {
    /// The definition of the scale is kept for the record only.
    #[error("{scale} does not score: its definition is {}", confidence.code())]
    Inactive {
        /// The scale.
        scale: ScaleId,
        /// How far its definition may be trusted.
        confidence: Confidence,
    },
    /// The scale is read off as a whole.
    #[error("{scale} has no inputs")]
    NoInputs {
        /// The scale.
        scale: ScaleId,
    },
    /// Something was not entered.
    #[error("{input} is missing")]
    Missing {
        /// The input.
        input: InputId,
    },
    /// Something was entered that the scale does not know.
    #[error("{scale} does not know {input}")]
    Unknown {
        /// The scale.
        scale: ScaleId,
        /// The input.
        input: InputId,
    },
    /// Something lies outside its range.
    #[error("{value} lies outside {input}: {min} to {max}")]
    OutOfRange {
        /// The input.
        input: InputId,
        /// What was entered.
        value: Decimal,
        /// The least.
        min: Decimal,
        /// The most.
        max: Decimal,
    },
    /// The sum lies outside the scale, or has more than three decimal places.
    #[error("the inputs make no score of {scale}")]
    Impossible {
        /// The scale.
        scale: ScaleId,
    },
}

impl ScoreError {
    /// The stable word for this refusal.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Inactive { .. } => "scale-inactive",
            Self::NoInputs { .. } => "scale-without-inputs",
            Self::Missing { .. } => "input-missing",
            Self::Unknown { .. } => "input-unknown",
            Self::OutOfRange { .. } => "input-out-of-range",
            Self::Impossible { .. } => "score-impossible",
        }
    }
}

impl ScaleInput {
    /// What an entered value counts; refuses one outside the range.
    fn counted(&self, value: Decimal) -> Result<Decimal, ScoreError> {
        if !(self.min..=self.max).contains(&value) {
            return Err(ScoreError::OutOfRange { input: self.id.clone(), value, min: self.min, max: self.max });
        }
        let step = self.steps.iter().rev().find(|step| step.at_least <= value);
        Ok(step.map_or(value, |step| step.score))
    }
}

impl Scale {
    /// The score that the inputs make, exactly. Refuses a scale whose definition is not active, and inputs that are
    /// missing, unknown or out of range.
    pub fn score(&self, inputs: &Inputs) -> Result<Decimal, ScoreError> {
        if !self.evidence.acts() {
            return Err(ScoreError::Inactive { scale: self.id.clone(), confidence: self.evidence.confidence });
        }
        let counted = self.counted(inputs)?;
        let sum = if self.parts.is_empty() { self.only(&counted)? } else { self.sum(&counted) };
        let score = sum.ok_or_else(|| ScoreError::Impossible { scale: self.id.clone() })?;
        self.accepts(score).map(|()| score).map_err(|_| ScoreError::Impossible { scale: self.id.clone() })
    }

    /// What a score means; none where the scale has no bands, or the score lies below the lowest.
    pub fn band(&self, score: Decimal) -> Option<&Band> {
        self.bands.iter().rev().find(|band| band.from <= score)
    }

    fn counted(&self, inputs: &Inputs) -> Result<Inputs, ScoreError> {
        if let Some(input) = inputs.keys().find(|id| !self.inputs.iter().any(|input| &input.id == *id)) {
            return Err(ScoreError::Unknown { scale: self.id.clone(), input: input.clone() });
        }
        let counted = |input: &ScaleInput| {
            let entered = inputs.get(&input.id).ok_or_else(|| ScoreError::Missing { input: input.id.clone() })?;
            Ok((input.id.clone(), input.counted(*entered)?))
        };
        self.inputs.iter().map(counted).collect()
    }

    fn only(&self, counted: &Inputs) -> Result<Option<Decimal>, ScoreError> {
        let only = counted.values().next().filter(|_| counted.len() == 1);
        only.map(|score| Some(*score)).ok_or_else(|| ScoreError::NoInputs { scale: self.id.clone() })
    }

    fn sum(&self, counted: &Inputs) -> Option<Decimal> {
        let terms = self.parts.iter().map(|part| part.term(counted));
        let sum = terms.sum::<Option<i64>>()?;
        Some(Decimal::thousandths(sum))
    }
}

impl ScalePart {
    /// The term in thousandths; none where it would need a fourth decimal place.
    fn term(&self, counted: &Inputs) -> Option<i64> {
        let of = |id: &InputId| counted.get(id).map(|value| value.in_thousandths());
        let addends = if self.plus.is_empty() { 1000 } else { self.plus.iter().map(of).sum::<Option<i64>>()? };
        let factors = self.times.iter().map(of).chain([Some(addends)]);
        factors.into_iter().try_fold(self.weight.in_thousandths(), |product, factor| {
            let product = product.checked_mul(factor?)?;
            (product % 1000 == 0).then_some(product / 1000)
        })
    }
}
