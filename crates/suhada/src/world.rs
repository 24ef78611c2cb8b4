//! Puts store, clinic, protocols, clock and chance together into the door to every use case.

use crate::clock::SystemClock;
use crate::entropy::SystemEntropy;
use anyhow::Context;
use app::clinic::{Clinic, ClinicKind};
use app::{App, Clock, World};
use jiff::tz::TimeZone;
use journey::protocol::Library;
use journey::screening::Activation;
use std::sync::Arc;
use store::Store;

/// The physician whose approval puts the weaker rules into effect in the fictional clinic.
const DEMO_PHYSICIAN: &str = "坂本 由紀";

/// The use cases over a clinic, at the machine's clock.
pub fn app(store: Store, clinic: &Clinic, library: Library, public_url: &str) -> anyhow::Result<App> {
    app_at(store, clinic, library, public_url, Arc::new(SystemClock))
}

/// The use cases over a clinic, at any clock.
pub fn app_at(
    store: Store,
    clinic: &Clinic,
    library: Library,
    public_url: &str,
    clock: Arc<dyn Clock>,
) -> anyhow::Result<App> {
    let demo = clinic.kind == ClinicKind::Demo;
    let world = World {
        clinic: clinic.id,
        zone: TimeZone::get(&clinic.zone).with_context(|| format!("{} is not a time zone", clinic.zone))?,
        policy: clinic.policy,
        library,
        activation: if demo { Activation::all_by(DEMO_PHYSICIAN) } else { Activation::none() },
        letters: web::letters(),
        public_url: public_url.to_owned(),
        demo,
    };
    Ok(App::new(store, Arc::new(world), clock, Arc::new(SystemEntropy)))
}
