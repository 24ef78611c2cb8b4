use crate::clock::SystemClock;
use crate::{demo, protocols, world};
use anyhow::Context;
use app::clinic::{self, Clinic, Credentials, set_up};
use app::staff::SecretPair;
use app::{App, AppError, Clock, Ids};
use journey::id::ClinicId;
use std::path::PathBuf;
use store::{Durability, Store};

/// The fictional clinic on its first day, in a database of its own, as durable as a real one.
pub(super) struct Empty {
    pub app: App,
    pub store: Store,
    pub id: ClinicId,
    folder: Option<PathBuf>,
}

impl Empty {
    /// Sets it up. A PostgreSQL database that already holds a clinic gets another beside it.
    pub fn make(database_url: Option<&str>) -> anyhow::Result<Self> {
        let folder = database_url.is_none().then(|| {
            let unique: u64 = rand::random();
            std::env::temp_dir().join(format!("suhada-bench-{unique:016x}"))
        });
        let url = match (&folder, database_url) {
            (Some(folder), _) => format!("sqlite:{}", folder.join("bench.db").display()),
            (None, url) => url.unwrap_or_default().to_owned(),
        };
        let store = Store::open_with(&url, Durability::Full)?;
        let now = SystemClock::default().now();
        store.migrate(now)?;
        let library = protocols::library(None)?;
        let plan = demo::clinic(now.to_zoned(jiff::tz::TimeZone::UTC).date())?;
        let nobody = SecretPair { password_hash: "-".into(), totp_secret: "-".into() };
        let by_login = plan.staff.iter().map(|person| (person.login.clone(), nobody.clone())).collect();
        let (credentials, shelf) = (Credentials { by_login }, library.clone());
        let id = store
            .write::<_, AppError, _>(move |tx| {
                set_up(tx, Ids::new(rand::random(), now), now, &plan, &shelf, &credentials)
            })
            .wait()
            .map_err(crate::database::fault)?;
        let found = store.read::<_, AppError, _>(clinic::find).wait().map_err(crate::database::fault)?;
        let made = Clinic { id, ..found.context("a clinic was set up")? };
        let app = world::app(store.clone(), &made, library, "")?;
        Ok(Self { app, store, id, folder })
    }
}

impl Drop for Empty {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            // It lies in a folder for temporary things.
            drop(std::fs::remove_dir_all(folder));
        }
    }
}
