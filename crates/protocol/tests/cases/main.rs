//! Cases of every kind, and the mutants that they must catch.
#![expect(clippy::unwrap_used, reason = "a fixture that cannot be read must fail")]

mod mutants;
mod reading;
mod running;
mod small;
