//! One connection that writes rows and commits, without any of our code in between.

use super::Place;
use anyhow::Result;
use postgres::types::ToSql;
use rusqlite::types::Value;
use std::collections::HashMap;
use uuid::Uuid;

/// A value of a column.
#[derive(Clone, Debug)]
pub enum Cell {
    /// A key.
    Id(Uuid),
    /// A number, or an instant in microseconds.
    Int(i64),
    /// Words.
    Text(String),
}

/// A connection as durable as the server's own.
pub enum Bare {
    /// To a file: write-ahead log, synchronous in full.
    File(rusqlite::Connection),
    /// To a server, with statements prepared once.
    Server(Box<postgres::Client>, HashMap<&'static str, postgres::Statement>),
}

impl Bare {
    /// Connects.
    pub fn to(place: &Place) -> Result<Self> {
        match place {
            Place::File(file) => {
                let connection = rusqlite::Connection::open(file)?;
                connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")?;
                connection.set_prepared_statement_cache_capacity(64);
                Ok(Self::File(connection))
            }
            Place::Server(url) => {
                let mut client = postgres::Client::connect(url, postgres::NoTls)?;
                client.batch_execute("SET synchronous_commit = on")?;
                Ok(Self::Server(Box::new(client), HashMap::new()))
            }
        }
    }

    /// How durable a commit is, as the engine says itself.
    pub fn durability(&mut self) -> Result<String> {
        match self {
            Self::File(connection) => {
                let level: i64 = connection.query_row("PRAGMA synchronous", (), |row| row.get(0))?;
                let journal: String = connection.query_row("PRAGMA journal_mode", (), |row| row.get(0))?;
                Ok(format!("synchronous={level} journal_mode={journal}"))
            }
            Self::Server(client, _) => {
                let mut shown = Vec::new();
                for name in ["synchronous_commit", "fsync", "wal_sync_method", "server_version"] {
                    let value: String = client.query_one(&format!("SHOW {name}"), &[])?.try_get(0)?;
                    shown.push(format!("{name}={value}"));
                }
                Ok(shown.join(" "))
            }
        }
    }

    /// The key of the clinic.
    pub fn clinic(&mut self) -> Result<Uuid> {
        const SQL: &str = "SELECT id FROM clinic";
        match self {
            Self::File(connection) => {
                let bytes: Vec<u8> = connection.query_row(SQL, (), |row| row.get(0))?;
                Ok(Uuid::from_slice(&bytes)?)
            }
            Self::Server(client, _) => Ok(client.query_one(SQL, &[])?.try_get(0)?),
        }
    }

    /// Begins, commits or gives an order without values.
    pub fn order(&mut self, sql: &str) -> Result<()> {
        match self {
            Self::File(connection) => Ok(connection.execute_batch(sql)?),
            Self::Server(client, _) => Ok(client.batch_execute(sql)?),
        }
    }

    /// Runs one statement, whose places are written `$1`, `$2` and so on.
    pub fn run(&mut self, sql: &'static str, cells: &[Cell]) -> Result<()> {
        match self {
            Self::File(connection) => {
                let mut statement = connection.prepare_cached(&sql.replace('$', "?"))?;
                statement.execute(rusqlite::params_from_iter(cells.iter().map(stored)))?;
            }
            Self::Server(client, prepared) => {
                let statement = match prepared.get(sql) {
                    Some(statement) => statement.clone(),
                    None => client.prepare(sql)?,
                };
                prepared.entry(sql).or_insert_with(|| statement.clone());
                let values: Vec<&(dyn ToSql + Sync)> = cells.iter().map(sent).collect();
                client.execute(&statement, &values)?;
            }
        }
        Ok(())
    }
}

/// A value as the file keeps it: keys are sixteen bytes.
fn stored(cell: &Cell) -> Value {
    match cell {
        Cell::Id(id) => Value::Blob(id.as_bytes().to_vec()),
        Cell::Int(number) => Value::Integer(*number),
        Cell::Text(text) => Value::Text(text.clone()),
    }
}

fn sent(cell: &Cell) -> &(dyn ToSql + Sync) {
    match cell {
        Cell::Id(id) => id,
        Cell::Int(number) => number,
        Cell::Text(text) => text,
    }
}
