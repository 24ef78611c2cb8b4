//! Stage 4: how many sessions, how far apart, and from when to when the next one may be.

mod answers;
mod check;
mod counted;
mod event;
mod follow;
mod forecast;
mod gap;
mod history;
mod hold;
mod indication;
mod pause;
mod propose;
mod reason;
mod scene;
mod spacing;
mod touch_up;
mod why;
mod wishes;
mod words;

pub use check::{check_date, closed_days};
pub use counted::{Counted, Evaluated};
pub use event::{Downtime, LifeEvent};
pub use follow::may_follow;
pub use forecast::{Binding, Forecast, considered, forecast};
pub use history::{BookedSession, CourseQuestion, Dose, PastSession, Planned, Purpose, Release, Screened, Treated};
pub use indication::{Indication, Interval, Pause, SessionCount};
pub use propose::{ProposedSession, propose};
pub use spacing::{Other, ProductScope, SameDay, Spacing, Turn, ZoneScope};
pub use touch_up::{TouchUp, TouchUpWindow};
pub use why::{Bearing, Because, Bound, BoundKind};
pub use wishes::{Firmness, PartOfDay, Wishes};
