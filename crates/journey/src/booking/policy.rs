use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How the clinic lets patients book and change their minds. A house rule, not law.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Policy {
    /// How long a time is kept while a form is filled in.
    pub hold: SignedDuration,
    /// How often one hold may be extended.
    pub extensions: u8,
    /// The shortest notice for a booking made online.
    pub lead: SignedDuration,
    /// How far ahead times are offered online, in days.
    pub horizon_days: u16,
    /// How many open bookings one telephone number or mail address may have.
    pub open_bookings: u8,
    /// How long a freed time is kept for somebody on the waitlist to whom it is offered.
    #[serde(default = "offer")]
    pub offer: SignedDuration,
}

const fn offer() -> SignedDuration {
    SignedDuration::from_hours(2)
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            hold: SignedDuration::from_mins(20),
            extensions: 1,
            lead: SignedDuration::from_hours(2),
            horizon_days: 90,
            open_bookings: 3,
            offer: offer(),
        }
    }
}

/// Why a patient cannot change a visit online.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangeRefused {
    /// Too close to the visit: the clinic is to be called.
    #[error("online changes closed at {until}")]
    TooLate {
        /// The last instant at which it was possible.
        until: Timestamp,
    },
}

impl ChangeRefused {
    /// The stable word for the reason.
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooLate { .. } => "change-too-late",
        }
    }
}

impl Policy {
    /// The first instant that may be offered online.
    pub fn first_offer(&self, now: Timestamp) -> Timestamp {
        now.checked_add(self.lead).unwrap_or(Timestamp::MAX)
    }
}
