//! Calendar feeds: the visits of one practitioner or of one patient, for a calendar program that asks for them again
//! and again. Whoever has the address reads it, so it is a secret of 256 bits, can be withdrawn, and names no patient.

mod entries;
mod read;
mod subject;
mod subscribe;

pub use entries::{Entry, Standing};
pub use read::{Feed, Noted, note_read, read};
pub use subject::{Detail, Subject, practitioners};
pub use subscribe::{Subscription, make, of_subject, revoke};
