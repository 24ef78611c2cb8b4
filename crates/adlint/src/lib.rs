//! Advertising rules for Japanese medical pages, as a pure function from text to findings.
//!
//! Two engines share one pack of rules, which is data: phrases with their context, and what must be present on a page.
//! A [`Linter`] never says that a page is lawful; it says what it found, by which rule set, on which date.

pub mod channel;
pub mod complete;
pub mod consent;
pub mod document;
pub mod finding;
pub mod japan;
pub mod linter;
pub mod normalise;
pub mod pack;
pub mod parity;
pub mod phrase;
pub mod place;
pub mod rendered;
pub mod report;
pub mod waiver;

pub use channel::Channel;
pub use document::Format;
pub use finding::{Finding, HeldBack, Outcome, Severity};
pub use linter::{Linter, Refused};
pub use pack::Pack;
pub use rendered::Rendered;

/// The largest source, in bytes.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;
