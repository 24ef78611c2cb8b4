use crate::error::StoreError;
use crate::hooks::Hooks;
use crate::job::{Effect, Job};
use crate::row::Row;
use crate::tx::{Session, Tx};
use crate::value::Value;
use postgres::types::{ToSql, Type};
use postgres::{Client, NoTls, Statement};
use std::collections::HashMap;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};

/// How often a command is tried before its caller is told that the database is too busy.
const TRIES: u32 = 20;
/// A lock of ours; the number only has to be the same everywhere.
const TAKE_TURN: &str = "SELECT pg_advisory_lock(724200)";
const GIVE_TURN: &str = "SELECT pg_advisory_unlock(724200)";

/// Our own writers never meet; whoever writes to the database past us may, and is told apart by this.
const BEGIN_WRITE: &str = "BEGIN ISOLATION LEVEL SERIALIZABLE";
/// More commands than this do not share one commit.
const GROUP: usize = 128;

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

/// Runs commands until nobody can send any: all that are waiting share one durable commit, a savepoint each. Nodes
/// take turns by a lock that is taken before the snapshot, so that no writer of ours ever meets another.
pub(crate) fn write_loop(connection: &mut Connection, jobs: &Receiver<Box<dyn Job>>, hooks: &Hooks) {
    while let Ok(first) = jobs.recv() {
        let mut group = vec![first];
        group.extend(jobs.try_iter().take(GROUP - 1));
        match in_turn(connection, |connection| together(connection, &mut group)) {
            Ok(()) => {
                hooks.run(&mut Tx::new(connection));
                group.into_iter().for_each(Job::answer);
            }
            Err(_) => group.into_iter().for_each(|job| alone(connection, job, hooks)),
        }
    }
}

/// Runs reading commands, each on its own snapshot.
pub(crate) fn read_loop(connection: &mut Connection, jobs: &Arc<Mutex<Receiver<Box<dyn Job>>>>) {
    loop {
        let next = jobs.lock().map(|queue| queue.recv());
        let Ok(Ok(mut job)) = next else { return };
        match once(connection, &mut job, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY") {
            Ok(()) => job.answer(),
            Err(error) => job.fail(error),
        }
    }
}

fn in_turn(
    connection: &mut Connection,
    work: impl FnOnce(&mut Connection) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    connection.batch(TAKE_TURN)?;
    let outcome = work(connection);
    connection.batch(GIVE_TURN)?;
    outcome
}

/// Runs a group in one transaction. Nothing of it stands when the commit fails or one of them wants to run again.
fn together(connection: &mut Connection, group: &mut [Box<dyn Job>]) -> Result<(), StoreError> {
    connection.batch(BEGIN_WRITE)?;
    let mut outcome = Ok(());
    for job in group {
        outcome = in_savepoint(connection, job);
        if outcome.is_err() {
            break;
        }
    }
    match outcome.and_then(|()| connection.batch("COMMIT")) {
        Ok(()) => Ok(()),
        Err(error) => {
            connection.batch("ROLLBACK")?;
            Err(error)
        }
    }
}

fn in_savepoint(connection: &mut Connection, job: &mut Box<dyn Job>) -> Result<(), StoreError> {
    connection.batch("SAVEPOINT command")?;
    match job.run(&mut Tx::new(connection)) {
        Effect::Keep => connection.batch("RELEASE SAVEPOINT command"),
        Effect::Undo => connection.batch("ROLLBACK TO SAVEPOINT command; RELEASE SAVEPOINT command"),
        Effect::Again => Err(StoreError::Retry),
    }
}

/// Runs one command by itself, and again where a foreign writer was in the way.
fn alone(connection: &mut Connection, mut job: Box<dyn Job>, hooks: &Hooks) {
    for _ in 0..TRIES {
        match in_turn(connection, |connection| once(connection, &mut job, BEGIN_WRITE)) {
            Ok(()) => {
                hooks.run(&mut Tx::new(connection));
                return job.answer();
            }
            Err(StoreError::Retry) => {}
            Err(error) => return job.fail(error),
        }
    }
    job.fail(StoreError::Retry);
}

fn once(connection: &mut Connection, job: &mut Box<dyn Job>, begin: &str) -> Result<(), StoreError> {
    connection.batch(begin)?;
    match job.run(&mut Tx::new(connection)) {
        Effect::Keep => connection.batch("COMMIT"),
        Effect::Undo => connection.batch("ROLLBACK"),
        Effect::Again => {
            connection.batch("ROLLBACK")?;
            Err(StoreError::Retry)
        }
    }
}

/// Reads on one snapshot over a connection opened for it.
pub(crate) fn aside<T, E: From<StoreError>>(url: &str, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E> {
    let mut connection = open(url)?;
    connection.batch("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")?;
    work(&mut Tx::new(&mut connection))
}
