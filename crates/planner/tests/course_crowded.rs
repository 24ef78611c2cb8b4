//! Courses that crowd each other, too large to try every plan: what the planner proves is what a plain search through
//! all states of all days comes to, and what it claims on the way there is never more.

use planner::course::{Answer, Course, Day, Rhythm, Series, Spacing, Start, Weights, Window, check, solve};
use planner::{Progress, Tick, Unlimited, Watch};
use std::cell::Cell;
use std::collections::HashMap;

struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u16) -> u16 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % u64::from(end)) as u16
    }
}

/// Constant gaps in days.
struct Gaps {
    latest: u16,
    gap: (u16, u16, u16),
}

impl Rhythm for Gaps {
    fn first(&self) -> Window {
        Window { earliest: Day(0), ideal: Day(0), latest: Day(self.latest) }
    }

    fn next(&self, _session: u16, previous: Day) -> Option<Window> {
        let after = |days: u16| Day(previous.0 + days);
        Some(Window { earliest: after(self.gap.0), ideal: after(self.gap.1), latest: after(self.gap.2) })
    }
}

struct Waits(Vec<Vec<u16>>);

impl Spacing for Waits {
    fn earliest(&self, first: usize, then: usize, day: Day) -> Day {
        Day(day.0 + self.0[first][then])
    }
}

struct Crowded {
    days: u16,
    people: u16,
    rhythms: Vec<Gaps>,
    counts: Vec<u16>,
    weights: Vec<Weights>,
    /// By series, then day and practitioner, what a session costs; none where there is no time.
    costs: Vec<Vec<Option<u32>>>,
    waits: Waits,
}

/// By series, how many sessions lie, on which day the last, and with whom.
type State = Vec<(u16, u16, u16)>;

impl Crowded {
    /// Three series with two practitioners, or four with one.
    fn drawn(seed: u64) -> Self {
        let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..8 {
            chance.below(2);
        }
        let (days, people, series) = if seed.is_multiple_of(2) { (70, 2, 3) } else { (120, 1, 4) };
        let mut crowded = Self {
            days,
            people,
            rhythms: Vec::new(),
            counts: Vec::new(),
            weights: Vec::new(),
            costs: Vec::new(),
            waits: Waits((0..series).map(|_| (0..series).map(|_| 2 + chance.below(3)).collect()).collect()),
        };
        for one in 0..series as u16 {
            let min = (2 * series as u16) + one + chance.below(3);
            crowded.rhythms.push(Gaps { latest: 12, gap: (min, min + 1 + chance.below(3), min + 6) });
            crowded.counts.push(4 + chance.below(3));
            let mut weight = || u32::from(1 + chance.below(4));
            let [first, late, early, change] = [(); 4].map(|()| weight());
            crowded.weights.push(Weights { first, late, early, change: change * 3 });
            let mut cost = |_| (chance.below(3) > 0).then(|| u32::from(chance.below(8)));
            crowded.costs.push((0..days * people).map(&mut cost).collect());
        }
        crowded
    }

    fn course(&self) -> Course<'_> {
        let starts = |costs: &[Option<u32>]| -> Vec<Start> {
            let start = |(cell, penalty): (u16, &Option<u32>)| {
                let (day, practitioner) = (Day(cell / self.people), cell % self.people);
                penalty.map(|penalty| Start { day, from: Tick(0), to: Tick(1), practitioner, penalty })
            };
            (0..).zip(costs).filter_map(start).collect()
        };
        let series = (0..self.counts.len()).map(|one| Series {
            sessions: self.counts[one],
            rhythm: &self.rhythms[one],
            weights: self.weights[one],
            starts: starts(&self.costs[one]),
        });
        Course { days: self.days, series: series.collect(), spacing: &self.waits }
    }

    /// The least cost of all plans: every state of every day, each with the least that leads to it.
    fn least(&self) -> Option<u32> {
        let mut states: HashMap<State, u32> = HashMap::from([(vec![(0, 0, 0); self.counts.len()], 0)]);
        for day in 0..self.days {
            let mut next = HashMap::with_capacity(states.len());
            for (state, cost) in states {
                for series in 0..state.len() {
                    for who in 0..self.people {
                        if let Some(more) = self.cost(&state, series, day, who) {
                            let mut state = state.clone();
                            state[series] = (state[series].0 + 1, day, who);
                            keep(&mut next, state, cost + more);
                        }
                    }
                }
                if (0..state.len()).all(|series| self.may_wait(state[series], series, day)) {
                    keep(&mut next, state, cost);
                }
            }
            states = next;
        }
        let complete = |state: &State| state.iter().zip(&self.counts).all(|(one, count)| one.0 == *count);
        states.iter().filter(|(state, _)| complete(state)).map(|(_, cost)| *cost).min()
    }

    /// Whether the next session of a series may still come after a day.
    fn may_wait(&self, (done, last, _): (u16, u16, u16), series: usize, day: u16) -> bool {
        let rhythm = &self.rhythms[series];
        let latest = if done == 0 { rhythm.latest } else { last + rhythm.gap.2 };
        done == self.counts[series] || day < latest
    }

    /// What the next session of a series costs on a day with somebody; none where it may not lie there.
    fn cost(&self, state: &State, series: usize, day: u16, who: u16) -> Option<u32> {
        let (done, last, before) = state[series];
        let (rhythm, weights) = (&self.rhythms[series], self.weights[series]);
        let mut others = (0..state.len()).filter(|other| *other != series && state[*other].0 > 0);
        if done == self.counts[series] || others.any(|other| day < state[other].1 + self.waits.0[other][series]) {
            return None;
        }
        let penalty = self.costs[series][usize::from(day * self.people + who)]?;
        if done == 0 {
            return (day <= rhythm.latest).then(|| penalty + u32::from(day) * weights.first);
        }
        let (min, ideal, max) = rhythm.gap;
        let gap = day - last;
        let off =
            u32::from(gap.saturating_sub(ideal)) * weights.late + u32::from(ideal.saturating_sub(gap)) * weights.early;
        let change = if who == before { 0 } else { weights.change };
        (min..=max).contains(&gap).then_some(penalty + off + change)
    }
}

/// Keeps the cheaper way to a state.
fn keep(states: &mut HashMap<State, u32>, state: State, cost: u32) {
    let known = states.entry(state).or_insert(cost);
    *known = cost.min(*known);
}

/// Is over after it was asked so often; sees to it that nothing is told that is not so.
struct Sceptic {
    left: Cell<u32>,
    least: Option<u64>,
}

impl Watch for Sceptic {
    fn is_over(&self) -> bool {
        self.left.set(self.left.get().saturating_sub(1));
        self.left.get() == 0
    }

    fn tell(&self, progress: Progress) {
        if let Some(least) = self.least {
            assert!(progress.lower_bound <= least, "{} is claimed, {least} is the least", progress.lower_bound);
        }
        if let Some(cost) = progress.cost {
            assert!(self.least.is_some_and(|least| least <= cost), "{cost} is promised, the least is {:?}", self.least);
        }
    }
}

#[test]
fn crowded_courses_are_planned_at_the_least_cost_and_claim_no_more_on_the_way() {
    let (mut planned, mut impossible) = (0, 0);
    for seed in 0..24 {
        let crowded = Crowded::drawn(seed);
        let (course, least) = (crowded.course(), crowded.least().map(u64::from));
        match solve(&course, &Sceptic { left: Cell::new(u32::MAX), least }) {
            Answer::Planned { plan, lower_bound } => {
                assert_eq!((Some(plan.cost), Some(lower_bound)), (least, least), "seed {seed}");
                assert_eq!(check(&course, &plan), Vec::<String>::new(), "seed {seed}");
                planned += 1;
            }
            answer => {
                assert_eq!((answer, least), (Answer::Impossible, None), "seed {seed}");
                impossible += 1;
            }
        }
    }
    assert!(planned > 10, "{planned} planned, {impossible} not");
}

#[test]
fn a_search_that_is_stopped_at_any_time_claims_no_more_than_is_so() {
    let grows = |asked: &u32| Some(asked + asked / 12 + 1);
    for seed in 0..6 {
        let crowded = Crowded::drawn(seed);
        let (course, least) = (crowded.course(), crowded.least().map(u64::from));
        for asked in std::iter::successors(Some(1), grows).take_while(|asked| *asked < 20_000) {
            match solve(&course, &Sceptic { left: Cell::new(asked), least }) {
                Answer::Planned { plan, lower_bound } => {
                    assert_eq!(check(&course, &plan), Vec::<String>::new(), "seed {seed} after {asked}");
                    assert!(least.is_some_and(|least| lower_bound <= least && least <= plan.cost), "seed {seed}");
                }
                Answer::Unknown { lower_bound } => assert!(least.is_none_or(|least| lower_bound <= least)),
                Answer::Impossible => assert_eq!(least, None, "seed {seed} after {asked}"),
            }
        }
    }
}

#[test]
fn without_a_limit_the_same_is_found_twice() {
    let crowded = Crowded::drawn(3);
    assert_eq!(solve(&crowded.course(), &Unlimited), solve(&crowded.course(), &Unlimited));
}
