use crate::error::StoreError;
use crate::job::{Effect, Job};
use crate::row::Row;
use crate::tx::{Session, Tx};
use crate::value::Value;
use postgres::types::{ToSql, Type};
use postgres::{Client, NoTls, Statement};
use std::collections::HashMap;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// How often a command is run again before its caller is told that the database is too busy.
const RETRIES: u32 = 40;

/// A connection with the statements it has prepared.
pub(crate) struct Connection {
    client: Client,
    prepared: HashMap<String, Statement>,
}

/// Connects without encryption: to the same host or a private network. A URL that asks for TLS is refused
/// by the driver, in words, rather than quietly downgraded.
pub(crate) fn open(url: &str) -> Result<Connection, StoreError> {
    let client = Client::connect(url, NoTls)?;
    Ok(Connection { client, prepared: HashMap::new() })
}

impl Connection {
    fn prepare(&mut self, sql: &str) -> Result<Statement, StoreError> {
        if let Some(statement) = self.prepared.get(sql) {
            return Ok(statement.clone());
        }
        let statement = self.client.prepare(sql)?;
        self.prepared.insert(sql.to_owned(), statement.clone());
        Ok(statement)
    }
}

impl Session for Connection {
    fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64, StoreError> {
        let statement = self.prepare(sql)?;
        Ok(self.client.execute(&statement, &lent(args))?)
    }

    fn query(&mut self, sql: &str, args: &[Value]) -> Result<Vec<Row>, StoreError> {
        let statement = self.prepare(sql)?;
        self.client.query(&statement, &lent(args))?.iter().map(lift).collect()
    }

    fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.client.batch_execute(sql)?)
    }
}

fn lent(args: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    args.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn lift(row: &postgres::Row) -> Result<Row, StoreError> {
    row.columns()
        .iter()
        .enumerate()
        .map(|(place, column)| match *column.type_() {
            Type::INT8 => Ok(row.try_get::<_, Option<i64>>(place)?.map_or(Value::Null, Value::Int)),
            Type::INT4 => Ok(row.try_get::<_, Option<i32>>(place)?.map_or(Value::Null, |n| Value::Int(n.into()))),
            Type::FLOAT8 => Ok(row.try_get::<_, Option<f64>>(place)?.map_or(Value::Null, Value::Real)),
            Type::TEXT => Ok(row.try_get::<_, Option<String>>(place)?.map_or(Value::Null, Value::Text)),
            Type::UUID => Ok(row.try_get::<_, Option<uuid::Uuid>>(place)?.map_or(Value::Null, Value::Id)),
            ref other => Err(StoreError::Fault(format!("a column of type {other} is not in our schema"))),
        })
        .collect::<Result<_, _>>()
        .map(Row)
}

/// Runs commands serializably, each in its own transaction, and again while the server asks for it.
pub(crate) fn write_loop(connection: &mut Connection, jobs: &Arc<Mutex<Receiver<Box<dyn Job>>>>) {
    work(connection, jobs, "BEGIN ISOLATION LEVEL SERIALIZABLE");
}

/// Runs reading commands, each on its own snapshot.
pub(crate) fn read_loop(connection: &mut Connection, jobs: &Arc<Mutex<Receiver<Box<dyn Job>>>>) {
    work(connection, jobs, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
}

fn work(connection: &mut Connection, jobs: &Arc<Mutex<Receiver<Box<dyn Job>>>>, begin: &str) {
    loop {
        let next = jobs.lock().map(|queue| queue.recv());
        let Ok(Ok(mut job)) = next else { return };
        match run(connection, &mut job, begin) {
            Ok(()) => job.answer(),
            Err(error) => job.fail(error),
        }
    }
}

fn run(connection: &mut Connection, job: &mut Box<dyn Job>, begin: &str) -> Result<(), StoreError> {
    for attempt in 0..RETRIES {
        connection.batch(begin)?;
        match job.run(&mut Tx::new(connection)) {
            Effect::Keep => match connection.batch("COMMIT") {
                Ok(()) => return Ok(()),
                Err(StoreError::Retry) => {}
                Err(error) => return Err(error),
            },
            Effect::Undo => return connection.batch("ROLLBACK"),
            Effect::Again => connection.batch("ROLLBACK")?,
        }
        std::thread::sleep(Duration::from_micros(u64::from(attempt) * 700));
    }
    Err(StoreError::Retry)
}
