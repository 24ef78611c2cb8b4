//! When a patient would like to come.

use super::bad::{BadFile, each, within};
use super::raw;

/// The highest weight or penalty, in points.
pub(super) const MOST_POINTS: i64 = 1_000_000;

/// A stretch of a weekday with what a start in it costs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Segment {
    /// Nought is Monday.
    pub weekday: u8,
    /// From which tick of the day.
    pub from: u32,
    /// To which, exclusive.
    pub to: u32,
    /// In points.
    pub penalty: u32,
}

/// The stretches of the week in which a start may lie, in the order of the week; outside all of them it may not.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Preference(pub Vec<Segment>);

impl Preference {
    pub(super) fn checked(raw: &[raw::Segment], ticks_per_day: u32) -> Result<Self, BadFile> {
        let end = i64::from(ticks_per_day);
        let segments = each("preference", raw, |_, &(weekday, from, to, penalty)| {
            Ok(Segment {
                weekday: within("[0]", weekday, 0, 6)?,
                from: within("[1]", from, 0, end)?,
                to: within("[2]", to, from.saturating_add(1), end)?,
                penalty: within("[3]", penalty, 0, MOST_POINTS)?,
            })
        })?;
        let mut order: Vec<usize> = (0..segments.len()).collect();
        order.sort_by_key(|&place| (segments[place].weekday, segments[place].from));
        for pair in order.windows(2) {
            let (one, other) = (segments[pair[0]], segments[pair[1]]);
            if one.weekday == other.weekday && other.from < one.to {
                let later = pair[0].max(pair[1]);
                return Err(BadFile::at(format!("preference[{later}]"), "it overlaps another of the same weekday"));
            }
        }
        Ok(Self(order.into_iter().map(|place| segments[place]).collect()))
    }

    /// What a start at a tick of a weekday costs; none where it may not be.
    pub fn penalty(&self, weekday: u8, time: u32) -> Option<u32> {
        let after = self.0.partition_point(|segment| (segment.weekday, segment.from) <= (weekday, time));
        let last = after.checked_sub(1).and_then(|place| self.0.get(place));
        last.filter(|segment| segment.weekday == weekday && time < segment.to).map(|segment| segment.penalty)
    }
}
