//! Two series at a time, by days alone: what their rest costs at least, exactly, while they keep apart.
//!
//! A plan of two series is a way through a grid: each step is the next session of one of them. What days cost comes
//! from outside; practitioners are left to each series by itself.

use super::breath::Breath;
use super::steps::Steps;
use super::sweep::State;
use super::table::Table;
use crate::watch::Watch;
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

    /// From the end: what is still to come. The worth of the second series' steps may be given away, if it is known
    /// what has been. Says whether it was done before time was up; if not, nothing may be made of what is still to come.
    pub fn look_back(&mut self, give: Option<Give<'_>>, watch: &dyn Watch) -> bool {
        let mut give = give;
        let mut breath = Breath::of(watch);
        self.rest.resize(self.first.len() * self.second.len(), NEVER);
        for done in (0..=self.second.sessions()).rev() {
            if let Some(give) = give.as_deref_mut().filter(|_| done < self.second.sessions()) {
                let Some(mut worth) = self.worth_of_second(done, &mut breath) else { return false };
                give(done, &mut worth);
                let out = self.second.out_of(done);
                self.second.take(out, &worth);
            }
            for had in (0..=self.first.sessions()).rev() {
                for place in self.first.blocks[had].clone().rev() {
                    let work = self.rest_at(place, had, done);
                    if breath.is_over(work) {
                        return false;
                    }
                }
            }
        }
        true
    }

    /// What both cost at least with each of the steps of the second series out of a block.
    fn worth_of_second(&self, done: usize, breath: &mut Breath<'_>) -> Option<Vec<i64>> {
        let out = self.second.out_of(done);
        let mut worth = vec![NEVER; out.len()];
        for (place, live) in self.live.iter().enumerate() {
            let row = place * self.second.len();
            let mut work = 0;
            for at in live[done].0..live[done].1 {
                let been = self.been[row + at];
                if been > NEVER / 2 {
                    continue;
                }
                let earliest = self.then_second[place];
                let (next, costs) = self.second.onward(done, at, earliest);
                work += costs.len() + 1;
                let from = self.second.steps(at, earliest).start - out.start;
                for ((worth, cost), rest) in worth[from..].iter_mut().zip(costs).zip(&self.rest[row + next..]) {
                    *worth = (*worth).min(been + cost + rest);
                }
            }
            if breath.is_over(work) {
                return None;
            }
        }
        Some(worth.into_iter().map(i64::from).collect())
    }

    /// What is still to come from a place of the first series; says how much work that was.
    fn rest_at(&mut self, place: usize, had: usize, done: usize) -> usize {
        let (from, to) = self.live[place][done];
        if from >= to {
            return 1;
        }
        let width = self.second.len();
        let (head, tail) = self.rest.split_at_mut((place + 1) * width);
        let row = &mut head[place * width..];
        if had == self.first.sessions() && done == self.second.sessions() {
            row[from..to].fill(0);
            return to - from;
        }
        row[from..to].fill(NEVER);
        let (next, steps) = self.first.onward(had, place, 0);
        let mut work = steps.len() * (to - from);
        let mut end = from;
        for (next, cost) in (next..).zip(steps) {
            let day = self.first.days[next];
            while end < to && self.then_first[end] <= day {
                end += 1;
            }
            let there = &tail[(next - place - 1) * width..];
            for (cell, there) in row[from..end].iter_mut().zip(&there[from..end]) {
                *cell = (*cell).min(there + cost);
            }
        }
        for at in from..to {
            let (next, steps) = self.second.onward(done, at, self.then_second[place]);
            work += steps.len() + 1;
            let least = steps.iter().zip(&row[next..]).map(|(cost, there)| cost + there).min();
            let least = least.map_or(row[at], |least| least.min(row[at]));
            row[at] = if least > NEVER / 2 { NEVER } else { least };
        }
        work
    }

    /// From the beginning: what has been. The worth of the first series' steps may be given away, if it is known what
    /// is still to come. Says whether it was done before time was up; if not, nothing may be made of what has been.
    pub fn look_ahead(&mut self, give: Option<Give<'_>>, watch: &dyn Watch) -> bool {
        let mut give = give;
        let mut breath = Breath::of(watch);
        self.been.clear();
        self.been.resize(self.first.len() * self.second.len(), NEVER);
        self.been[0] = 0;
        for had in 0..=self.first.sessions() {
            let block = self.first.blocks[had].clone();
            for place in block.clone() {
                let work = self.been_beside(place);
                if breath.is_over(work) {
                    return false;
                }
            }
            if let Some(give) = give.as_deref_mut().filter(|_| had < self.first.sessions()) {
                let Some(mut worth) = self.worth_of_first(had, &mut breath) else { return false };
                give(had, &mut worth);
                let out = self.first.out_of(had);
                self.first.take(out, &worth);
            }
            for place in block {
                let work = self.been_below(place, had);
                if breath.is_over(work) {
                    return false;
                }
            }
        }
        true
    }

    /// What both cost at least with each of the steps of the first series out of a block.
    fn worth_of_first(&self, had: usize, breath: &mut Breath<'_>) -> Option<Vec<i64>> {
        let (out, width) = (self.first.out_of(had), self.second.len());
        let mut worth = vec![NEVER; out.len()];
        for place in self.first.blocks[had].clone() {
            let (next, costs) = self.first.onward(had, place, 0);
            let from = self.first.steps(place, 0).start - out.start;
            if breath
                .is_over(costs.len() * self.live[place].iter().map(|live| live.1.saturating_sub(live.0)).sum::<usize>())
            {
                return None;
            }
            for ((next, cost), worth) in (next..).zip(costs).zip(&mut worth[from..]) {
                let day = self.first.days[next];
                for (live, there) in self.live[place].iter().zip(&self.live[next]) {
                    let (begin, most) = (live.0.max(there.0), live.1.min(there.1));
                    if begin >= most {
                        continue;
                    }
                    let end = begin + self.then_first[begin..most].partition_point(|&then| then <= day);
                    let been = &self.been[place * width..][begin..end];
                    let rest = &self.rest[next * width..][begin..end];
                    let least = been.iter().zip(rest).map(|(been, rest)| been + rest).min();
                    *worth = (*worth).min(least.map_or(NEVER, |least| least + cost));
                }
            }
        }
        Some(worth.into_iter().map(i64::from).collect())
    }

    /// Steps of the second series; says how much work that was.
    fn been_beside(&mut self, place: usize) -> usize {
        let mut work = 0;
        let width = self.second.len();
        let row = &mut self.been[place * width..][..width];
        for (done, &(from, to)) in self.live[place].iter().enumerate() {
            for at in from..to {
                let been = row[at];
                if been > NEVER / 2 {
                    continue;
                }
                let (next, steps) = self.second.onward(done, at, self.then_second[place]);
                work += steps.len() + 1;
                for (cell, cost) in row[next..].iter_mut().zip(steps) {
                    *cell = (*cell).min(been + cost);
                }
            }
        }
        work
    }

    /// Steps of the first series; says how much work that was.
    fn been_below(&mut self, place: usize, had: usize) -> usize {
        let width = self.second.len();
        let (head, tail) = self.been.split_at_mut((place + 1) * width);
        let row = &head[place * width..];
        let (next, steps) = self.first.onward(had, place, 0);
        let mut work = 0;
        for &(from, to) in &self.live[place] {
            work += steps.len() * to.saturating_sub(from);
            let mut end = from;
            for (next, cost) in (next..).zip(steps) {
                let day = self.first.days[next];
                while end < to && self.then_first[end] <= day {
                    end += 1;
                }
                let there = &mut tail[(next - place - 1) * width..][..width];
                for (there, cell) in there[from..end].iter_mut().zip(&row[from..end]) {
                    *there = (*there).min(cell + cost);
                }
            }
        }
        work
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
