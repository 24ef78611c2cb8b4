use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Where an offer stands. It is open until an instant, and ends in one of four ways, after which it stays as it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "offer", rename_all = "kebab-case")]
pub enum OfferState {
    /// The patient may take it.
    Open {
        /// When it runs out; from then on it cannot be taken.
        until: Timestamp,
    },
    /// The patient took it.
    Taken {
        /// When.
        at: Timestamp,
    },
    /// The patient does not want it.
    Declined {
        /// When.
        at: Timestamp,
    },
    /// Nobody answered in time.
    Lapsed {
        /// When this was noted.
        at: Timestamp,
    },
    /// The clinic took it back while it was open; it does not count against the patient.
    Withdrawn {
        /// When.
        at: Timestamp,
    },
}

/// What somebody tried to do with an offer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OfferMove {
    /// Take the time.
    Take,
    /// Say no to it.
    Decline,
    /// Note that it ran out.
    Lapse,
    /// Take the offer back.
    Withdraw,
}

/// Why a move is not possible.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum OfferWhy {
    /// The time for an answer is over.
    RunOut,
    /// The time for an answer is not over.
    NotDue,
    /// The patient has taken it.
    Taken,
    /// The patient has said no.
    Declined,
    /// The clinic has taken it back.
    Withdrawn,
}

/// A move that cannot be made: from where, what was attempted, and why not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{attempted:?} is not possible from {from:?}: {why:?}")]
pub struct OfferRefused {
    /// The state the offer is in.
    pub from: OfferState,
    /// What was attempted.
    pub attempted: OfferMove,
    /// The reason.
    pub why: OfferWhy,
}

impl OfferRefused {
    /// The stable word for the reason.
    pub const fn code(&self) -> &'static str {
        match self.why {
            OfferWhy::RunOut => "offer-run-out",
            OfferWhy::NotDue => "offer-not-due",
            OfferWhy::Taken => "offer-taken",
            OfferWhy::Declined => "offer-declined",
            OfferWhy::Withdrawn => "offer-withdrawn",
        }
    }
}

type Moved = Result<OfferState, OfferRefused>;

impl OfferState {
    /// The stable word for this state; it is what the database stores.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Open { .. } => "open",
            Self::Taken { .. } => "taken",
            Self::Declined { .. } => "declined",
            Self::Lapsed { .. } => "lapsed",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }

    /// Takes the time. Refused once the offer has run out or is over.
    pub fn take(self, now: Timestamp) -> Moved {
        self.answer(OfferMove::Take, now).map(|()| Self::Taken { at: now })
    }

    /// Says no. Refused once the offer has run out or is over.
    pub fn decline(self, now: Timestamp) -> Moved {
        self.answer(OfferMove::Decline, now).map(|()| Self::Declined { at: now })
    }

    /// Notes that nobody answered. Refused before the offer has run out, and once it is over.
    pub fn lapse(self, now: Timestamp) -> Moved {
        match self.closed_by(now) {
            Some(OfferWhy::RunOut) if matches!(self, Self::Open { .. }) => Ok(Self::Lapsed { at: now }),
            why => Err(self.refuse(OfferMove::Lapse, why.unwrap_or(OfferWhy::NotDue))),
        }
    }

    /// Takes the offer back. Refused once it has run out, where it can only lapse, or is over.
    pub fn withdraw(self, now: Timestamp) -> Moved {
        self.answer(OfferMove::Withdraw, now).map(|()| Self::Withdrawn { at: now })
    }

    fn answer(self, attempted: OfferMove, now: Timestamp) -> Result<(), OfferRefused> {
        self.closed_by(now).map_or(Ok(()), |why| Err(self.refuse(attempted, why)))
    }

    /// What closes the offer now; nothing while it can be answered.
    fn closed_by(self, now: Timestamp) -> Option<OfferWhy> {
        match self {
            Self::Open { until } if now < until => None,
            Self::Open { .. } | Self::Lapsed { .. } => Some(OfferWhy::RunOut),
            Self::Taken { .. } => Some(OfferWhy::Taken),
            Self::Declined { .. } => Some(OfferWhy::Declined),
            Self::Withdrawn { .. } => Some(OfferWhy::Withdrawn),
        }
    }

    const fn refuse(self, attempted: OfferMove, why: OfferWhy) -> OfferRefused {
        OfferRefused { from: self, attempted, why }
    }
}
