//! Prices on days: what keeps two series from each other, told to each of them alone.
//!
//! Sessions of two series collide where they lie too close. All days of a stretch of one and a stretch of the other
//! may collide pairwise; then at most one session lies in both stretches together. Such a pair of stretches is a
//! [`Clash`], and it may bear a price that every session in it pays and the plan as a whole gets back once: a plan
//! never pays more by it, while each series alone learns to stay out of the other's way. With good prices the sum of
//! what the series cost alone comes near to what they cost together.

use super::alone::Alone;
use super::clash::{Clash, clashes};
use super::paired::Paired;
use super::refund::Refunds;
use super::table::{SCALE, Table};
use crate::watch::Watch;

/// The clashes of a problem with their prices, and what follows from them.
#[derive(Clone, Debug)]
pub(super) struct Market {
    clashes: Vec<Clash>,
    prices: Vec<i64>,
    way: Vec<f64>,
    /// By series, what its days cost on top.
    pub by_day: Vec<Vec<i64>>,
    /// What every plan gets back.
    pub back: i64,
    pub alone: Vec<Alone>,
    step: f64,
    /// What pairs of series add to that, once prices on clashes are not enough.
    pub paired: Option<Paired>,
}

impl Market {
    /// Without prices so far; none where time is up before it is reckoned.
    pub fn of(table: &Table, watch: &dyn Watch) -> Option<Self> {
        Self::with(table, clashes(table, watch), watch)
    }

    /// Without prices, and nothing reckoned: enough to plan parts of a problem by.
    pub fn none(table: &Table) -> Self {
        Self::new(table, Vec::new(), Vec::new())
    }

    /// Without prices for ever.
    pub fn free(table: &Table, watch: &dyn Watch) -> Option<Self> {
        Self::with(table, Vec::new(), watch)
    }

    fn with(table: &Table, clashes: Vec<Clash>, watch: &dyn Watch) -> Option<Self> {
        Some(Self::new(table, clashes, Alone::all(table, (1, 1), watch)?))
    }

    fn new(table: &Table, clashes: Vec<Clash>, alone: Vec<Alone>) -> Self {
        let by_day: Vec<Vec<i64>> = table.lanes.iter().map(|_| vec![0; usize::from(table.days)]).collect();
        let (prices, way) = (vec![0; clashes.len()], vec![0.0; clashes.len()]);
        Self { clashes, prices, way, by_day, back: 0, alone, step: 1.0, paired: None }
    }

    /// The same prices for some of the series alone, in a table of theirs.
    pub fn part(&self, part: &Table, lanes: &[usize], watch: &dyn Watch) -> Option<Self> {
        let place = |lane: usize| lanes.iter().position(|known| *known == lane);
        let kept = self.clashes.iter().zip(&self.prices).filter_map(|(clash, &price)| {
            let [one, other] = [place(clash.lanes[0])?, place(clash.lanes[1])?];
            (price > 0).then_some((Clash { lanes: [one, other], ..*clash }, price))
        });
        let (clashes, prices): (Vec<Clash>, Vec<i64>) = kept.unzip();
        let mut market = Self { step: self.step, prices, ..Self::with(part, clashes, watch)? };
        market.reckon(part, watch).then_some(market)
    }

    /// No plan costs less, scaled.
    pub fn bound(&self) -> i64 {
        let paired = self.paired.as_ref().map_or(0, Paired::whole);
        self.alone.iter().map(Alone::whole).sum::<i64>() - self.back + paired
    }

    /// What follows from these prices for pairs of series; none where there are none, the tables are too large, or
    /// time is up.
    pub fn paired(&self, table: &Table, watch: &dyn Watch) -> Option<Self> {
        let (mut paired, mut alone) = Paired::of(table, watch)?;
        paired.begin(&mut alone, |both, side| {
            let mut by_day = vec![0; usize::from(table.days)];
            let ours = self.clashes.iter().zip(&self.prices).filter(|(clash, _)| clash.lanes == both);
            for (clash, price) in ours {
                let days = usize::from(clash.from[side])..=usize::from(clash.to[side]);
                by_day[days].iter_mut().for_each(|day| *day += price);
            }
            by_day
        });
        if !paired.settle(table, &mut alone, watch) {
            return None;
        }
        Some(Self { paired: Some(paired), ..Self::new(table, Vec::new(), alone) })
    }

    /// The same for what is left of the series, where pairs have prices; nothing is reckoned yet.
    pub fn narrowed(&self, table: &Table) -> Self {
        let alone = table.lanes.iter().zip(&self.alone).map(|(lane, alone)| alone.narrowed(lane)).collect();
        let paired = self.paired.as_ref().map(|paired| paired.narrowed(table));
        let (clashes, prices, way) = (Vec::new(), Vec::new(), Vec::new());
        Self { clashes, prices, way, by_day: self.by_day.clone(), back: 0, alone, step: self.step, paired }
    }

    /// Reckons what follows from the prices that pairs have, as they are.
    ///
    /// Says whether it was reckoned before time was up; if not, nothing may be made of it.
    pub fn settle(&mut self, table: &Table, watch: &dyn Watch) -> bool {
        self.paired.as_mut().is_none_or(|paired| paired.settle(table, &mut self.alone, watch))
    }

    /// Forgets what follows from the prices, which takes much room; the prices stay.
    pub fn forget(&mut self) {
        self.alone.iter_mut().for_each(Alone::forget);
        self.paired.iter_mut().for_each(Paired::forget);
    }

    /// Makes series and pairs agree better; differences above a limit do not matter. Says the same as after settling.
    pub fn agree(&mut self, table: &Table, most: i64, watch: &dyn Watch) -> bool {
        if let Some(paired) = &mut self.paired {
            paired.agree(table, &mut self.alone, most.max(SCALE), watch);
        }
        self.settle(table, watch)
    }

    /// Where the series go alone under these prices.
    fn wishes(&self, table: &Table) -> Vec<Vec<u16>> {
        table.lanes.iter().zip(&self.alone).map(|(lane, alone)| alone.days(lane)).collect()
    }

    /// Moves the prices one step towards a target, an estimate of what a best plan costs, scaled.
    /// Says whether it is worth going on: not where the series, each alone, keep apart already, nor once time is up;
    /// then nothing may be made of these prices.
    pub fn step(&mut self, table: &Table, target: i64, watch: &dyn Watch) -> bool {
        let crowded = self.crowded(&self.wishes(table));
        for (way, &excess) in self.way.iter_mut().zip(&crowded) {
            *way = 0.6 * *way + f64::from(excess);
        }
        let used = |(index, way): (usize, &f64)| self.prices[index] > 0 || *way > 0.0;
        let length: f64 = self.way.iter().enumerate().filter(|one| used(*one)).map(|(_, way)| way * way).sum();
        if length <= 0.0 {
            return false;
        }
        let gap = (target - self.bound()).max(SCALE) as f64;
        let step = self.step * gap / length;
        for (price, way) in self.prices.iter_mut().zip(&self.way) {
            *price = (*price + (step * way) as i64).max(0);
        }
        self.reckon(table, watch) && crowded.iter().any(|&excess| excess > 0)
    }

    /// What plans begun get back.
    pub fn refunds(&self, table: &Table) -> Refunds {
        Refunds::of(table, &self.clashes, &self.prices)
    }

    /// Makes later steps shorter.
    pub fn calm(&mut self) {
        self.step *= 0.6;
    }

    /// How many sessions too many each clash holds; minus one where none is in it.
    fn crowded(&self, wishes: &[Vec<u16>]) -> Vec<i8> {
        let inside = |clash: &Clash, side: usize| {
            let (from, to) = (clash.from[side], clash.to[side]);
            i8::from(wishes[clash.lanes[side]].iter().any(|day| (from..=to).contains(day)))
        };
        self.clashes.iter().map(|clash| inside(clash, 0) + inside(clash, 1) - 1).collect()
    }

    /// Says whether it was reckoned before time was up.
    fn reckon(&mut self, table: &Table, watch: &dyn Watch) -> bool {
        let mut rises: Vec<Vec<i64>> = table.lanes.iter().map(|_| vec![0; usize::from(table.days) + 1]).collect();
        for (clash, &price) in self.clashes.iter().zip(&self.prices).filter(|(_, price)| **price > 0) {
            for side in 0..2 {
                let rises = &mut rises[clash.lanes[side]];
                rises[usize::from(clash.from[side])] += price;
                rises[usize::from(clash.to[side]) + 1] -= price;
            }
        }
        self.back = self.prices.iter().sum();
        for (index, lane) in table.lanes.iter().enumerate() {
            let mut height = 0;
            let change = |(price, rise): (&mut i64, &i64)| {
                height += rise;
                height - std::mem::replace(price, height)
            };
            let changes: Vec<i64> = self.by_day[index].iter_mut().zip(&rises[index]).map(change).collect();
            self.alone[index].steps().charge(&changes);
            if !self.alone[index].reckon(lane, watch) {
                return false;
            }
        }
        true
    }
}
