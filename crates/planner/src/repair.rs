//! Visits moved together when somebody is ill or something is broken.
//!
//! Everybody affected gets a new time and a practitioner who is competent, at the least disruption over all. Rooms
//! and devices cost nothing, but each must be free for the whole of its time.

mod book;
mod check;
mod dig;
mod prices;
mod problem;
mod search;
mod ticks;

pub use book::in_the_way;
pub use check::check;
pub use problem::{Link, Need, Offer, Placed, Repair, Repaired, Visit};
pub use search::repair;
