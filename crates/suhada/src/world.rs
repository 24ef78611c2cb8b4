//! Puts store, clinic, protocols, clock and chance together into the door to every use case.

use crate::clock::SystemClock;
use crate::database::fault;
use crate::entropy::SystemEntropy;
use anyhow::Context;
use app::clinic::{Clinic, ClinicKind};
use app::{App, Clock, World, audit};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use journey::protocol::Library;
use journey::screening::Activation;
use std::sync::Arc;
use store::Store;

/// The physician whose approval puts the weaker rules into effect in the fictional clinic.
const DEMO_PHYSICIAN: &str = "坂本 由紀";

/// A database may be this much ahead of the machine's clock before the clock is believed and not the database: a
/// clock that was set back a little is caught, and one that was years ahead once does not stay so for ever.
const AHEAD_AT_MOST: SignedDuration = SignedDuration::from_hours(24);

/// The use cases over a clinic, at the machine's clock, which does not go behind what the database has seen.
pub fn app(store: Store, clinic: &Clinic, library: Library, public_url: &str) -> anyhow::Result<App> {
    let clock = SystemClock::not_before(floor(&store, clinic)?);
    app_at(store, clinic, library, public_url, Arc::new(clock))
}

fn floor(store: &Store, clinic: &Clinic) -> anyhow::Result<Timestamp> {
    let (id, now) = (clinic.id, SystemClock::default().now());
    let last = store.read(move |tx| audit::last_deed(tx, id)).wait().map_err(fault)?;
    let Some(last) = last.filter(|last| *last > now) else { return Ok(now) };
    if last.duration_since(now) <= AHEAD_AT_MOST {
        tracing::warn!("the machine's clock is behind the last deed in the database; time goes on from there");
        return Ok(last);
    }
    tracing::error!("the database holds deeds of more than a day ahead; check the machine's clock");
    Ok(now)
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
