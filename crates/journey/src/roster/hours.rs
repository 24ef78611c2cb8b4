//! The hours of a day: the week's pattern, the public holidays, and the exceptions that win over both.

mod minute;
mod state;

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};

use super::holidays;
use crate::staff::Tenure;
pub use minute::{MinuteOfDay, PastMidnight};
pub use state::{OpenState, state};

/// A stretch of one day in which the clinic is open: from the minute at which it opens up to, but not including,
/// the minute at which it closes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "Ends", into = "Ends")]
pub struct Opening {
    opens: MinuteOfDay,
    closes: MinuteOfDay,
}

/// An opening that would close before or as it opens.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("closes at {closes}, which is not after {opens}")]
pub struct ClosesTooEarly {
    /// When it would open.
    pub opens: MinuteOfDay,
    /// When it would close.
    pub closes: MinuteOfDay,
}

impl Opening {
    /// Refuses where `closes` is not after `opens`.
    pub fn new(opens: MinuteOfDay, closes: MinuteOfDay) -> Result<Self, ClosesTooEarly> {
        if closes <= opens {
            return Err(ClosesTooEarly { opens, closes });
        }
        Ok(Self { opens, closes })
    }

    /// The first minute.
    pub fn opens(self) -> MinuteOfDay {
        self.opens
    }

    /// The minute after the last one.
    pub fn closes(self) -> MinuteOfDay {
        self.closes
    }

    /// Whether the clinic is open at a minute.
    pub fn holds(self, now: MinuteOfDay) -> bool {
        self.opens <= now && now < self.closes
    }
}

/// The written form of an opening.
#[derive(Serialize, Deserialize)]
struct Ends {
    opens: MinuteOfDay,
    closes: MinuteOfDay,
}

impl TryFrom<Ends> for Opening {
    type Error = ClosesTooEarly;

    fn try_from(ends: Ends) -> Result<Self, Self::Error> {
        Self::new(ends.opens, ends.closes)
    }
}

impl From<Opening> for Ends {
    fn from(opening: Opening) -> Self {
        Self { opens: opening.opens, closes: opening.closes }
    }
}

/// An opening that recurs every week for as long as it is valid.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Weekly {
    /// On which day of the week.
    pub weekday: Weekday,
    /// When on that day.
    pub opening: Opening,
    /// From which day until which, both included.
    pub valid: Tenure,
}

/// What is different on one date.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Exception {
    /// Closed all day.
    Closed,
    /// Open at these times and at no others.
    Open(Vec<Opening>),
}

/// What a public holiday changes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum HolidayRule {
    /// Closed on public holidays.
    Closed,
    /// Open as on any such day of the week.
    AsUsual,
}

/// The openings of a day, earliest first; those that overlap or touch are made one.
///
/// An exception for the day wins over the holiday rule, and that over the week. Where a day has several
/// exceptions, one closure closes it, and without a closure their openings add up.
pub fn openings(
    day: Date,
    weekly: &[Weekly],
    exceptions: &[(Date, Exception)],
    holiday_rule: HolidayRule,
) -> Vec<Opening> {
    let mut excepted = exceptions.iter().filter(|(date, _)| *date == day).peekable();
    if excepted.peek().is_some() {
        return excepted_openings(excepted.map(|(_, exception)| exception));
    }
    if holiday_rule == HolidayRule::Closed && holidays::is_holiday(day) {
        return Vec::new();
    }
    let usual = weekly.iter().filter(|row| row.weekday == day.weekday() && row.valid.holds_on(day));
    merged(usual.map(|row| row.opening).collect())
}

fn excepted_openings<'a>(exceptions: impl Iterator<Item = &'a Exception>) -> Vec<Opening> {
    let mut openings = Vec::new();
    for exception in exceptions {
        match exception {
            Exception::Closed => return Vec::new(),
            Exception::Open(more) => openings.extend(more),
        }
    }
    merged(openings)
}

fn merged(mut openings: Vec<Opening>) -> Vec<Opening> {
    openings.sort_unstable();
    openings.dedup_by(|later, earlier| {
        let touches = later.opens <= earlier.closes;
        if touches {
            earlier.closes = earlier.closes.max(later.closes);
        }
        touches
    });
    openings
}
