//! All time that bears a price, laid end to end.

use crate::repair::problem::Repair;
use std::collections::{BTreeSet, HashMap};

/// No more time than this is priced, in ticks over everybody and everything.
const MOST_TIME: usize = 1 << 23;

/// Some of the priced time, half-open.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Stretch {
    pub from: u32,
    pub to: u32,
}

impl Stretch {
    /// What it costs, by the sums of all prices before each place.
    pub fn price(self, sums: &[i64]) -> i64 {
        sums[self.to as usize] - sums[self.from as usize]
    }
}

/// Resources that serve the same needs, and where their time lies.
struct Pool<'a> {
    members: &'a BTreeSet<usize>,
    base: u32,
    ticks: u32,
}

/// The free intervals that offers fall into, and the calendar once for each kind of room or device.
pub(super) struct Time {
    intervals: HashMap<(usize, usize), u32>,
    supply: Vec<i32>,
    /// By the candidates of a need, the pools that hold all of them, the smallest first.
    pools: HashMap<Vec<usize>, Vec<Stretch>>,
}

impl Time {
    pub fn of(repair: &Repair) -> Self {
        let needs = repair.visits.iter().flat_map(|visit| &visit.needs);
        let lists: BTreeSet<&Vec<usize>> = needs.map(|need| &need.candidates).collect();
        let sets: Vec<BTreeSet<usize>> = lists.iter().map(|list| list.iter().copied().collect()).collect();
        let ends = sets.iter().flatten().filter_map(|&one| repair.free.get(one)?.last());
        let ticks = ends.map(|interval| interval.1).max().unwrap_or(0);
        let mut supply = Vec::new();
        let mut pools: Vec<Pool<'_>> = Vec::new();
        for members in &sets {
            if supply.len() + ticks as usize <= MOST_TIME && pools.iter().all(|pool| pool.members != members) {
                pools.push(Pool { members, base: supply.len() as u32, ticks });
                supply.extend(free_at_once(repair, members, ticks));
            }
        }
        pools.sort_by_key(|pool| pool.members.len());
        let of = |(list, set): (&&Vec<usize>, &BTreeSet<usize>)| {
            let holding = pools.iter().filter(|pool| set.is_subset(pool.members));
            let stretches = holding.map(|pool| Stretch { from: pool.base, to: pool.base + pool.ticks });
            ((*list).clone(), stretches.collect())
        };
        let pools = lists.iter().zip(&sets).map(of).collect();
        Self { intervals: HashMap::new(), supply, pools }
    }

    /// How many may use each tick at once.
    pub fn supply(self) -> Vec<i32> {
        self.supply
    }

    /// The ticks of one resource; none where it is not free on all of them, or too much is priced already.
    pub fn of_one(&mut self, repair: &Repair, one: usize, from: u32, to: u32) -> Option<Stretch> {
        let free = repair.free.get(one)?;
        let place = free.partition_point(|interval| interval.0 <= from).checked_sub(1)?;
        let (begin, end) = *free.get(place).filter(|interval| to <= interval.1)?;
        let base = match self.intervals.get(&(one, place)) {
            Some(&base) => base,
            None if self.supply.len() + (end - begin) as usize > MOST_TIME => return None,
            None => {
                let base = self.supply.len() as u32;
                self.supply.resize(self.supply.len() + (end - begin) as usize, 1);
                self.intervals.insert((one, place), base);
                base
            }
        };
        Some(Stretch { from: base + (from - begin), to: base + (to - begin) })
    }

    /// The ticks in every pool that holds all candidates of a need.
    pub fn of_all(&self, candidates: &Vec<usize>, from: u32, to: u32) -> impl Iterator<Item = Stretch> {
        let pools = self.pools.get(candidates).map_or(&[][..], Vec::as_slice);
        let within = move |pool: &Stretch| {
            let stretch = Stretch { from: pool.from + from, to: pool.from + to };
            (stretch.to <= pool.to).then_some(stretch)
        };
        pools.iter().filter_map(within)
    }
}

/// By tick, how many of the resources are free.
fn free_at_once(repair: &Repair, members: &BTreeSet<usize>, ticks: u32) -> Vec<i32> {
    let mut changes = vec![0_i32; ticks as usize + 1];
    for &(from, to) in members.iter().filter_map(|&one| repair.free.get(one)).flatten() {
        changes[from as usize] += 1;
        changes[to as usize] -= 1;
    }
    let mut free = 0;
    changes.truncate(ticks as usize);
    changes
        .iter()
        .map(|change| {
            free += change;
            free
        })
        .collect()
}
