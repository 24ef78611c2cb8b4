//! Which rules the clinic's physician approved, by name.

use super::Headline;
use crate::evidence::Evidence;
use crate::slug::RuleId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The physician's approvals for one protocol version.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Activation {
    approved: BTreeMap<RuleId, String>,
    all_by: Option<String>,
    decided: BTreeMap<RuleId, String>,
}

/// How a rule stands in this clinic.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It acts as written.
    Stands,
    /// Weak or a proposal, and not yet approved by the clinic's physician: a physician decides each time.
    AwaitsApproval,
    /// Sources disagree and the clinic's physician has not decided: no more than a physician's decision.
    SourcesConflict,
}

impl Standing {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::AwaitsApproval => "awaits-approval",
            Self::SourcesConflict => "sources-conflict",
        }
    }

    /// How far a rule reaches, standing so.
    pub fn caps(self, headline: Headline) -> Headline {
        match self {
            Self::Stands => headline,
            Self::AwaitsApproval => Headline::NeedsDoctor,
            Self::SourcesConflict => headline.min(Headline::NeedsDoctor),
        }
    }
}

impl Activation {
    /// Nothing approved yet.
    pub fn none() -> Self {
        Self::default()
    }

    /// Every weak and house rule approved by one physician. Disputed rules stay undecided.
    pub fn all_by(physician: impl Into<String>) -> Self {
        Self { all_by: Some(physician.into()), ..Self::default() }
    }

    /// The physician approves one rule.
    pub fn approve(&mut self, rule: RuleId, physician: impl Into<String>) {
        self.approved.insert(rule, physician.into());
    }

    /// The physician approves one rule and decides its conflict: it acts as written.
    pub fn decide(&mut self, rule: RuleId, physician: impl Into<String>) {
        self.decided.insert(rule, physician.into());
    }

    /// Who approved a rule.
    pub fn approver(&self, rule: &RuleId) -> Option<&str> {
        self.decided.get(rule).or_else(|| self.approved.get(rule)).or(self.all_by.as_ref()).map(String::as_str)
    }

    /// How a rule with such support stands.
    pub fn standing(&self, rule: &RuleId, evidence: &Evidence) -> Standing {
        if evidence.confidence.needs_approval() && self.approver(rule).is_none() {
            Standing::AwaitsApproval
        } else if !evidence.conflict.is_empty() && !self.decided.contains_key(rule) {
            Standing::SourcesConflict
        } else {
            Standing::Stands
        }
    }
}
