//! All pairs of series at once, and each series by itself: bounds that know how two rhythms keep out of each other's
//! way.
//!
//! What a plan costs is divided: each series by itself bears its practitioners, its times and a part of its gaps;
//! each pair bears another part of the gaps. Prices on the days of sessions, charged here and given there, make all
//! of them agree: whatever the prices, no plan costs less than what they cost at least, each by itself.

use super::alone::Alone;
use super::pair::{Give, Pair};
use super::sweep::State;
use super::table::{Layer, SCALE, Table};
use crate::watch::Watch;

/// Of so many parts of what a gap costs, the series by itself bears one; its pairs share the others.
const PARTS: i64 = 2;

/// No more than this changes hands at once, nor that so many times in all: the sums of pairs are narrow.
const MOST: i64 = 1 << 22;
const MOST_MOVED: i64 = 20 * MOST;

/// No more room than this is taken by all pairs.
const MOST_BYTES: usize = 96 << 20;

/// The pairs of a problem.
#[derive(Clone, Debug)]
pub(super) struct Paired {
    pairs: Vec<Pair>,
    /// By series, its pairs.
    of: Vec<Vec<usize>>,
    /// What has changed hands so far, at the most.
    moved: i64,
}

/// Where a plan begun is in the grid of each pair.
pub(super) type Places = Vec<[usize; 2]>;

impl Paired {
    /// All pairs and all series by themselves, without prices so far; none where there are none, they are too large, or
    /// time is up.
    pub fn of(table: &Table, watch: &dyn Watch) -> Option<(Self, Vec<Alone>)> {
        let count = table.lanes.len();
        if count < 2 || bytes(table) > MOST_BYTES {
            return None;
        }
        let each = SCALE * (PARTS - 1) / PARTS / (count as i64 - 1);
        let by_itself = SCALE - each * (count as i64 - 1);
        let both = (0..count).flat_map(|one| (one + 1..count).map(move |other| [one, other]));
        let pairs: Option<Vec<Pair>> =
            both.map(|both| Pair::of(table, both, (each, SCALE)).filter(|_| !watch.is_over())).collect();
        let pairs = pairs?;
        let of = |lane: usize| (0..pairs.len()).filter(|&pair| pairs[pair].lanes.contains(&lane)).collect();
        let alone = Alone::all(table, (by_itself, SCALE), watch)?;
        Some((Self { of: (0..count).map(of).collect(), pairs, moved: 0 }, alone))
    }

    /// The pairs of what is left of the series; nothing is reckoned yet.
    pub fn narrowed(&self, table: &Table) -> Self {
        let pairs = self.pairs.iter().map(|pair| pair.narrowed(table)).collect();
        Self { pairs, of: self.of.clone(), moved: self.moved }
    }

    /// Forgets all but the prices.
    pub fn forget(&mut self) {
        self.pairs.iter_mut().for_each(Pair::forget);
    }

    /// What all pairs cost at least.
    pub fn whole(&self) -> i64 {
        self.pairs.iter().map(Pair::whole).sum()
    }

    /// Takes over what days cost because of the other series of each pair, by day.
    pub fn begin(&mut self, alone: &mut [Alone], prices: impl Fn([usize; 2], usize) -> Vec<i64>) {
        for pair in &mut self.pairs {
            for (side, lane) in pair.lanes.into_iter().enumerate() {
                let mut by_day = prices(pair.lanes, side);
                by_day.iter_mut().for_each(|price| *price = (*price).min(MOST));
                alone[lane].steps().charge(&by_day);
                by_day.iter_mut().for_each(|price| *price = -*price);
                pair.charge(side, &by_day);
            }
        }
    }

    /// Makes the series and the pairs agree better. Differences above a limit do not matter.
    pub fn agree(&mut self, table: &Table, alone: &mut [Alone], most: i64, watch: &dyn Watch) {
        let most = most.min(MOST);
        if self.moved + most > MOST_MOVED {
            return;
        }
        self.moved += most;
        for forward in [true, false] {
            self.share(table, alone, most, watch);
            self.take(table, alone, most, forward, watch);
        }
    }

    /// Each series by itself gives its pairs their share of what its steps are worth.
    fn share(&mut self, table: &Table, alone: &mut [Alone], most: i64, watch: &dyn Watch) {
        let Self { pairs, of, .. } = self;
        for (index, (alone, lane)) in alone.iter_mut().zip(&table.lanes).enumerate() {
            if !alone.reckon(lane, watch) {
                return;
            }
            let shares = of[index].len() as i64;
            alone.look_ahead(lane, watch, |session, worth| {
                let left = (lane.sessions - session) as i64;
                spread(worth, most, left * (shares + 1));
                for &pair in &of[index] {
                    pairs[pair].add(index, session, worth);
                }
                worth.iter_mut().for_each(|worth| *worth *= shares);
            });
        }
    }

    /// Each pair gives what the steps of one of its series are worth: forward of the first, else of the second.
    fn take(&mut self, table: &Table, alone: &mut [Alone], most: i64, forward: bool, watch: &dyn Watch) {
        for pair in &mut self.pairs {
            let [a, b] = pair.lanes;
            let done = if forward {
                let give: Give<'_> = &mut |session, worth| {
                    spread(worth, most, (table.lanes[a].sessions - session) as i64);
                    charge(&mut alone[a], session, worth);
                };
                pair.look_back(None, watch) && pair.look_ahead(Some(give), watch)
            } else {
                let give: Give<'_> = &mut |session, worth| {
                    spread(worth, most, session as i64 + 1);
                    charge(&mut alone[b], session, worth);
                };
                pair.look_ahead(None, watch) && pair.look_back(Some(give), watch)
            };
            if !done {
                break;
            }
        }
    }

    /// Reckons what follows from the prices as they are; says whether that was done before time was up.
    pub fn settle(&mut self, table: &Table, alone: &mut [Alone], watch: &dyn Watch) -> bool {
        alone.iter_mut().zip(&table.lanes).all(|(alone, lane)| alone.reckon(lane, watch))
            && self.pairs.iter_mut().all(|pair| !watch.is_over() && pair.look_back(None, watch))
    }

    /// Where a plan begun is.
    pub fn places(&self, states: &[State], places: &mut Places) {
        places.clear();
        places.extend(self.pairs.iter().map(|pair| {
            let [a, b] = pair.lanes;
            [pair.place_of(0, states[a], states[b]), pair.place_of(1, states[b], states[a])]
        }));
    }

    /// What is still to come costs all pairs at least.
    pub fn rest(&self, places: &Places) -> i64 {
        self.pairs.iter().zip(places).map(|(pair, &[first, second])| pair.rest(first, second)).sum()
    }

    /// The same after one more session of a series on a day.
    pub fn rest_after(&self, places: &Places, lane: usize, done: u16, day: u16) -> i64 {
        let rest = |(pair, &[first, second]): (&Pair, &[usize; 2])| match pair.lanes {
            [a, _] if a == lane => pair.rest(pair.place(0, done, day), second),
            [_, b] if b == lane => pair.rest(first, pair.place(1, done, day)),
            _ => pair.rest(first, second),
        };
        self.pairs.iter().zip(places).map(rest).sum()
    }
}

/// Has a series bear what a pair gave away of the steps to a session.
fn charge(alone: &mut Alone, session: usize, given: &[i64]) {
    let steps = alone.steps();
    let out = steps.out_of(session);
    steps.add(out, given);
}

/// About how much room the grids and the steps of all pairs take.
fn bytes(table: &Table) -> usize {
    let (mut places, mut square, mut steps) = (0, 0, 0);
    for lane in &table.lanes {
        let width = 1 + lane.layers.iter().map(Layer::width).sum::<usize>();
        (places, square, steps) = (places + width, square + width * width, steps + lane.breadth());
    }
    let cells = (places * places - square) / 2;
    8 * cells + 8 * steps * table.lanes.len()
}

/// What steps are worth more than the best, cut to a limit, in so many parts.
fn spread(worth: &mut [i64], most: i64, parts: i64) {
    let least = worth.iter().copied().min().unwrap_or(0);
    worth.iter_mut().for_each(|worth| *worth = (*worth - least).min(most) / parts);
}
