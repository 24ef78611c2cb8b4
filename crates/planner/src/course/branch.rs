//! Parts of a problem, each with its own bound: what is hard to see of all plans at once is soon seen of those whose
//! sessions are told apart by their days.

use super::improve::Found;
use super::price::Market;
use super::sweep::{Goal, Keep, sweep};
use super::table::{Lane, Layer, SCALE, Table};
use crate::watch::Watch;

/// Pairs agree no further where another time would not bring one in so many points of what is open.
const WORTH: i64 = 3;

/// Plans whose sessions lie on some days only.
pub(super) struct Part {
    table: Table,
    market: Market,
    /// None of them costs less, scaled.
    pub bound: i64,
}

impl Part {
    /// All plans.
    pub fn all(table: &Table, market: &Market, bound: i64) -> Self {
        Self { table: table.clone(), market: market.clone(), bound }
    }

    /// Parts that hold all plans of this one between them, two at the most; none where no session has two days left.
    /// Once time is up nothing may be made of them.
    pub fn halves(&self, watch: &dyn Watch) -> Option<Vec<Self>> {
        let part = |table: Table| Self { market: self.market.narrowed(&table), table, bound: self.bound };
        Some(self.table.halves(watch)?.into_iter().map(part).collect())
    }

    /// About how much room it takes while nothing is reckoned.
    pub fn bytes(&self) -> usize {
        let lanes = self.table.lanes.len();
        let layers = self.table.lanes.iter().flat_map(|lane| &lane.layers);
        // Each step has a price by itself, and a narrower one in each pair.
        let steps: usize = self.table.lanes.iter().map(Lane::breadth).sum();
        8 * layers.map(Layer::width).sum::<usize>() * lanes + 4 * (lanes + 1) * steps
    }

    /// Raises the bound as far as that is worth the time, and looks for a plan that costs less than the best, scaled.
    pub fn look(&mut self, below: i64, keep: Keep, watch: &dyn Watch) -> Option<Found> {
        if self.market.settle(&self.table, watch) {
            self.bound = self.bound.max(self.market.bound());
        }
        while self.bound <= below - SCALE && !watch.is_over() {
            let before = self.market.bound();
            if !self.market.agree(&self.table, below - before, watch) {
                break;
            }
            self.bound = self.bound.max(self.market.bound());
            if (self.market.bound() - before) * WORTH <= below - before {
                break;
            }
        }
        let mut plan = None;
        if self.bound <= below - SCALE && !watch.is_over() {
            let found = sweep(&self.table, &self.market, Goal::Below(below), keep, watch);
            self.bound = self.bound.max(found.left);
            plan = found.plan;
        }
        self.market.forget();
        plan
    }
}
