//! Identity: patients and the people who can be reached for them.

mod contact;
mod details;
mod find;
mod likeness;
mod merge;
mod patient;

pub use contact::{Contact, contact_of};
pub use details::{Details, Urgency};
pub use find::{Found, find};
pub use likeness::{Pair, dismiss, pairs};
pub use merge::{Merged, merge, unmerge};
pub use patient::{Patient, by_id, person_ids, set_birth_date};

pub(crate) use contact::open_bookings;
pub(crate) use likeness::look_for_matches;
pub(crate) use patient::register;
