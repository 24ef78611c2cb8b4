//! Tests over symptoms.

use super::answers::{CheckInAnswers, PerformedSession, SymptomAnswer};
use super::expected::expected_of;
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
    /// Stronger than at some earlier check-in, and not falling now. The first reading counts as a fall, for most
    /// symptoms are at their height on the day. What is usual on the day is no rise. It holds until the symptom falls.
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
    pub fn severity(&self, symptom: &SymptomId) -> Option<Severity> {
        self.now.answers.get(symptom)?.severity()
    }

    /// The earlier readings of a symptom in order of time; check-ins that did not ask are left out.
    pub fn earlier(&self, symptom: &SymptomId) -> Vec<Severity> {
        let before = |one: &&CheckInAnswers| one.hours_since_end < self.now.hours_since_end;
        let mut earlier: Vec<&CheckInAnswers> = self.earlier.iter().filter(before).collect();
        earlier.sort_by_key(|one| one.hours_since_end);
        earlier.into_iter().filter_map(|one| one.answers.get(symptom)?.severity()).collect()
    }

    pub fn day(&self) -> u16 {
        u16::try_from(self.now.hours_since_end / 24).unwrap_or(u16::MAX)
    }

    /// Whether a reading is no stronger than what is usual today.
    pub fn is_usual(&self, symptom: &SymptomId, severity: Severity) -> bool {
        let sign = expected_of(self.protocol, symptom, *self.session, self.day());
        sign.is_some_and(|sign| severity <= sign.usual)
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
    let (Some(last), Some(lowest)) = (before.last(), before.iter().min()) else {
        return Truth::False;
    };
    let Some(now) = reading.severity(symptom) else {
        return Truth::Unknown;
    };
    let rises = match trend {
        Trend::Rising => now > *last,
        Trend::RisingAfterFalling => now > *lowest && now >= *last,
    };
    Truth::from(rises && !reading.is_usual(symptom, now))
}

/// Within the days of grace nothing is beyond. Without a curve for that session, "not there" is still expected;
/// anything else nobody can say.
fn beyond(reading: &Reading<'_>, symptom: &SymptomId, grace: u16) -> Truth {
    let Some(day) = reading.day().checked_sub(grace) else {
        return Truth::False;
    };
    let Some(now) = reading.severity(symptom) else {
        return Truth::Unknown;
    };
    match expected_of(reading.protocol, symptom, *reading.session, day) {
        Some(sign) => Truth::from(now > sign.upper),
        None if now == Severity::None => Truth::False,
        None => Truth::Unknown,
    }
}
