use crate::actor::Actor;
use crate::clock::{Clock, Entropy};
use crate::error::AppError;
use crate::ids::Ids;
use crate::world::World;
use jiff::Timestamp;
use jiff::civil::Date;
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
}

/// The door to every use case. Cloning is cheap.
#[derive(Clone)]
pub struct App {
    store: Store,
    world: Arc<World>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
}

impl App {
    /// Use cases over a store, in a clinic's world, at a clock.
    pub fn new(store: Store, world: Arc<World>, clock: Arc<dyn Clock>, entropy: Arc<dyn Entropy>) -> Self {
        Self { store, world, clock, entropy }
    }

    /// The clinic's rules.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Runs a use case that may change something. All of it stands, or nothing.
    pub fn write<T, F>(&self, actor: Actor, deed: F) -> Pending<T, AppError>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.store.write(self.prepared(actor, deed))
    }

    /// Runs a use case that only looks.
    pub fn read<T, F>(&self, actor: Actor, look: F) -> Pending<T, AppError>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.store.read(self.prepared(actor, look))
    }

    fn prepared<T, F>(
        &self,
        actor: Actor,
        mut deed: F,
    ) -> impl FnMut(&mut Tx<'_>) -> Result<T, AppError> + Send + 'static
    where
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        let (world, now) = (Arc::clone(&self.world), self.clock.now());
        let ids = Ids::new(self.entropy.seed(), now);
        move |tx: &mut Tx<'_>| {
            let mut work = Work { tx, world: &world, now, ids: ids.clone(), actor: actor.clone() };
            deed(&mut work)
        }
    }
}
