//! A plan made better piece by piece: two of its series are planned anew while the others stay, or all of them for
//! some months while the rest of the year stays.

use super::price::Market;
use super::sweep::{Goal, Keep, sweep};
use super::table::{SCALE, Table};
use crate::watch::Watch;

/// By series the places of its starts, with the scaled cost of all.
pub(super) type Found = (i64, Vec<Vec<usize>>);

/// What is kept.
const KEEP: Keep = Keep { labels: 24, people: 2 };

/// How many days are planned anew at once, and how far apart such stretches begin.
const STRETCH: u16 = 100;
const STRIDE: u16 = 40;

/// A piece of a plan.
enum Piece {
    Series(Vec<usize>),
    Days(u16, u16),
}

/// Plans one piece after the other anew, in turn, until none gives anything any more or time is up. Told each time.
pub(super) fn improve(
    table: &Table,
    market: &Market,
    mut best: Found,
    watch: &dyn Watch,
    tell: &dyn Fn(&Found),
) -> Found {
    let pieces = pieces(table);
    let mut idle = 0;
    for piece in pieces.iter().cycle() {
        if idle == pieces.len() || watch.is_over() {
            break;
        }
        idle += 1;
        let better = match piece {
            Piece::Series(lanes) => anew(table, market, &best, lanes, watch),
            Piece::Days(from, to) => within(table, &best, (*from, *to), watch),
        };
        if let Some(better) = better {
            best = better;
            tell(&best);
            idle = 0;
        }
    }
    best
}

/// All pairs of series, and all stretches of days.
fn pieces(table: &Table) -> Vec<Piece> {
    let last = table.days.saturating_sub(1);
    let stretch = |from: u16| Piece::Days(from, last.min(from.saturating_add(STRETCH)));
    let pairs = pairs(table.lanes.len()).into_iter().map(Piece::Series);
    pairs.chain((0..table.days).step_by(usize::from(STRIDE)).map(stretch)).collect()
}

/// All series anew on the days of a stretch.
fn within(table: &Table, best: &Found, days: (u16, u16), watch: &dyn Watch) -> Option<Found> {
    let near = table.near(&best.1, days, watch).filter(|near| !near.is_vast())?;
    sweep(&near, &Market::free(&near, watch)?, Goal::Below(best.0), KEEP, watch).plan
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
    if part.is_vast() {
        return None;
    }
    let now: i64 = lanes.iter().map(|&lane| table.lanes[lane].cost(&best.1[lane])).sum();
    let found = sweep(&part, &market.part(&part, lanes, watch)?, Goal::Below(now), KEEP, watch);
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
