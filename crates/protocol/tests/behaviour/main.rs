//! A small library of two treatments, and everything that follows from it.
#![expect(clippy::unwrap_used, reason = "a test whose fixture cannot be built must fail")]

mod aftercare;
mod changes;
mod course;
mod course_ahead;
mod course_laws;
mod course_rhythm;
mod differences;
mod explaining;
mod fixture;
mod healing;
mod lasting;
mod loading;
mod outcome;
mod patient;
mod places;
mod recovery;
mod refusals;
mod refusals_of_sessions;
mod scoring;
mod screening;
mod session;
mod session_operator;
mod session_place;
mod signing;
mod telling_mistakes;
mod titration;
mod trends;
