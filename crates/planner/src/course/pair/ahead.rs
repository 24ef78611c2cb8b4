//! A grid from the beginning: what has been.

use super::{Give, NEVER, Pair};
use crate::course::breath::Breath;
use crate::watch::Watch;

impl Pair {
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
