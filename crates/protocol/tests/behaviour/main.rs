//! A small library of two treatments, and everything that follows from it.
#![expect(clippy::unwrap_used, reason = "a test whose fixture cannot be built must fail")]

mod course;
mod fixture;
mod healing;
mod lasting;
mod loading;
mod outcome;
mod recovery;
mod refusals;
mod scoring;
mod screening;
mod session;
mod trends;
