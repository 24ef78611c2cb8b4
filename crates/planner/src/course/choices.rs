//! The starts of a series that are worth looking at.

use super::breath::Breath;
use super::problem::Start;
use super::table::{Choice, SCALE, Unfit};
use crate::watch::Watch;
use std::rc::Rc;

/// The practitioners of a series, in order.
pub(super) fn people(starts: &[Start]) -> Vec<u16> {
    let mut known = vec![false; 1 << 16];
    starts.iter().for_each(|start| known[usize::from(start.practitioner)] = true);
    (0..=u16::MAX).filter(|&one| known[usize::from(one)]).collect()
}

/// The starts worth looking at, by day: of each practitioner the best, and where a day may hold two sessions all
/// that are not beaten by one that ends earlier, begins later and costs less.
pub(super) fn choices(
    days: u16,
    starts: &[Start],
    people: &[u16],
    shared: bool,
    watch: &dyn Watch,
) -> Result<Vec<Rc<[Choice]>>, Unfit> {
    let mut breath = Breath::of(watch);
    let (ends, mut order) = by_day(days, starts);
    let mut by_day = Vec::with_capacity(usize::from(days));
    // By practitioner the places of those known on a day.
    let mut known: Vec<Vec<usize>> = vec![Vec::new(); people.len()];
    let mut from = 0;
    for end in ends {
        let here = &mut order[from..end];
        from = end;
        here.sort_unstable_by_key(|&index| {
            let start = &starts[index];
            (start.penalty, start.practitioner, start.from, index)
        });
        let mut day: Vec<Choice> = Vec::new();
        for &mut index in here {
            let start = &starts[index];
            let Ok(who) = people.binary_search(&start.practitioner) else { continue };
            if breath.is_over(8 + known[who].len()) {
                return Err(Unfit::Late);
            }
            let beats = |known: &usize| {
                let known = &day[*known];
                !shared || (known.from >= start.from.0 && known.to <= start.to.0)
            };
            if !known[who].iter().any(beats) {
                known[who].push(day.len());
                let cost = i64::from(start.penalty) * SCALE;
                day.push(Choice { who: who as u16, from: start.from.0, to: start.to.0, cost, start: index });
            }
        }
        day.iter().for_each(|choice| known[usize::from(choice.who)].clear());
        by_day.push(Rc::from(day));
    }
    Ok(by_day)
}

/// The indexes of the starts in the order of their days, and by day where they end.
fn by_day(days: u16, starts: &[Start]) -> (Vec<usize>, Vec<usize>) {
    let mut ends = vec![0_usize; usize::from(days)];
    let inside = || starts.iter().enumerate().filter(|(_, start)| start.day.0 < days);
    inside().for_each(|(_, start)| ends[usize::from(start.day.0)] += 1);
    let mut sum = 0;
    for end in &mut ends {
        sum += std::mem::replace(end, sum);
    }
    let mut order = vec![0; sum];
    for (index, start) in inside() {
        let place = &mut ends[usize::from(start.day.0)];
        order[*place] = index;
        *place += 1;
    }
    (ends, order)
}
