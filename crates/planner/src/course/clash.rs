//! Stretches of days in which two series cannot both have a session.

use super::table::{Lane, Table};
use crate::watch::Watch;

/// How many lengths of a stretch are tried for each place.
const LENGTHS: u16 = 6;

/// No more clashes are looked at than about this, over all pairs of series; where there would be more, they begin some
/// days apart.
const MOST_CLASHES: usize = 200_000;

/// What plans get back is kept by series, by day and by each of so many days after it; no more than this in all.
const MOST_MEMORY: usize = 1 << 20;

/// Two stretches of days, first and last inclusive, of which all pairs collide.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clash {
    pub lanes: [usize; 2],
    pub from: [u16; 2],
    pub to: [u16; 2],
}

/// The clashes of all pairs of series, or of those that were looked at before time was up.
pub(super) fn clashes(table: &Table, watch: &dyn Watch) -> Vec<Clash> {
    let (lanes, days) = (table.lanes.len(), usize::from(table.days));
    let lonely: Vec<Vec<u16>> = table.lanes.iter().map(|lane| lonely(lane, table.days)).collect();
    let places = lanes * lanes.saturating_sub(1) / 2 * days;
    let every = (places * usize::from(LENGTHS)).div_ceil(MOST_CLASHES).max(1);
    let longest = MOST_MEMORY / (lanes * days).max(1);
    let mut clashes = Vec::new();
    for first in 0..lanes {
        for second in first + 1..lanes {
            if watch.is_over() {
                return clashes;
            }
            let alone = [first, second].map(|lane| lonely[lane].as_slice());
            stretches(table, [first, second], alone, every, &mut clashes);
        }
    }
    clashes.retain(|clash| clash.length() < longest);
    clashes
}

impl Clash {
    /// From its first day to its last.
    pub fn length(&self) -> usize {
        usize::from(self.to[0].max(self.to[1]) - self.from[0].min(self.from[1]))
    }
}

/// The clashes of two series, beginning so many days apart.
fn stretches(table: &Table, lanes: [usize; 2], alone: [&[u16]; 2], every: usize, clashes: &mut Vec<Clash>) {
    let [a, b] = lanes;
    let (after, before) = (&table.after[a][b], &table.after[b][a]);
    for from in (0..table.days).step_by(every) {
        let most = alone[0][usize::from(from)];
        let then = after[usize::from(from)];
        let longer = (most.min(then.saturating_sub(from) + 41) / LENGTHS).max(1);
        for length in (1..=most).step_by(usize::from(longer)) {
            let last = from + length - 1;
            if last >= table.days {
                break;
            }
            // The days of b that collide with all of a's: too late for the last of them, and before the first answer.
            let start = before.partition_point(|&before| before <= last) as u16;
            if start >= then {
                break;
            }
            let end = (then - 1).min(start + alone[1][usize::from(start)].max(1) - 1);
            clashes.push(Clash { lanes, from: [from, start], to: [last, end] });
        }
    }
}

/// From each day on, how many days hold at most one session of the series.
fn lonely(lane: &Lane, days: u16) -> Vec<u16> {
    let mut next = days;
    let mut lonely: Vec<u16> = (0..days)
        .rev()
        .map(|day| {
            for layer in lane.layers.iter().filter(|layer| !layer.next.is_empty()) {
                if (layer.from..layer.to).contains(&day) && layer.span(day).to > 0 {
                    next = next.min(layer.span(day).from);
                }
            }
            next - day
        })
        .collect();
    lonely.reverse();
    lonely
}
