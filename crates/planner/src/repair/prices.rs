//! Prices on time, and the bound that follows from them.
//!
//! If each visit may take its cheapest offer and pays for the time of the practitioner and of rooms and devices of its
//! kind, and everything that could be paid is given back once, no proposal costs less than what that comes to: nobody's
//! time is given away twice in a proposal, and no more rooms are in use than there are.

mod time;

use super::problem::{Offer, Repair, Visit, around};
use time::{Stretch, Time};

/// Points are counted in fractions.
const SCALE: i64 = 1 << 10;

/// No tick is dearer, scaled: more than any visit costs.
const MOST_PRICE: i64 = 1 << 36;

/// How many stretches of time an offer pays for at most.
const MOST_PAID: usize = 4;

/// A visit's offer, and the stretches of all priced time that it pays for; those it does not need are empty.
#[derive(Clone, Copy, Debug)]
struct Priced {
    offer: u32,
    cost: i64,
    pays: [Stretch; MOST_PAID],
}

/// The priced time, and what it does to each visit.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    offers: Vec<Vec<Priced>>,
    unplaced: Vec<i64>,
    /// How many visits may use each tick at once.
    supply: Vec<i32>,
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
        let mut time = Time::of(repair);
        let mut offers = Vec::with_capacity(repair.visits.len());
        for visit in &repair.visits {
            let priced = |(index, offer)| priced(&mut time, repair, visit, index, offer);
            offers.push(visit.offers.iter().enumerate().filter_map(priced).collect());
        }
        let supply = time.supply();
        let length = supply.len();
        let unplaced = repair.visits.iter().map(|visit| i64::from(visit.unplaced) * SCALE).collect();
        let mut prices = Self {
            offers,
            unplaced,
            supply,
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
        let worth = self.worth(&wishes);
        let mut asked: Vec<i32> = self.supply.iter().map(|supply| -supply).collect();
        for wish in wishes.iter().filter_map(|(_, wish)| *wish) {
            for tick in wish.pays.iter().flat_map(|stretch| stretch.from..stretch.to) {
                asked[tick as usize] += 1;
            }
        }
        for (way, asked) in self.way.iter_mut().zip(&asked) {
            *way = 0.7 * *way + f64::from(*asked);
        }
        let used = |(way, price): (&f64, &i64)| (*price > 0 || *way > 0.0).then_some(way * way);
        let length: f64 = self.way.iter().zip(&self.prices).filter_map(used).sum();
        // Prices that have gone too far must not go further for it.
        let most = (target as i64 * SCALE - self.bound).saturating_mul(3);
        let gap = (target as i64 * SCALE - worth).min(most).max(SCALE) as f64;
        if length > 0.0 {
            let step = self.step * gap / length;
            for (price, way) in self.prices.iter_mut().zip(&self.way) {
                *price = (*price + (step * way) as i64).clamp(0, MOST_PRICE);
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
        for (offers, (least, _)) in self.offers.iter_mut().zip(&wishes) {
            offers.retain(|offer| offer.with_time(&self.sums) - least < room);
        }
    }

    fn priced(&self, offer: &Priced) -> i64 {
        offer.with_time(&self.sums)
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
        let back = self.prices.iter().zip(&self.supply).map(|(price, &supply)| price * i64::from(supply));
        wishes.iter().map(|(cost, _)| cost).sum::<i64>() - back.sum::<i64>()
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

impl Priced {
    fn with_time(&self, sums: &[i64]) -> i64 {
        let paid = self.pays.iter().map(|stretch| sums[stretch.to as usize] - sums[stretch.from as usize]);
        self.cost + paid.sum::<i64>()
    }
}

/// An offer with all the time that it pays for; none where the practitioner is not free.
fn priced(time: &mut Time, repair: &Repair, visit: &Visit, index: usize, offer: &Offer) -> Option<Priced> {
    let mut pays = [Stretch::default(); MOST_PAID];
    let (from, to) = around(offer.start, visit.treated)?;
    pays[0] = time.of_one(repair, offer.practitioner, from, to)?;
    let mut next = 1;
    for need in &visit.needs {
        let Some((from, to)) = around(offer.start, (need.from, need.to)) else { continue };
        for stretch in time.of_all(&need.candidates, from, to) {
            if let Some(place) = pays.get_mut(next) {
                *place = stretch;
                next += 1;
            }
        }
    }
    Some(Priced { offer: index as u32, cost: i64::from(offer.cost) * SCALE, pays })
}
