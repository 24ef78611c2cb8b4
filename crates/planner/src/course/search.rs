//! From a quick plan to a proven one.

use super::branch::Part;
use super::improve::{Found, improve};
use super::outcome::{answer, points, up};
use super::possible::{any, collides_in_pairs};
use super::price::Market;
use super::problem::Answer;
use super::rough::Rough;
use super::sweep::{Goal, Keep, sweep};
use super::table::{NEVER, Table};
use crate::watch::{Progress, Watch};

/// What is kept at first, and where that finds nothing; and in each part of the problem, halved so many times.
const KEEP_FIRST: [Keep; 2] = [Keep { labels: 6, people: 1 }, Keep { labels: 24, people: 1 }];
const KEEP_PART: Keep = Keep { labels: 12, people: 1 };
const HALVINGS: usize = 3;

/// One in so many points between bound and plan: prices on clashes are moved further, so many times; then so many
/// labels are kept.
const NEAR: i64 = 3;
const MOVES: usize = 60;
const KEEP_NEAR: usize = 100;

/// How many are kept once pairs agree, and how many times as many each round.
const KEEP: usize = 40;
const WIDER: usize = 5;

/// One in so many points between bound and plan: this many are kept, which is as good as all.
const CLOSE: i64 = 8;
const ALL: usize = 40_000;

/// Pairs agree no further where one in so many points lies between bound and plan; nor where another time would not
/// bring one in so many of those.
const PAIRED_CLOSE: [i64; 2] = [8, 40];
const WORTH: [i64; 3] = [10, 20, 40];

/// How many moves of prices are equally long.
const STRIDE: usize = 20;

/// How many labels a day are kept in a part of the problem.
const KEEP_OPEN: usize = 16;

/// So many parts may be open at once, or take so much room, before those begun last are seen to first.
const MOST_PARTS: usize = 100;
const MOST_BYTES: usize = 64 << 20;

/// How often prices are moved before the first round.
const FIRST_MOVES: usize = 4;

/// A search through a problem that there is room for.
pub(super) struct Search<'a> {
    table: &'a Table,
    watch: &'a dyn Watch,
    market: Market,
    /// The prices once pairs of series agree on them.
    paired: Option<Market>,
    best: Option<Found>,
    /// A plan that was there before the search.
    rough: Option<Found>,
    /// No plan costs less, scaled.
    bound: i64,
}

impl<'a> Search<'a> {
    /// None where time is up before it can begin.
    pub fn of(table: &'a Table, rough: Option<Found>, watch: &'a dyn Watch) -> Option<Self> {
        let market = Market::of(table, watch)?;
        let bound = up(market.bound());
        Some(Self { table, watch, market, paired: None, best: None, rough, bound })
    }

    /// Searches until the best plan is proven or time is up.
    pub fn run(mut self) -> Answer {
        self.price(FIRST_MOVES);
        self.glance();
        if self.best.is_none() && collides_in_pairs(self.table, self.watch) {
            return Answer::Impossible;
        }
        if self.best.is_none() {
            self.rough = Rough::of(self.table, self.watch).plan();
            self.take_rough();
        }
        if !self.is_done() && self.is_within(NEAR) {
            self.price(MOVES);
            self.look(Keep::labels(KEEP_NEAR));
        }
        let mut keep = KEEP;
        for round in 0.. {
            if self.is_done() {
                break;
            }
            if !self.pair(round) {
                self.price(STRIDE);
            }
            if self.is_done() {
                break;
            }
            self.look(Keep::labels(if self.is_within(CLOSE) { keep.max(ALL) } else { keep }));
            if self.best.is_some() && self.paired.is_some() {
                self.divide();
                break;
            }
            keep = keep.saturating_mul(WIDER);
        }
        answer(self.best, self.bound)
    }

    /// Divides what is open, the part with the least bound first, until no part may hold a better plan.
    fn divide(&mut self) {
        let Some(market) = &self.paired else { return };
        let mut parts = vec![Part::all(self.table, market, self.bound)];
        while !self.is_done() {
            let least = parts.iter().map(|part| part.bound).min().unwrap_or(NEVER);
            self.bound = self.bound.max(up(least.min(self.below())));
            self.tell();
            let is_full = parts.len() > MOST_PARTS || parts.iter().map(Part::bytes).sum::<usize>() > MOST_BYTES;
            let next = if is_full { parts.pop() } else { take_least(&mut parts) };
            let Some(part) = next.filter(|_| !self.is_done()) else { break };
            let halves = part.halves(self.watch);
            if self.watch.is_over() {
                break;
            }
            let keep = if halves.is_some() { Keep::labels(KEEP_OPEN) } else { Keep::ALL };
            for mut part in halves.unwrap_or_else(|| vec![part]) {
                if let Some(plan) = part.look(self.below(), keep, self.watch) {
                    self.take(plan);
                }
                if up(part.bound) < self.below() {
                    // What has been looked at whole and is still open never will be closed.
                    if keep == Keep::ALL {
                        return;
                    }
                    parts.push(part);
                }
            }
        }
    }

    fn is_done(&self) -> bool {
        self.bound >= self.below() || self.watch.is_over()
    }

    /// Whether no more than one in so many points of the plan lies above the bound.
    fn is_within(&self, parts: i64) -> bool {
        self.best.is_some() && (self.below() - self.bound) * parts <= self.below()
    }

    fn below(&self) -> i64 {
        self.best.as_ref().map_or(NEVER, |(cost, _)| *cost)
    }

    /// A plan soon: through all days with little kept, and again in each of some parts of the problem where much lies
    /// between bound and plan.
    fn glance(&mut self) {
        for keep in KEEP_FIRST {
            if self.best.is_none() && !self.is_done() {
                self.peek(None, keep);
            }
        }
        self.take_rough();
        if self.best.is_none() && !self.is_done() {
            self.take_any();
        }
        if self.best.is_some() && !self.is_within(NEAR) {
            let all: Vec<usize> = (0..self.table.lanes.len()).collect();
            for table in self.table.parts(HALVINGS, self.watch) {
                let Some(market) = self.market.part(&table, &all, self.watch) else { break };
                self.peek(Some((&table, &market)), KEEP_PART);
            }
        }
        if let Some(plan) = self.best.take() {
            self.take(plan);
        }
    }

    /// A better plan, if one is seen at once, of all or in a part of the problem.
    fn peek(&mut self, part: Option<(&Table, &Market)>, keep: Keep) {
        let (table, market) = part.unwrap_or((self.table, &self.market));
        if let Some(plan) = sweep(table, market, Goal::Below(self.below()), keep, self.watch).plan {
            self.best = Some(plan);
            self.tell();
        }
    }

    /// The rough plan, where nothing better was seen at once.
    fn take_rough(&mut self) {
        let rough = self.rough.take().filter(|(cost, _)| *cost < self.below());
        if rough.is_some() {
            self.best = rough;
            self.tell();
        }
    }

    /// Any plan is better than none, and soon better than any.
    fn take_any(&mut self) {
        if let Some(starts) = any(self.table, self.watch) {
            let cost = self.table.lanes.iter().zip(&starts).map(|(lane, starts)| lane.cost(starts)).sum();
            self.best = Some((cost, starts));
            self.tell();
        }
    }

    /// A better plan, made better still.
    fn take(&mut self, plan: Found) {
        let lower_bound = points(self.bound);
        let tell = |(cost, _): &Found| self.watch.tell(Progress { cost: Some(points(*cost)), lower_bound });
        tell(&plan);
        self.best = Some(improve(self.table, &self.market, plan, self.watch, &tell));
    }

    /// Has pairs of series agree on prices, as long as that is worth the time. Says whether there are pairs.
    fn pair(&mut self, round: usize) -> bool {
        if self.paired.is_none() {
            self.paired = self.market.paired(self.table, self.watch);
        }
        let Some(paired) = &mut self.paired else { return false };
        let (close, worth) = (PAIRED_CLOSE[round.min(1)], WORTH[round.min(2)]);
        loop {
            let below = self.best.as_ref().map_or(self.bound * 2, |(cost, _)| *cost);
            let before = paired.bound();
            if !paired.agree(self.table, below - before, self.watch) {
                break;
            }
            let gap = below - paired.bound();
            self.bound = self.bound.max(up(paired.bound()));
            if gap * close <= below || (below - before - gap) * worth <= gap || self.watch.is_over() {
                break;
            }
        }
        self.tell();
        true
    }

    /// One round through the days.
    fn look(&mut self, keep: Keep) {
        let market = self.paired.as_ref().unwrap_or(&self.market);
        let found = sweep(self.table, market, Goal::Below(self.below()), keep, self.watch);
        if let Some(plan) = found.plan {
            self.take(plan);
        }
        self.bound = self.bound.max(up(found.left.min(self.below())));
        self.tell();
    }

    /// Moves the prices and keeps the best.
    fn price(&mut self, moves: usize) {
        // Before there is a plan, half as much again is a fair guess at what one costs.
        let target = if self.best.is_some() { self.below() } else { self.bound + self.bound / 2 };
        if self.watch.is_over() {
            return;
        }
        let mut high = self.market.clone();
        for number in 1..=moves {
            if self.watch.is_over() || !self.market.step(self.table, target, self.watch) {
                break;
            }
            if self.market.bound() > high.bound() {
                high.clone_from(&self.market);
            }
            if number % STRIDE == 0 {
                self.market.clone_from(&high);
                self.market.calm();
            }
        }
        // Once time is up the last prices may not have been reckoned.
        if self.watch.is_over() || high.bound() >= self.market.bound() {
            self.market = high;
        }
        self.bound = self.bound.max(up(self.market.bound()));
        self.tell();
    }

    fn tell(&self) {
        let cost = self.best.as_ref().map(|(cost, _)| points(*cost));
        self.watch.tell(Progress { cost, lower_bound: points(self.bound) });
    }
}

/// The part with the least bound.
fn take_least(parts: &mut Vec<Part>) -> Option<Part> {
    let least = (0..parts.len()).min_by_key(|&part| parts[part].bound)?;
    Some(parts.swap_remove(least))
}
