//! Where a pattern fits into the free time of a day, with whom, and why not.

mod contention;

use std::cmp::Reverse;

use crate::bits::DayBits;
use crate::pattern::{Group, Pattern};
use crate::tick::Tick;
use contention::{choose, starts_of_contenders};

/// Every tick at which the pattern fits: exactly those at which [`assign`] finds somebody for every group.
///
/// The ticks that a group takes must be free; a day's end is the end of everybody's free time on it.
pub fn starts(pattern: &Pattern, free: &[DayBits]) -> DayBits {
    let each_alone = pattern.groups.iter().fold(DayBits::all(), |starts, group| starts & starts_of_one(group, free));
    starts_of_contenders(&contenders(pattern), free, each_alone)
}

/// One candidate for each group, in the order of the groups, where the pattern fits at the tick.
///
/// Each group in turn takes the candidate with the most free ticks on that day (before this visit; on a tie the
/// one named first) that leaves the groups after it servable.
pub fn assign(pattern: &Pattern, free: &[DayBits], start: Tick) -> Option<Vec<usize>> {
    if start.0 >= Tick::LIMIT {
        return None;
    }
    let groups: Vec<&Group> = pattern.groups.iter().collect();
    let options: Vec<_> = groups.iter().map(|group| preferred(group, free, start)).collect();
    choose(&groups, &options)
}

/// The indexes of the groups that nobody serves at the tick, in order; empty where the pattern fits.
///
/// A group is named where none of its candidates is free, and where those who are free are already taken by
/// groups before it: the pattern without the groups named fits. From [`Tick::LIMIT`] on all are named.
pub fn why_not(pattern: &Pattern, free: &[DayBits], start: Tick) -> Vec<usize> {
    let (mut served, mut options) = (Vec::new(), Vec::new());
    let mut unserved = Vec::new();
    for (index, group) in pattern.groups.iter().enumerate() {
        served.push(group);
        options.push(preferred(group, free, start));
        if choose(&served, &options).is_none() {
            served.pop();
            options.pop();
            unserved.push(index);
        }
    }
    unserved
}

/// Those of the ticks that lie on a grid counted from midnight, one in `every`; a grid of none or one keeps all.
///
/// ```
/// use planner::{DayBits, Tick, on_grid};
/// let hour = DayBits::span(Tick(121), Tick(133));
/// assert!(on_grid(hour, 6).iter().eq([Tick(126), Tick(132)]));
/// ```
pub fn on_grid(bits: DayBits, every: u16) -> DayBits {
    let grid = (0..Tick::LIMIT).step_by(usize::from(every.max(1)));
    bits & grid.fold(DayBits::none(), |grid, tick| grid | DayBits::span(Tick(tick), Tick(tick + 1)))
}

/// The starts at which somebody serves the group, were it the only one.
fn starts_of_one(group: &Group, free: &[DayBits]) -> DayBits {
    let known = group.candidates.iter().filter_map(|&candidate| free.get(candidate));
    known.fold(DayBits::none(), |starts, &free| starts | group.starts_within(free))
}

/// The groups that may need the same resource at the same time as another.
fn contenders(pattern: &Pattern) -> Vec<&Group> {
    let groups = pattern.groups.iter().enumerate();
    let contends = |(index, group): &(usize, &Group)| {
        let mut others = pattern.groups.iter().enumerate().filter(|(other, _)| other != index);
        others.any(|(_, other)| group.contends_with(other))
    };
    groups.filter(contends).map(|(_, group)| group).collect()
}

/// The candidates that serve the group at the tick, the one with the most free ticks first.
fn preferred(group: &Group, free: &[DayBits], start: Tick) -> Vec<usize> {
    let serves = |candidate: &usize| free.get(*candidate).is_some_and(|&free| group.is_served_by(free, start));
    let mut candidates: Vec<usize> = group.candidates.iter().copied().filter(serves).collect();
    candidates.sort_by_key(|&candidate| Reverse(free[candidate].count()));
    candidates
}
