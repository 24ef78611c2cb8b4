//! Booking: a visit from the moment a time is held until it is over.
//!
//! A visit has items, an item has segments, and planned segments claim resources. The state of a visit holds
//! the facts of that state; a move consumes the old state, and a refused move says from, attempted and why.

mod block;
pub mod cancellation;
mod interval;
mod online;
mod policy;
mod state;

pub use block::{Block, BlockRefused};
pub use interval::{EmptyInterval, Interval};
pub use online::{OnlineOutcome, decide_online};
pub use policy::{ChangeRefused, Policy};
pub use state::{Canceller, Move, MoveRefused, VisitState, Why};

use serde::{Deserialize, Serialize};

/// Where a visit came from.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// The public booking pages.
    Web,
    /// Staff, while the patient is on the telephone.
    Phone,
    /// Staff, while the patient stands at the desk.
    WalkIn,
    /// An accepted course.
    Course,
    /// A time that was freed and offered to somebody who waited.
    Waitlist,
}

impl Origin {
    /// The stable word for this origin.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Phone => "phone",
            Self::WalkIn => "walk-in",
            Self::Course => "course",
            Self::Waitlist => "waitlist",
        }
    }
}
