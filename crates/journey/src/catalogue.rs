//! Stage 1: what the public pages say about a treatment.

use crate::course::Indication;
use crate::evidence::Evidence;
use crate::facts::{AsOf, FactTest};
use crate::kleene::{Condition, Truth};
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

/// A time after a session: so many hours, or calendar months where a day is meant and not an hour.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Since {
    /// So many hours after the recorded end.
    Hours(HoursSince),
    /// From the day on which so many months are over.
    Months {
        /// Calendar months, reckoned as [`Period::Months`].
        months: u16,
    },
}

impl Since {
    /// A length in hours for putting two in order: a month counts 30 and five twelfths days.
    pub fn rough_hours(self) -> u32 {
        match self {
            Self::Hours(HoursSince(hours)) => hours,
            Self::Months { months } => Period::Months(months).rough_days() * 24,
        }
    }
}

/// When a piece of aftercare is over.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(untagged)]
pub enum CareEnd {
    /// Then.
    At(Since),
    /// When this has happened.
    Event {
        /// What has to happen, in words.
        event: Bilingual,
    },
}

/// One piece of aftercare, as a task with a time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Aftercare {
    /// What to do or leave.
    pub says: Bilingual,
    /// Whom it is for; everybody where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition<FactTest>>,
    /// From when.
    pub from: Option<Since>,
    /// Until when.
    pub until: Option<CareEnd>,
    /// Its support.
    pub evidence: Evidence,
}

impl Aftercare {
    /// Whether it is for a person of whom this is known. What is not known counts as fitting, for advice that is not
    /// needed does less harm than advice that is missing.
    pub fn fits(&self, known: &AsOf<'_>) -> bool {
        self.when.as_ref().is_none_or(|when| when.holds(known) != Truth::False)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_months_and_events_are_read_as_they_are_stored() {
        let read = |json| serde_json::from_str::<CareEnd>(json).unwrap();
        assert_eq!(read("12"), CareEnd::At(Since::Hours(HoursSince(12))));
        assert_eq!(read(r#"{"months":3}"#), CareEnd::At(Since::Months { months: 3 }));
        let event = Bilingual::new("傷が治るまで", "until the wound has healed");
        let stored = serde_json::to_string(&CareEnd::Event { event: event.clone() }).unwrap();
        assert_eq!(read(&stored), CareEnd::Event { event });
    }

    #[test]
    fn a_month_is_longer_than_thirty_days_and_shorter_than_thirty_two() {
        let month = Since::Months { months: 1 }.rough_hours();
        assert!(month > 30 * 24 && month < 32 * 24);
    }
}
