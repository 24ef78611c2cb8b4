use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// A half-open span of time: it holds its start and not its end.
///
/// ```
/// use journey::booking::Interval;
/// let nine = "2026-11-22T00:00:00Z".parse()?;
/// let ten = "2026-11-22T01:00:00Z".parse()?;
/// let eleven = "2026-11-22T02:00:00Z".parse()?;
/// let first = Interval::new(nine, ten)?;
/// let second = Interval::new(ten, eleven)?;
/// assert!(!first.overlaps(second));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Interval {
    starts: Timestamp,
    ends: Timestamp,
}

/// The end of an interval must come after its start.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("an interval must end after it starts")]
pub struct EmptyInterval;

impl Interval {
    /// From `starts` up to and without `ends`. Refused when it would be empty or backwards.
    pub fn new(starts: Timestamp, ends: Timestamp) -> Result<Self, EmptyInterval> {
        if starts < ends { Ok(Self { starts, ends }) } else { Err(EmptyInterval) }
    }

    /// The first instant inside.
    pub const fn starts(self) -> Timestamp {
        self.starts
    }

    /// The first instant after.
    pub const fn ends(self) -> Timestamp {
        self.ends
    }

    /// How long it lasts.
    pub fn duration(self) -> SignedDuration {
        self.ends.duration_since(self.starts)
    }

    /// Whether some instant lies in both.
    pub fn overlaps(self, other: Self) -> bool {
        self.starts < other.ends && other.starts < self.ends
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.starts <= other.starts && other.ends <= self.ends
    }
}
