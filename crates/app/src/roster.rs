//! The roster: who and what can be claimed, and when the house and its people are there. Managers change it; what a
//! change does to visits that are agreed is shown before it is kept.

mod change;
mod closed;
mod effect;
mod hours;
mod house;
mod mistake;
mod read;
pub mod repair;
mod resource;

pub use change::{Change, apply, check};
pub use closed::Closed;
pub use effect::{Affected, effects};
pub use hours::{Hours, house_of};
pub use house::{House, Slot, house};
pub use mistake::RosterMistake;
pub use read::{Unreadable, openings};
pub use resource::{Resource, ResourceKind, resources};
