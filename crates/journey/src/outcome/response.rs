//! Expected response and an honest "this is not working".

use super::Scale;
use crate::evidence::Evidence;
use crate::facts::Decimal;
use crate::protocol::Protocol;
use crate::recovery::SignClass;
use crate::slug::{IndicationId, ScaleId};
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What may be expected after so many sessions.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ExpectedResponse {
    /// What the course is for.
    pub indication: IndicationId,
    /// Measured on.
    pub scale: ScaleId,
    /// After so many sessions.
    pub after_sessions: u16,
    /// By so many points in the better direction.
    pub improvement: Decimal,
    /// What the studies counted.
    pub definition: Bilingual,
    /// What may be done otherwise.
    pub options: Vec<Bilingual>,
    /// Its support.
    pub evidence: Evidence,
}

/// A score on a day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Score {
    /// The scale.
    pub scale: ScaleId,
    /// The score.
    pub value: Decimal,
    /// When it was taken.
    pub on: Date,
}

/// What the scores say.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Response {
    /// Too few sessions, or no score before and after.
    TooEarly {
        /// So many sessions are still to come before anything may be expected; 0 where only a score is missing.
        sessions_needed: u16,
    },
    /// At least as much better as expected.
    AsExpected,
    /// Less than expected, or within the noise of the scale.
    NotResponding {
        /// What may be done otherwise.
        options: Vec<Bilingual>,
    },
    /// Worse than before by more than the noise of the scale, however many sessions were done.
    Worse {
        /// What may be done otherwise.
        options: Vec<Bilingual>,
    },
    /// Nothing is known about what to expect.
    NoEvidence,
}

impl Response {
    /// The stable word.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooEarly { .. } => "too-early",
            Self::AsExpected => "as-expected",
            Self::NotResponding { .. } => "not-responding",
            Self::Worse { .. } => "worse",
            Self::NoEvidence => "no-evidence",
        }
    }

    /// What it is beside expected reactions and adverse events; none where there is nothing to tell.
    pub const fn class(&self) -> Option<SignClass> {
        match self {
            Self::NotResponding { .. } | Self::Worse { .. } => Some(SignClass::NonResponse),
            Self::TooEarly { .. } | Self::AsExpected | Self::NoEvidence => None,
        }
    }
}

/// Two scores of different scales, which say nothing about each other even where the names are alike.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{from} and {to} cannot be compared")]
pub struct ScalesMixed {
    /// The scale of the first score.
    pub from: ScaleId,
    /// The scale of the second.
    pub to: ScaleId,
}

impl ScalesMixed {
    /// The stable word for this refusal.
    pub const fn code(&self) -> &'static str {
        "scales-mixed"
    }
}

/// How much better the second score is than the first; negative where it is worse. Refuses scores of another scale.
pub fn change(scale: &Scale, from: &Score, to: &Score) -> Result<Decimal, ScalesMixed> {
    if from.scale == scale.id && to.scale == scale.id {
        Ok(scale.improvement(from.value, to.value))
    } else {
        Err(ScalesMixed { from: from.scale.clone(), to: to.scale.clone() })
    }
}

/// Compares the first and the last score with what is expected by now.
///
/// Of several expectations the one for the most sessions already done counts; before the first of them only a change
/// for the worse is told. Scores on other scales are left out, never converted.
pub fn response(protocol: &Protocol, indication: &IndicationId, sessions_done: u16, scores: &[Score]) -> Response {
    let known = protocol.outcome.iter().filter(|one| &one.indication == indication && one.evidence.acts());
    let mut known: Vec<&ExpectedResponse> = known.collect();
    known.sort_by_key(|one| one.after_sessions);
    let by_now = known.iter().rev().find(|one| one.after_sessions <= sessions_done);
    let Some(expected) = by_now.or(known.first()) else {
        return Response::NoEvidence;
    };
    let Some(scale) = protocol.scales.iter().find(|scale| scale.id == expected.scale) else {
        return Response::NoEvidence;
    };
    let sessions_needed = expected.after_sessions.saturating_sub(sessions_done);
    match gain(scale, scores) {
        Some(gain) if is_worse(scale, gain) => Response::Worse { options: expected.options.clone() },
        Some(gain) if sessions_needed == 0 => judged(expected, scale, gain),
        Some(_) | None => Response::TooEarly { sessions_needed },
    }
}

/// From the first score on the scale to the last; none without two on different days.
fn gain(scale: &Scale, scores: &[Score]) -> Option<Decimal> {
    let mut taken: Vec<&Score> = scores.iter().filter(|score| score.scale == scale.id).collect();
    taken.sort_by_key(|score| score.on);
    let (first, last) = (taken.first()?, taken.last()?);
    if first.on < last.on { change(scale, first, last).ok() } else { None }
}

fn is_worse(scale: &Scale, gain: Decimal) -> bool {
    let none = Decimal::whole(0);
    gain < none && none.minus(gain) > scale.noise
}

fn judged(expected: &ExpectedResponse, scale: &Scale, gain: Decimal) -> Response {
    if gain >= expected.improvement && gain > scale.noise {
        Response::AsExpected
    } else {
        Response::NotResponding { options: expected.options.clone() }
    }
}
