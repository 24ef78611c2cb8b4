//! From the clock on the wall to instants, where the clock may jump.
//!
//! A wall clock that is put forward skips times, and one that is put back shows some twice. A time that is skipped
//! is refused and never moved; of one that happens twice the first is meant, and [`second`] gives the other.
//!
//! ```
//! use jiff::civil::date;
//! use jiff::tz::TimeZone;
//! use journey::roster::hours::MinuteOfDay;
//! use journey::roster::wall::{NoSuchTime, instant};
//! let berlin = TimeZone::get("Europe/Berlin")?;
//! let day = date(2026, 3, 29);
//! let skipped = NoSuchTime::Skipped { from: day.at(2, 0, 0, 0), until: day.at(3, 0, 0, 0) };
//! assert_eq!(instant(&berlin, day, MinuteOfDay::new(2 * 60 + 30)?), Err(skipped));
//! assert_eq!(instant(&berlin, day, MinuteOfDay::new(3 * 60)?)?.to_string(), "2026-03-29T01:00:00Z");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{SignedDuration, Timestamp};

use super::hours::MinuteOfDay;

/// Why a time on the wall is no instant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, thiserror::Error)]
pub enum NoSuchTime {
    /// The clock skips it.
    #[error("the clock jumps from {from} to {until}")]
    Skipped {
        /// The first time that is not shown.
        from: DateTime,
        /// The first time that is shown again.
        until: DateTime,
    },
    /// It lies at the very end of the calendar, where not every time has an instant.
    #[error("the calendar ends before this time")]
    PastCalendar,
}

impl NoSuchTime {
    /// The stable word for the reason.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Skipped { .. } => "wall-skipped",
            Self::PastCalendar => "wall-past-calendar",
        }
    }
}

/// The instant at which the clock shows a minute of a day; 1440 is the midnight that follows. Of a minute that happens
/// twice it is the first. Refuses a minute that the clock skips, with both ends of the gap.
pub fn instant(zone: &TimeZone, day: Date, minute: MinuteOfDay) -> Result<Timestamp, NoSuchTime> {
    let time = shown(day, minute)?;
    match offset(zone, time) {
        AmbiguousOffset::Unambiguous { offset } => read(offset, time),
        AmbiguousOffset::Fold { before, .. } => read(before, time),
        AmbiguousOffset::Gap { before, after } => Err(skipped(jump(zone, time, after)?, before, after)),
    }
}

/// The instant at which something that lasts until a minute of a day is over. Like [`instant`], except that the first
/// time of a gap is not refused: what ends at two is over as the clock jumps from two to three.
pub fn end(zone: &TimeZone, day: Date, minute: MinuteOfDay) -> Result<Timestamp, NoSuchTime> {
    let time = shown(day, minute)?;
    match offset(zone, time) {
        AmbiguousOffset::Gap { before, after } => {
            let jump = jump(zone, time, after)?;
            if before.to_datetime(jump) == time { Ok(jump) } else { Err(skipped(jump, before, after)) }
        }
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => instant(zone, day, minute),
    }
}

/// The later instant of a minute that happens twice; none of one that happens once or never.
pub fn second(zone: &TimeZone, day: Date, minute: MinuteOfDay) -> Option<Timestamp> {
    let time = shown(day, minute).ok()?;
    match offset(zone, time) {
        AmbiguousOffset::Fold { after, .. } => read(after, time).ok(),
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Gap { .. } => None,
    }
}

/// The first instant of a day: its midnight, the first of two, or the jump where the clock skips midnight.
pub fn day_start(zone: &TimeZone, day: Date) -> Timestamp {
    let midnight = day.at(0, 0, 0, 0);
    let start = match offset(zone, midnight) {
        AmbiguousOffset::Unambiguous { offset } => read(offset, midnight),
        AmbiguousOffset::Fold { before, .. } => read(before, midnight),
        AmbiguousOffset::Gap { after, .. } => jump(zone, midnight, after),
    };
    start.unwrap_or(if day.year() < 0 { Timestamp::MIN } else { Timestamp::MAX })
}

/// How long a day is: 24 hours, but 23 or 25 where the clock is put forward or back by one, and nothing where a whole
/// day is skipped.
pub fn day_length(zone: &TimeZone, day: Date) -> SignedDuration {
    let next = day.tomorrow().map_or(Timestamp::MAX, |next| day_start(zone, next));
    next.duration_since(day_start(zone, day))
}

/// A minute of a day as date and time; 1440 is midnight of the next day.
fn shown(day: Date, minute: MinuteOfDay) -> Result<DateTime, NoSuchTime> {
    let minutes = SignedDuration::from_mins(i64::from(minute.get()));
    day.to_datetime(Time::midnight()).checked_add(minutes).map_err(|_| NoSuchTime::PastCalendar)
}

fn offset(zone: &TimeZone, time: DateTime) -> AmbiguousOffset {
    zone.to_ambiguous_timestamp(time).offset()
}

fn read(offset: Offset, time: DateTime) -> Result<Timestamp, NoSuchTime> {
    offset.to_timestamp(time).map_err(|_| NoSuchTime::PastCalendar)
}

/// The instant at which the clock jumps over a time. By the later offset that time lies before the jump, so the jump
/// is the next change to that offset.
fn jump(zone: &TimeZone, skipped: DateTime, after: Offset) -> Result<Timestamp, NoSuchTime> {
    let changes = zone.following(read(after, skipped)?).find(|change| change.offset() == after);
    changes.map(|change| change.timestamp()).ok_or(NoSuchTime::PastCalendar)
}

/// What the clock shows on both sides of a jump.
fn skipped(jump: Timestamp, before: Offset, after: Offset) -> NoSuchTime {
    NoSuchTime::Skipped { from: before.to_datetime(jump), until: after.to_datetime(jump) }
}
