//! The waitlist: who would like a time that is not free yet. Freed time is offered in the order of fit and fairness,
//! kept for a while as a held visit like any other, then offered to the next.

mod answer;
mod entry;
mod join;
mod round;

pub use answer::{Answered, decline, take, withdraw, withdraw_by_staff};
pub use entry::{Entry, EntryState, Offer, Waiting, all, by_link, of_patient};
pub use join::{Joining, Who, join};
pub use round::offer_freed;
