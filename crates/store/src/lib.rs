//! Persistence: one set of queries for SQLite and PostgreSQL.
//!
//! A use case is a plain function over a [`Tx`]. [`Store::write`] hands it to the writer: one thread that runs whatever
//! is waiting inside one durable transaction, a savepoint each, and answers after the commit. On PostgreSQL the writers
//! of several nodes take turns at a lock of the database. [`Store::read`] hands it to a read-only connection.
//!
//! Queries are written once, with `$1`, `$2` … for their arguments and in the SQL that both engines speak. Schemas
//! are numbered files side by side under `migrations/`; a test holds their numbers, tables and columns equal.
//!
//! Why not an object-relational mapper: grouping many commands into one commit needs the connection itself, and
//! the mappers that were measured open deferred transactions of their own, which SQLite refuses under load.
//!
//! ```
//! use store::{Store, StoreError};
//! let dir = std::env::temp_dir().join(format!("store-doc-{}", std::process::id()));
//! let store = Store::open(&format!("sqlite:{}", dir.join("clinic.db").display()))?;
//! store.migrate("2026-11-22T00:00:00Z".parse()?)?;
//! let tables = store.read(|tx| tx.query("SELECT number FROM schema_migration", &[])).wait()?;
//! assert!(!tables.is_empty());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod hooks;
mod job;
mod migrate;
mod postgres_engine;
mod row;
mod sqlite_engine;
mod store;
mod tx;
mod value;

pub use error::StoreError;
pub use job::{MaybeRetry, Pending};
pub use migrate::{MIGRATIONS, Migration};
pub use row::{FromValue, Row};
pub use store::{Durability, EngineKind, Store};
pub use tx::Tx;
pub use value::Value;
