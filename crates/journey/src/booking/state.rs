use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Who ended a visit before it began.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Canceller {
    /// The patient, inside the clinic's policy.
    Patient,
    /// The patient, later than the policy asks for.
    PatientLate,
    /// The clinic.
    Clinic,
}

/// Where a visit stands, with what is known there.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum VisitState {
    /// The time is kept free while a form is filled in.
    Held {
        /// When the hold lapses.
        until: Timestamp,
    },
    /// The visit is agreed.
    Booked {
        /// When it was agreed.
        at: Timestamp,
    },
    /// The patient is in the clinic.
    Arrived {
        /// When the patient came.
        at: Timestamp,
    },
    /// The visit took place.
    Fulfilled {
        /// When it ended.
        at: Timestamp,
    },
    /// The visit was called off.
    Cancelled {
        /// When.
        at: Timestamp,
        /// By whom.
        by: Canceller,
    },
    /// The patient did not come.
    NoShow {
        /// When this was noted.
        at: Timestamp,
    },
    /// A hold that was not used in time.
    Expired {
        /// When it lapsed.
        at: Timestamp,
    },
}

/// What somebody tried to do with a visit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Move {
    /// Extend a hold.
    Extend,
    /// Agree a held visit.
    Book,
    /// Change its time.
    Reschedule,
    /// Note that the patient came.
    Arrive,
    /// End it after it took place.
    Fulfil,
    /// Call it off.
    Cancel,
    /// Note that the patient did not come.
    NoShow,
}

/// Why a move is not possible.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// The hold lapsed before the move.
    HoldLapsed,
    /// The visit is already over or called off.
    Over,
    /// The visit is not agreed yet.
    NotBooked,
    /// The patient has already come.
    AlreadyHere,
    /// The patient has not come.
    NotHere,
    /// The visit has not begun.
    NotDue,
}

/// A move that cannot be made: from where, what was attempted, and why not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{attempted:?} is not possible from {from:?}: {why:?}")]
pub struct MoveRefused {
    /// The state the visit is in.
    pub from: VisitState,
    /// What was attempted.
    pub attempted: Move,
    /// The reason.
    pub why: Why,
}

impl MoveRefused {
    /// The stable word for the reason.
    pub const fn code(&self) -> &'static str {
        match self.why {
            Why::HoldLapsed => "hold-lapsed",
            Why::Over => "visit-over",
            Why::NotBooked => "visit-not-booked",
            Why::AlreadyHere => "visit-already-here",
            Why::NotHere => "visit-not-here",
            Why::NotDue => "visit-not-due",
        }
    }
}

type Moved = Result<VisitState, MoveRefused>;

impl VisitState {
    /// The stable word for this state; it is what the database stores.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Held { .. } => "held",
            Self::Booked { .. } => "booked",
            Self::Arrived { .. } => "arrived",
            Self::Fulfilled { .. } => "fulfilled",
            Self::Cancelled { .. } => "cancelled",
            Self::NoShow { .. } => "no-show",
            Self::Expired { .. } => "expired",
        }
    }

    /// Keeps a hold until `until`. Refused once it has lapsed.
    pub fn extend(self, now: Timestamp, until: Timestamp) -> Moved {
        self.live_hold(Move::Extend, now).map(|_| Self::Held { until })
    }

    /// Agrees a held visit. Refused once the hold has lapsed.
    pub fn book(self, now: Timestamp) -> Moved {
        self.live_hold(Move::Book, now).map(|_| Self::Booked { at: now })
    }

    /// Allows a change of time and keeps the state. Refused once the patient is here or the visit is over.
    pub fn reschedule(self) -> Moved {
        match self {
            Self::Booked { .. } => Ok(self),
            _ => Err(self.refuse(Move::Reschedule)),
        }
    }

    /// Notes that the patient came.
    pub fn arrive(self, now: Timestamp) -> Moved {
        match self {
            Self::Booked { .. } | Self::NoShow { .. } => Ok(Self::Arrived { at: now }),
            _ => Err(self.refuse(Move::Arrive)),
        }
    }

    /// Ends a visit that took place.
    pub fn fulfil(self, now: Timestamp) -> Moved {
        match self {
            Self::Arrived { .. } => Ok(Self::Fulfilled { at: now }),
            _ => Err(self.refuse(Move::Fulfil)),
        }
    }

    /// Calls a visit off. A held visit may be let go the same way.
    pub fn cancel(self, now: Timestamp, by: Canceller) -> Moved {
        match self {
            Self::Held { .. } | Self::Booked { .. } => Ok(Self::Cancelled { at: now, by }),
            _ => Err(self.refuse(Move::Cancel)),
        }
    }

    /// Notes that the patient did not come. Refused before the visit was due to begin.
    pub fn no_show(self, now: Timestamp, due: Timestamp) -> Moved {
        match self {
            Self::Booked { .. } if now >= due => Ok(Self::NoShow { at: now }),
            Self::Booked { .. } => Err(MoveRefused { from: self, attempted: Move::NoShow, why: Why::NotDue }),
            _ => Err(self.refuse(Move::NoShow)),
        }
    }

    fn live_hold(self, attempted: Move, now: Timestamp) -> Moved {
        match self {
            Self::Held { until } if now < until => Ok(self),
            Self::Held { .. } | Self::Expired { .. } => {
                Err(MoveRefused { from: self, attempted, why: Why::HoldLapsed })
            }
            _ => Err(self.refuse(attempted)),
        }
    }

    fn refuse(self, attempted: Move) -> MoveRefused {
        let why = match (self, attempted) {
            (Self::Held { .. }, _) => Why::NotBooked,
            (Self::Arrived { .. }, _) => Why::AlreadyHere,
            (Self::Booked { .. }, Move::Fulfil) => Why::NotHere,
            (Self::Booked { .. }, _) => Why::AlreadyHere,
            _ => Why::Over,
        };
        MoveRefused { from: self, attempted, why }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + minute * 60).expect("a valid instant")
    }

    #[test]
    fn a_hold_can_be_booked_until_the_instant_it_lapses() {
        let held = VisitState::Held { until: at(20) };
        assert_eq!(held.book(at(19)), Ok(VisitState::Booked { at: at(19) }));
        assert_eq!(held.book(at(20)).unwrap_err().why, Why::HoldLapsed);
    }

    #[test]
    fn a_cancelled_visit_stays_cancelled() {
        let gone = VisitState::Cancelled { at: at(0), by: Canceller::Patient };
        for refused in [gone.book(at(1)), gone.arrive(at(1)), gone.fulfil(at(1)), gone.cancel(at(1), Canceller::Clinic)]
        {
            assert_eq!(refused.unwrap_err().why, Why::Over);
        }
    }

    #[test]
    fn nobody_is_a_no_show_before_the_time_has_come() {
        let booked = VisitState::Booked { at: at(0) };
        assert_eq!(booked.no_show(at(59), at(60)).unwrap_err().why, Why::NotDue);
        assert!(booked.no_show(at(60), at(60)).is_ok());
    }

    #[test]
    fn a_patient_noted_as_absent_who_comes_after_all_is_here() {
        let absent = VisitState::NoShow { at: at(0) };
        assert_eq!(absent.arrive(at(5)), Ok(VisitState::Arrived { at: at(5) }));
    }

    #[test]
    fn a_refusal_names_where_it_stood_and_what_was_tried() {
        let refused = VisitState::Booked { at: at(0) }.fulfil(at(1)).unwrap_err();
        assert_eq!((refused.attempted, refused.why, refused.code()), (Move::Fulfil, Why::NotHere, "visit-not-here"));
    }
}
