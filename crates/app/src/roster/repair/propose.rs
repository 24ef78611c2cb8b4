use super::brief::Brief;
use super::choice::alternatives;
use super::place::{Place, place};
use super::problem::Problem;
use super::reason::{Hindrance, Reason, hindrance, reasons};
use super::search::{Found, SEED, offer_of, search, settle};
use super::weights::DAY;
use crate::error::AppError;
use crate::roster::effect::Affected;
use crate::world::World;
use jiff::Timestamp;
use journey::id::{ResourceId, VisitId};
use journey::text::Bilingual;
use planner::Watch;
use planner::repair::{Repair, Repaired, check, repair};
use std::collections::BTreeMap;
use store::StoreError;

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
