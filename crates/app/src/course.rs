//! Courses: proposed from the protocol, accepted or refused, with a ledger of what was agreed and used.

mod load;
mod propose;

pub use load::{Course, CourseSession, CourseState, course, of_patient};
pub use propose::{decide, forecast_for, move_session, propose};

pub(crate) use load::{book_next, indication_of, is_running, use_session};
