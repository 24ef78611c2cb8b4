//! What the clinic's physician has put into effect, and what a physician set aside for one patient.

use crate::misread::Misread;
use crate::reading::Reader;
use jiff::Timestamp;
use journey::id::StaffId;
use journey::protocol::Protocol;
use journey::screening::{Activation, Override, Overrides};
use journey::slug::RuleId;
use schemars::JsonSchema;
use serde::Deserialize;
use uuid::Uuid;

/// Which rules the clinic's physician lets act. Left out: every weak and house rule is approved, no dispute decided.
#[derive(Clone, PartialEq, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Clinic {
    /// The weak and house rules that are approved: `"all"`, `"none"`, or their names.
    pub approved: Approved,
    /// The disputed rules that the physician decided: they act as written.
    pub decided: Vec<String>,
}

/// Which weak and house rules are approved.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Approved {
    /// All or none.
    Every(AllOrNone),
    /// These rules.
    Rules(Vec<String>),
}

/// All or none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AllOrNone {
    /// All of them.
    All,
    /// None of them.
    None,
}

impl Default for Approved {
    fn default() -> Self {
        Self::Every(AllOrNone::All)
    }
}

/// A finding that a physician set aside, with the reason on record.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SetAside {
    /// The rule.
    pub rule: String,
    /// The physician's name.
    pub physician: String,
    /// Why; at least five characters.
    pub reason: String,
}

const NOBODY: &str = "a physician";

impl Clinic {
    /// What acts, for one protocol.
    pub(crate) fn read(&self, reader: &Reader<'_>, field: &str, protocol: &Protocol) -> Activation {
        let mut activation = match &self.approved {
            Approved::Every(AllOrNone::All) => Activation::all_by(NOBODY),
            Approved::Every(AllOrNone::None) | Approved::Rules(_) => Activation::none(),
        };
        if let Approved::Rules(rules) = &self.approved {
            for (at, name) in rules.iter().enumerate() {
                if let Some(rule) = rule(reader, &format!("{field}.approved[{at}]"), protocol, name) {
                    activation.approve(rule, NOBODY);
                }
            }
        }
        for (at, name) in self.decided.iter().enumerate() {
            if let Some(rule) = rule(reader, &format!("{field}.decided[{at}]"), protocol, name) {
                activation.decide(rule, NOBODY);
            }
        }
        activation
    }
}

fn rule(reader: &Reader<'_>, at: &str, protocol: &Protocol, name: &str) -> Option<RuleId> {
    let found = protocol.all_gated().map(|(rule, _)| rule).find(|rule| rule.as_str() == name);
    if found.is_none() {
        reader.unknown(at, "rule", name, protocol.all_gated().map(|(rule, _)| rule.as_str()));
    }
    found.cloned()
}

/// The overrides of this version. Which findings may be set aside at all, the engine decides.
pub(crate) fn overrides(reader: &Reader<'_>, field: &str, protocol: &Protocol, given: &[SetAside]) -> Overrides {
    let read = |(at, one): (usize, &SetAside)| {
        if one.reason.trim().chars().count() < 5 {
            let field = format!("{field}[{at}].reason");
            reader.note(Misread::at(field, "the reason is too short", "a reason in words"));
        }
        let rule = RuleId::parse(&one.rule)
            .map_err(|wrong| reader.note(Misread::at(format!("{field}[{at}].rule"), wrong.to_string(), "a rule")))
            .ok()?;
        let physician = StaffId::new(Uuid::nil());
        let (reason, version) = (one.reason.clone(), protocol.hash);
        Some(Override { rule, physician, reason, at: Timestamp::UNIX_EPOCH, version })
    };
    given.iter().enumerate().filter_map(read).collect()
}
