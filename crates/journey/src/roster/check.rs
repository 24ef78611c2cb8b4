//! What in a roster contradicts itself, so that it can be mended before it is kept.
//!
//! ```
//! use jiff::civil::{Weekday, date};
//! use jiff::tz::TimeZone;
//! use journey::roster::check::{Contradiction, contradictions};
//! use journey::roster::hours::{MinuteOfDay, Opening, Weekly};
//! use journey::staff::Tenure;
//! let opening = |from, to| Opening::new(MinuteOfDay::new(from).unwrap(), MinuteOfDay::new(to).unwrap()).unwrap();
//! let valid = Tenure { from: date(2026, 4, 1), until: None };
//! let row = |opening| Weekly { weekday: Weekday::Monday, opening, valid: valid.clone() };
//! let weekly = [row(opening(600, 840)), row(opening(780, 1140))];
//! assert_eq!(contradictions(&weekly, &[], &TimeZone::UTC), [Contradiction::WeeklyOverlap { first: 0, second: 1 }]);
//! ```

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;

use super::hours::{Exception, Opening, Weekly};
use super::wall::{self, NoSuchTime};

/// Rows of a roster that cannot all be meant. Rows are named by their index in what was checked.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Contradiction {
    /// Two rows of the week overlap on a day on which both are valid.
    WeeklyOverlap {
        /// The row that comes first in the list.
        first: usize,
        /// The other one.
        second: usize,
    },
    /// A row of the week ends being valid before it begins to be.
    ValidityBackwards {
        /// The row.
        row: usize,
    },
    /// A date is closed and has special hours.
    ClosedAndOpen {
        /// The exception that closes it.
        closed: usize,
        /// The exception that opens it.
        open: usize,
    },
    /// Two special openings of a date overlap.
    SpecialOverlap {
        /// The one that comes first in the list.
        first: Special,
        /// The other one.
        second: Special,
    },
    /// A special opening begins or ends at a time that the clock skips on that date.
    SpecialInGap {
        /// Which opening.
        special: Special,
        /// Which of its ends.
        edge: Edge,
        /// The first time that is skipped.
        from: DateTime,
        /// The first time that is shown again.
        until: DateTime,
    },
}

/// One opening among the exceptions.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Special {
    /// The index of the exception.
    pub exception: usize,
    /// The index of the opening in it.
    pub opening: usize,
}

/// An end of an opening.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Edge {
    /// Where it opens.
    Opens,
    /// Where it closes.
    Closes,
}

impl Contradiction {
    /// The stable word for this contradiction.
    pub const fn code(self) -> &'static str {
        match self {
            Self::WeeklyOverlap { .. } => "roster-weekly-overlap",
            Self::ValidityBackwards { .. } => "roster-validity-backwards",
            Self::ClosedAndOpen { .. } => "roster-closed-and-open",
            Self::SpecialOverlap { .. } => "roster-special-overlap",
            Self::SpecialInGap { edge: Edge::Opens, .. } => "roster-opens-in-gap",
            Self::SpecialInGap { edge: Edge::Closes, .. } => "roster-closes-in-gap",
        }
    }
}

/// Everything in the roster of one subject that contradicts itself: the week first, then the exceptions, each in the
/// order of the rows. Openings that touch do not overlap.
///
/// Only special openings are held against the clock of their date. A row of the week may cover a gap, or begin or end
/// in one: it means the minutes that exist. An opening that closes as a gap begins ends at a time that exists.
pub fn contradictions(weekly: &[Weekly], exceptions: &[(Date, Exception)], zone: &TimeZone) -> Vec<Contradiction> {
    let specials = specials(exceptions);
    let mut found = backwards(weekly);
    found.extend(weekly_overlaps(weekly));
    found.extend(closed_and_open(exceptions));
    found.extend(special_overlaps(&specials));
    found.extend(specials.iter().flat_map(|(day, special, opening)| in_gap(zone, *day, *special, *opening)));
    found
}

fn backwards(weekly: &[Weekly]) -> Vec<Contradiction> {
    let rows = weekly.iter().enumerate();
    let backwards = rows.filter(|(_, row)| row.valid.until.is_some_and(|until| until < row.valid.from));
    backwards.map(|(row, _)| Contradiction::ValidityBackwards { row }).collect()
}

fn weekly_overlaps(weekly: &[Weekly]) -> impl Iterator<Item = Contradiction> {
    pairs(weekly)
        .filter(|((_, one), (_, other))| {
            one.weekday == other.weekday && overlap(one.opening, other.opening) && meet(one, other)
        })
        .map(|((first, _), (second, _))| Contradiction::WeeklyOverlap { first, second })
}

/// Whether two rows of the same day of the week are both valid on such a day.
fn meet(one: &Weekly, other: &Weekly) -> bool {
    let from = one.valid.from.max(other.valid.from);
    first_on_or_after(from, one.weekday).is_some_and(|day| one.valid.holds_on(day) && other.valid.holds_on(day))
}

fn first_on_or_after(day: Date, weekday: Weekday) -> Option<Date> {
    day.checked_add(i64::from(day.weekday().until(weekday)).days()).ok()
}

fn closed_and_open(exceptions: &[(Date, Exception)]) -> impl Iterator<Item = Contradiction> {
    pairs(exceptions).filter(|((_, one), (_, other))| one.0 == other.0).filter_map(|((i, one), (j, other))| {
        match (&one.1, &other.1) {
            (Exception::Closed, Exception::Open(hours)) if !hours.is_empty() => {
                Some(Contradiction::ClosedAndOpen { closed: i, open: j })
            }
            (Exception::Open(hours), Exception::Closed) if !hours.is_empty() => {
                Some(Contradiction::ClosedAndOpen { closed: j, open: i })
            }
            _ => None,
        }
    })
}

type Dated = (Date, Special, Opening);

fn specials(exceptions: &[(Date, Exception)]) -> Vec<Dated> {
    let mut specials = Vec::new();
    for (exception, (day, what)) in exceptions.iter().enumerate() {
        if let Exception::Open(hours) = what {
            let openings = hours.iter().enumerate();
            specials.extend(openings.map(|(opening, hours)| (*day, Special { exception, opening }, *hours)));
        }
    }
    specials
}

fn special_overlaps(specials: &[Dated]) -> impl Iterator<Item = Contradiction> {
    pairs(specials)
        .filter(|((_, one), (_, other))| one.0 == other.0 && overlap(one.2, other.2))
        .map(|((_, one), (_, other))| Contradiction::SpecialOverlap { first: one.1, second: other.1 })
}

fn in_gap(zone: &TimeZone, day: Date, special: Special, opening: Opening) -> impl Iterator<Item = Contradiction> {
    let edges = [
        (Edge::Opens, wall::instant(zone, day, opening.opens())),
        (Edge::Closes, wall::end(zone, day, opening.closes())),
    ];
    edges.into_iter().filter_map(move |(edge, read)| match read {
        Err(NoSuchTime::Skipped { from, until }) => Some(Contradiction::SpecialInGap { special, edge, from, until }),
        Err(NoSuchTime::PastCalendar) | Ok(_) => None,
    })
}

fn overlap(one: Opening, other: Opening) -> bool {
    one.opens() < other.closes() && other.opens() < one.closes()
}

/// Every two of a list, each with its index, the earlier one first.
fn pairs<T>(all: &[T]) -> impl Iterator<Item = ((usize, &T), (usize, &T))> {
    let rows = all.iter().enumerate();
    rows.flat_map(move |(at, one)| all.iter().enumerate().skip(at + 1).map(move |other| ((at, one), other)))
}
