//! One series by itself: what the rest of it costs at least, exactly, from every session, day and practitioner.

use super::breath::Breath;
use super::steps::Steps;
use super::table::{Choice, Lane, Layer, NEVER, Span, Table};
use crate::watch::Watch;

/// The cost-to-go of one series, its steps at whatever prices.
#[derive(Clone, Debug)]
pub(super) struct Alone {
    /// What gaps cost, and days on top of that, scaled.
    steps: Steps<i64>,
    /// By session, then day and practitioner: what this session and all after it cost, coming from the practitioner.
    enter: Vec<Vec<i64>>,
    /// By session, then day and practitioner: what all after this session cost.
    rest: Vec<Vec<i64>>,
    /// What the whole series costs.
    whole: i64,
}

impl Alone {
    /// Reckons with the whole of what gaps cost, or a part; none where time is up before that is done.
    pub fn of(lane: &Lane, part: (i64, i64), watch: &dyn Watch) -> Option<Self> {
        if watch.is_over() {
            return None;
        }
        let mut alone = Self::with(Steps::of(lane, part));
        alone.reckon(lane, watch).then_some(alone)
    }

    /// All series of a table.
    pub fn all(table: &Table, part: (i64, i64), watch: &dyn Watch) -> Option<Vec<Self>> {
        table.lanes.iter().map(|lane| Self::of(lane, part, watch)).collect()
    }

    /// The same for what is left of the series; nothing is reckoned yet.
    pub fn narrowed(&self, lane: &Lane) -> Self {
        Self::with(self.steps.narrowed(lane))
    }

    const fn with(steps: Steps<i64>) -> Self {
        Self { steps, enter: Vec::new(), rest: Vec::new(), whole: NEVER }
    }

    /// Forgets all but what steps cost.
    pub fn forget(&mut self) {
        (self.enter, self.rest) = (Vec::new(), Vec::new());
    }

    /// The steps and what they cost.
    pub const fn steps(&mut self) -> &mut Steps<i64> {
        &mut self.steps
    }

    /// Reckons backwards from the last session. Says whether it was done before time was up; if not, nothing may be
    /// made of it.
    pub fn reckon(&mut self, lane: &Lane, watch: &dyn Watch) -> bool {
        let mut breath = Breath::of(watch);
        if self.rest.is_empty() {
            let cells = |layer: &Layer| vec![NEVER; layer.width() * lane.people];
            self.rest = lane.layers.iter().map(cells).collect();
            self.enter.clone_from(&self.rest);
        }
        for session in (0..lane.sessions).rev() {
            if !self.reckon_rest(lane, session, &mut breath) {
                return false;
            }
            self.reckon_enter(lane, session);
        }
        self.whole = self.opening(lane).map_or(0, |(_, cost)| cost);
        true
    }

    fn reckon_rest(&mut self, lane: &Lane, session: usize, breath: &mut Breath<'_>) -> bool {
        let people = lane.people;
        let rest = &mut self.rest[session];
        if session + 1 == lane.sessions {
            rest.fill(0);
            return !breath.is_over(rest.len());
        }
        rest.fill(NEVER);
        let (after, entering) = (&self.steps.blocks[session + 2], &self.enter[session + 1]);
        for (place, cells) in self.steps.blocks[session + 1].clone().zip(rest.chunks_exact_mut(people)) {
            let (next, costs) = self.steps.onward(session + 1, place, 0);
            if costs.is_empty() {
                continue;
            }
            if breath.is_over((costs.len() + 1) * people) {
                return false;
            }
            let days = entering[(next - after.start) * people..].chunks_exact(people);
            for (cost, day) in costs.iter().zip(days) {
                for (cell, enter) in cells.iter_mut().zip(day) {
                    *cell = (*cell).min(cost + enter);
                }
            }
        }
        true
    }

    fn reckon_enter(&mut self, lane: &Lane, session: usize) {
        let (layer, people) = (&lane.layers[session], lane.people);
        let (rest, enter) = (&self.rest[session], &mut self.enter[session]);
        for (day, cells) in (layer.from..layer.to).zip(enter.chunks_exact_mut(people)) {
            let at = usize::from(day - layer.from) * people;
            let cost = |choice: &Choice| (rest[at + usize::from(choice.who)] + choice.cost).min(NEVER);
            let choices = &lane.days[usize::from(day)];
            let best = choices.iter().map(cost).min().unwrap_or(NEVER);
            cells.fill((best + lane.change).min(NEVER));
            for choice in choices.iter() {
                let cell = &mut cells[usize::from(choice.who)];
                *cell = (*cell).min(cost(choice));
            }
        }
    }

    fn opening(&self, lane: &Lane) -> Option<(u16, i64)> {
        if lane.sessions == 0 {
            return None;
        }
        let (_, costs) = self.steps.onward(0, 0, 0);
        let cost = |(day, cost): (u16, &i64)| (day, cost + self.cheapest(lane, day));
        (lane.first.from..).zip(costs).map(cost).min_by_key(|&(_, cost)| cost)
    }

    /// What the first session on a day and all after it cost, whoever it is with.
    fn cheapest(&self, lane: &Lane, day: u16) -> i64 {
        self.entering(lane, 0, day).iter().copied().min().unwrap_or(NEVER)
    }

    /// What a session on a day and all after it cost, by the practitioner before.
    fn entering(&self, lane: &Lane, session: usize, day: u16) -> &[i64] {
        let layer = &lane.layers[session];
        let at = usize::from(day - layer.from) * lane.people;
        &self.enter[session][at..at + lane.people]
    }

    /// What the whole series costs at least.
    pub const fn whole(&self) -> i64 {
        self.whole
    }

    /// What all sessions after this one cost at least.
    pub fn rest(&self, lane: &Lane, session: usize, day: u16, who: u16) -> i64 {
        let layer = &lane.layers[session];
        if day < layer.from || day >= layer.to {
            return NEVER;
        }
        self.rest[session][usize::from(day - layer.from) * lane.people + usize::from(who)]
    }

    /// What the next session costs at least, with all after it, if it is not before a day: for each day of the
    /// window, and never after it. The gap counts.
    pub fn least_from(&self, lane: &Lane, last: Option<(usize, u16, u16)>) -> (Span, Vec<i64>) {
        let (done, place) = last.map_or((0, 0), |(session, day, _)| (session + 1, self.steps.place(session + 1, day)));
        let (span, (_, costs)) = (self.steps.spans[place], self.steps.onward(done, place, 0));
        let onward = |day: u16| match last {
            None => self.cheapest(lane, day),
            Some((_, _, who)) => self.entering(lane, done, day)[usize::from(who)],
        };
        let mut least = NEVER;
        let days = (span.from..=span.to).zip(costs).rev().map(|(day, cost)| {
            least = least.min(cost + onward(day));
            least
        });
        let mut costs: Vec<i64> = days.collect();
        costs.reverse();
        (span, costs)
    }

    /// The days of the cheapest series; the earliest where several cost the same.
    pub fn days(&self, lane: &Lane) -> Vec<u16> {
        let Some((mut day, _)) = self.opening(lane) else {
            return Vec::new();
        };
        let mut who = None;
        let mut days = Vec::with_capacity(lane.sessions);
        for session in 0..lane.sessions {
            let with = self.best_with(lane, session, day, who);
            days.push(day);
            if session + 1 == lane.sessions {
                break;
            }
            let place = self.steps.place(session + 1, day);
            let (_, costs) = self.steps.onward(session + 1, place, 0);
            let cost = |&(next, cost): &(u16, &i64)| cost + self.entering(lane, session + 1, next)[usize::from(with)];
            let next = (self.steps.spans[place].from..).zip(costs).min_by_key(cost);
            day = next.map_or(day, |(next, _)| next);
            who = Some(with);
        }
        days
    }

    /// With whom the session is best on the day, after one with somebody.
    fn best_with(&self, lane: &Lane, session: usize, day: u16, before: Option<u16>) -> u16 {
        let choices = lane.days[usize::from(day)].iter();
        let cost = |choice: &&Choice| {
            let change = if before.is_some_and(|before| before != choice.who) { lane.change } else { 0 };
            choice.cost + change + self.rest(lane, session, day, choice.who)
        };
        choices.min_by_key(cost).map_or(0, |choice| choice.who)
    }

    /// From the beginning: gives the worth of the steps to each session away, until time is up.
    pub fn look_ahead(&mut self, lane: &Lane, watch: &dyn Watch, mut give: impl FnMut(usize, &mut [i64])) {
        let people = lane.people;
        let mut breath = Breath::of(watch);
        let mut been = vec![0; people];
        for session in 0..lane.sessions {
            let steps = self.steps.out_of(session);
            let mut worth = vec![NEVER; steps.len()];
            let mut reach = vec![NEVER; lane.layers[session].width() * people];
            let start = self.steps.blocks[session + 1].start;
            let entering = &self.enter[session];
            for (place, been) in self.steps.blocks[session].clone().zip(been.chunks_exact(people)) {
                let at = self.steps.steps(place, 0).start - steps.start;
                let (next, costs) = self.steps.onward(session, place, 0);
                if breath.is_over(2 * costs.len() * people) {
                    return;
                }
                for ((next, cost), worth) in (next..).zip(costs).zip(&mut worth[at..]) {
                    let there = &entering[(next - start) * people..][..people];
                    let least = been.iter().zip(there).map(|(been, enter)| been + enter).min();
                    *worth = (least.unwrap_or(NEVER) + cost).min(NEVER);
                }
            }
            give(session, &mut worth);
            self.steps.take(steps, &worth);
            for (place, been) in self.steps.blocks[session].clone().zip(been.chunks_exact(people)) {
                let (next, costs) = self.steps.onward(session, place, 0);
                for (next, cost) in (next..).zip(costs) {
                    let reach = &mut reach[(next - start) * people..][..people];
                    for (reach, been) in reach.iter_mut().zip(been) {
                        *reach = (*reach).min(been + cost);
                    }
                }
            }
            been = treated(lane, session, &reach);
        }
    }
}

/// By day and practitioner of a session, what it and all before it cost at least, from what it costs to get there
/// coming from each practitioner.
fn treated(lane: &Lane, session: usize, reach: &[i64]) -> Vec<i64> {
    let layer = &lane.layers[session];
    let mut been = vec![NEVER; reach.len()];
    let rows = reach.chunks_exact(lane.people).zip(been.chunks_exact_mut(lane.people));
    for (day, (reach, been)) in (layer.from..layer.to).zip(rows) {
        let change = if session == 0 { 0 } else { lane.change };
        let least = reach.iter().min().map_or(NEVER, |least| least + change);
        for choice in lane.days[usize::from(day)].iter() {
            let who = usize::from(choice.who);
            been[who] = been[who].min(least.min(reach[who]) + choice.cost).min(NEVER);
        }
    }
    been
}
