//! Opening the database.

use crate::clock::SystemClock;
use crate::config::Config;
use anyhow::Context;
use app::clinic::{self, Clinic};
use app::{AppError, Clock};
use store::{Durability, Store};

/// Opens the database of a configuration and brings its schema to the newest step.
pub fn open(config: &Config, durability: Durability) -> anyhow::Result<Store> {
    let store = Store::open_with(&config.url(), durability)
        .with_context(|| format!("the database {} cannot be opened", config.shown_url()))?;
    store.migrate(SystemClock::default().now()).context("the schema cannot be brought up to date")?;
    Ok(store)
}

/// The clinic of a database, if one was set up.
pub fn clinic(store: &Store) -> anyhow::Result<Option<Clinic>> {
    store.read::<_, AppError, _>(clinic::find).wait().map_err(fault)
}

/// The words of an error for whoever runs the program.
pub fn fault(error: AppError) -> anyhow::Error {
    match error {
        AppError::Refused(refusal) => anyhow::anyhow!("refused: {} ({refusal:?})", refusal.code()),
        AppError::Forbidden => anyhow::anyhow!("forbidden"),
        AppError::Store(error) => error.into(),
    }
}
