//! The search through the days: plans begun, day by day, each with the least that the rest of it costs.
//!
//! A plan begun is a [`Label`]: for each series how many sessions lie, the last of them, and from when on the next
//! may follow. Labels lie in the bucket of their last day; buckets are gone through in the order of days. A label
//! whose least cost is no better than the best plan known is dropped for good. Of two with the same days, one that
//! is dearer by more than it would cost to change every practitioner is dropped as well.

mod ahead;
mod bucket;
mod group;
mod place;
mod terms;

use super::breath::Breath;
use super::paired::Places;
use super::price::Market;
use super::refund::Refunds;
use super::table::{NEVER, SCALE, Table};
use crate::watch::Watch;
use ahead::Ahead;
use bucket::{Bucket, Label};
use place::Offer;
pub(super) use terms::{Goal, Keep, Swept};

/// How much room the labels held at once may take, and how much the steps that are remembered and what is looked up.
const MOST_HELD: usize = 64 << 20;
const MOST_KEPT: usize = 64 << 20;

/// About how much room a label takes, and how much more for each series.
const LABEL: usize = 360;
const LABEL_LANE: usize = 10;

/// One more session in a plan begun.
#[derive(Clone, Copy, Debug)]
struct Step {
    before: u32,
    lane: u16,
    start: u32,
}

const NO_STEP: u32 = u32::MAX;

/// What is known of one series in a plan begun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct State {
    /// How many sessions lie.
    pub done: u16,
    /// The day of the last; nought where the series has not begun or is complete.
    pub last: u16,
    /// From when on the next may follow; nought where none does.
    pub open: u16,
    /// With whom the last was; nought likewise.
    pub who: u16,
}

/// Looks for plans.
pub(super) fn sweep(table: &Table, market: &Market, goal: Goal, keep: Keep, watch: &dyn Watch) -> Swept {
    let below = if let Goal::Below(below) = goal { below } else { NEVER };
    let mut sweep = Sweep {
        goal,
        keep,
        table,
        market,
        below,
        cost: NEVER,
        buckets: (0..=table.days).map(|_| Bucket::default()).collect(),
        ahead: table.lanes.iter().map(Ahead::of).collect(),
        steps: Vec::new(),
        refunds: market.refunds(table),
        changes: table.lanes.iter().map(|lane| lane.change).collect(),
        after: Vec::new(),
        offers: Vec::new(),
        places: Places::new(),
        best: None,
        left: NEVER,
        held: 0,
        looked_up: 0,
        breath: Breath::of(watch),
        cut_short: false,
    };
    sweep.begin();
    for day in 0..table.days {
        sweep.go_through(day);
    }
    Swept { plan: sweep.plan(), left: sweep.left }
}

struct Sweep<'a> {
    table: &'a Table,
    market: &'a Market,
    goal: Goal,
    keep: Keep,
    /// Only plans that cost less are of interest.
    below: i64,
    /// What the best plan costs.
    cost: i64,
    buckets: Vec<Bucket>,
    ahead: Vec<Ahead>,
    steps: Vec<Step>,
    refunds: Refunds,
    changes: Vec<i64>,
    after: Vec<State>,
    offers: Vec<Offer>,
    places: Places,
    best: Option<u32>,
    left: i64,
    held: usize,
    looked_up: usize,
    breath: Breath<'a>,
    cut_short: bool,
}

impl Sweep<'_> {
    fn begin(&mut self) {
        let states: Vec<State> =
            self.table.lanes.iter().map(|lane| State { done: 0, last: 0, open: lane.first.from, who: 0 }).collect();
        let label = Label { paid: 0, charged: 0, bound: self.market.bound(), step: NO_STEP, busy: 0 };
        if label.bound <= self.below - SCALE {
            self.expand(&label, &states, 0);
        }
    }

    /// Continues every label of a day, and whatever that adds to the same day.
    fn go_through(&mut self, day: u16) {
        let mut states = Vec::new();
        loop {
            let bucket = std::mem::take(&mut self.buckets[usize::from(day)]);
            if bucket.len() == 0 {
                return;
            }
            self.held -= bucket.len();
            if self.cut_short {
                self.left = self.left.min(bucket.least());
                return;
            }
            let limit = self.below - SCALE;
            let best = bucket.best(self.keep.labels, limit, &self.changes, &mut self.left, &mut self.breath);
            let Some(best) = best else {
                self.cut_short = true;
                self.left = self.left.min(bucket.least());
                return;
            };
            for place in best {
                let label = bucket.label(place, &mut states);
                self.go_on(&label, &states, day);
            }
        }
    }

    fn go_on(&mut self, label: &Label, states: &[State], day: u16) {
        if self.is_cut(0) {
            self.left = self.left.min(label.bound);
        } else if label.bound <= self.below - SCALE {
            self.expand(label, states, day);
        }
    }

    /// Whether time or room ran out, after some more work.
    fn is_cut(&mut self, work: usize) -> bool {
        if !self.cut_short {
            self.cut_short = self.breath.is_over(work) || self.is_full();
        }
        self.cut_short
    }

    fn is_full(&self) -> bool {
        self.held * (LABEL + LABEL_LANE * self.ahead.len()) > MOST_HELD
            || self.steps.len() * size_of::<Step>() + self.looked_up > MOST_KEPT
    }

    /// Adds every session that may be the next of all series, from a day on.
    fn expand(&mut self, label: &Label, states: &[State], from: u16) {
        for ((ahead, state), (lane, alone)) in
            self.ahead.iter_mut().zip(states).zip(self.table.lanes.iter().zip(&self.market.alone))
        {
            ahead.look(lane, alone, *state);
        }
        self.looked_up = self.ahead.iter().map(Ahead::bytes).sum();
        let paired = self.market.paired.as_ref().map_or(0, |paired| {
            paired.places(states, &mut self.places);
            paired.rest(&self.places)
        });
        let recent = self.recent(label.step, from);
        let settled = self.refund(&recent, from.saturating_sub(1));
        for day in from..self.table.days {
            let refund = self.refund(&recent, day.saturating_sub(1)) - settled;
            let base = label.charged - self.market.back + refund + paired;
            let rest = |(ahead, state): (&Ahead, &State)| ahead.least_from(day.max(state.open));
            let least = base + self.ahead.iter().zip(states).map(rest).sum::<i64>();
            if least > self.below - SCALE {
                return;
            }
            if self.is_cut(4 * states.len()) {
                self.left = self.left.min(label.bound);
                return;
            }
            for lane in 0..states.len() {
                if states[lane].open <= day && self.ahead[lane].may_be_on(day) {
                    self.place(label, states, lane, day, refund);
                }
            }
        }
    }

    /// The sessions of a plan begun that may still have paid for clashes that are not over on a day.
    fn recent(&self, step: u32, day: u16) -> Vec<(usize, u16)> {
        let (mut recent, mut at) = (Vec::with_capacity(8), step);
        while let Some(step) = self.steps.get(at as usize) {
            let on = (step.start >> 16) as u16;
            if on + self.refunds.memory < day {
                break;
            }
            recent.push((usize::from(step.lane), on));
            at = step.before;
        }
        recent
    }

    /// What these sessions get back for the clashes that are over on a day.
    fn refund(&self, recent: &[(usize, u16)], day: u16) -> i64 {
        let paid = |&(lane, session): &(usize, u16)| self.refunds.paid(lane, session, day);
        self.refunds.over(day) - recent.iter().map(paid).sum::<i64>()
    }

    fn plan(&self) -> Option<(i64, Vec<Vec<usize>>)> {
        let mut starts: Vec<Vec<usize>> = vec![Vec::new(); self.table.lanes.len()];
        let mut at = self.best?;
        while let Some(step) = self.steps.get(at as usize) {
            let (day, place) = (step.start >> 16, step.start & 0xFFFF);
            let lane = usize::from(step.lane);
            starts[lane].push(self.table.lanes[lane].days[day as usize][place as usize].start);
            at = step.before;
        }
        for series in &mut starts {
            series.reverse();
        }
        Some((self.cost, starts))
    }
}
