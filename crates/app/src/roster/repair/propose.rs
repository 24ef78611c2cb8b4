use super::brief::Brief;
use super::choice::{alternatives, is_open};
use super::link::clash;
use super::place::{Place, place, who};
use super::problem::{Problem, instant};
use super::reason::{Hindrance, Reason, hindrance, reasons};
use super::weights::DAY;
use crate::error::AppError;
use crate::roster::effect::Affected;
use crate::world::World;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::id::{ResourceId, VisitId};
use journey::text::Bilingual;
use planner::Watch;
use planner::repair::{Offer, Placed, Repair, Repaired, check, repair};
use std::collections::BTreeMap;
use store::StoreError;

/// The search draws from this number, so that the same question has the same answer.
const SEED: u64 = 20_261_124;

/// What somebody decided for one visit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// This time, with this person.
    At {
        /// From when.
        starts: Timestamp,
        /// Who treats.
        who: ResourceId,
    },
    /// It stays where it is until somebody has called.
    Stay,
}

/// What was decided so far, by visit.
pub type Wishes = BTreeMap<VisitId, Wish>;

/// New times for all affected visits together.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposal {
    /// The visits, by the time that was agreed.
    pub visits: Vec<Proposed>,
    /// How much better another proposal could be.
    pub bound: Bound,
}

/// A visit of a proposal.
#[derive(Clone, PartialEq, Debug)]
pub struct Proposed {
    /// The visit as it is agreed, and who is missing.
    pub affected: Affected,
    /// Where it goes.
    pub placement: Placement,
    /// The next best times that fit beside all the others.
    pub alternatives: Vec<Alternative>,
}

/// Where a visit goes.
#[derive(Clone, PartialEq, Debug)]
pub enum Placement {
    /// To a new time, for these reasons.
    Moved(Place, Vec<Reason>),
    /// Nowhere yet: somebody calls the patient.
    ToCall(Hindrance),
}

/// Another time for a visit.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Alternative {
    /// From when.
    pub starts: Timestamp,
    /// Who treats.
    pub who: ResourceId,
    /// Their name.
    pub name: Bilingual,
}

/// What is known of the proposals that were not made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Bound {
    /// None disrupts less.
    Least,
    /// None is better by more than what so many days of waiting weigh, over all patients.
    Within {
        /// The days, rounded up.
        days: u64,
    },
}

/// Proposes new times. Works on what was read alone, so it belongs outside a transaction; `watch` ends the search, and
/// what is best by then is proposed. What was wished stays as wished as long as it is possible. Every new day has been
/// asked of the forecast again, and the whole was checked by the planner, before it is returned.
pub fn propose(brief: &Brief, world: &World, wishes: &Wishes, watch: &dyn Watch) -> Result<Proposal, AppError> {
    let problem = Problem::of(brief, world);
    let Found { mut chosen, stays, least } = search(brief, world, &problem, wishes, watch);
    let least = if wishes.is_empty() { least } else { repair(&problem.repair, SEED, watch).lower_bound };
    settle(&problem.repair, &mut chosen, least);
    if let Some(wrong) = check(&problem.repair, &chosen).first() {
        return Err(StoreError::Fault(format!("a proposal that the planner made is not sound: {wrong}")).into());
    }
    let told = |visit| told(brief, world, &problem, (&chosen, &stays), wishes, visit);
    Ok(Proposal { visits: (0..brief.cases.len()).filter_map(told).collect(), bound: bound(&chosen) })
}

/// What a search came to.
struct Found {
    chosen: Repaired,
    /// The visits that stay where they are.
    stays: Vec<usize>,
    /// No choice under the same wishes costs less.
    least: u64,
}

/// Searches until what stays where it is leaves room for what moves: a visit that finds no time keeps its room and
/// whoever else it claims.
fn search(brief: &Brief, world: &World, problem: &Problem, wishes: &Wishes, watch: &dyn Watch) -> Found {
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

fn offer_of(repair: &Repair, chosen: &Repaired, visit: usize) -> Option<Offer> {
    let placed = chosen.placed.get(visit)?.as_ref()?;
    repair.visits.get(visit)?.offers.get(placed.offer).copied()
}

/// Counts anew what the proposal costs, beside what the least possible is known to be.
fn settle(repair: &Repair, chosen: &mut Repaired, least: u64) {
    let cost = |visit: usize| {
        let unplaced = repair.visits.get(visit).map_or(0, |asked| asked.unplaced);
        u64::from(offer_of(repair, chosen, visit).map_or(unplaced, |offer| offer.cost))
    };
    chosen.cost = (0..repair.visits.len()).map(cost).sum();
    chosen.lower_bound = least.min(chosen.cost);
}

fn bound(chosen: &Repaired) -> Bound {
    match chosen.cost.saturating_sub(chosen.lower_bound) {
        0 => Bound::Least,
        more => Bound::Within { days: more.div_ceil(u64::from(DAY)) },
    }
}

fn told(
    brief: &Brief,
    world: &World,
    problem: &Problem,
    (chosen, stays): (&Repaired, &[usize]),
    wishes: &Wishes,
    visit: usize,
) -> Option<Proposed> {
    let case = brief.cases.get(visit)?;
    let wish = wishes.get(&case.affected.visit.id);
    let placed = chosen.placed.get(visit)?.as_ref();
    let offer = offer_of(&problem.repair, chosen, visit);
    let frame = problem.framed.get(visit)?;
    let moved = placed.zip(offer).and_then(|(placed, offer)| {
        let place = place(brief, frame, offer, placed)?;
        let reasons = reasons(brief, world, problem, (visit, offer), &place, wish);
        Some(Placement::Moved(place, reasons))
    });
    let placement = moved.unwrap_or_else(|| Placement::ToCall(hindrance(problem, visit, wish)));
    let others: Vec<usize> = stays.iter().copied().filter(|one| *one != visit).collect();
    let beside = Repair { free: problem.free_beside(brief, &others), ..problem.repair.clone() };
    let alternatives = alternatives(brief, &beside, chosen, visit);
    Some(Proposed { affected: case.affected.clone(), placement, alternatives })
}
