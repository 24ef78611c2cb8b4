//! Tests over symptoms.

use super::answers::{CheckInAnswers, PerformedSession, SymptomAnswer};
use super::expected::upper_edge;
use super::symptom::Severity;
use crate::kleene::Truth;
use crate::protocol::Protocol;
use crate::quantity::DepthRange;
use crate::slug::SymptomId;
use serde::{Deserialize, Serialize};

/// How a symptom moves against earlier check-ins.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Trend {
    /// Stronger than at the last check-in that asked.
    Rising,
    /// Stronger again after it had fallen. With a single earlier reading any rise counts, for most symptoms are at
    /// their height on the day.
    RisingAfterFalling,
}

/// One test of one symptom, or of the session.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignTest {
    /// The answer is yes, or no.
    Is {
        /// The symptom.
        symptom: SymptomId,
        /// The answer.
        answer: SymptomAnswer,
    },
    /// At least so strong.
    AtLeast {
        /// The symptom.
        symptom: SymptomId,
        /// How strong.
        severity: Severity,
    },
    /// Moving so.
    Moves {
        /// The symptom.
        symptom: SymptomId,
        /// How.
        trend: Trend,
    },
    /// Stronger than the upper edge of what was expected so many days ago.
    BeyondExpected {
        /// The symptom.
        symptom: SymptomId,
        /// Days of grace.
        days: u16,
    },
    /// The session was so deep.
    Depth(DepthRange),
}

/// Everything a test may look at.
#[derive(Clone, Copy)]
pub(super) struct Reading<'a> {
    pub protocol: &'a Protocol,
    pub now: &'a CheckInAnswers,
    pub earlier: &'a [CheckInAnswers],
    pub session: &'a PerformedSession,
}

impl Reading<'_> {
    fn severity(&self, symptom: &SymptomId) -> Option<Severity> {
        self.now.answers.get(symptom)?.severity()
    }

    fn earlier(&self, symptom: &SymptomId) -> Vec<Severity> {
        self.earlier.iter().filter_map(|one| one.answers.get(symptom)?.severity()).collect()
    }

    fn day(&self) -> u16 {
        u16::try_from(self.now.hours_since_end / 24).unwrap_or(u16::MAX)
    }
}

impl SignTest {
    /// The symptom that is tested.
    pub const fn symptom(&self) -> Option<&SymptomId> {
        match self {
            Self::Is { symptom, .. }
            | Self::AtLeast { symptom, .. }
            | Self::Moves { symptom, .. }
            | Self::BeyondExpected { symptom, .. } => Some(symptom),
            Self::Depth(_) => None,
        }
    }

    pub(super) fn holds(&self, reading: &Reading<'_>) -> Truth {
        let known = |holds: Option<bool>| holds.map_or(Truth::Unknown, Truth::from);
        match self {
            Self::Is { symptom, answer } => known(reading.now.answers.get(symptom).map(|given| given == answer)),
            Self::AtLeast { symptom, severity } => known(reading.severity(symptom).map(|given| given >= *severity)),
            Self::Moves { symptom, trend } => moves(reading, symptom, *trend),
            Self::BeyondExpected { symptom, days } => beyond(reading, symptom, *days),
            Self::Depth(range) => known(reading.session.depth.map(|depth| range.contains(depth))),
        }
    }
}

fn moves(reading: &Reading<'_>, symptom: &SymptomId, trend: Trend) -> Truth {
    let before = reading.earlier(symptom);
    let Some(last) = before.last() else {
        return Truth::False;
    };
    let Some(now) = reading.severity(symptom) else {
        return Truth::Unknown;
    };
    let fell = before.len() == 1 || before.windows(2).any(|pair| pair[1] < pair[0]);
    Truth::from(now > *last && (trend == Trend::Rising || fell))
}

/// Within the days of grace nothing is beyond. Without a curve for that depth, "not there" is still expected;
/// anything else nobody can say.
fn beyond(reading: &Reading<'_>, symptom: &SymptomId, grace: u16) -> Truth {
    let Some(day) = reading.day().checked_sub(grace) else {
        return Truth::False;
    };
    let Some(now) = reading.severity(symptom) else {
        return Truth::Unknown;
    };
    match upper_edge(reading.protocol, symptom, reading.session.depth, day) {
        Some(edge) => Truth::from(now > edge),
        None if now == Severity::None => Truth::False,
        None => Truth::Unknown,
    }
}
