//! Findings that a physician set aside, on record.

use super::{Finding, OverrideBy};
use crate::id::StaffId;
use crate::protocol::ContentHash;
use crate::slug::RuleId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// A physician set one finding aside.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Override {
    /// The rule whose finding is set aside.
    pub rule: RuleId,
    /// Who did it.
    pub physician: StaffId,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Timestamp,
    /// The protocol version it was decided on; another version asks again.
    pub version: ContentHash,
}

/// Every override that applies to one patient and protocol.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Overrides(Vec<Override>);

impl Overrides {
    /// None.
    pub fn none() -> Self {
        Self::default()
    }

    /// Whether a finding of this protocol version is set aside. A finding that nobody may set aside never is.
    pub fn remove(&self, finding: &Finding, version: &ContentHash) -> Option<&Override> {
        if finding.override_by == OverrideBy::Never {
            return None;
        }
        self.0.iter().find(|one| one.rule == finding.rule && &one.version == version)
    }
}

impl FromIterator<Override> for Overrides {
    fn from_iter<I: IntoIterator<Item = Override>>(all: I) -> Self {
        Self(all.into_iter().collect())
    }
}
