//! Availability: which times can be offered; and what to make of them: whole courses, and visits moved together.
//!
//! [`course`] plans several series of sessions for one patient and proves that no plan costs less. [`repair`] moves the
//! visits of somebody who is absent. [`file`] reads and writes both as JSON. A [`Watch`] says when time is up; nothing
//! here asks a clock.
//!
//! # Availability
//!
//! A day is a row of five-minute [`Tick`]s, a resource's free time on it is a [`DayBits`], and a visit is a
//! [`Pattern`] of what it needs of whom. The three questions are [`starts`], [`assign`] and [`why_not`]; they
//! agree with each other at every tick. Nothing here knows a date, a zone or a clock.
//!
//! A peel takes half an hour of a nurse and of a room, and the physician looks in for the first ten minutes:
//!
//! ```
//! use planner::{DayBits, Group, Pattern, Piece, Tick, assign, on_grid, starts, why_not};
//!
//! const NURSE: usize = 0;
//! const PHYSICIAN: usize = 1;
//! const ROOMS: [usize; 2] = [2, 3];
//!
//! let [ten, half_past_ten, eleven] = [Tick(120), Tick(126), Tick(132)];
//! let free = [
//!     DayBits::span(ten, eleven),
//!     DayBits::span(half_past_ten, eleven),
//!     DayBits::span(ten, half_past_ten),
//!     DayBits::span(half_past_ten, eleven),
//! ];
//! let half_an_hour = vec![Piece { offset: 0, ticks: 6 }];
//! let first_ten_minutes = vec![Piece { offset: 0, ticks: 2 }];
//! let peel = Pattern {
//!     groups: vec![
//!         Group { pieces: half_an_hour.clone(), candidates: vec![NURSE] },
//!         Group { pieces: first_ten_minutes, candidates: vec![PHYSICIAN] },
//!         Group { pieces: half_an_hour, candidates: ROOMS.to_vec() },
//!     ],
//! };
//!
//! let quarter_hours = on_grid(starts(&peel, &free), 3);
//! assert_eq!(quarter_hours.iter().collect::<Vec<_>>(), [half_past_ten]);
//! assert_eq!(assign(&peel, &free, half_past_ten), Some(vec![NURSE, PHYSICIAN, 3]));
//! assert_eq!(why_not(&peel, &free, ten), [1]);
//! ```

mod bits;
pub mod course;
pub mod file;
mod fit;
mod pattern;
pub mod repair;
mod tick;
mod watch;

pub use bits::DayBits;
pub use fit::{assign, on_grid, starts, why_not};
pub use pattern::{Group, Pattern, Piece};
pub use tick::Tick;
pub use watch::{Progress, Unlimited, Watch};
