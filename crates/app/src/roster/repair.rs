//! Repair: when somebody falls ill or something breaks, every agreed visit that is hit gets a new time in one go.
//!
//! [`brief`] reads everything in one look, [`propose`] works outside any transaction on what was read, and [`apply`]
//! keeps the change of the roster together with every move, or nothing. In between a person decides: each visit may
//! keep the proposal, take another of its times, or stay where it is until somebody has called.

mod apply;
mod brief;
mod choice;
mod link;
mod part;
mod place;
mod problem;
mod propose;
mod reason;
mod search;
mod to_call;
mod weights;

pub use apply::{Applied, Move, Order, apply};
pub use brief::{Brief, brief};
pub use place::Place;
pub use propose::{Alternative, Bound, Placement, Proposal, Proposed, Wish, Wishes, propose};
pub use reason::{Hindrance, Reason};
pub use to_call::to_call;
