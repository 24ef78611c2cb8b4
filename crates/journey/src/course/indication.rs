//! What a course is for, with its usual length and rhythm.

use crate::evidence::Sourced;
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
}

impl Indication {
    /// The rule that its interval stands for.
    pub fn interval_rule(&self) -> RuleId {
        RuleId::derived(self.id.as_str(), "interval")
    }
}
