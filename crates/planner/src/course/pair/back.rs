//! A grid from the end: what is still to come.

use super::{Give, NEVER, Pair};
use crate::course::breath::Breath;
use crate::watch::Watch;

impl Pair {
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
}
