//! From a quick plan to a proven one.

use super::improve::{Found, improve};
use super::possible::collides_in_pairs;
use super::price::Market;
use super::problem::{Answer, Course, Plan};
use super::sweep::{Goal, sweep};
use super::table::{NEVER, SCALE, Table, Unfit};
use crate::watch::{Progress, Watch};

/// How many labels a day are kept, round by round; from the last on, four times as many each round.
const KEEP: [usize; 4] = [8, 100, 1_200, 40_000];

/// Where bound and plan are close, this many are kept.
const ALL: usize = 40_000;

/// How often prices are moved between two rounds, and how many of those moves are equally long.
const MOVES: [usize; 4] = [60, 40, 40, 40];
const STRIDE: usize = 20;

/// How often prices are moved before the first round.
const FIRST_MOVES: usize = 12;

/// The best plan, as far as time and memory let it be found.
///
/// Round by round the days are priced better and more is kept of what was begun, until nothing that was dropped
/// could still be better than the best plan. Deterministic, unless the watch stops it.
pub fn solve(course: &Course<'_>, watch: &dyn Watch) -> Answer {
    match Table::of(course) {
        Ok(table) if table.lanes.iter().all(|lane| lane.sessions == 0) => {
            let starts = vec![Vec::new(); table.lanes.len()];
            Answer::Planned { plan: Plan { starts, cost: 0 }, lower_bound: 0 }
        }
        Ok(table) => Search::of(&table, watch).run(),
        Err(Unfit::Alone) => Answer::Impossible,
        Err(Unfit::TooLarge) => Answer::Unknown { lower_bound: 0 },
    }
}

struct Search<'a> {
    table: &'a Table,
    watch: &'a dyn Watch,
    market: Market,
    best: Option<Found>,
    /// No plan costs less, scaled.
    bound: i64,
}

impl<'a> Search<'a> {
    fn of(table: &'a Table, watch: &'a dyn Watch) -> Self {
        let market = Market::of(table);
        let bound = up(market.bound());
        Self { table, watch, market, best: None, bound }
    }

    fn run(mut self) -> Answer {
        let mut keep = 0;
        self.price(FIRST_MOVES);
        for round in 0.. {
            keep = KEEP.get(round).copied().unwrap_or(keep * 4);
            if round >= 2 && self.is_close() {
                keep = keep.max(ALL);
            }
            self.look(keep);
            if round == 0 && self.best.is_none() && collides_in_pairs(self.table, self.watch) {
                return Answer::Impossible;
            }
            if self.bound >= self.below() || self.watch.is_over() {
                break;
            }
            self.price(MOVES.get(round).copied().unwrap_or(STRIDE));
        }
        self.answer()
    }

    /// Whether so little lies between bound and plan that everything between them may be looked at.
    fn is_close(&self) -> bool {
        self.best.is_some() && (self.below() - self.bound) * 4 <= self.below()
    }

    fn below(&self) -> i64 {
        self.best.as_ref().map_or(NEVER, |(cost, _)| *cost)
    }

    /// One round through the days.
    fn look(&mut self, keep: usize) {
        let found = sweep(self.table, &self.market, Goal::Below(self.below()), keep, self.watch);
        if let Some(plan) = found.plan {
            self.best = Some(improve(self.table, &self.market, plan, self.watch));
        }
        self.bound = self.bound.max(up(found.left.min(self.below())));
        self.tell();
    }

    /// Moves the prices and keeps the best.
    fn price(&mut self, moves: usize) {
        // Before there is a plan, half as much again is a fair guess at what one costs.
        let target = if self.best.is_some() { self.below() } else { self.bound + self.bound / 2 };
        let mut high = self.market.clone();
        for number in 1..=moves {
            if self.watch.is_over() || self.market.step(self.table, target) {
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
        if high.bound() >= self.market.bound() {
            self.market = high;
        }
        self.bound = self.bound.max(up(self.market.bound()));
        self.tell();
    }

    fn tell(&self) {
        let cost = self.best.as_ref().map(|(cost, _)| points(*cost));
        self.watch.tell(Progress { cost, lower_bound: points(self.bound) });
    }

    fn answer(self) -> Answer {
        let lower_bound = points(self.bound);
        match self.best {
            Some((cost, starts)) => {
                let cost = points(cost);
                Answer::Planned { plan: Plan { starts, cost }, lower_bound: lower_bound.min(cost) }
            }
            None if self.bound >= NEVER => Answer::Impossible,
            None => Answer::Unknown { lower_bound },
        }
    }
}

/// Rounded up: costs are whole points.
fn up(scaled: i64) -> i64 {
    scaled.saturating_add(SCALE - 1).div_euclid(SCALE) * SCALE
}

fn points(scaled: i64) -> u64 {
    u64::try_from(scaled / SCALE).unwrap_or(0)
}
