//! Where a visit goes: its composition at a time, with who and what was chosen for it.

use super::calendar::Calendar;
use super::compose::{Composition, compose};
use super::offer::{GRID, Wanted, horizon, ignoring, next_free, preference};
use crate::availability::{Lane, instant, tick_of};
use crate::error::{AppError, Refusal};
use crate::offering::Service;
use crate::work::Work;
use jiff::Timestamp;
use planner::{Tick, assign};

/// How many free times a refusal names.
const ALTERNATIVES: usize = 6;

/// Where everything of a visit goes: the composition, the midnight its ticks count from, and who was assigned.
pub(super) struct Layout {
    pub composition: Composition,
    pub midnight: Timestamp,
    pub start: Tick,
    pub assigned: Vec<Lane>,
}

impl Layout {
    /// The instant of an offset in ticks.
    pub fn at(&self, offset: u16) -> Timestamp {
        instant(self.midnight, Tick(self.start.0 + offset))
    }

    pub fn ends(&self) -> Timestamp {
        self.at(self.composition.ticks)
    }
}

/// Finds a place for services at a time; nothing when somebody or something is taken.
pub(super) fn lay_out(
    work: &mut Work<'_, '_>,
    wanted: &Wanted,
    services: &[Service],
    starts: Timestamp,
) -> Result<Option<Layout>, AppError> {
    let day = work.world.date_of(starts);
    let midnight = work.world.midnight(day);
    let Some(start) = tick_of(midnight, starts) else { return Err(Refusal::NotOffered.into()) };
    let first = match work.actor {
        crate::actor::Actor::Staff(_) => starts,
        _ if start.0 % GRID != 0 || day > horizon(work) => return Err(Refusal::NotOffered.into()),
        _ => work.world.policy.first_offer(work.now),
    };
    let calendar = Calendar::load(work, day, day, ignoring(wanted))?;
    let composition = compose(services, &calendar.house, day, preference(wanted));
    let free = calendar.free(work.world, day, first);
    let Some(chosen) = assign(&composition.pattern, &free, start) else { return Ok(None) };
    let slots = chosen.into_iter().filter_map(|place| calendar.house.slots.get(place).copied());
    let assigned = slots.map(|slot| calendar.house.lane(slot)).collect();
    Ok(Some(Layout { composition, midnight, start, assigned }))
}

/// The refusal of a time that is taken, with the next free ones.
pub(super) fn taken(work: &mut Work<'_, '_>, wanted: &Wanted, starts: Timestamp) -> Result<AppError, AppError> {
    let next = next_free(work, wanted, starts, ALTERNATIVES)?;
    Ok(Refusal::TimeTaken { next }.into())
}
