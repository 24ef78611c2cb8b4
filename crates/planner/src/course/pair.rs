//! Two series at a time, by days alone: what their rest costs at least, exactly, while they keep apart.
//!
//! A plan of two series is a way through a grid: each step is the next session of one of them. What days cost comes
//! from outside; practitioners are left to each series by itself.

mod ahead;
mod back;

use super::steps::Steps;
use super::sweep::State;
use super::table::Table;
use std::ops::Range;

/// Told what each step to a session is worth, by session; leaves what is to be given away.
pub(super) type Give<'a> = &'a mut dyn FnMut(usize, &mut [i64]);

/// More than is ever told apart: what costs more is held to cost this, which keeps every bound honest.
const NEVER: i32 = 1 << 29;

/// No more cells than this, for one pair.
const MOST_CELLS: usize = 1 << 22;

/// The grid of two series.
#[derive(Clone, Debug)]
pub(super) struct Pair {
    pub lanes: [usize; 2],
    first: Steps<i32>,
    second: Steps<i32>,
    /// By place of the first and number of sessions of the second, the places of the second that may go with it.
    live: Vec<Vec<(usize, usize)>>,
    /// By place of the first, from when on the second may follow; and the other way round.
    then_second: Vec<u16>,
    then_first: Vec<u16>,
    /// By both places, what is still to come costs at least, and what has been.
    rest: Vec<i32>,
    been: Vec<i32>,
}

impl Pair {
    /// The grid of two series, with such a part of what their gaps cost; none where it is too large.
    pub fn of(table: &Table, lanes: [usize; 2], part: (i64, i64)) -> Option<Self> {
        let [a, b] = lanes;
        let [first, second] = [a, b].map(|lane| Steps::of(&table.lanes[lane], part));
        first.len().checked_mul(second.len()).filter(|cells| *cells <= MOST_CELLS)?;
        Some(Self::with(table, lanes, [first, second]))
    }

    /// The same for what is left of the two series; nothing is reckoned yet.
    pub fn narrowed(&self, table: &Table) -> Self {
        let [first, second] = self.lanes.map(|lane| &table.lanes[lane]);
        Self::with(table, self.lanes, [self.first.narrowed(first), self.second.narrowed(second)])
    }

    fn with(table: &Table, lanes: [usize; 2], [first, second]: [Steps<i32>; 2]) -> Self {
        let [a, b] = lanes;
        let then_second = follows(&first, &table.after[a][b]);
        let then_first = follows(&second, &table.after[b][a]);
        let live = live(&first, &second, &then_second, &then_first);
        Self { lanes, first, second, live, then_second, then_first, rest: Vec::new(), been: Vec::new() }
    }

    /// Forgets all but what steps cost.
    pub fn forget(&mut self) {
        (self.rest, self.been) = (Vec::new(), Vec::new());
    }

    /// What both cost at least.
    pub fn whole(&self) -> i64 {
        self.rest[0].into()
    }

    /// The place of the first series (side 0) or the second after so many sessions, the last on a day.
    pub fn place(&self, side: usize, done: u16, last: u16) -> usize {
        let steps = if side == 0 { &self.first } else { &self.second };
        steps.place(usize::from(done), last)
    }

    /// The place of a series in a state, beside the other in another. A complete series is put as late as what it
    /// keeps the other from allows.
    pub fn place_of(&self, side: usize, state: State, other: State) -> usize {
        let (steps, then) = if side == 0 { (&self.first, &self.then_second) } else { (&self.second, &self.then_first) };
        let done = usize::from(state.done);
        match done {
            0 => 0,
            _ if done < steps.sessions() => steps.place(done, state.last),
            _ => {
                let block = steps.blocks[done].clone();
                let before = then[block.clone()].partition_point(|&then| then <= other.open);
                block.start + before.saturating_sub(1)
            }
        }
    }

    /// Adds prices by day to what the steps of a series cost.
    pub fn charge(&mut self, side: usize, by_day: &[i64]) {
        let steps = if side == 0 { &mut self.first } else { &mut self.second };
        steps.charge(by_day);
    }

    /// What is still to come costs at least from two places.
    pub fn rest(&self, first: usize, second: usize) -> i64 {
        self.rest[first * self.second.len() + second].into()
    }

    /// Adds to what the steps to a session of one series cost.
    pub fn add(&mut self, lane: usize, session: usize, more: &[i64]) {
        let steps = if lane == self.lanes[0] { &mut self.first } else { &mut self.second };
        let out = steps.out_of(session);
        steps.add(out, more);
    }
}

/// By place of a series, from when on one of the other may follow.
fn follows(steps: &Steps<i32>, after: &[u16]) -> Vec<u16> {
    (0..steps.len()).map(|place| if place == 0 { 0 } else { after[usize::from(steps.days[place])] }).collect()
}

/// The places of the second series at which both can still go on.
fn live(first: &Steps<i32>, second: &Steps<i32>, then_second: &[u16], then_first: &[u16]) -> Vec<Vec<(usize, usize)>> {
    let latest: Vec<Vec<u16>> = second
        .blocks
        .iter()
        .map(|block| {
            let mut latest = 0;
            block
                .clone()
                .map(|at| {
                    latest = latest.max(second.spans[at].to);
                    latest
                })
                .collect()
        })
        .collect();
    let mut live = Vec::with_capacity(first.len());
    for (had, block) in first.blocks.iter().enumerate() {
        for place in block.clone() {
            let range = |(done, block): (usize, &Range<usize>)| {
                let ends = had == first.sessions();
                let goes_on = |&then: &u16| ends || then <= first.spans[place].to;
                let to = block.start + then_first[block.clone()].partition_point(goes_on);
                let from = if done == second.sessions() {
                    block.start
                } else {
                    block.start + latest[done].partition_point(|&latest| latest < then_second[place])
                };
                (from, to)
            };
            live.push(second.blocks.iter().enumerate().map(range).collect());
        }
    }
    live
}
