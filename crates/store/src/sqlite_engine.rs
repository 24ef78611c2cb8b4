use crate::error::StoreError;
use crate::hooks::Hooks;
use crate::job::{Effect, Job};
use crate::row::Row;
use crate::tx::{Session, Tx};
use crate::value::Value;
use rusqlite::types::ValueRef;
use rusqlite::{Connection, OpenFlags, params_from_iter};
use std::path::Path;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use uuid::Uuid;

/// More commands than this do not share one commit, so that the first need not wait for a long queue.
const GROUP: usize = 128;
/// How often a command is run that asks to be run again. Nobody else writes meanwhile, so once more is enough.
const TRIES: u32 = 2;

/// Opens the file for the one writer.
pub(crate) fn open_writer(path: &Path, synchronous: &str) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.execute_batch(&format!(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY; PRAGMA cache_size = -64000; PRAGMA wal_autocheckpoint = 8000;"
    ))?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

/// Opens the file for a reader, which cannot write.
pub(crate) fn open_reader(path: &Path) -> Result<Connection, StoreError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.execute_batch("PRAGMA query_only = ON; PRAGMA cache_size = -16000;")?;
    connection.set_prepared_statement_cache_capacity(256);
    Ok(connection)
}

struct SqliteSession<'a>(&'a Connection);

impl Session for SqliteSession<'_> {
    fn execute(&mut self, sql: &str, args: &[Value]) -> Result<u64, StoreError> {
        let mut statement = self.0.prepare_cached(&numbered(sql))?;
        Ok(statement.execute(params_from_iter(args))? as u64)
    }

    fn query(&mut self, sql: &str, args: &[Value]) -> Result<Vec<Row>, StoreError> {
        let mut statement = self.0.prepare_cached(&numbered(sql))?;
        let columns = statement.column_count();
        let mut rows = statement.query(params_from_iter(args))?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            let values = (0..columns).map(|place| lift(row.get_ref(place)?));
            found.push(Row(values.collect::<Result<_, StoreError>>()?));
        }
        Ok(found)
    }

    fn batch(&mut self, sql: &str) -> Result<(), StoreError> {
        Ok(self.0.execute_batch(sql)?)
    }
}

/// Our queries say `$1`; SQLite would take that for a name, and `?1` for a number.
fn numbered(sql: &str) -> String {
    sql.replace('$', "?")
}

fn lift(value: ValueRef<'_>) -> Result<Value, StoreError> {
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(n) => Value::Int(n),
        ValueRef::Real(x) => Value::Real(x),
        ValueRef::Text(text) => Value::Text(String::from_utf8(text.to_vec()).map_err(StoreError::fault)?),
        ValueRef::Blob(bytes) => Value::Id(Uuid::from_slice(bytes).map_err(StoreError::fault)?),
    })
}

/// Runs commands until nobody can send any: all that are waiting share one durable commit, a savepoint each.
pub(crate) fn write_loop(connection: &Connection, jobs: &Receiver<Box<dyn Job>>, hooks: &Hooks) {
    while let Ok(first) = jobs.recv() {
        let mut group = vec![first];
        if let Err(error) = begin(connection) {
            fail(group, &error);
            continue;
        }
        run_one(connection, &mut group[0]);
        while group.len() < GROUP {
            let Ok(mut next) = jobs.try_recv() else { break };
            run_one(connection, &mut next);
            group.push(next);
        }
        match connection.execute_batch("COMMIT") {
            Ok(()) => {
                hooks.run(&mut Tx::new(&mut SqliteSession(connection)));
                group.into_iter().for_each(Job::answer);
            }
            Err(error) => {
                let _ = connection.execute_batch("ROLLBACK");
                fail(group, &error.into());
            }
        }
    }
}

fn begin(connection: &Connection) -> Result<(), StoreError> {
    Ok(connection.execute_batch("BEGIN IMMEDIATE")?)
}

fn run_one(connection: &Connection, job: &mut Box<dyn Job>) {
    let mut session = SqliteSession(connection);
    for _ in 0..TRIES {
        let opened = session.control("SAVEPOINT command");
        let effect = job.run(&mut Tx::new(&mut session));
        if opened.is_ok() && effect != Effect::Keep {
            let _ = session.control("ROLLBACK TO SAVEPOINT command");
        }
        let _ = session.control("RELEASE SAVEPOINT command");
        if effect != Effect::Again {
            return;
        }
    }
}

impl SqliteSession<'_> {
    /// Runs a statement of ours that begins or ends something, prepared once.
    fn control(&self, sql: &str) -> Result<(), StoreError> {
        self.0.prepare_cached(sql)?.execute([])?;
        Ok(())
    }
}

fn fail(group: Vec<Box<dyn Job>>, error: &StoreError) {
    for job in group {
        job.fail(error.clone());
    }
}

/// Runs reading commands, each on its own snapshot.
pub(crate) fn read_loop(connection: &Connection, jobs: &Arc<Mutex<Receiver<Box<dyn Job>>>>) {
    loop {
        let next = jobs.lock().map(|queue| queue.recv());
        let Ok(Ok(mut job)) = next else { return };
        if let Err(error) = connection.execute_batch("BEGIN") {
            job.fail(error.into());
            continue;
        }
        job.run(&mut Tx::new(&mut SqliteSession(connection)));
        let _ = connection.execute_batch("COMMIT");
        job.answer();
    }
}

/// Reads on one snapshot over a connection opened for it.
pub(crate) fn aside<T, E: From<StoreError>>(
    path: &Path,
    work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let connection = open_reader(path)?;
    connection.execute_batch("BEGIN").map_err(StoreError::from)?;
    work(&mut Tx::new(&mut SqliteSession(&connection)))
}
