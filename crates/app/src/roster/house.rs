use super::hours::Hours;
use super::resource::{Resource, load_resources};
use crate::availability::Lane;
use crate::error::AppError;
use crate::offering::{Dated, load_services};
use crate::work::Work;
use journey::id::ClinicId;
use std::collections::BTreeMap;
use std::sync::Arc;
use store::Tx;
use uuid::Uuid;

/// One lane of a resource: what can be claimed once at a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot {
    /// Which resource, by its place in the house.
    pub resource: usize,
    /// Which lane of it.
    pub lane: i64,
}

/// What a clinic is made of as far as times go: its people, rooms and devices, their hours, and its services. It is
/// kept in memory and read again when any of it changes.
#[derive(Clone, Debug, Default)]
pub struct House {
    /// Every active resource, in the order in which they are shown.
    pub resources: Vec<Resource>,
    /// Every lane of every resource.
    pub slots: Vec<Slot>,
    /// When the house and its people are there.
    pub hours: Hours,
    pub(crate) services: Vec<Dated>,
    places: BTreeMap<(Uuid, i64), usize>,
}

impl House {
    /// Reads it all.
    pub(crate) fn load(tx: &mut Tx<'_>, clinic: ClinicId) -> Result<Self, AppError> {
        let resources = load_resources(tx, clinic)?;
        let lanes = |(resource, one): (usize, &Resource)| {
            (0..i64::from(one.lanes)).map(move |lane| Slot { resource, lane }).collect::<Vec<_>>()
        };
        let slots: Vec<Slot> = resources.iter().enumerate().flat_map(lanes).collect();
        let key = |slot: &Slot| (resources[slot.resource].id.uuid(), slot.lane);
        let places = slots.iter().enumerate().map(|(place, slot)| (key(slot), place)).collect();
        Ok(Self { hours: Hours::load(tx, clinic)?, services: load_services(tx, clinic)?, resources, slots, places })
    }

    /// The same house with other hours.
    pub(super) fn with_hours(&self, hours: Hours) -> Self {
        Self { hours, ..self.clone() }
    }

    /// The place of a lane among the slots; none for a patient, or what is no longer active.
    pub(crate) fn place(&self, subject: Uuid, lane: i64) -> Option<usize> {
        self.places.get(&(subject, lane)).copied()
    }

    /// The lane that a slot stands for.
    pub(crate) fn lane(&self, slot: Slot) -> Lane {
        let subject = self.resources.get(slot.resource).map_or(Uuid::nil(), |one| one.id.uuid());
        Lane { subject, number: slot.lane }
    }

    /// The resource behind a slot.
    pub fn behind(&self, place: usize) -> Option<&Resource> {
        self.resources.get(self.slots.get(place)?.resource)
    }
}

/// The house as this work sees it, what it changed itself included.
pub fn house(work: &mut Work<'_, '_>) -> Result<Arc<House>, AppError> {
    work.house()
}
