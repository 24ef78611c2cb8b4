//! Planner files: problems and solutions as JSON, `clinic-course/1` and `clinic-repair/1`.
//!
//! A file is checked whole before anything is planned; what contradicts the format or itself is refused with the
//! path of the value and a reason. `docs/planning.md` tells the format.

mod bad;
mod calendar;
mod check;
mod check_repair;
mod collision;
mod course;
mod moved;
mod moving;
mod planning;
mod preference;
mod raw;
mod repair;
mod solution;
mod starts;
mod why;
mod words;

pub use bad::BadFile;
pub use calendar::{Calendar, Kind, Need, Resource, Service};
pub use check::check_course;
pub use check_repair::check_repair;
pub use collision::{Collision, Fewest, Outcome, Relief, Rule};
pub use course::{CourseFile, Gap, SeriesFile, SpacingFile};
pub use moved::explain_repair;
pub use moving::Moving;
pub use planning::Planning;
pub use preference::{Preference, Segment};
pub use repair::{Away, RepairFile, SessionFile};
pub use solution::{Assigned, CourseRow, CourseSolution, RepairSolution};
pub use why::explain;
