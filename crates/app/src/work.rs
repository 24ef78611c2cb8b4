use crate::actor::Actor;
use crate::availability::{Availability, Overlay};
use crate::clock::{Clock, Entropy};
use crate::deadline::Deadline;
use crate::error::AppError;
use crate::ids::{Ids, Token};
use crate::roster::House;
use crate::world::World;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use journey::id::ClinicId;
use std::sync::Arc;
use store::{Pending, Store, Tx};

/// One piece of work inside one transaction: what a use case gets.
pub struct Work<'a, 'tx> {
    /// The open transaction.
    pub tx: &'a mut Tx<'tx>,
    /// The clinic's rules.
    pub world: &'a World,
    /// The present instant.
    pub now: Timestamp,
    /// Fresh ids.
    pub ids: Ids,
    /// Who acts.
    pub actor: Actor,
    /// Which times are free.
    pub(crate) availability: &'a Availability,
    pub(crate) sight: Sight,
    pub(crate) house: Option<Arc<House>>,
}

/// What a piece of work sees of the calendar.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sight {
    /// The picture, and what its own transaction has changed since: it writes, and must not be mistaken.
    Exact,
    /// The picture as it stands: it only looks.
    Shared,
}

impl Work<'_, '_> {
    /// The clinic that leads every key.
    pub const fn clinic(&self) -> ClinicId {
        self.world.clinic
    }

    /// Today, in the clinic's zone.
    pub fn today(&self) -> Date {
        self.world.date_of(self.now)
    }

    /// What this work must see on top of the picture.
    pub(crate) fn overlay(&mut self) -> Result<Overlay, AppError> {
        match self.sight {
            Sight::Exact => self.availability.overlay(self.tx, self.now),
            Sight::Shared => Ok(Overlay::default()),
        }
    }

    /// People, rooms, devices, hours and services, as this work sees them.
    pub(crate) fn house(&mut self) -> Result<Arc<House>, AppError> {
        if let Some(house) = &self.house {
            return Ok(Arc::clone(house));
        }
        let over = self.overlay()?;
        let house = self.availability.house(self.now, &over)?;
        self.house = Some(Arc::clone(&house));
        Ok(house)
    }
}

/// The door to every use case. Cloning is cheap.
#[derive(Clone)]
pub struct App {
    store: Store,
    world: Arc<World>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    availability: Arc<Availability>,
}

impl App {
    /// Use cases over a store, in a clinic's world, at a clock.
    pub fn new(store: Store, world: Arc<World>, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        let availability = Arc::new(Availability::new(store.clone(), Arc::clone(&world)));
        let mine = Arc::downgrade(&availability);
        store.after_commit(move |tx| {
            if let Some(availability) = mine.upgrade() {
                // What could not be read here is read by the next look, and by every command that writes.
                drop(availability.catch_up(tx));
            }
        });
        Self { store, world, clock, entropy, availability }
    }

    /// A new secret, for a form that may be sent twice.
    pub fn token(&self) -> Token {
        Ids::new(self.entropy.seed(), self.clock.now()).token()
    }

    /// Which times are free.
    pub fn availability(&self) -> &Availability {
        &self.availability
    }

    /// Builds the picture of the calendar, if nobody has needed it yet.
    pub fn warm_up(&self) -> Result<(), AppError> {
        self.availability.warm_up(self.clock.now())
    }

    /// Looks at what other nodes changed in the calendar.
    pub fn follow(&self) -> Result<(), AppError> {
        self.availability.follow(self.clock.now())
    }

    /// The clinic's rules.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The end of the time for something that is thought over outside a transaction.
    pub fn deadline(&self, limit: SignedDuration) -> Deadline {
        let until = self.clock.now().checked_add(limit).unwrap_or(Timestamp::MAX);
        Deadline::new(Arc::clone(&self.clock), until)
    }

    /// Runs a use case that may change something. All of it stands, or nothing.
    pub fn write<T, F>(&self, actor: Actor, deed: F) -> Pending<T, AppError>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.store.write(self.prepared(actor, Sight::Exact, deed))
    }

    /// Runs a use case that only looks.
    pub fn read<T, F>(&self, actor: Actor, look: F) -> Pending<T, AppError>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.store.read(self.prepared(actor, Sight::Shared, look))
    }

    fn prepared<T, F>(
        &self,
        actor: Actor,
        sight: Sight,
        mut deed: F,
    ) -> impl FnMut(&mut Tx<'_>) -> Result<T, AppError> + Send + 'static
    where
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        let (world, now) = (Arc::clone(&self.world), self.clock.now());
        let (ids, availability) = (Ids::new(self.entropy.seed(), now), Arc::clone(&self.availability));
        move |tx: &mut Tx<'_>| {
            let (ids, actor, availability) = (ids.clone(), actor.clone(), availability.as_ref());
            let mut work = Work { tx, world: &world, now, ids, actor, availability, sight, house: None };
            deed(&mut work)
        }
    }
}
