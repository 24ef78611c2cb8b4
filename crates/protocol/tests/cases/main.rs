//! Cases of every kind, and the mutants that they must catch.
#![expect(clippy::unwrap_used, reason = "a fixture that cannot be read must fail")]

mod additions;
mod dates;
mod equal;
mod mutants;
mod reading;
mod running;
mod small;
