//! Where a course gets stuck by itself, whatever else is planned.

use super::ground::Ground;
use super::rhythm::Gaps;
use super::why::{Broke, by_itself};
use jiff::civil::Date;
use journey::slug::ProtocolId;
use planner::course::{Day, Rhythm, Window};
use std::collections::BTreeSet;

/// The most reasons that are told.
const MOST: usize = 3;

/// The first session of a course for which no day is left, and what speaks against the days it might have.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stuck {
    /// The treatment.
    pub protocol: ProtocolId,
    /// The number of the session in its course.
    pub number: i64,
    /// The first day it might have.
    pub from: Date,
    /// The last.
    pub to: Date,
    /// What speaks against these days, the most frequent first; at most three.
    pub because: Vec<Broke>,
    /// Whether nothing else is being planned.
    pub is_only: bool,
}

/// Follows a course through the days that are left to it, events and wishes apart, to the session that has none; none
/// where every session has one.
pub(super) fn stuck(ground: &Ground<'_>, place: usize, gaps: &Gaps) -> Option<Stuck> {
    let lane = ground.lanes.get(place)?;
    let free: BTreeSet<Day> = lane.candidates.iter().map(|one| one.day).collect();
    let mut windows = vec![gaps.first()];
    for (session, due) in (0_u16..).zip(&lane.series.due) {
        let reached: BTreeSet<Day> = windows.iter().flat_map(|window| days(ground, *window)).collect();
        let left: Vec<Day> = reached.intersection(&free).copied().collect();
        if left.is_empty() {
            let (first, last) = (reached.first().copied()?, reached.last().copied()?);
            return Some(Stuck {
                protocol: lane.series.protocol.clone(),
                number: due.number,
                from: ground.count.date(first),
                to: ground.count.date(last),
                because: against(ground, place, &reached),
                is_only: ground.lanes.len() == 1,
            });
        }
        windows = left.iter().filter_map(|day| gaps.next(session + 1, *day)).collect();
    }
    None
}

fn days(ground: &Ground<'_>, window: Window) -> impl Iterator<Item = Day> {
    let end = window.latest.0.min(ground.count.days.saturating_sub(1));
    (window.earliest.0..=end).map(Day)
}

fn against(ground: &Ground<'_>, place: usize, days: &BTreeSet<Day>) -> Vec<Broke> {
    let mut counted: Vec<(usize, Broke)> = Vec::new();
    for broke in days.iter().filter_map(|day| by_itself(ground, place, ground.count.date(*day))) {
        match counted.iter_mut().find(|(_, known)| *known == broke) {
            Some((count, _)) => *count += 1,
            None => counted.push((1, broke)),
        }
    }
    counted.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    counted.into_iter().take(MOST).map(|(_, broke)| broke).collect()
}
