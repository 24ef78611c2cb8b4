//! Repairs small enough to try everything: what is proposed is sound, and the bound never lies above the best.

use planner::Unlimited;
use planner::repair::{Link, Need, Offer, Placed, Repair, Repaired, Visit, check, repair};

struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end
    }
}

/// Of a day the first twenty ticks are open, so that the second one reaches over a word of 64.
const DAY: u32 = 50;
const OPEN: u64 = 20;

/// Two practitioners, two rooms, one device, three days; with or without a pause between two free intervals, and any
/// links: chains, circles, and such as contradict each other.
fn drawn(seed: u64) -> Repair {
    let mut chance = Chance(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    for _ in 0..8 {
        chance.below(2);
    }
    let free = (0..5).map(|_| {
        let day = |day: u32, chance: &mut Chance| {
            let (from, middle) = (1 + chance.below(4) as u32, 9 + chance.below(3) as u32);
            let pause = chance.below(2) as u32;
            [(day * DAY + from, day * DAY + middle), (day * DAY + middle + pause, day * DAY + 19)]
        };
        (0..3).flat_map(|one| day(one, &mut chance)).collect::<Vec<(u32, u32)>>()
    });
    let mut repair = Repair { free: free.collect(), visits: Vec::new(), links: Vec::new() };
    for _ in 0..2 + chance.below(3) {
        let length = 3 + chance.below(4) as i32;
        let mut needs = vec![Need { candidates: vec![2, 3], from: -1, to: length + 1 }];
        if chance.below(2) == 0 {
            needs.push(Need { candidates: vec![4], from: 0, to: length });
        }
        let mut visit = Visit { offers: Vec::new(), treated: (0, length), needs, unplaced: 20 };
        for _ in 0..6 {
            let start = chance.below(3) as u32 * DAY + chance.below(OPEN) as u32;
            let practitioner = chance.below(2) as usize;
            if repair.is_free(practitioner, start, start + length as u32) {
                let cost = chance.below(15) as u32;
                visit.offers.push(Offer { start, day: (start / DAY) as u16, practitioner, cost });
            }
        }
        repair.visits.push(visit);
    }
    let count = repair.visits.len();
    for (a, b) in (0..count).flat_map(|a| (0..count).map(move |b| (a, b))).filter(|(a, b)| a != b) {
        if chance.below(4) == 0 {
            let min_days = chance.below(4) as i32 - 1;
            repair.links.push(Link { a, b, min_days, max_days: min_days + chance.below(3) as i32 });
        }
    }
    repair
}

/// The least cost over all offers, rooms and devices.
fn least(repair: &Repair) -> u64 {
    let mut least = u64::MAX;
    extend(repair, &mut Vec::new(), &mut least);
    least
}

fn extend(repair: &Repair, placed: &mut Vec<Option<Placed>>, least: &mut u64) {
    let Some(visit) = repair.visits.get(placed.len()) else {
        let cost = repair.visits.iter().zip(&*placed).map(|(visit, placed)| match placed {
            None => u64::from(visit.unplaced),
            Some(placed) => u64::from(visit.offers[placed.offer].cost),
        });
        let whole = Repaired { placed: placed.clone(), cost: cost.sum(), lower_bound: 0 };
        if whole.cost < *least && check(repair, &whole).is_empty() {
            *least = whole.cost;
        }
        return;
    };
    placed.push(None);
    extend(repair, placed, least);
    placed.pop();
    for offer in 0..visit.offers.len() {
        for room in [2, 3] {
            let resources = if visit.needs.len() == 2 { vec![room, 4] } else { vec![room] };
            placed.push(Some(Placed { offer, resources }));
            extend(repair, placed, least);
            placed.pop();
        }
    }
}

#[test]
fn small_repairs_are_sound_and_as_good_as_by_trying_everything() {
    let (mut proven, mut crowded) = (0, 0);
    for seed in 0..400 {
        let problem = drawn(seed);
        let proposal = repair(&problem, 7, &Unlimited);
        let best = least(&problem);
        assert_eq!(check(&problem, &proposal), Vec::<String>::new(), "seed {seed}");
        assert!(proposal.lower_bound <= best, "seed {seed}: the bound {} is above {best}", proposal.lower_bound);
        assert_eq!(proposal.cost, best, "seed {seed}");
        proven += usize::from(proposal.lower_bound == best);
        let alone = problem.visits.iter().map(|visit| {
            let cheapest = visit.offers.iter().map(|offer| offer.cost).min();
            u64::from(cheapest.unwrap_or(visit.unplaced).min(visit.unplaced))
        });
        crowded += usize::from(alone.sum::<u64>() < best);
    }
    assert!(proven > 0 && crowded > 200, "{proven} proven, {crowded} in each other's way");
}

#[test]
fn the_same_seed_gives_the_same_proposal() {
    let problem = drawn(3);
    assert_eq!(repair(&problem, 11, &Unlimited), repair(&problem, 11, &Unlimited));
}

#[test]
fn two_on_one_room_or_a_broken_link_do_not_pass_the_check() {
    let free = vec![vec![(0, 40)], vec![(0, 40)], vec![(0, 40)]];
    let need = Need { candidates: vec![2], from: 0, to: 5 };
    let visit = |practitioner: usize| Visit {
        offers: vec![
            Offer { start: 0, day: 0, practitioner, cost: 1 },
            Offer { start: 20, day: 1, practitioner, cost: 2 },
        ],
        treated: (0, 5),
        needs: vec![need.clone()],
        unplaced: 50,
    };
    let placed = |offer| Some(Placed { offer, resources: vec![2] });
    let mut problem = Repair { free, visits: vec![visit(0), visit(1)], links: Vec::new() };
    let both = Repaired { placed: vec![placed(0), placed(0)], cost: 2, lower_bound: 0 };
    assert!(!check(&problem, &both).is_empty(), "one room for two");
    let apart = Repaired { placed: vec![placed(0), placed(1)], cost: 3, lower_bound: 0 };
    assert!(check(&problem, &apart).is_empty());
    problem.links.push(Link { a: 0, b: 1, min_days: 2, max_days: 5 });
    assert!(!check(&problem, &apart).is_empty(), "one day is less than two");
    problem.links[0].min_days = 1;
    assert!(check(&problem, &apart).is_empty());
}
