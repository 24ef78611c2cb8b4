//! A screening rule.

use super::{Headline, OverrideBy};
use crate::evidence::Evidence;
use crate::facts::FactTest;
use crate::kleene::Condition;
use crate::slug::{RuleId, ZoneId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// How a deferral ends.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deferral {
    /// The condition runs out by itself; the day is computed.
    RunsOut,
    /// Something must happen first.
    Event(Bilingual),
}

/// One rule: if the condition holds, this is found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// When it speaks.
    pub when: Condition<FactTest>,
    /// How far it reaches.
    pub headline: Headline,
    /// How a deferral ends; none for other verdicts.
    pub deferral: Option<Deferral>,
    /// Who may set it aside.
    pub override_by: OverrideBy,
    /// The zones it speaks of; none = the whole treatment.
    pub zones: Vec<ZoneId>,
    /// The wording.
    pub says: Bilingual,
    /// What may be done instead.
    pub instead: Option<Bilingual>,
    /// Its support.
    pub evidence: Evidence,
}
