//! The directed matrix: one treatment, then another, so many days apart.

use crate::evidence::Evidence;
use crate::period::Period;
use crate::quantity::DepthRange;
use crate::screening::OverrideBy;
use crate::slug::{GroupId, ProtocolId, RuleId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// Which other treatment a rule speaks of.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Other {
    /// The same protocol.
    Itself,
    /// Another protocol.
    Protocol(ProtocolId),
    /// Every treatment of a family.
    Group(GroupId),
}

/// Which of the two comes first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Turn {
    /// The other treatment, then this one.
    After,
    /// This one, then the other treatment.
    Before,
}

/// Whether both may be done on one day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SameDay {
    /// No.
    Never,
    /// Yes, if this protocol goes first.
    ThisFirst,
    /// Yes, if the other goes first.
    OtherFirst,
    /// Yes, in any order.
    Either,
}

/// Where the rule holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ZoneScope {
    /// Wherever the two were done.
    Any,
    /// Only where a zone is shared; an unknown zone counts as shared.
    Same,
}

/// For which products the rule holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProductScope {
    /// Whatever was used.
    Any,
    /// Only for the same product; an unknown product counts as the same.
    Same,
    /// Only for another product; an unknown product counts as another.
    Other,
}

/// One rule of the matrix.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Spacing {
    /// Its name.
    pub id: RuleId,
    /// Which other treatment.
    pub other: Other,
    /// Which comes first.
    pub turn: Turn,
    /// How long the second waits.
    pub wait: Period,
    /// Whether one day can hold both.
    pub same_day: SameDay,
    /// Where it holds.
    pub zones: ZoneScope,
    /// For which products it holds.
    pub product: ProductScope,
    /// How deep the first session must have been; an unknown depth counts as deep enough.
    pub depth: Option<DepthRange>,
    /// Who may shorten it.
    pub override_by: OverrideBy,
    /// The wording.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}
