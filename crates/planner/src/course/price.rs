//! Prices on days: what keeps two series from each other, told to each of them alone.
//!
//! Sessions of two series collide where they lie too close. All days of a stretch of one and a stretch of the other
//! may collide pairwise; then at most one session lies in both stretches together. Such a pair of stretches is a
//! [`Clash`], and it may bear a price that every session in it pays and the plan as a whole gets back once: a plan
//! never pays more by it, while each series alone learns to stay out of the other's way. With good prices the sum of
//! what the series cost alone comes near to what they cost together.

use super::alone::Alone;
use super::paired::Paired;
use super::refund::Refunds;
use super::table::{Lane, SCALE, Table};
use crate::watch::Watch;

/// How many lengths of a stretch are tried for each place.
const LENGTHS: u16 = 6;

/// Two stretches of days, first and last inclusive, of which all pairs collide.
#[derive(Clone, Copy, Debug)]
pub(super) struct Clash {
    pub lanes: [usize; 2],
    pub from: [u16; 2],
    pub to: [u16; 2],
}

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
    /// Without prices so far.
    pub fn of(table: &Table) -> Self {
        let mut clashes = Vec::new();
        for first in 0..table.lanes.len() {
            for second in first + 1..table.lanes.len() {
                stretches(table, [first, second], &mut clashes);
            }
        }
        Self::with(table, clashes)
    }

    /// Without prices for ever.
    pub fn free(table: &Table) -> Self {
        Self::with(table, Vec::new())
    }

    fn with(table: &Table, clashes: Vec<Clash>) -> Self {
        let by_day: Vec<Vec<i64>> = table.lanes.iter().map(|_| vec![0; usize::from(table.days)]).collect();
        let alone = table.lanes.iter().map(|lane| Alone::of(lane, (1, 1))).collect();
        let (prices, way) = (vec![0; clashes.len()], vec![0.0; clashes.len()]);
        Self { clashes, prices, way, by_day, back: 0, alone, step: 1.0, paired: None }
    }

    /// The same prices for some of the series alone, in a table of theirs.
    pub fn part(&self, part: &Table, lanes: &[usize]) -> Self {
        let place = |lane: usize| lanes.iter().position(|known| *known == lane);
        let kept = self.clashes.iter().zip(&self.prices).filter_map(|(clash, &price)| {
            let [one, other] = [place(clash.lanes[0])?, place(clash.lanes[1])?];
            (price > 0).then_some((Clash { lanes: [one, other], ..*clash }, price))
        });
        let (clashes, prices): (Vec<Clash>, Vec<i64>) = kept.unzip();
        let way = vec![0.0; clashes.len()];
        let by_day: Vec<Vec<i64>> = part.lanes.iter().map(|_| vec![0; usize::from(part.days)]).collect();
        let alone = part.lanes.iter().map(|lane| Alone::of(lane, (1, 1))).collect();
        let mut market = Self { clashes, prices, way, by_day, back: 0, alone, step: self.step, paired: None };
        market.reckon(part);
        market
    }

    /// No plan costs less, scaled.
    pub fn bound(&self) -> i64 {
        let paired = self.paired.as_ref().map_or(0, Paired::whole);
        self.alone.iter().map(Alone::whole).sum::<i64>() - self.back + paired
    }

    /// What follows from these prices for pairs of series; none where there are none, the tables are too large, or
    /// time is up.
    pub fn paired(&self, table: &Table, watch: &dyn Watch) -> Option<Self> {
        let (mut paired, mut alone) = Paired::of(table)?;
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
        Some(Self { alone, paired: Some(paired), ..Self::free(table) })
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
    /// Says whether the series, each alone, keep apart already.
    pub fn step(&mut self, table: &Table, target: i64) -> bool {
        let crowded = self.crowded(&self.wishes(table));
        for (way, &excess) in self.way.iter_mut().zip(&crowded) {
            *way = 0.6 * *way + f64::from(excess);
        }
        let used = |(index, way): (usize, &f64)| self.prices[index] > 0 || *way > 0.0;
        let length: f64 = self.way.iter().enumerate().filter(|one| used(*one)).map(|(_, way)| way * way).sum();
        if length <= 0.0 {
            return true;
        }
        let gap = (target - self.bound()).max(SCALE) as f64;
        let step = self.step * gap / length;
        for (price, way) in self.prices.iter_mut().zip(&self.way) {
            *price = (*price + (step * way) as i64).max(0);
        }
        self.reckon(table);
        crowded.iter().all(|&excess| excess <= 0)
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

    fn reckon(&mut self, table: &Table) {
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
            self.alone[index].reckon(lane);
        }
    }
}

/// The clashes of two series.
fn stretches(table: &Table, lanes: [usize; 2], clashes: &mut Vec<Clash>) {
    let [a, b] = lanes;
    let (after, before) = (&table.after[a][b], &table.after[b][a]);
    let alone = [lonely(&table.lanes[a], table.days), lonely(&table.lanes[b], table.days)];
    for from in 0..table.days {
        let most = alone[0][usize::from(from)];
        let reach = after[usize::from(from)].saturating_sub(from) + 1;
        let every = (most.min(reach + 40) / LENGTHS).max(1);
        for length in (1..=most).step_by(usize::from(every)) {
            let last = from + length - 1;
            if last >= table.days {
                break;
            }
            // The days of b that collide with all of a's: before the first answer of a, and too late for the last.
            let to = after[usize::from(from)].saturating_sub(1);
            let Some(start) = (0..=to).find(|&day| before[usize::from(day)] > last) else {
                break;
            };
            let end = to.min(start + alone[1][usize::from(start)].max(1) - 1);
            if start <= end && collide_all(after, before, (from, last), (start, end)) {
                clashes.push(Clash { lanes, from: [from, start], to: [last, end] });
            }
        }
    }
}

/// Whether each day of one stretch collides with each of the other.
fn collide_all(after: &[u16], before: &[u16], a: (u16, u16), b: (u16, u16)) -> bool {
    (a.0..=a.1).all(|x| {
        (b.0..=b.1).all(|y| {
            let follows = y >= x && y >= after[usize::from(x)];
            let leads = x >= y && x >= before[usize::from(y)];
            !follows && !leads
        })
    })
}

/// From each day on, how many days hold at most one session of the series.
fn lonely(lane: &Lane, days: u16) -> Vec<u16> {
    let mut next = days;
    let mut lonely: Vec<u16> = (0..days)
        .rev()
        .map(|day| {
            for layer in lane.layers.iter().filter(|layer| !layer.next.is_empty()) {
                if (layer.from..layer.to).contains(&day) && layer.span(day).to > 0 {
                    next = next.min(layer.span(day).from);
                }
            }
            next - day
        })
        .collect();
    lonely.reverse();
    lonely
}
