//! The roster: who and what can be claimed, and when the house and its people are there.

mod hours;
mod resource;

pub use hours::{Hours, load_hours};
pub use resource::{Resource, ResourceKind, resources};
