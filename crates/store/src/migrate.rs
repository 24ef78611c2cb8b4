use crate::args;
use crate::error::StoreError;
use crate::store::EngineKind;
use crate::tx::Tx;
use jiff::Timestamp;

/// One step of the schema, told to each engine in its own words.
pub struct Migration {
    /// Its number; steps are taken in order and never changed once released.
    pub number: i64,
    /// What it is about.
    pub name: &'static str,
    /// For SQLite.
    pub sqlite: &'static str,
    /// For PostgreSQL.
    pub postgres: &'static str,
}

macro_rules! migrations {
    ($($number:literal $name:literal)*) => {
        /// Every step, in order.
        pub const MIGRATIONS: &[Migration] = &[$(Migration {
            number: $number,
            name: $name,
            sqlite: include_str!(concat!("../migrations/sqlite/", $name, ".sql")),
            postgres: include_str!(concat!("../migrations/postgres/", $name, ".sql")),
        }),*];
    };
}

migrations! {
    1 "0001_spine"
    2 "0002_ruling"
    3 "0003_lasting"
    4 "0004_calendar"
    5 "0005_waitlist"
    6 "0006_feed"
    7 "0007_plan"
}

/// What SQLite is told about the data; the server finds out by itself.
const STATISTICS: &str = include_str!("../migrations/sqlite/statistics.sql");

const LEDGER: &str = "CREATE TABLE IF NOT EXISTS schema_migration (
    number BIGINT PRIMARY KEY, name TEXT NOT NULL, applied_at BIGINT NOT NULL)";

/// Takes the steps that are missing, inside one transaction.
pub(crate) fn run(tx: &mut Tx<'_>, kind: EngineKind, now: Timestamp) -> Result<usize, StoreError> {
    tx.batch(LEDGER)?;
    let reached: i64 = match tx.first("SELECT MAX(number) FROM schema_migration", &[])? {
        Some(row) => row.get::<Option<i64>>(0)?.unwrap_or(0),
        None => 0,
    };
    if reached > MIGRATIONS.len() as i64 {
        return Err(StoreError::Fault(format!(
            "the database is at step {reached}, newer than this program knows; use a newer program"
        )));
    }
    let missing: Vec<&Migration> = MIGRATIONS.iter().filter(|step| step.number > reached).collect();
    for step in &missing {
        tx.batch(match kind {
            EngineKind::Sqlite => step.sqlite,
            EngineKind::Postgres => step.postgres,
        })?;
        tx.execute(
            "INSERT INTO schema_migration (number, name, applied_at) VALUES ($1, $2, $3)",
            args![step.number, step.name, now],
        )?;
    }
    if kind == EngineKind::Sqlite && !missing.is_empty() {
        tx.batch(STATISTICS)?;
    }
    Ok(missing.len())
}
