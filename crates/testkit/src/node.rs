use crate::clinic::{TestClinic, shipped_library, world};
use crate::clock::SeededEntropy;
use crate::database::Database;
use app::{App, Clock, Entropy};
use journey::screening::Activation;
use std::sync::Arc;

/// Which engine a test clinic keeps its database in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// A file of the embedded engine.
    Sqlite,
    /// The server that `SUHADA_TEST_POSTGRES` names.
    Postgres,
}

impl TestClinic {
    /// A clinic of another plan than the usual one, whose clock begins at an instant (`2026-11-23T18:00:00Z`).
    pub fn planned(engine: Engine, plan: &str, start: &str) -> Self {
        let database = match engine {
            Engine::Sqlite => Database::sqlite(),
            Engine::Postgres => Database::postgres(),
        };
        let plan = toml::from_str(plan).expect("the plan is sound");
        Self::of_plan(database, Activation::all_by("坂本"), plan, start.parse().expect("an instant"))
    }

    /// Another node of the clinic: a store and a picture of the calendar of its own over the same database, at the
    /// same clock. Each needs chance of its own, from a number that no other node was given.
    pub fn node(&self, number: u64) -> App {
        let (store, first) = (self.database.open(self.clock.now()), self.app.world());
        let world = world(first.clinic, first.zone.clone(), shipped_library(), Activation::all_by("坂本"));
        let chance: Arc<dyn Entropy> = Arc::new(SeededEntropy::from(number << 32));
        App::new(store, Arc::new(world), self.clock.clone(), chance)
    }
}
