//! What to do about a dose that was not taken when it was due.

use super::titration::hours_between;
use super::{TakenDose, Titration};
use crate::quantity::HundredthsMg;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What follows on a day. A missed dose is never made up for by a doubled one.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MissedDose {
    /// No dose was taken yet: the first step comes first.
    NotBegun {
        /// The first step; none where the protocol has no steps.
        first: Option<HundredthsMg>,
    },
    /// Nothing was missed; the next dose is due on that day, today included.
    OnTime {
        /// When.
        due: Date,
    },
    /// It may be taken now; the rhythm stays.
    TakeNow {
        /// When the dose after it is due.
        next: Date,
    },
    /// It is left out; the next comes on its own day.
    LeaveOut {
        /// When.
        next: Date,
    },
    /// A physician decides: too many were missed, or the protocol says nothing of late doses.
    AskDoctor {
        /// How many were missed.
        missed: u16,
    },
    /// The first step comes again, after a physician has been asked.
    Restart {
        /// The first step; none where the protocol has no steps.
        first: Option<HundredthsMg>,
        /// How many were missed.
        missed: u16,
    },
}

impl MissedDose {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotBegun { .. } => "not-begun",
            Self::OnTime { .. } => "on-time",
            Self::TakeNow { .. } => "take-now",
            Self::LeaveOut { .. } => "leave-out",
            Self::AskDoctor { .. } => "ask-doctor",
            Self::Restart { .. } => "restart",
        }
    }
}

/// What follows on a day from what was taken before it.
pub fn missed_dose(titration: &Titration, taken: &[TakenDose], on: Date) -> MissedDose {
    let first = titration.steps.first().copied();
    let Some(standing) = titration.standing(taken, on) else {
        return MissedDose::NotBegun { first };
    };
    let missed = titration.missed(standing.due, on);
    if missed == 0 {
        return MissedDose::OnTime { due: standing.due };
    }
    if titration.restarts(missed) {
        return MissedDose::Restart { first, missed };
    }
    if titration.doctor_after_missed.is_some_and(|limit| missed >= limit) {
        return MissedDose::AskDoctor { missed };
    }
    let next = titration.slot_from(standing.due, on);
    match titration.late {
        _ if next == on => MissedDose::OnTime { due: on },
        None => MissedDose::AskDoctor { missed },
        Some(least) if hours_between(on, next) >= i64::from(least.0) => MissedDose::TakeNow { next },
        Some(_) => MissedDose::LeaveOut { next },
    }
}
