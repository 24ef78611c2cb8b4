//! One series by itself: what the rest of it costs at least, exactly, from every session, day and practitioner.

use super::table::{Lane, NEVER, Span};

/// What days of a series cost on top, by day, scaled; negative is a reward.
pub(super) type Prices = Vec<i64>;

/// The cost-to-go of one series under prices.
#[derive(Clone, Debug)]
pub(super) struct Alone {
    /// By session, then day and practitioner: what this session and all after it cost, coming from the practitioner.
    enter: Vec<Vec<i64>>,
    /// By session, then day and practitioner: what all after this session cost.
    rest: Vec<Vec<i64>>,
    /// What the whole series costs.
    whole: i64,
}

impl Alone {
    /// Reckons backwards from the last session.
    pub fn of(lane: &Lane, prices: &[i64]) -> Self {
        let cells = |layer: &super::table::Layer| vec![NEVER; layer.width() * lane.people];
        let mut alone = Self {
            enter: lane.layers.iter().map(cells).collect(),
            rest: lane.layers.iter().map(cells).collect(),
            whole: NEVER,
        };
        alone.reckon(lane, prices);
        alone
    }

    /// Reckons again under other prices.
    pub fn reckon(&mut self, lane: &Lane, prices: &[i64]) {
        for session in (0..lane.sessions).rev() {
            self.reckon_rest(lane, session);
            self.reckon_enter(lane, session, prices);
        }
        self.whole = self.opening(lane).map_or(0, |(_, cost)| cost);
    }

    fn reckon_rest(&mut self, lane: &Lane, session: usize) {
        let (layer, people) = (&lane.layers[session], lane.people);
        let rest = &mut self.rest[session];
        if session + 1 == lane.sessions {
            rest.fill(0);
            return;
        }
        rest.fill(NEVER);
        let (after, entering) = (&lane.layers[session + 1], &self.enter[session + 1]);
        for (span, cells) in layer.next.iter().zip(rest.chunks_exact_mut(people)) {
            for day in span.from..=span.to {
                let gap = lane.gap(*span, day);
                let at = usize::from(day - after.from) * people;
                for (cell, enter) in cells.iter_mut().zip(&entering[at..at + people]) {
                    *cell = (*cell).min(gap + enter);
                }
            }
        }
    }

    fn reckon_enter(&mut self, lane: &Lane, session: usize, prices: &[i64]) {
        let (layer, people) = (&lane.layers[session], lane.people);
        let (rest, enter) = (&self.rest[session], &mut self.enter[session]);
        for (day, cells) in (layer.from..layer.to).zip(enter.chunks_exact_mut(people)) {
            let at = usize::from(day - layer.from) * people;
            let cost = |choice: &super::table::Choice| {
                let rest = rest[at + usize::from(choice.who)];
                (rest + choice.cost + prices[usize::from(day)]).min(NEVER)
            };
            let choices = &lane.days[usize::from(day)];
            let best = choices.iter().map(cost).min().unwrap_or(NEVER);
            cells.fill((best + lane.change).min(NEVER));
            for choice in choices {
                let cell = &mut cells[usize::from(choice.who)];
                *cell = (*cell).min(cost(choice));
            }
        }
    }

    fn opening(&self, lane: &Lane) -> Option<(u16, i64)> {
        if lane.sessions == 0 {
            return None;
        }
        let days = lane.first.from..=lane.first.to;
        let cost = |day: u16| lane.opening(day) + self.cheapest(lane, day);
        days.map(|day| (day, cost(day))).min_by_key(|&(_, cost)| cost)
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
        let (span, session) = match last {
            None => (lane.first, 0),
            Some((session, day, _)) => (lane.layers[session].span(day), session + 1),
        };
        let cost = |day: u16| match last {
            None => lane.opening(day) + self.cheapest(lane, day),
            Some((_, _, who)) => lane.gap(span, day) + self.entering(lane, session, day)[usize::from(who)],
        };
        let mut least = NEVER;
        let days = (span.from..=span.to).rev().map(|day| {
            least = least.min(cost(day));
            least
        });
        let mut costs: Vec<i64> = days.collect();
        costs.reverse();
        (span, costs)
    }

    /// The days of the cheapest series; the earliest where several cost the same.
    pub fn days(&self, lane: &Lane, prices: &[i64]) -> Vec<u16> {
        let Some((mut day, _)) = self.opening(lane) else {
            return Vec::new();
        };
        let mut who = None;
        let mut days = Vec::with_capacity(lane.sessions);
        for session in 0..lane.sessions {
            let with = self.best_with(lane, session, day, who, prices);
            days.push(day);
            if session + 1 == lane.sessions {
                break;
            }
            let span = lane.layers[session].span(day);
            let cost = |next: &u16| lane.gap(span, *next) + self.entering(lane, session + 1, *next)[usize::from(with)];
            day = (span.from..=span.to).min_by_key(cost).unwrap_or(day);
            who = Some(with);
        }
        days
    }

    /// With whom the session is best on the day, after one with somebody.
    fn best_with(&self, lane: &Lane, session: usize, day: u16, before: Option<u16>, prices: &[i64]) -> u16 {
        let choices = lane.days[usize::from(day)].iter();
        let cost = |choice: &&super::table::Choice| {
            let change = if before.is_some_and(|before| before != choice.who) { lane.change } else { 0 };
            choice.cost + change + prices[usize::from(day)] + self.rest(lane, session, day, choice.who)
        };
        choices.min_by_key(cost).map_or(0, |choice| choice.who)
    }
}
