//! Prices on time, and the bound that follows from them.
//!
//! If each visit may take its cheapest offer and pays for the time of the practitioner and of rooms and devices of its
//! kind, and everything that could be paid is given back once, no proposal costs less than what that comes to: nobody's
//! time is given away twice in a proposal, and no more rooms are in use than there are. Visits that are linked choose
//! together, on days that keep their distances.

mod choice;
mod kin;
mod squeeze;
mod time;

use super::problem::{Offer, Repair, Visit, around};
use crate::watch::Watch;
use choice::Choices;
use kin::{Costs, Kin, Least};
use squeeze::squeeze;
use time::{Stretch, Time};

/// Points are counted in fractions.
const SCALE: i64 = 1 << 10;

/// No tick is dearer, scaled: more than any visit costs.
const MOST_PRICE: i64 = 1 << 36;

/// How many choices of rooms and devices an offer pays for at most, and what stands for none.
const MOST_NEEDS: usize = 4;
const NOTHING: u32 = u32::MAX;

/// After so many steps without a better bound the prices go back to the best, and steps become shorter.
const PATIENCE: u32 = 12;

/// A visit's offer, the practitioner's time that it pays for, and its choices of rooms and devices.
#[derive(Clone, Copy, Debug)]
struct Priced {
    offer: u32,
    day: u16,
    cost: i64,
    treated: Stretch,
    needs: [u32; MOST_NEEDS],
}

/// An offer, and what all visits together cost more at these prices if it is taken, in fractions of points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Ranked {
    pub offer: usize,
    pub more: i64,
}

/// The priced time, and what it does to each visit.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    /// By visit, in the order of days.
    offers: Vec<Vec<Priced>>,
    choices: Choices,
    unplaced: Vec<i64>,
    kin: Vec<Kin>,
    /// The visits that are linked with no other.
    single: Vec<usize>,
    /// How many visits may use each stretch at once.
    supply: Vec<i32>,
    prices: Vec<i64>,
    /// What the time up to a stretch costs.
    sums: Vec<i64>,
    way: Vec<f64>,
    step: f64,
    /// By visit, the place of the offer that it would take.
    wishes: Vec<Option<usize>>,
    /// What that comes to, scaled.
    worth: i64,
    best: Vec<i64>,
    /// The bound, scaled.
    bound: i64,
    steps_since: u32,
}

impl Prices {
    /// Nothing costs anything yet. None where time runs out before everything is laid out.
    pub fn of(repair: &Repair, watch: &dyn Watch) -> Option<Self> {
        let (mut time, mut choices) = (Time::of(repair), Choices::default());
        let mut offers: Vec<Vec<Priced>> = Vec::with_capacity(repair.visits.len());
        for visit in &repair.visits {
            if watch.is_over() {
                return None;
            }
            let priced = |(index, offer)| priced((&mut time, &mut choices), repair, visit, index, offer);
            let mut own: Vec<Priced> = visit.offers.iter().enumerate().filter_map(priced).collect();
            own.sort_by_key(|offer| offer.day);
            offers.push(own);
        }
        let treated = offers.iter_mut().flatten().map(|offer| &mut offer.treated);
        let mut stretches: Vec<&mut Stretch> = treated.chain(choices.stretches()).collect();
        let supply = squeeze(&mut stretches, &time.supply());
        let length = supply.len();
        let kin = Kin::all(repair);
        let mut is_linked = vec![false; offers.len()];
        kin.iter().flat_map(Kin::visits).for_each(|visit| is_linked[visit] = true);
        let mut prices = Self {
            unplaced: repair.visits.iter().map(|visit| i64::from(visit.unplaced) * SCALE).collect(),
            single: (0..offers.len()).filter(|visit| !is_linked[*visit]).collect(),
            wishes: vec![None; offers.len()],
            offers,
            choices,
            kin,
            supply,
            prices: vec![0; length],
            sums: vec![0; length + 1],
            way: vec![0.0; length],
            step: 1.0,
            worth: 0,
            best: vec![0; length],
            bound: i64::MIN,
            steps_since: 0,
        };
        prices.weigh();
        Some(prices)
    }

    /// No proposal costs less.
    pub fn bound(&self) -> u64 {
        u64::try_from(self.bound.saturating_add(SCALE - 1).div_euclid(SCALE)).unwrap_or(0)
    }

    /// Moves the prices towards a cost that is known to be possible.
    pub fn step(&mut self, target: u64) {
        let mut asked: Vec<i32> = self.supply.iter().map(|supply| -supply).collect();
        for (own, wish) in self.offers.iter().zip(&self.wishes) {
            let Some(wish) = wish.and_then(|wish| own.get(wish)) else { continue };
            for stretch in wish.needs().flat_map(|choice| self.choices.paid(choice)).chain([wish.treated]) {
                (stretch.from..stretch.to).for_each(|tick| asked[tick as usize] += 1);
            }
        }
        for (way, asked) in self.way.iter_mut().zip(&asked) {
            *way = 0.7 * *way + f64::from(*asked);
        }
        let used = |(way, price): (&f64, &i64)| (*price > 0 || *way > 0.0).then_some(way * way);
        let length: f64 = self.way.iter().zip(&self.prices).filter_map(used).sum();
        // Prices that have gone too far must not go further for it.
        let most = (target as i64 * SCALE - self.bound).saturating_mul(3);
        let gap = (target as i64 * SCALE - self.worth).min(most).max(SCALE) as f64;
        if length > 0.0 {
            let step = self.step * gap / length;
            for (price, way) in self.prices.iter_mut().zip(&self.way) {
                *price = (*price + (step * way) as i64).clamp(0, MOST_PRICE);
            }
        }
        self.weigh();
    }

    /// By visit, its offers by what they cost with their time and with the visits that are linked to it, cheapest
    /// first; no more than so many of each.
    pub fn ranked(&self, most: usize) -> Vec<Vec<Ranked>> {
        let least = self.least();
        let more = self.more(&least);
        let rank = |(own, more): (&Vec<Priced>, &Vec<i64>)| {
            let mut ranked: Vec<(i64, u32)> = self.with_days(own, more).map(|(cost, one)| (cost, one.offer)).collect();
            if ranked.len() > most {
                ranked.select_nth_unstable(most);
                ranked.truncate(most);
            }
            ranked.sort_unstable();
            ranked.into_iter().map(|(more, offer)| Ranked { offer: offer as usize, more }).collect()
        };
        self.offers.iter().zip(&more).map(rank).collect()
    }

    /// Goes back to the best prices known.
    pub fn settle(&mut self) {
        self.prices.clone_from(&self.best);
        self.reckon();
    }

    /// Forgets the offers that no proposal below a cost can use.
    pub fn forget(&mut self, below: u64) {
        self.settle();
        let room = below as i64 * SCALE - self.worth;
        let least = self.least();
        let more = self.more(&least);
        let (sums, choices) = (&self.sums, &self.choices);
        for (own, more) in self.offers.iter_mut().zip(&more) {
            let (mut place, mut last) = (0, own.first().map(|one| one.day));
            own.retain(|offer| {
                if last != Some(offer.day) {
                    (place, last) = (place + 1, Some(offer.day));
                }
                offer.with_time(sums, choices) + more[place] < room
            });
        }
        self.reckon();
    }

    /// The offers of a visit with what they cost more than the best choice of all, taken together.
    fn with_days<'a>(&'a self, own: &'a [Priced], more: &'a [i64]) -> impl Iterator<Item = (i64, &'a Priced)> {
        let days = own.chunk_by(|one, next| one.day == next.day).zip(more);
        days.flat_map(move |(same, more)| {
            same.iter().map(move |one| (one.with_time(&self.sums, &self.choices) + more, one))
        })
    }

    /// By visit and day, what an offer of that day costs more than its price, so that it is what all linked visits
    /// cost above their best choice.
    fn more(&self, least: &[Vec<Least>]) -> Vec<Vec<i64>> {
        let costs = Costs { least, unplaced: &self.unplaced };
        let mut more: Vec<Vec<i64>> = least.iter().map(|days| vec![0; days.len()]).collect();
        let mut chosen = vec![None; least.len()];
        for &visit in &self.single {
            let best = least[visit].iter().map(|least| least.cost).fold(self.unplaced[visit], i64::min);
            more[visit].fill(-best);
        }
        for kin in &self.kin {
            let best = kin.choose(&costs, &mut chosen);
            for (visit, whole) in kin.if_on(&costs) {
                let others = whole.iter().zip(&least[visit]).map(|(whole, least)| whole - least.cost - best);
                more[visit] = others.collect();
            }
        }
        more
    }

    /// By visit the cheapest offer of each day.
    fn least(&self) -> Vec<Vec<Least>> {
        let of_visit = |own: &Vec<Priced>| {
            let mut days: Vec<Least> = Vec::new();
            for (place, offer) in own.iter().enumerate() {
                let cost = offer.with_time(&self.sums, &self.choices);
                match days.last_mut().filter(|last| last.day == offer.day) {
                    Some(last) if last.cost <= cost => {}
                    Some(last) => (last.cost, last.offer) = (cost, place),
                    None => days.push(Least { day: offer.day, cost, offer: place }),
                }
            }
            days
        };
        self.offers.iter().map(of_visit).collect()
    }

    /// What each visit would take at these prices, and what that comes to.
    fn reckon(&mut self) {
        self.add_up();
        self.choices.reckon(&self.sums);
        let least = self.least();
        let costs = Costs { least: &least, unplaced: &self.unplaced };
        let mut worth = 0;
        for kin in &self.kin {
            worth += kin.choose(&costs, &mut self.wishes);
        }
        for &visit in &self.single {
            let (mut cost, mut wish) = (self.unplaced[visit], None);
            for day in least[visit].iter() {
                if day.cost < cost {
                    (cost, wish) = (day.cost, Some(day.offer));
                }
            }
            worth += cost;
            self.wishes[visit] = wish;
        }
        let back = self.prices.iter().zip(&self.supply).map(|(price, &supply)| price * i64::from(supply));
        self.worth = worth - back.sum::<i64>();
    }

    /// Keeps the prices if they are the best so far; makes steps shorter where they have long not been.
    fn weigh(&mut self) {
        self.reckon();
        self.steps_since += 1;
        if self.worth > self.bound {
            self.bound = self.worth;
            self.best.clone_from(&self.prices);
            self.steps_since = 0;
        } else if self.steps_since >= PATIENCE {
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
    /// Its choices.
    fn needs(&self) -> impl Iterator<Item = u32> {
        self.needs.into_iter().filter(|choice| *choice != NOTHING)
    }

    fn with_time(&self, sums: &[i64], choices: &Choices) -> i64 {
        let needs: i64 = self.needs().map(|choice| choices.least(choice)).sum();
        self.cost + self.treated.price(sums) + needs
    }
}

/// An offer with all the time that it pays for; none where somebody or something is not free.
fn priced(
    (time, choices): (&mut Time, &mut Choices),
    repair: &Repair,
    visit: &Visit,
    index: usize,
    offer: &Offer,
) -> Option<Priced> {
    let (from, to) = around(offer.start, visit.treated)?;
    let treated = time.of_one(repair, offer.practitioner, from, to)?;
    let mut needs = [NOTHING; MOST_NEEDS];
    for (place, need) in needs.iter_mut().zip(&visit.needs) {
        *place = choices.of(time, repair, need, around(offer.start, (need.from, need.to))?)?;
    }
    Some(Priced { offer: index as u32, day: offer.day, cost: i64::from(offer.cost) * SCALE, treated, needs })
}
