//! Where a number or a rule comes from, and how far it may be trusted.

use crate::slug::SourceId;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// How well a statement is supported; the strongest first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Confidence {
    /// Statute, label, regulator, controlled trial or systematic review.
    Strong,
    /// Single study, review, professional society, expert technique.
    Moderate,
    /// Clinic or vendor page, or arithmetic from another row.
    Weak,
    /// A proposal of the project, without a source.
    House,
    /// Recalled or unclear; never acts.
    Unverified,
}

impl Confidence {
    /// Every grade, the strongest first.
    pub const ALL: [Self; 5] = [Self::Strong, Self::Moderate, Self::Weak, Self::House, Self::Unverified];

    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Moderate => "moderate",
            Self::Weak => "weak",
            Self::House => "house",
            Self::Unverified => "unverified",
        }
    }

    /// Whether a rule of this grade acts only after the clinic's physician approved it by name.
    pub const fn needs_approval(self) -> bool {
        matches!(self, Self::Weak | Self::House)
    }
}

/// Whether a statement acts, or is only kept for the record.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// It takes part in decisions.
    Acts,
    /// It is shown and stored, and never evaluated.
    KeptForRecord,
}

/// What another source says; kept beside the rule and never averaged away.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Conflict {
    /// The other claim.
    pub claim: Bilingual,
    /// Who makes it.
    pub source: Vec<SourceId>,
}

/// The support of one statement.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Evidence {
    /// The sources; empty only for a house statement.
    pub source: Vec<SourceId>,
    /// How far they carry.
    pub confidence: Confidence,
    /// What other sources say.
    pub conflict: Vec<Conflict>,
    /// Whether the statement acts.
    pub force: Force,
}

impl Evidence {
    /// Whether the statement takes part in decisions at all.
    pub fn acts(&self) -> bool {
        self.force == Force::Acts && self.confidence != Confidence::Unverified
    }
}

/// A value with its support.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Sourced<T> {
    /// The value.
    pub value: T,
    /// Its support.
    pub evidence: Evidence,
}

/// How much of a source was read.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Seen {
    /// All of it.
    Whole,
    /// Its abstract.
    Abstract,
    /// Some pages.
    Part,
    /// Only as another page repeats it.
    Restated,
    /// Not at all.
    NotSeen,
}

/// Where a source can be found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Address {
    /// A page.
    Url(String),
    /// A digital object identifier.
    Doi(String),
    /// A trial, approval or clearance number.
    Registry(String),
    /// A printed place.
    Place(String),
}

/// A source, named once.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Source {
    /// Its name in the files.
    pub id: SourceId,
    /// Its title.
    pub title: String,
    /// The year it appeared, if known.
    pub year: Option<u16>,
    /// Where to find it.
    pub address: Address,
    /// What was read of it.
    pub seen: Seen,
}
