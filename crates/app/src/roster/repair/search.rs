use super::brief::Brief;
use super::choice::is_open;
use super::link::clash;
use super::place::who;
use super::problem::{Problem, instant};
use super::propose::{Wish, Wishes};
use crate::world::World;
use jiff::civil::Date;
use planner::Watch;
use planner::repair::{Offer, Placed, Repair, Repaired, repair};

/// The search draws from this number, so that the same question has the same answer.
pub(super) const SEED: u64 = 20_261_124;

/// What a search came to.
pub(super) struct Found {
    pub chosen: Repaired,
    /// The visits that stay where they are.
    pub stays: Vec<usize>,
    /// No choice under the same wishes costs less.
    pub least: u64,
}

/// Searches until what stays where it is leaves room for what moves: a visit that finds no time keeps its room and
/// whoever else it claims.
pub(super) fn search(brief: &Brief, world: &World, problem: &Problem, wishes: &Wishes, watch: &dyn Watch) -> Found {
    let wishes_to_stay = |visit: &usize| {
        let case = brief.cases.get(*visit);
        case.is_some_and(|case| wishes.get(&case.affected.visit.id) == Some(&Wish::Stay))
    };
    let mut stays: Vec<usize> = (0..brief.cases.len()).filter(wishes_to_stay).collect();
    let mut asked = pinned(brief, &problem.repair, wishes);
    let mut least = None;
    loop {
        asked.free = problem.free_beside(brief, &stays);
        let mut chosen = repair(&asked, SEED, watch);
        let least = *least.get_or_insert(chosen.lower_bound);
        unpin(&problem.repair, &asked, &mut chosen);
        demand_forecast(brief, world, &problem.repair, &mut chosen);
        let lost = |visit: &usize| chosen.placed.get(*visit) == Some(&None) && !stays.contains(visit);
        let lost: Vec<usize> = (0..brief.cases.len()).filter(lost).collect();
        if lost.is_empty() {
            return Found { chosen, stays, least };
        }
        stays.extend(lost);
        asked.free = problem.free_beside(brief, &stays);
        keep_what_fits(&problem.repair, &mut asked, &chosen);
    }
}

/// Leaves those who have a time that is still free with it, and those who stay without any.
fn keep_what_fits(whole: &Repair, asked: &mut Repair, chosen: &Repaired) {
    for visit in 0..asked.visits.len() {
        let offer = offer_of(whole, chosen, visit);
        let fits = asked.visits.get(visit).zip(offer).is_some_and(|(known, offer)| is_open(asked, known, &offer));
        if let Some(known) = asked.visits.get_mut(visit) {
            match offer {
                None => known.offers.clear(),
                Some(offer) if fits => known.offers.retain(|one| *one == offer),
                Some(_) => {}
            }
        }
    }
}

/// The same problem with nothing but what was wished, where it is possible.
fn pinned(brief: &Brief, repair: &Repair, wishes: &Wishes) -> Repair {
    let mut pinned = repair.clone();
    for (visit, case) in pinned.visits.iter_mut().zip(&brief.cases) {
        match wishes.get(&case.affected.visit.id) {
            None => {}
            Some(Wish::Stay) => visit.offers.clear(),
            Some(Wish::At { starts, who: wanted }) => {
                let is_it =
                    |offer: &Offer| instant(brief, offer.start) == Some(*starts) && who(brief, *offer) == Some(*wanted);
                if visit.offers.iter().any(is_it) {
                    visit.offers.retain(is_it);
                }
            }
        }
    }
    pinned
}

/// Names the offers as the whole problem counts them.
fn unpin(whole: &Repair, pinned: &Repair, chosen: &mut Repaired) {
    for ((placed, narrow), wide) in chosen.placed.iter_mut().zip(&pinned.visits).zip(&whole.visits) {
        *placed = placed.take().and_then(|placed| {
            let offer = narrow.offers.get(placed.offer)?;
            let place = wide.offers.iter().position(|one| one == offer)?;
            Some(Placed { offer: place, ..placed })
        });
    }
}

/// Takes a time away that the forecast would not allow beside the others. The links have seen to it before; this is
/// the second look.
fn demand_forecast(brief: &Brief, world: &World, repair: &Repair, chosen: &mut Repaired) {
    for visit in 0..brief.cases.len() {
        let refused = day_of(brief, repair, chosen, visit).is_some_and(|day| {
            let own = brief.cases.get(visit);
            let alone = own.is_some_and(|case| case.asked.iter().any(|asked| asked.forbids(world, day)));
            alone || (0..visit).any(|other| is_too_near(brief, world, repair, chosen, (visit, day), other))
        });
        if refused && let Some(placed) = chosen.placed.get_mut(visit) {
            *placed = None;
        }
    }
}

fn is_too_near(
    brief: &Brief,
    world: &World,
    repair: &Repair,
    chosen: &Repaired,
    (visit, day): (usize, Date),
    other: usize,
) -> bool {
    let (Some(one), Some(two)) = (brief.cases.get(visit), brief.cases.get(other)) else { return false };
    one.affected.patient.id == two.affected.patient.id
        && day_of(brief, repair, chosen, other).is_some_and(|then| clash(world, (one, day), (two, then)))
}

fn day_of(brief: &Brief, repair: &Repair, chosen: &Repaired, visit: usize) -> Option<Date> {
    let offer = offer_of(repair, chosen, visit)?;
    brief.days.get(usize::from(offer.day)).map(|day| day.date)
}

pub(super) fn offer_of(repair: &Repair, chosen: &Repaired, visit: usize) -> Option<Offer> {
    let placed = chosen.placed.get(visit)?.as_ref()?;
    repair.visits.get(visit)?.offers.get(placed.offer).copied()
}

/// Counts anew what the proposal costs, beside what the least possible is known to be.
pub(super) fn settle(repair: &Repair, chosen: &mut Repaired, least: u64) {
    let cost = |visit: usize| {
        let unplaced = repair.visits.get(visit).map_or(0, |asked| asked.unplaced);
        u64::from(offer_of(repair, chosen, visit).map_or(unplaced, |offer| offer.cost))
    };
    chosen.cost = (0..repair.visits.len()).map(cost).sum();
    chosen.lower_bound = least.min(chosen.cost);
}
