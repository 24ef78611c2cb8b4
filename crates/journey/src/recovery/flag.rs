//! Rules that turn symptoms into a tier.

use super::SignTest;
use crate::evidence::Evidence;
use crate::kleene::Condition;
use crate::slug::RuleId;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// How urgent it is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tier {
    /// Self-care.
    Tier0,
    /// The clinic answers on the next working day.
    Tier1,
    /// A doctor sees it the same day.
    Tier2,
    /// An emergency.
    Tier3,
}

impl Tier {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Tier0 => "tier-0",
            Self::Tier1 => "tier-1",
            Self::Tier2 => "tier-2",
            Self::Tier3 => "tier-3",
        }
    }

    /// By when somebody must answer; none for self-care.
    pub const fn deadline(self) -> Option<DeadlineKind> {
        match self {
            Self::Tier0 => None,
            Self::Tier1 => Some(DeadlineKind::NextWorkingDay),
            Self::Tier2 => Some(DeadlineKind::SameDay),
            Self::Tier3 => Some(DeadlineKind::Now),
        }
    }

    /// Who answers unless a flag says otherwise.
    pub const fn reader(self) -> Reader {
        match self {
            Self::Tier0 | Self::Tier1 => Reader::Nurse,
            Self::Tier2 | Self::Tier3 => Reader::Physician,
        }
    }
}

/// By when somebody must answer.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeadlineKind {
    /// On the next working day.
    NextWorkingDay,
    /// The same day.
    SameDay,
    /// At once.
    Now,
}

impl DeadlineKind {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NextWorkingDay => "next-working-day",
            Self::SameDay => "same-day",
            Self::Now => "now",
        }
    }
}

/// Who answers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reader {
    /// A nurse.
    Nurse,
    /// A physician.
    Physician,
}

/// What a symptom is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignClass {
    /// Part of healing.
    Expected,
    /// Something that went wrong.
    AdverseEvent,
    /// The treatment does not do what was hoped for; no harm.
    NonResponse,
}

/// What a flag means for the next session.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NextSession {
    /// Nothing.
    Open,
    /// It waits until a physician releases it.
    Frozen,
}

/// Hours since the end of the session during which a flag speaks; open where an end is absent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Window {
    /// From this hour on.
    pub from_hour: Option<u32>,
    /// Up to this hour, it included.
    pub to_hour: Option<u32>,
}

impl Window {
    /// Whether an hour lies in it.
    pub fn contains(&self, hour: u32) -> bool {
        self.from_hour.is_none_or(|from| from <= hour) && self.to_hour.is_none_or(|to| hour <= to)
    }
}

/// Pieces of free text that raise a flag unless they are negated.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Words {
    /// Japanese.
    pub ja: Vec<String>,
    /// English, lower case.
    pub en: Vec<String>,
}

/// One flag.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Flag {
    /// Its name.
    pub id: RuleId,
    /// When it is raised.
    pub when: Condition<SignTest>,
    /// During which hours.
    pub window: Window,
    /// How urgent it is.
    pub tier: Tier,
    /// What the symptom is.
    pub class: SignClass,
    /// Who answers.
    pub reader: Reader,
    /// What it means for the next session.
    pub next_session: NextSession,
    /// What was seen.
    pub says: Bilingual,
    /// What to do.
    pub advice: Bilingual,
    /// Words in free text that raise it.
    pub words: Words,
    /// Its support.
    pub evidence: Evidence,
}
