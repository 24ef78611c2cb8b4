//! From a quick proposal to one that is close to the bound.

mod chance;
mod together;

use super::book::Book;
use super::dig::Dig;
use super::prices::{Prices, Ranked};
use super::problem::{Placed, Repair, Repaired, Visit};
use crate::watch::{Progress, Watch};
use chance::Chance;

/// How often prices are moved before the search begins, and between two rounds of it.
const FIRST_STEPS: u32 = 400;
const STEPS: u32 = 24;

/// How many of a visit's offers are looked at when it is moved, and how many of those that are open are tried.
const LOOKED_AT: usize = 400;
const TRIED: usize = 48;

/// Once in so many rounds a visit has to go elsewhere, even if that is a little dearer.
const KICK: usize = 3;

/// After so many rounds for each visit without anything better the search ends.
const PATIENCE: usize = 400;

/// Moves all visits together at the least cost, as far as time allows.
///
/// The same seed gives the same proposal, unless the watch stops the search.
pub fn repair(repair: &Repair, seed: u64, watch: &dyn Watch) -> Repaired {
    let mut book = Book::of(repair);
    begin(repair, &mut book, watch);
    let Some(prices) = Prices::of(repair, watch) else {
        return Repaired { placed: book.placed().to_vec(), cost: book.total(), lower_bound: cheapest(repair) };
    };
    let mut search = Search::of(repair, book, prices, seed, watch);
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
    ranked: Vec<Vec<Ranked>>,
    chance: Chance,
    /// The cost of the best, and of what is in the book.
    cost: u64,
    now: u64,
    best: Vec<Option<Placed>>,
}

impl<'a> Search<'a> {
    fn of(repair: &'a Repair, book: Book<'a>, prices: Prices, seed: u64, watch: &'a dyn Watch) -> Self {
        let cost = book.total();
        let search = Self {
            repair,
            watch,
            cost,
            now: cost,
            best: book.placed().to_vec(),
            book,
            prices,
            ranked: Vec::new(),
            chance: Chance::of(seed),
        };
        search.tell();
        search
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
        self.tell();
    }

    fn tell(&self) {
        self.watch.tell(Progress { cost: Some(self.cost), lower_bound: self.prices.bound().min(self.cost) });
    }

    fn price(&mut self, steps: u32) {
        for _ in 0..steps {
            if self.is_done() {
                return;
            }
            self.prices.step(self.cost);
        }
        if self.is_done() {
            return;
        }
        self.prices.forget(self.cost);
        self.rank();
        self.note();
        self.anew();
    }

    /// Begins anew: everybody in turn takes the best offer by the prices that is left, who has fewest comes first.
    /// Keeps that only if it is better.
    fn anew(&mut self) {
        let visits = 0..self.repair.visits.len();
        let before: Vec<Option<Placed>> = visits.clone().map(|visit| self.book.unplace(visit)).collect();
        let mut order: Vec<usize> = visits.collect();
        order.sort_by_key(|visit| self.ranked[*visit].len());
        for &visit in &order {
            if self.watch.is_over() {
                break;
            }
            for offer in self.ranked[visit].iter().map(|one| one.offer) {
                if self.book.place(visit, offer) {
                    break;
                }
            }
        }
        self.book.keep_shifts();
        if self.book.total() < self.now {
            return self.note();
        }
        for visit in order {
            self.book.unplace(visit);
        }
        for (visit, placed) in before.into_iter().enumerate() {
            if let Some(placed) = placed {
                self.book.restore(visit, placed);
            }
        }
    }

    fn rank(&mut self) {
        self.ranked = self.prices.ranked(LOOKED_AT);
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
        let cost = |offer: usize| (asked.offers[offer].cost, Some(offer));
        let open = self.ranked[visit].iter().map(|one| one.offer).filter(|offer| self.book.is_open(visit, *offer));
        let mut offers: Vec<(u32, Option<usize>)> = open.take(TRIED).map(cost).collect();
        offers.retain(|(cost, _)| *cost < asked.unplaced);
        offers.push((asked.unplaced, None));
        offers.sort_by_key(|(cost, _)| *cost);
        offers
    }
}

/// What all visits cost at least, if nothing stood in anybody's way.
fn cheapest(repair: &Repair) -> u64 {
    let least = |visit: &Visit| visit.offers.iter().map(|offer| offer.cost).fold(visit.unplaced, u32::min);
    repair.visits.iter().map(|visit| u64::from(least(visit))).sum()
}

/// Everybody in turn takes the cheapest that is left, who has fewest to choose from first.
fn begin(repair: &Repair, book: &mut Book<'_>, watch: &dyn Watch) {
    let mut order: Vec<usize> = (0..repair.visits.len()).collect();
    order.sort_by_key(|visit| repair.visits[*visit].offers.len());
    for visit in order {
        if watch.is_over() {
            break;
        }
        let asked = &repair.visits[visit];
        let mut offers: Vec<usize> = (0..asked.offers.len()).collect();
        offers.sort_by_key(|&offer| asked.offers[offer].cost);
        for offer in offers {
            if asked.offers[offer].cost >= asked.unplaced || book.place(visit, offer) {
                break;
            }
        }
    }
    book.keep_shifts();
}
