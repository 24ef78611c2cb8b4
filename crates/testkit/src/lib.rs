//! Development only: a whole small clinic in a fresh database, a clock that is set, chance that repeats, and builders
//! for the sentences that stories are made of.
//!
//! The clinic has one physician, one nurse who may use the needles and one who may not any more, one counsellor and
//! one receptionist; one room and one device of each kind. It opens every day but Wednesday, and the clock stands at
//! three o'clock in the morning of Tuesday, 24 November 2026.
#![expect(clippy::expect_used, reason = "a test clinic that cannot be built must fail the test")]

mod builders;
mod clinic;
mod clock;
mod database;
mod facts;
mod letters;
mod node;
mod stories;

pub use builders::{booking, caller, details, hold};
pub use clinic::{PASSWORD, TestClinic};
pub use clock::{SeededEntropy, SettableClock};
pub use facts::{all_clear, answers, fact};
pub use node::Engine;
pub use stories::{Patient, Session};
