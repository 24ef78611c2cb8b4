//! Everything that is free over some days, taken along to be planned with outside the transaction.

use super::calendar::{Calendar, Ignoring};
use super::compose::{Composition, Preference, compose};
use super::offer::GRID;
use crate::availability::instant;
use crate::error::AppError;
use crate::offering::Service;
use crate::roster::{House, ResourceKind};
use crate::work::Work;
use crate::world::World;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::id::{StaffId, VisitId};
use planner::{DayBits, Tick, on_grid, starts};
use std::slice;

/// What is free over some days, as it was when it was asked for. It accepts nothing: whoever wants a time asks the
/// database for it.
pub(crate) struct Openings {
    calendar: Calendar,
    first: Timestamp,
}

/// A time at which a service could be given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Opening {
    /// When it would begin.
    pub starts: Timestamp,
    /// When it would end.
    pub ends: Timestamp,
    /// The beginning, in ticks of its day.
    pub from: Tick,
    /// The end.
    pub to: Tick,
}

impl Openings {
    /// Looks from a day to another, as if some visits were not there.
    pub fn load(work: &mut Work<'_, '_>, from: Date, to: Date, moving: &[VisitId]) -> Result<Self, AppError> {
        let first = work.world.policy.first_offer(work.now);
        Ok(Self { calendar: Calendar::load(work, from, to, Ignoring::Visits(moving))?, first })
    }

    /// What is free on a day.
    pub fn on(&self, world: &World, day: Date) -> FreeDay<'_> {
        let free = self.calendar.free(world, day, self.first);
        FreeDay { house: &self.calendar.house, free, day, midnight: world.midnight(day) }
    }
}

/// One day, and what is free on it.
pub(crate) struct FreeDay<'a> {
    house: &'a House,
    free: Vec<DayBits>,
    day: Date,
    midnight: Timestamp,
}

/// What a service needs of somebody, or of whoever is free. It is laid out anew only where a competence begins or ends.
pub(crate) struct Fitting<'a> {
    service: &'a Service,
    person: Option<StaffId>,
    turns: Vec<Date>,
    known: Option<(usize, Option<Composition>)>,
}

impl<'a> Fitting<'a> {
    /// Of a service with somebody.
    pub fn new(openings: &Openings, service: &'a Service, person: Option<StaffId>) -> Self {
        let held = openings.calendar.house.resources.iter().flat_map(|one| &one.competences);
        let ends = |until: Date| until.tomorrow().unwrap_or(Date::MAX);
        let mut turns: Vec<Date> =
            held.flat_map(|one| std::iter::once(one.tenure.from).chain(one.tenure.until.map(ends))).collect();
        turns.sort_unstable();
        turns.dedup();
        Self { service, person, turns, known: None }
    }

    /// The times of a day at which it could be given. None where the person holds none of the competences that it
    /// needs on that day.
    pub fn on(&mut self, free: &FreeDay<'_>) -> Vec<Opening> {
        let turn = self.turns.partition_point(|day| *day <= free.day);
        if self.known.as_ref().is_none_or(|(known, _)| *known != turn) {
            self.known = Some((turn, self.laid_out(free)));
        }
        let Some((_, Some(composition))) = &self.known else { return Vec::new() };
        let made = |from: Tick| {
            let to = Tick(from.0 + composition.ticks);
            Opening { starts: instant(free.midnight, from), ends: instant(free.midnight, to), from, to }
        };
        on_grid(starts(&composition.pattern, &free.free), GRID).iter().map(made).collect()
    }

    fn laid_out(&self, free: &FreeDay<'_>) -> Option<Composition> {
        if self.person.is_some_and(|person| !serves(free.house, self.service, person, free.day)) {
            return None;
        }
        let wish = self.person.map_or(Preference::Anybody, Preference::Person);
        Some(compose(slice::from_ref(self.service), free.house, free.day, wish))
    }
}

/// Whether somebody holds a competence that a step of a service asks for on a day.
fn serves(house: &House, service: &Service, person: StaffId, day: Date) -> bool {
    let needs = || service.segments.iter().filter_map(|step| step.practitioner.as_deref());
    house
        .resources
        .iter()
        .filter(|one| one.kind == ResourceKind::Practitioner && one.staff == Some(person))
        .any(|one| needs().any(|need| one.serves(need, day)))
}

/// The people who could give a service on a day, in the order in which they are shown.
pub(crate) fn able(house: &House, service: &Service, day: Date) -> Vec<StaffId> {
    let people = house.resources.iter().filter_map(|one| one.staff);
    people.filter(|person| serves(house, service, *person, day)).collect()
}
