//! The best plan there is time and room for.

use super::improve::{Found, improve};
use super::outcome::{answer, points, up};
use super::possible::collides_in_pairs;
use super::price::Market;
use super::problem::{Answer, Course, Plan};
use super::rough::Rough;
use super::search::Search;
use super::table::{Table, Unfit};
use crate::watch::{Progress, Watch};
use std::cell::Cell;

/// So many tries a series may give nothing before a rough plan is left as it is, where it is all there is.
const TRIES: usize = 60;

/// The same where a search follows.
const FIRST_TRIES: usize = 10;

/// Where its prices take more room than this, a rough plan is made before anything else.
const LARGE: usize = 2 << 20;

/// The best plan, as far as time and memory let it be found.
///
/// A plan is looked for quickly; a rough one is all there is where prices would not fit into memory. Then the days are
/// priced better and more is kept of what was begun, until nothing that was dropped could still be better than the best
/// plan; what stays open is divided, and each part is thought over by
/// itself. Deterministic, unless the watch stops it.
pub fn solve(course: &Course<'_>, watch: &dyn Watch) -> Answer {
    match Table::of(course, watch) {
        Ok(table) if table.lanes.iter().all(|lane| lane.sessions == 0) => {
            let starts = vec![Vec::new(); table.lanes.len()];
            Answer::Planned { plan: Plan { starts, cost: 0 }, lower_bound: 0 }
        }
        Ok(table) if table.is_crowded() => Answer::Impossible,
        Ok(table) if table.is_vast() => vast(&table, watch),
        Ok(table) => searched(&table, watch),
        Err(Unfit::Alone) => Answer::Impossible,
        Err(Unfit::TooLarge | Unfit::Late) => Answer::Unknown { lower_bound: 0 },
    }
}

/// A rough plan made better, where the room for a search is not there.
fn vast(table: &Table, watch: &dyn Watch) -> Answer {
    let mut rough = Rough::of(table, watch);
    let plan = rough.plan();
    let bound = Cell::new(up(rough.bound()));
    let tell = |(cost, _): &Found| {
        watch.tell(Progress { cost: Some(points(*cost)), lower_bound: points(bound.get().min(*cost)) });
    };
    let Some(plan) = plan else {
        return if collides_in_pairs(table, watch) { Answer::Impossible } else { answer(None, bound.get()) };
    };
    tell(&plan);
    let mut best = rough.improve(FIRST_TRIES, &tell);
    bound.set(up(rough.close_bound(watch)).max(bound.get()));
    while bound.get() < best.0 && !watch.is_over() {
        let before = best.0;
        best = rough.improve(TRIES, &tell);
        best = improve(table, &Market::none(table), best, watch, &tell);
        if best.0 >= before {
            break;
        }
        rough.take_over(&best);
    }
    answer(Some(best), bound.get())
}

/// A search; where it is large a rough plan comes first, in case time runs out before it has one.
fn searched(table: &Table, watch: &dyn Watch) -> Answer {
    let is_large = table.bytes() > LARGE;
    let tell = |(cost, _): &Found| watch.tell(Progress { cost: Some(points(*cost)), lower_bound: 0 });
    let improved = |mut rough: Rough<'_>| {
        tell(&rough.plan()?);
        Some(rough.improve(FIRST_TRIES, &tell))
    };
    let rough = if is_large { improved(Rough::of(table, watch)) } else { None };
    match Search::of(table, rough.clone(), watch) {
        Some(search) => search.run(),
        None => answer(rough, 0),
    }
}
