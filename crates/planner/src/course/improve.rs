//! A plan made better by planning two of its series anew while the others stay.

use super::price::Market;
use super::sweep::{Goal, sweep};
use super::table::{SCALE, Table};
use crate::watch::Watch;

/// By series the places of its starts, with the scaled cost of all.
pub(super) type Found = (i64, Vec<Vec<usize>>);

/// How many labels a day are kept.
const KEEP: usize = 48;

/// Plans two series at a time anew, in turn, until no two give anything any more or time is up.
pub(super) fn improve(table: &Table, market: &Market, mut best: Found, watch: &dyn Watch) -> Found {
    let pairs = pairs(table.lanes.len());
    let mut idle = 0;
    for pair in pairs.iter().cycle() {
        if idle == pairs.len() || watch.is_over() {
            break;
        }
        idle += 1;
        if let Some(better) = anew(table, market, &best, pair, watch) {
            best = better;
            idle = 0;
        }
    }
    best
}

/// All pairs of series; with one series only itself.
fn pairs(lanes: usize) -> Vec<Vec<usize>> {
    if lanes == 1 {
        return vec![vec![0]];
    }
    (0..lanes).flat_map(|one| (one + 1..lanes).map(move |other| vec![one, other])).collect()
}

fn anew(table: &Table, market: &Market, best: &Found, lanes: &[usize], watch: &dyn Watch) -> Option<Found> {
    let others: Vec<(usize, u16)> = days(table, &best.1).filter(|(lane, _)| !lanes.contains(lane)).collect();
    let part = table.part(lanes, &others);
    let now: i64 = lanes.iter().map(|&lane| table.lanes[lane].cost(&best.1[lane])).sum();
    let found = sweep(&part, &market.part(&part, lanes), Goal::Below(now), KEEP, watch);
    let (cost, starts) = found.plan?;
    let mut better = best.clone();
    for (&lane, starts) in lanes.iter().zip(starts) {
        better.1[lane] = starts;
    }
    better.0 -= now - cost;
    debug_assert_eq!(better.0 % SCALE, 0);
    Some(better)
}

/// Every session of a plan: its series and its day.
fn days<'a>(table: &'a Table, plan: &'a [Vec<usize>]) -> impl Iterator<Item = (usize, u16)> + 'a {
    let of = move |(lane, starts): (usize, &'a Vec<usize>)| {
        starts.iter().filter_map(move |&start| Some((lane, table.lanes[lane].choice(start)?.0)))
    };
    plan.iter().enumerate().flat_map(of)
}
