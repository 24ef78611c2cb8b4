//! A small library of two treatments, and everything that follows from it.
#![expect(clippy::unwrap_used, reason = "a test whose fixture cannot be built must fail")]

mod aftercare;
mod changes;
mod course;
mod explaining;
mod fixture;
mod loading;
mod outcome;
mod places;
mod recovery;
mod refusals;
mod screening;
mod session;
