//! Prices on the time of practitioners, and the bound that follows from them.
//!
//! If each visit may take its cheapest offer and pays for the time of the practitioner, and everything paid is given
//! back once, no proposal costs less than what that comes to: nobody's time is given away twice in a proposal.

use super::problem::{Repair, around};

/// Points are counted in fractions.
const SCALE: i64 = 1 << 10;

/// No more time than this is priced, in ticks over all practitioners.
const MOST_TIME: usize = 1 << 23;

/// Some of the visit's offer, priced: its time as a stretch of all priced time.
#[derive(Clone, Copy, Debug)]
struct Priced {
    offer: u32,
    from: u32,
    to: u32,
    cost: i64,
}

/// The priced time, and what it does to each visit.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    offers: Vec<Vec<Priced>>,
    unplaced: Vec<i64>,
    prices: Vec<i64>,
    /// What the time up to a tick costs.
    sums: Vec<i64>,
    way: Vec<f64>,
    step: f64,
    best: Vec<i64>,
    /// The bound, scaled.
    bound: i64,
    steps_since: u32,
}

impl Prices {
    /// Nothing costs anything yet.
    pub fn of(repair: &Repair) -> Self {
        let mut time = Time::default();
        let offers = repair.visits.iter().map(|visit| {
            let priced = |(index, offer): (usize, &super::problem::Offer)| {
                let (from, to) = around(offer.start, visit.treated)?;
                let at = time.place(repair, offer.practitioner, from)?;
                let cost = i64::from(offer.cost) * SCALE;
                Some(Priced { offer: index as u32, from: at, to: at + (to - from), cost })
            };
            visit.offers.iter().enumerate().filter_map(priced).collect()
        });
        let offers = offers.collect();
        let length = time.length as usize;
        let unplaced = repair.visits.iter().map(|visit| i64::from(visit.unplaced) * SCALE).collect();
        let mut prices = Self {
            offers,
            unplaced,
            prices: vec![0; length],
            sums: vec![0; length + 1],
            way: vec![0.0; length],
            step: 1.0,
            best: vec![0; length],
            bound: i64::MIN,
            steps_since: 0,
        };
        prices.weigh();
        prices
    }

    /// No proposal costs less.
    pub fn bound(&self) -> u64 {
        u64::try_from(self.bound.saturating_add(SCALE - 1).div_euclid(SCALE)).unwrap_or(0)
    }

    /// Moves the prices towards a cost that is known to be possible.
    pub fn step(&mut self, target: u64) {
        let wishes = self.wishes();
        let (worth, mut asked) = (self.worth(&wishes), vec![-1_i32; self.prices.len()]);
        for wish in wishes.iter().filter_map(|(_, wish)| *wish) {
            for tick in wish.from..wish.to {
                asked[tick as usize] += 1;
            }
        }
        for (way, asked) in self.way.iter_mut().zip(&asked) {
            *way = 0.7 * *way + f64::from(*asked);
        }
        let used = |(way, price): (&f64, &i64)| (*price > 0 || *way > 0.0).then_some(way * way);
        let length: f64 = self.way.iter().zip(&self.prices).filter_map(used).sum();
        let gap = (target as i64 * SCALE - worth).max(SCALE) as f64;
        if length > 0.0 {
            let step = self.step * gap / length;
            for (price, way) in self.prices.iter_mut().zip(&self.way) {
                *price = (*price + (step * way) as i64).max(0);
            }
        }
        self.add_up();
        self.weigh();
    }

    /// The offers of a visit by what they cost with their time, cheapest first; no more than so many.
    pub fn ranked(&self, visit: usize, most: usize) -> Vec<usize> {
        let price = |offer: &Priced| (self.priced(offer), offer.offer);
        let mut ranked: Vec<(i64, u32)> = self.offers[visit].iter().map(price).collect();
        if ranked.len() > most {
            ranked.select_nth_unstable(most);
            ranked.truncate(most);
        }
        ranked.sort_unstable();
        ranked.into_iter().map(|(_, offer)| offer as usize).collect()
    }

    /// Goes back to the best prices known.
    pub fn settle(&mut self) {
        self.prices.clone_from(&self.best);
        self.add_up();
    }

    /// Forgets the offers that no proposal below a cost can use.
    pub fn forget(&mut self, below: u64) {
        self.settle();
        let wishes = self.wishes();
        let room = below as i64 * SCALE - self.worth(&wishes);
        let sums = &self.sums;
        for (offers, (least, _)) in self.offers.iter_mut().zip(&wishes) {
            let priced = |offer: &Priced| offer.cost + sums[offer.to as usize] - sums[offer.from as usize];
            offers.retain(|offer| priced(offer) - least < room);
        }
    }

    fn priced(&self, offer: &Priced) -> i64 {
        offer.cost + self.sums[offer.to as usize] - self.sums[offer.from as usize]
    }

    /// What each visit would take.
    fn wishes(&self) -> Vec<(i64, Option<Priced>)> {
        let wish = |(offers, &unplaced): (&Vec<Priced>, &i64)| {
            let mut wish = (unplaced, None);
            for offer in offers {
                let priced = self.priced(offer);
                if priced < wish.0 {
                    wish = (priced, Some(*offer));
                }
            }
            wish
        };
        self.offers.iter().zip(&self.unplaced).map(wish).collect()
    }

    fn worth(&self, wishes: &[(i64, Option<Priced>)]) -> i64 {
        wishes.iter().map(|(cost, _)| cost).sum::<i64>() - self.sums.last().copied().unwrap_or(0)
    }

    /// Keeps the prices if they are the best so far; makes steps shorter where they have long not been.
    fn weigh(&mut self) {
        let worth = self.worth(&self.wishes());
        self.steps_since += 1;
        if worth > self.bound {
            self.bound = worth;
            self.best.clone_from(&self.prices);
            self.steps_since = 0;
        } else if self.steps_since >= 12 {
            self.step *= 0.7;
            self.steps_since = 0;
            self.settle();
        }
    }

    fn add_up(&mut self) {
        let mut sum = 0;
        for (after, price) in self.sums.iter_mut().skip(1).zip(&self.prices) {
            sum += price;
            *after = sum;
        }
    }
}

/// The free intervals of practitioners that offers fall into, laid end to end.
#[derive(Default)]
struct Time {
    places: std::collections::HashMap<(usize, usize), u32>,
    length: u32,
}

impl Time {
    /// The place of a practitioner's tick; none where the practitioner is not free or too much is priced already.
    fn place(&mut self, repair: &Repair, practitioner: usize, tick: u32) -> Option<u32> {
        let free = repair.free.get(practitioner)?;
        let interval = free.partition_point(|interval| interval.0 <= tick).checked_sub(1)?;
        let (from, to) = *free.get(interval)?;
        let base = match self.places.get(&(practitioner, interval)) {
            Some(&base) => base,
            None => {
                let base = self.length;
                if base as usize + (to - from) as usize > MOST_TIME {
                    return None;
                }
                self.length += to - from;
                self.places.insert((practitioner, interval), base);
                base
            }
        };
        Some(base + (tick - from))
    }
}
