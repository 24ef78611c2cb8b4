//! What a course is for, with its usual length and rhythm.

use crate::evidence::{Evidence, Sourced};
use crate::period::Period;
use crate::slug::{ConcernId, IndicationId, RuleId, ZoneId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// How many sessions a course has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct SessionCount {
    /// The fewest that make sense.
    pub min: u16,
    /// The usual number.
    pub usual: u16,
    /// The most before the course is reviewed.
    pub max: u16,
}

/// How far two sessions of a course lie apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Interval {
    /// Not before this, without a physician.
    pub floor: Period,
    /// Best after this.
    pub ideal: Period,
    /// Preferably not after this; none where nothing is known.
    pub latest: Option<Period>,
}

/// A longer wait after so many sessions in a row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Pause {
    /// After how many counted sessions.
    pub after_sessions: u16,
    /// How long the next one waits. A gap of at least this begins a new row.
    pub wait: Period,
    /// The wording.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

/// What a course is for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Indication {
    /// Its name.
    pub id: IndicationId,
    /// How it is shown.
    pub name: Bilingual,
    /// What people come with.
    pub concern: ConcernId,
    /// Where it may be treated; none for the whole body.
    pub zones: Vec<ZoneId>,
    /// How many sessions.
    pub sessions: Sourced<SessionCount>,
    /// How far apart.
    pub interval: Sourced<Interval>,
    /// When it pauses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause: Option<Pause>,
}

impl Indication {
    /// The rule that its interval stands for.
    pub fn interval_rule(&self) -> RuleId {
        RuleId::derived(self.id.as_str(), "interval")
    }

    /// The rule that its pause stands for.
    pub fn pause_rule(&self) -> RuleId {
        RuleId::derived(self.id.as_str(), "pause")
    }
}
