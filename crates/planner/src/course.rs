//! A whole course for one patient.

mod alone;
mod improve;
mod price;
mod problem;
mod solve;
mod sweep;
mod table;

pub use problem::{Answer, Course, Day, Plan, Rhythm, Series, Spacing, Start, Weights, Window};
pub use solve::solve;
