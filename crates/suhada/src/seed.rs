//! Makes the fictional clinic's past three months and next weeks.
//!
//! Nothing is written past the use cases: people book, come, are examined and treated, answer their check-ins and pay
//! as they would at the pages, with a clock that is moved from event to event. The same day gives the same story;
//! only secrets and keys differ.

mod agenda;
mod answers;
mod asking;
mod bookings;
mod cases;
mod cast;
pub mod chance;
mod clock;
mod healing;
mod history;
mod leaving;
mod manner;
mod marker;
mod names;
mod people;
mod settings;
mod stage;
mod steps;
#[cfg(test)]
mod story;
mod visit;

pub use cases::cases;

use crate::clock::SystemClock;
use crate::config::Config;
use crate::{database, demo};
use anyhow::{Context, bail};
use app::clinic::{Credentials, set_up};
use app::staff::{SecretPair, hash_password, totp_secret};
use app::{Clock, Ids};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use journey::protocol::Library;
use marker::Marker;
use store::{Durability, Store};

/// When to begin anew.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Again {
    /// When the last attempt did not come to its end.
    IfUnfinished,
    /// In any case.
    Always,
}

/// Makes the demo where there is no clinic yet. A file that was left half made is thrown away; a server that was
/// left so is refused, for only its owner may empty it.
pub fn ensure(config: &Config, library: &Library, again: Again) -> anyhow::Result<()> {
    let marker = Marker::of(config);
    marker.clear_file(again)?;
    let store = database::open(config, Durability::Process)?;
    if database::clinic(&store)?.is_some() {
        if marker.is_unfinished(&store)? || again == Again::Always {
            bail!("{} holds another or an unfinished clinic; empty it or name another database", config.shown_url());
        }
        return Ok(());
    }
    marker.set(&store)?;
    make(store.clone(), library, SystemClock::default().now())?;
    marker.unset(&store)
}

/// Makes the clinic with everything that happened until an instant.
fn make(store: Store, library: &Library, now: Timestamp) -> anyhow::Result<()> {
    let plan = demo::clinic(now.to_zoned(TimeZone::get("Asia/Tokyo")?).date())?;
    let credentials = credentials(plan.staff.iter().map(|person| person.login.as_str()))?;
    let (ids, known) = (Ids::new(rand::random(), now), library.clone());
    let setting_up = store.write(move |tx| set_up(tx, ids.clone(), now, &plan, &known, &credentials));
    setting_up.wait().map_err(database::fault)?;
    let clinic = database::clinic(&store)?.context("the clinic that was just set up")?;
    history::play(store, &clinic, library, now)
}

/// One password for everybody, hashed once, and a second factor for each.
fn credentials<'a>(logins: impl Iterator<Item = &'a str>) -> anyhow::Result<Credentials> {
    let password_hash = hash_password(demo::PASSWORD, &rand::random()).context("the password cannot be hashed")?;
    let pair = || SecretPair { password_hash: password_hash.clone(), totp_secret: totp_secret(&rand::random()) };
    Ok(Credentials { by_login: logins.map(|login| (login.to_owned(), pair())).collect() })
}
