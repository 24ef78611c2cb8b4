//! Stage 1: what the public pages say about a treatment.

use crate::course::Indication;
use crate::evidence::Evidence;
use crate::period::Period;
use crate::slug::ConcernId;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// What people come with.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Concern {
    /// Its name in the files and in addresses.
    pub id: ConcernId,
    /// How it is shown.
    pub name: Bilingual,
    /// A few sentences.
    pub summary: Bilingual,
}

/// What a treatment is said to do, with the evidence in words.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Claim {
    /// The claim.
    pub says: Bilingual,
    /// How well it is supported, in words for patients.
    pub in_words: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

/// A risk or side effect.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Risk {
    /// The risk.
    pub says: Bilingual,
    /// How often it happens, where a source says.
    pub how_often: Option<Bilingual>,
    /// Its support.
    pub evidence: Evidence,
}

/// Time since the recorded end of a session.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HoursSince(pub u32);

/// One piece of aftercare, as a task with a time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Aftercare {
    /// What to do or leave.
    pub says: Bilingual,
    /// From when.
    pub from: Option<HoursSince>,
    /// Until when.
    pub until: Option<HoursSince>,
    /// Its support.
    pub evidence: Evidence,
}

/// The words of a treatment's page.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Treatment {
    /// How it works.
    pub mechanism: Bilingual,
    /// How it feels.
    pub feel: Bilingual,
    /// Whom it suits.
    pub for_whom: Bilingual,
    /// Whom it does not suit.
    pub not_for: Bilingual,
    /// What the days after are like.
    pub downtime: Bilingual,
    /// What it is said to do.
    pub claims: Vec<Claim>,
    /// Risks and side effects.
    pub risks: Vec<Risk>,
    /// What else there is, doing nothing included.
    pub alternatives: Vec<Bilingual>,
    /// What to do afterwards.
    pub aftercare: Vec<Aftercare>,
}

/// The usual course, for the facts box of a page: derived from an indication, never typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UsualCourse {
    /// Sessions that are usual.
    pub sessions: u16,
    /// Time between two of them.
    pub interval: Period,
}

impl From<&Indication> for UsualCourse {
    fn from(indication: &Indication) -> Self {
        Self { sessions: indication.sessions.value.usual, interval: indication.interval.value.ideal }
    }
}
