//! The minutes of a day as its clock shows them.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A minute on the clinic's clock, counted from midnight: 0 is the beginning of a day and 1440 is its end.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(try_from = "u16", into = "u16")]
pub struct MinuteOfDay(u16);

/// A minute that no day has.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a day ends at minute 1440")]
pub struct PastMidnight;

impl MinuteOfDay {
    /// Refuses a minute after 1440.
    ///
    /// ```
    /// use journey::roster::hours::MinuteOfDay;
    /// assert_eq!(MinuteOfDay::new(10 * 60 + 30).unwrap().to_string(), "10:30");
    /// ```
    pub const fn new(minutes: u16) -> Result<Self, PastMidnight> {
        if minutes > 24 * 60 {
            return Err(PastMidnight);
        }
        Ok(Self(minutes))
    }

    /// The minutes since midnight.
    pub const fn get(self) -> u16 {
        self.0
    }
}

impl TryFrom<u16> for MinuteOfDay {
    type Error = PastMidnight;

    fn try_from(minutes: u16) -> Result<Self, Self::Error> {
        Self::new(minutes)
    }
}

impl From<MinuteOfDay> for u16 {
    fn from(minute: MinuteOfDay) -> Self {
        minute.0
    }
}

impl fmt::Display for MinuteOfDay {
    /// Hours and minutes as `09:30`; the end of the day is `24:00`.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:02}:{:02}", self.0 / 60, self.0 % 60)
    }
}
