//! Booking: from the free times of a month to a visit that took place.

mod calendar;
mod change;
mod claims;
mod compose;
mod confirm;
mod day;
mod desk;
mod explain;
mod hold;
mod layout;
mod link;
mod offer;
mod release;
mod telephone;
mod visit;
mod why;

pub(crate) use calendar::{Ignoring, claims_of, only};
pub(crate) use change::keep;
pub use change::{By, cancel, policy_among, reschedule};
pub use claims::free_lapsed;
pub(crate) use claims::{claim_patient, end};
pub use compose::Preference;
pub use confirm::{Booking, Confirmed, Outcome, confirm, confirmed};
pub use day::{Busy, DaySheet, day_sheet};
pub use desk::{arrive, fulfil, no_show, note_lateness};
pub use explain::{Obstacle, explain};
pub(crate) use hold::Draft;
pub use hold::{Held, Hold, extend, held, hold, let_go};
pub use link::{Gate, Opened, open_with_birth_date, opened, reissue, visit_of_link};
pub use offer::{DayOffer, TimeOffer, Wanted, day, month, next_free, practitioners};
pub(crate) use offer::{Outlook, horizon, services_for};
pub use release::release;
pub use telephone::{Booked, ByStaff, Caller, book_by_staff};
pub(crate) use visit::services_of;
pub use visit::{Item, Segment, Visit, of_patient, visit};
pub use why::{Away, Because, Missing, Stretch, Why, why_closed};
