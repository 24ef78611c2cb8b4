//! What the measurements know of the database by themselves: nothing here is shared with the store.

pub mod asked;
pub mod bare;
pub mod chance;
pub mod findings;
pub mod house;
pub mod plan;

use anyhow::Result;
use rusqlite::{Connection, OpenFlags};
use std::path::PathBuf;
use std::time::Duration;

/// Which engine keeps the database.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// A file.
    Sqlite,
    /// A server.
    Postgres,
}

impl Engine {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Sqlite, Self::Postgres];

    /// Its name in figures.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite",
            Self::Postgres => "postgres",
        }
    }
}

/// Where a database lies.
#[derive(Clone, Debug)]
pub enum Place {
    /// A file.
    File(PathBuf),
    /// The address of a database on a server.
    Server(String),
}

/// A connection that only looks, beside the server's own.
pub enum Look {
    /// Into a file.
    File(Connection),
    /// Into a server.
    Server(Box<postgres::Client>),
}

impl Look {
    /// Opens a database that may be in use.
    pub fn into(place: &Place) -> Result<Self> {
        match place {
            Place::File(file) => {
                let connection = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
                connection.busy_timeout(Duration::from_secs(10))?;
                Ok(Self::File(connection))
            }
            Place::Server(url) => {
                let mut client = postgres::Client::connect(url, postgres::NoTls)?;
                client.batch_execute("SET default_transaction_read_only = on")?;
                Ok(Self::Server(Box::new(client)))
            }
        }
    }

    /// The one number that a query gives.
    pub fn number(&mut self, sql: &str) -> Result<i64> {
        match self {
            Self::File(connection) => Ok(connection.query_row(sql, (), |row| row.get(0))?),
            Self::Server(client) => Ok(client.query_one(sql, &[])?.try_get(0)?),
        }
    }
}
