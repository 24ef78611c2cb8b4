//! Expected response and an honest "this is not working".

use crate::evidence::Evidence;
use crate::facts::Decimal;
use crate::protocol::Protocol;
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
    TooEarly,
    /// At least as much better as expected.
    AsExpected,
    /// Less than expected, or within the noise of the scale.
    NotResponding {
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
            Self::TooEarly => "too-early",
            Self::AsExpected => "as-expected",
            Self::NotResponding { .. } => "not-responding",
            Self::NoEvidence => "no-evidence",
        }
    }
}

/// Compares the first and the last score of the indication's scale with what is expected by now.
pub fn response(protocol: &Protocol, indication: &IndicationId, sessions_done: u16, scores: &[Score]) -> Response {
    let expected = protocol.outcome.iter().find(|one| &one.indication == indication && one.evidence.acts());
    let Some(expected) = expected else {
        return Response::NoEvidence;
    };
    let Some(scale) = protocol.scales.iter().find(|scale| scale.id == expected.scale) else {
        return Response::NoEvidence;
    };
    if sessions_done < expected.after_sessions {
        return Response::TooEarly;
    }
    let mut taken: Vec<&Score> = scores.iter().filter(|score| score.scale == scale.id).collect();
    taken.sort_by_key(|score| score.on);
    match taken.as_slice() {
        [first, .., last] if first.on < last.on => {
            let gain = scale.improvement(first.value, last.value);
            if gain >= expected.improvement && gain > scale.noise {
                Response::AsExpected
            } else {
                Response::NotResponding { options: expected.options.clone() }
            }
        }
        _ => Response::TooEarly,
    }
}
