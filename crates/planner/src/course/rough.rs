//! A plan soon, whatever the size of the problem.
//!
//! The series are laid one after the other by their days alone, each where the others are not. Where one finds no way
//! past the others, it goes too close to them, and what that costs rises round by round until they keep apart. A plan
//! is then made better: some series are taken up and laid anew.

mod crowd;
mod line;

use super::alone::Alone;
use super::breath::Breath;
use super::improve::Found;
use super::table::{Lane, NEVER, SCALE, Table};
use crate::watch::Watch;
use crowd::Crowd;
use line::{Route, cheapest, day_costs, with_people};

/// After so many rounds without a plan it is given up; and where something better is tried next.
const ROUNDS: usize = 300;
const FEW_ROUNDS: usize = 4;

/// No day is dearer, scaled.
const DEAREST: i64 = SCALE << 20;

/// No more series are taken up at once.
const MOST_TAKEN: usize = 4;

/// The series as they lie.
pub(super) struct Rough<'a> {
    table: &'a Table,
    breath: Breath<'a>,
    crowd: Crowd,
    routes: Vec<Route>,
    /// What days cost by themselves, by series.
    costs: Vec<Vec<i64>>,
    chance: Chance,
}

impl<'a> Rough<'a> {
    pub fn of(table: &'a Table, watch: &'a dyn Watch) -> Self {
        let costs = table.lanes.iter().map(|lane| day_costs(lane, None)).collect();
        let routes = vec![Route::default(); table.lanes.len()];
        let chance = Chance(0x9E37_79B9_7F4A_7C15);
        Self { table, breath: Breath::of(watch), crowd: Crowd::none(table), routes, costs, chance }
    }

    /// No plan costs less, scaled: what the series cost by themselves, those that were reckoned before time was up.
    pub fn bound(&mut self) -> i64 {
        let Self { table, breath, costs, .. } = self;
        let cost = |(lane, costs): (&Lane, &Vec<i64>)| cheapest(lane, costs, breath).map_or(0, |(cost, _)| cost);
        table.lanes.iter().zip(&*costs).map(cost).sum()
    }

    /// The same with practitioners, as far as there is room for it.
    pub fn close_bound(&self, watch: &dyn Watch) -> i64 {
        let Self { table, costs, .. } = self;
        let cost = |(lane, costs): (&Lane, &Vec<i64>)| {
            let alone = if lane.is_vast() { None } else { Alone::of(lane, (1, 1), watch) };
            let rough = || cheapest(lane, costs, &mut Breath::of(watch)).map_or(0, |(cost, _)| cost);
            alone.map_or_else(rough, |alone| alone.whole())
        };
        table.lanes.iter().zip(costs).map(cost).sum()
    }

    /// Goes on from another plan.
    pub fn take_over(&mut self, plan: &Found) {
        for (lane, starts) in plan.1.iter().enumerate() {
            let series = &self.table.lanes[lane];
            let days = starts.iter().filter_map(|&start| Some(series.choice(start)?.0)).collect();
            let route = Route { days, starts: starts.clone(), cost: series.cost(starts) };
            self.crowd.take(self.table, lane, &self.routes[lane].days);
            self.crowd.put(self.table, lane, &route.days);
            self.routes[lane] = route;
        }
    }

    /// Any plan; none where none is found.
    pub fn plan(&mut self) -> Option<Found> {
        self.within(ROUNDS)
    }

    /// Any plan that is seen at once.
    pub fn quick_plan(&mut self) -> Option<Found> {
        self.within(FEW_ROUNDS)
    }

    fn within(&mut self, rounds: usize) -> Option<Found> {
        let mut order: Vec<usize> = (0..self.table.lanes.len()).collect();
        order.sort_by_key(|&lane| self.room(lane));
        let mut tolls = vec![vec![0; usize::from(self.table.days)]; order.len()];
        let mut dear = 8 * SCALE;
        for _ in 0..rounds {
            for &lane in &order {
                let days = &self.routes[lane].days;
                if !days.is_empty() && self.crowd.is_clear(lane, days) {
                    continue;
                }
                let days = std::mem::take(&mut self.routes[lane].days);
                self.crowd.take(self.table, lane, &days);
                let found = self.past(lane).or_else(|| self.through(lane, dear, &tolls[lane]));
                let days = found?;
                self.crowd.put(self.table, lane, &days);
                self.routes[lane].days = days;
            }
            let mut is_clear = true;
            for (lane, tolls) in tolls.iter_mut().enumerate() {
                let crowd = self.crowd.of(lane);
                for &day in self.routes[lane].days.iter().filter(|day| crowd[usize::from(**day)] > 0) {
                    is_clear = false;
                    let toll = &mut tolls[usize::from(day)];
                    *toll = (*toll + dear).min(DEAREST);
                }
            }
            if is_clear {
                return Some(self.found());
            }
            dear = (dear + dear / 4).min(DEAREST);
        }
        None
    }

    /// How much freedom a series has: by how many days its sessions may move.
    fn room(&self, lane: usize) -> usize {
        let lane = &self.table.lanes[lane];
        let widths = lane.layers.iter().map(|layer| layer.width());
        widths.sum::<usize>() / lane.sessions.max(1)
    }

    /// The cheapest days of a series that keep out of everybody's way.
    fn past(&mut self, lane: usize) -> Option<Vec<u16>> {
        let barred = |(cost, crowd): (&i64, &u32)| if *crowd > 0 { NEVER } else { *cost };
        let costs: Vec<i64> = self.costs[lane].iter().zip(self.crowd.of(lane)).map(barred).collect();
        Some(cheapest(&self.table.lanes[lane], &costs, &mut self.breath)?.1)
    }

    /// The cheapest days of a series where being too close costs so much, and each day a toll.
    fn through(&mut self, lane: usize, dear: i64, tolls: &[i64]) -> Option<Vec<u16>> {
        let costs = self.costs[lane].iter().zip(self.crowd.of(lane)).zip(tolls);
        let toll = |((cost, crowd), toll): ((&i64, &u32), &i64)| (cost + i64::from(*crowd) * (dear + toll)).min(NEVER);
        let costs: Vec<i64> = costs.map(toll).collect();
        Some(cheapest(&self.table.lanes[lane], &costs, &mut self.breath)?.1)
    }

    /// The plan as it lies, with whom it is best.
    fn found(&mut self) -> Found {
        for (route, lane) in self.routes.iter_mut().zip(&self.table.lanes) {
            *route = with_people(lane, std::mem::take(&mut route.days));
        }
        self.as_is()
    }

    fn as_is(&self) -> Found {
        let cost = self.routes.iter().map(|route| route.cost).sum();
        (cost, self.routes.iter().map(|route| route.starts.clone()).collect())
    }

    /// Makes the plan better until so many tries a series give nothing any more or time is up. Told each time.
    pub fn improve(&mut self, tries: usize, tell: &dyn Fn(&Found)) -> Found {
        let lanes = self.table.lanes.len();
        let (mut idle, mut turn) = (0, 0);
        while idle < tries * lanes && !self.breath.is_over(0) {
            turn += 1;
            idle += 1;
            let first = if turn <= lanes { turn - 1 } else { self.chance.below(lanes) };
            if self.again(first, turn > lanes) {
                idle = 0;
                tell(&self.as_is());
            }
        }
        self.as_is()
    }

    /// Lays a series anew, and those that it is let come too close to, or some others. Says whether that is better; if
    /// it is worse nothing is changed.
    fn again(&mut self, first: usize, with_others: bool) -> bool {
        let mut taken: Vec<(usize, Route)> = Vec::new();
        self.take_up(first, &mut taken);
        let lanes = self.table.lanes.len();
        let pushes = with_others && self.chance.below(2) == 0;
        if with_others && !pushes {
            for _ in 0..self.chance.below(MOST_TAKEN.min(lanes)) {
                let other = self.chance.below(lanes);
                self.take_up(other, &mut taken);
            }
        }
        let laid = if pushes { self.push(first, &mut taken) } else { self.lay(first) };
        let mut place = 1;
        let mut fits = laid;
        while fits && place < taken.len() {
            fits = taken.len() <= MOST_TAKEN && self.lay(taken[place].0);
            place += 1;
        }
        let before: i64 = taken.iter().map(|(_, route)| route.cost).sum();
        let after: i64 = taken.iter().map(|(lane, _)| self.routes[*lane].cost).sum();
        if fits && after <= before {
            return after < before;
        }
        for (lane, route) in taken {
            self.crowd.take(self.table, lane, &self.routes[lane].days);
            self.crowd.put(self.table, lane, &route.days);
            self.routes[lane] = route;
        }
        false
    }

    fn take_up(&mut self, lane: usize, taken: &mut Vec<(usize, Route)>) {
        if taken.iter().all(|(known, _)| *known != lane) {
            let route = std::mem::take(&mut self.routes[lane]);
            self.crowd.take(self.table, lane, &route.days);
            taken.push((lane, route));
        }
    }

    /// Lays a series past the others.
    fn lay(&mut self, lane: usize) -> bool {
        let wanted = self.wanted(lane);
        let barred = |(cost, crowd): (i64, &u32)| if *crowd > 0 { NEVER } else { cost };
        let costs = wanted.into_iter().zip(self.crowd.of(lane)).map(barred).collect();
        self.put(lane, costs)
    }

    /// Lays a series at some cost where the others are, and takes those up.
    fn push(&mut self, lane: usize, taken: &mut Vec<(usize, Route)>) -> bool {
        let (wanted, dear) = (self.wanted(lane), SCALE << self.chance.below(8));
        let toll = |(cost, crowd): (i64, &u32)| (cost + i64::from(*crowd) * dear).min(NEVER);
        let costs = wanted.into_iter().zip(self.crowd.of(lane)).map(toll).collect();
        let fits = self.put(lane, costs);
        for other in (0..self.table.lanes.len()).filter(|other| *other != lane) {
            if !self.crowd.is_clear(other, &self.routes[other].days) {
                self.take_up(other, taken);
            }
        }
        fits
    }

    fn put(&mut self, lane: usize, costs: Vec<i64>) -> bool {
        let Some((_, days)) = cheapest(&self.table.lanes[lane], &costs, &mut self.breath) else { return false };
        self.crowd.put(self.table, lane, &days);
        self.routes[lane] = with_people(&self.table.lanes[lane], days);
        true
    }

    /// What days of a series cost, if some practitioner is wanted or none.
    fn wanted(&mut self, lane: usize) -> Vec<i64> {
        let series = &self.table.lanes[lane];
        match self.chance.below(4) {
            0 => self.costs[lane].clone(),
            _ => day_costs(series, Some(self.chance.below(series.people.max(1)) as u16)),
        }
    }
}

/// Numbers that are always the same.
struct Chance(u64);

impl Chance {
    /// One below some number; nought below nought.
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 33) as usize).checked_rem(end).unwrap_or(0)
    }
}
