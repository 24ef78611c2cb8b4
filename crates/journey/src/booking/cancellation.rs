//! What it costs a patient that a visit does not take place: a rule of each service, not of the law.
//!
//! ```
//! use jiff::SignedDuration;
//! use journey::booking::cancellation::{Cancellation, Consequence, Ended};
//! let two_days = SignedDuration::from_hours(48);
//! let terms = Cancellation { notice: two_days, late: Consequence::Session, ..Cancellation::default() };
//! let (starts, now) = ("2026-11-24T01:00:00Z".parse()?, "2026-11-23T01:00:00Z".parse()?);
//! assert_eq!(terms.judge(starts, now, Ended::ByPatient).consequence, Consequence::Session);
//! assert_eq!(terms.judge(starts, now, Ended::ByClinic).consequence, Consequence::Nothing);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::state::Canceller;

/// What a service asks of a patient who does not come. Which payments and credits follow is the clinic's to settle;
/// this only says whether a session that was paid for counts as used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Cancellation {
    /// How long before the visit a patient can call it off without consequence. Less than nothing counts as nothing.
    pub notice: SignedDuration,
    /// What follows when the patient calls it off later than that.
    pub late: Consequence,
    /// What follows when the patient does not come.
    pub no_show: Consequence,
}

impl Default for Cancellation {
    /// A day's notice, and no consequence either way: a house rule that a clinic changes by service.
    fn default() -> Self {
        Self { notice: SignedDuration::from_hours(24), late: Consequence::Nothing, no_show: Consequence::Nothing }
    }
}

/// What follows for the patient.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Consequence {
    /// Nothing.
    Nothing,
    /// One session of a course that is paid for counts as used.
    Session,
}

impl Consequence {
    /// Every consequence, the mildest first.
    pub const ALL: [Self; 2] = [Self::Nothing, Self::Session];

    /// The stable word for this consequence; it is what the database stores.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nothing => "nothing",
            Self::Session => "session",
        }
    }

    /// The consequence that a stored word names.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|consequence| consequence.code() == code)
    }
}

/// How a visit came not to take place.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Ended {
    /// The clinic called it off.
    ByClinic,
    /// The patient called it off.
    ByPatient,
    /// The patient did not come.
    NoShow,
}

/// Who ended a visit and what follows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Judgement {
    /// Who ended it. A patient who does not come is told apart from one who calls late by the state of the visit; here
    /// both are late.
    pub canceller: Canceller,
    /// What follows for the patient.
    pub consequence: Consequence,
}

impl Cancellation {
    /// The last instant at which a patient can call off a visit at `starts` without consequence.
    pub fn in_time_until(self, starts: Timestamp) -> Timestamp {
        starts.checked_sub(self.notice.max(SignedDuration::ZERO)).unwrap_or(Timestamp::MIN)
    }

    /// Judges a visit at `starts` that is ended at `now`. What the clinic calls off never costs the patient anything;
    /// a patient who calls exactly at the notice is in time.
    pub fn judge(self, starts: Timestamp, now: Timestamp, ended: Ended) -> Judgement {
        let (canceller, consequence) = match ended {
            Ended::ByClinic => (Canceller::Clinic, Consequence::Nothing),
            Ended::ByPatient if now <= self.in_time_until(starts) => (Canceller::Patient, Consequence::Nothing),
            Ended::ByPatient => (Canceller::PatientLate, self.late),
            Ended::NoShow => (Canceller::PatientLate, self.no_show),
        };
        Judgement { canceller, consequence }
    }
}
