//! The roster: who and what can be claimed, and when the house and its people are there.

mod closed;
mod hours;
mod house;
mod resource;

pub use closed::Closed;
pub use hours::{Hours, house_of};
pub use house::{House, Slot, house};
pub use resource::{Resource, ResourceKind, resources};
