//! Courses: proposed from the protocol, accepted or refused, with a ledger of what was agreed and used.

mod ahead;
mod ledger;
mod load;
pub mod plan;
mod propose;

pub(crate) use ahead::events;
pub use ahead::{Ahead, ahead, drop_ahead, note_ahead};
pub use ledger::forfeited;
pub(crate) use ledger::{forfeit, give_back};
pub use load::{Course, CourseSession, CourseState, course, of_patient};
pub use propose::{decide, forecast_for, move_session, propose};

pub(crate) use load::{book_next, indication_of, is_running, next_latest, use_session};
