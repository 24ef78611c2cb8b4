//! Recovery: check-ins after a session, their triage, and the people who answer for what was found.

mod answer;
mod deadline;
mod due;
mod inbox;
mod load;
mod schedule;

pub use answer::{Answered, answer, reasons};
pub use due::{LISTED_DAYS, Unanswered, due};
pub use inbox::{Escalation, close, inbox, open_for};
pub use load::{CheckIn, check_in, of_patient};

pub(crate) use schedule::schedule;
