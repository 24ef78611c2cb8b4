//! A whole course for one patient.

mod alone;
mod branch;
mod breath;
mod check;
mod choices;
mod clash;
mod improve;
mod layers;
mod narrow;
mod outcome;
mod pair;
mod paired;
mod possible;
mod price;
mod problem;
mod refund;
mod rough;
mod search;
mod solve;
mod steps;
mod sweep;
mod table;

pub use check::check;
pub use possible::possible;
pub use problem::{Answer, Course, Day, Plan, Rhythm, Series, Spacing, Start, Weights, Window};
pub use solve::solve;
