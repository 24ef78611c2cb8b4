//! Staff: what people may do, and for how long they are competent to do it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a member of staff is in the clinic. One person may be several.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Books, receives, takes payment.
    Reception,
    /// Listens to wishes and explains prices after the physician's decision; never chooses a treatment.
    Counsellor,
    /// Carries out treatments on a physician's instruction; reads check-ins.
    Nurse,
    /// Examines, decides, releases, overrides.
    Physician,
    /// Writes articles.
    Editor,
    /// Runs the clinic: prices, rosters, people.
    Manager,
    /// Runs the system: accounts and configuration. Sees no patient.
    Administrator,
}

impl Role {
    /// Every role, in the order they are shown.
    pub const ALL: [Self; 7] = [
        Self::Reception,
        Self::Counsellor,
        Self::Nurse,
        Self::Physician,
        Self::Editor,
        Self::Manager,
        Self::Administrator,
    ];

    /// The stable word for this role.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Reception => "reception",
            Self::Counsellor => "counsellor",
            Self::Nurse => "nurse",
            Self::Physician => "physician",
            Self::Editor => "editor",
            Self::Manager => "manager",
            Self::Administrator => "administrator",
        }
    }

    /// The role that a stored word names.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// A competence that somebody holds for a time: both ends belong to it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Tenure {
    /// First day.
    pub from: Date,
    /// Last day; none where it does not lapse.
    pub until: Option<Date>,
}

impl Tenure {
    /// Whether the competence is held on a day.
    ///
    /// ```
    /// use jiff::civil::date;
    /// let year = journey::staff::Tenure { from: date(2025, 4, 1), until: Some(date(2026, 3, 31)) };
    /// assert!(year.holds_on(date(2026, 3, 31)));
    /// assert!(!year.holds_on(date(2026, 4, 1)));
    /// ```
    pub fn holds_on(&self, day: Date) -> bool {
        self.from <= day && self.until.is_none_or(|last| day <= last)
    }
}
