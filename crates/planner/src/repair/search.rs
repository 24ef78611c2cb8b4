//! From a quick proposal to one that is close to the bound.

use super::book::Book;
use super::dig::Dig;
use super::prices::Prices;
use super::problem::{Placed, Repair, Repaired};
use crate::watch::{Progress, Watch};

/// How often prices are moved before the search begins, and between two rounds of it.
const FIRST_STEPS: u32 = 40;
const STEPS: u32 = 8;

/// How many of a visit's offers are looked at when it is moved.
const LOOKED_AT: usize = 48;

/// Once in so many rounds a visit has to go elsewhere, even if that is a little dearer.
const KICK: usize = 3;

/// How many visits are moved together.
const FEWEST: usize = 3;
const MOST: usize = 9;

/// After so many rounds for each visit without anything better the search ends.
const PATIENCE: usize = 400;

/// Moves all visits together at the least cost, as far as time allows.
///
/// The same seed gives the same proposal, unless the watch stops the search.
pub fn repair(repair: &Repair, seed: u64, watch: &dyn Watch) -> Repaired {
    let mut search = Search::of(repair, seed, watch);
    search.run();
    let lower_bound = search.prices.bound().min(search.cost);
    Repaired { placed: search.best, cost: search.cost, lower_bound }
}

struct Search<'a> {
    repair: &'a Repair,
    watch: &'a dyn Watch,
    book: Book<'a>,
    prices: Prices,
    /// By visit its offers, the most promising first.
    ranked: Vec<Vec<usize>>,
    chance: Chance,
    /// The cost of the best, and of what is in the book.
    cost: u64,
    now: u64,
    best: Vec<Option<Placed>>,
}

impl<'a> Search<'a> {
    fn of(repair: &'a Repair, seed: u64, watch: &'a dyn Watch) -> Self {
        let (book, prices) = (Book::of(repair), Prices::of(repair));
        let mut search = Self {
            repair,
            watch,
            cost: book.total(),
            now: book.total(),
            best: book.placed().to_vec(),
            book,
            prices,
            ranked: Vec::new(),
            chance: Chance(seed | 1),
        };
        search.rank();
        search.begin();
        search
    }

    /// Everybody in turn takes the best that is left; who has least to lose comes last.
    fn begin(&mut self) {
        let mut order: Vec<usize> = (0..self.repair.visits.len()).collect();
        let spare = |visit: &usize| {
            let offers = &self.repair.visits[*visit].offers;
            (offers.len(), *visit)
        };
        order.sort_by_key(spare);
        for visit in order {
            if self.watch.is_over() {
                break;
            }
            let mut offers: Vec<usize> = (0..self.repair.visits[visit].offers.len()).collect();
            offers.sort_by_key(|&offer| self.repair.visits[visit].offers[offer].cost);
            let unplaced = self.repair.visits[visit].unplaced;
            for offer in offers {
                let cost = self.repair.visits[visit].offers[offer].cost;
                if cost >= unplaced || self.book.place(visit, offer) {
                    break;
                }
            }
        }
        self.book.keep_shifts();
        self.note();
    }

    fn run(&mut self) {
        self.price(FIRST_STEPS);
        let (mut idle, mut rounds) = (0, 0_usize);
        while idle < PATIENCE * self.repair.visits.len() && !self.is_done() {
            (idle, rounds) = (idle + 1, rounds + 1);
            if self.round() {
                idle = 0;
                self.note();
            }
            if rounds.is_multiple_of(200) {
                self.price(STEPS);
            }
        }
    }

    fn is_done(&self) -> bool {
        self.cost <= self.prices.bound() || self.watch.is_over()
    }

    fn note(&mut self) {
        self.now = self.book.total();
        if self.now <= self.cost {
            self.cost = self.now;
            self.best = self.book.placed().to_vec();
        }
        self.watch.tell(Progress { cost: Some(self.cost), lower_bound: self.prices.bound().min(self.cost) });
    }

    fn price(&mut self, steps: u32) {
        for _ in 0..steps {
            if self.is_done() {
                return;
            }
            self.prices.step(self.cost);
        }
        self.prices.forget(self.cost);
        self.rank();
        self.note();
    }

    fn rank(&mut self) {
        let visits = 0..self.repair.visits.len();
        self.ranked = visits.map(|visit| self.prices.ranked(visit, LOOKED_AT)).collect();
    }

    /// Takes a few visits out that stand in each other's way, and puts them back better, or now and then otherwise.
    /// Says whether that is the best so far.
    fn round(&mut self) -> bool {
        let visits = self.together();
        let before: Vec<(usize, Option<Placed>)> =
            visits.iter().map(|&visit| (visit, self.book.unplace(visit))).collect();
        let now = |(visit, placed): &(usize, Option<Placed>)| {
            let asked = &self.repair.visits[*visit];
            u64::from(placed.as_ref().map_or(asked.unplaced, |placed| asked.offers[placed.offer].cost))
        };
        let now: u64 = before.iter().map(now).sum();
        let mut offers: Vec<Vec<(u32, Option<usize>)>> = visits.iter().map(|&visit| self.open(visit)).collect();
        let mut below = now;
        if self.chance.below(KICK) == 0 {
            let here = before.first().and_then(|(_, placed)| placed.as_ref()).map(|placed| placed.offer);
            if let Some(offers) = offers.first_mut() {
                offers.retain(|(_, offer)| offer.is_none() || *offer != here);
            }
            below += 1 + self.spare();
        }
        let found = Dig::of(&mut self.book, visits.clone(), offers, below).run();
        let moved = found.is_some();
        let after = match found {
            Some(found) => {
                found.shifts.into_iter().for_each(|shift| self.book.shift_again(shift));
                found.placed
            }
            None => before.into_iter().map(|(_, placed)| placed).collect(),
        };
        for (visit, placed) in visits.into_iter().zip(after) {
            if let Some(placed) = placed {
                self.book.restore(visit, placed);
            }
        }
        if moved {
            self.now = self.book.total();
        }
        self.now < self.cost
    }

    /// How much dearer something else may be: by chance, and never far above the best.
    fn spare(&mut self) -> u64 {
        let most = self.cost / (2 * self.repair.visits.len() as u64).max(1);
        let left = (self.cost + most).saturating_sub(self.now);
        left.min(self.chance.below(most as usize + 1) as u64)
    }

    /// The offers of a visit that are worth trying, cheapest first, and going without.
    fn open(&self, visit: usize) -> Vec<(u32, Option<usize>)> {
        let asked = &self.repair.visits[visit];
        let cost = |&offer: &usize| (asked.offers[offer].cost, Some(offer));
        let mut offers: Vec<(u32, Option<usize>)> = self.ranked[visit].iter().map(cost).collect();
        offers.retain(|(cost, _)| *cost < asked.unplaced);
        offers.push((asked.unplaced, None));
        offers.sort_by_key(|(cost, _)| *cost);
        offers
    }

    /// A visit that could be better off, those in its way, those in theirs.
    fn together(&mut self) -> Vec<usize> {
        let count = self.repair.visits.len();
        let size = FEWEST + self.chance.below(MOST - FEWEST + 1);
        let mut chosen = vec![self.chance.below(count)];
        let mut next = 0;
        while chosen.len() < size.min(count) {
            let visit = match chosen.get(next) {
                Some(&visit) => visit,
                None => {
                    let other = self.chance.below(count);
                    if !chosen.contains(&other) {
                        chosen.push(other);
                    }
                    continue;
                }
            };
            next += 1;
            for _ in 0..3 {
                let ranked = &self.ranked[visit];
                if ranked.is_empty() {
                    break;
                }
                let reach = ranked.len().min(12);
                let offer = ranked[self.chance.below(reach)];
                for other in self.book.in_the_way(visit, offer) {
                    if !chosen.contains(&other) && chosen.len() < size {
                        chosen.push(other);
                    }
                }
            }
        }
        chosen
    }
}

/// Chance from a seed (xorshift).
struct Chance(u64);

impl Chance {
    /// A number below another, which is not nought.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}
