//! Stage 4: how many sessions, how far apart, and from when to when the next one may be.

mod check;
mod forecast;
mod gap;
mod history;
mod indication;
mod propose;
mod spacing;
mod words;

pub use check::check_date;
pub use forecast::{Bound, BoundKind, Counted, Evaluated, Forecast, forecast};
pub use history::{BookedSession, CourseQuestion, Dose, PastSession, Planned, Release, Treated};
pub use indication::{Indication, Interval, SessionCount};
pub use propose::{ProposedSession, propose};
pub use spacing::{Other, ProductScope, SameDay, Spacing, Turn, ZoneScope};
