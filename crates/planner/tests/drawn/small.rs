//! Courses small enough to try every plan.

use planner::Tick;
use planner::course::{Course, Day, Plan, Rhythm, Series, Spacing, Start, Weights, Window};

struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// Gaps in days, which grow by `growth` with every session.
struct Gaps {
    first: (u16, u16),
    gap: (u16, u16, u16),
    growth: u16,
}

impl Rhythm for Gaps {
    fn first(&self) -> Window {
        Window { earliest: Day(self.first.0), ideal: Day(self.first.0), latest: Day(self.first.1) }
    }

    fn next(&self, session: u16, previous: Day) -> Option<Window> {
        let more = previous.0 + self.growth * session;
        let (min, ideal, max) = self.gap;
        Some(Window { earliest: Day(more + min), ideal: Day(more + ideal), latest: Day(more + max) })
    }
}

pub struct Waits(pub Vec<Vec<u16>>);

impl Spacing for Waits {
    fn earliest(&self, first: usize, then: usize, day: Day) -> Day {
        Day(day.0 + self.0[first][then])
    }
}

pub struct Small {
    days: u16,
    rhythms: Vec<Gaps>,
    weights: Vec<Weights>,
    counts: Vec<u16>,
    pub starts: Vec<Vec<Start>>,
    waits: Waits,
}

impl Small {
    /// By a seed.
    pub fn drawn(seed: u64) -> Self {
        let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..8 {
            chance.below(2);
        }
        let days = 8 + chance.below(5) as u16;
        let series = 1 + chance.below(3) as usize;
        let mut small = Self {
            days,
            rhythms: Vec::new(),
            weights: Vec::new(),
            counts: Vec::new(),
            starts: Vec::new(),
            waits: Waits(Vec::new()),
        };
        // From nought on a day may hold two sessions in this order.
        let wait = |chance: &mut Chance| chance.below(4) as u16;
        small.waits = Waits((0..series).map(|_| (0..series).map(|_| wait(&mut chance)).collect()).collect());
        for _ in 0..series {
            let min = 1 + chance.below(3) as u16;
            let max = min + chance.below(4) as u16;
            small.rhythms.push(Gaps {
                first: (chance.below(3) as u16, 3 + chance.below(4) as u16),
                gap: (min, min + chance.below(3) as u16, max),
                growth: chance.below(2) as u16,
            });
            let weight = |chance: &mut Chance| chance.below(4) as u32;
            let [first, late, early, change] = [(); 4].map(|()| weight(&mut chance));
            small.weights.push(Weights { first, late, early, change: change * 2 });
            small.counts.push(1 + chance.below(3) as u16);
            let start = |chance: &mut Chance| {
                let from = chance.below(3) as u16;
                Start {
                    day: Day(chance.below(u64::from(days)) as u16),
                    from: Tick(from),
                    to: Tick(from + 1 + chance.below(2) as u16),
                    practitioner: chance.below(3) as u16,
                    penalty: chance.below(5) as u32,
                }
            };
            small.starts.push((0..4 + chance.below(8)).map(|_| start(&mut chance)).collect());
        }
        small
    }

    /// The planner's problem.
    pub fn course(&self) -> Course<'_> {
        let series = (0..self.counts.len()).map(|one| Series {
            sessions: self.counts[one],
            rhythm: &self.rhythms[one],
            weights: self.weights[one],
            starts: self.starts[one].clone(),
        });
        Course { days: self.days, series: series.collect(), spacing: &self.waits }
    }

    /// The least cost over all choices of starts that break nothing.
    pub fn least(&self) -> Option<u64> {
        let mut least = None;
        let mut plan = Plan { starts: self.counts.iter().map(|_| Vec::new()).collect(), cost: 0 };
        self.extend(&mut plan, 0, &mut least);
        least
    }

    fn extend(&self, plan: &mut Plan, series: usize, least: &mut Option<u64>) {
        if series == self.counts.len() {
            if let Some(cost) = self.cost(plan)
                && least.is_none_or(|least| cost < least)
            {
                *least = Some(cost);
            }
            return;
        }
        if plan.starts[series].len() == usize::from(self.counts[series]) {
            self.extend(plan, series + 1, least);
            return;
        }
        for start in 0..self.starts[series].len() {
            plan.starts[series].push(start);
            if self.in_rhythm(series, &plan.starts[series]) {
                self.extend(plan, series, least);
            }
            plan.starts[series].pop();
        }
    }

    fn in_rhythm(&self, series: usize, starts: &[usize]) -> bool {
        let day = |start: usize| i32::from(self.starts[series][start].day.0);
        let rhythm = &self.rhythms[series];
        let last = starts.len() - 1;
        if last == 0 {
            return (i32::from(rhythm.first.0)..=i32::from(rhythm.first.1)).contains(&day(starts[0]));
        }
        let gap = day(starts[last]) - day(starts[last - 1]) - i32::from(rhythm.growth) * last as i32;
        (i32::from(rhythm.gap.0)..=i32::from(rhythm.gap.2)).contains(&gap)
    }

    /// What a plan costs, in this test's own words; none where two sessions lie too close.
    fn cost(&self, plan: &Plan) -> Option<u64> {
        let mut cost = 0;
        let mut lies: Vec<(usize, Start)> = Vec::new();
        for (series, starts) in plan.starts.iter().enumerate() {
            let (rhythm, weights) = (&self.rhythms[series], self.weights[series]);
            for (session, &start) in starts.iter().enumerate() {
                let start = self.starts[series][start];
                cost += i64::from(start.penalty);
                if session == 0 {
                    cost += i64::from(weights.first) * i64::from(start.day.0 - rhythm.first.0);
                } else {
                    let before = self.starts[series][starts[session - 1]];
                    let ideal = before.day.0 + rhythm.growth * session as u16 + rhythm.gap.1;
                    let off = i64::from(start.day.0) - i64::from(ideal);
                    cost += off.max(0) * i64::from(weights.late) + (-off).max(0) * i64::from(weights.early);
                    cost += i64::from(before.practitioner != start.practitioner) * i64::from(weights.change);
                }
                lies.push((series, start));
            }
        }
        let apart = |a: &(usize, Start), b: &(usize, Start)| {
            let wait = self.waits.0[a.0][b.0];
            let in_order = a.1.day < b.1.day || (a.1.day == b.1.day && a.1.to <= b.1.from);
            in_order && a.1.day.0 + wait <= b.1.day.0
        };
        let pairs = lies.iter().enumerate().flat_map(|(at, a)| lies[at + 1..].iter().map(move |b| (a, b)));
        let fits = pairs.filter(|(a, b)| a.0 != b.0).all(|(a, b)| apart(a, b) || apart(b, a));
        fits.then_some(cost as u64)
    }
}
