use crate::error::StoreError;
use crate::hooks::Hooks;
use crate::job::{Job, MaybeRetry, Pending, command};
use crate::tx::Tx;
use crate::{migrate, postgres_engine, sqlite_engine};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread;

/// Connections that read beside the writer.
const READERS: usize = 3;

/// Which engine stands behind a store.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EngineKind {
    /// The embedded file.
    Sqlite,
    /// A PostgreSQL server.
    Postgres,
}

/// What a commit on SQLite survives.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Durability {
    /// Loss of power. The way a clinic runs.
    Full,
    /// The end of the process, not loss of power. For making a demo from nothing.
    Process,
}

/// A database: send it commands, and it answers when their effect is durable. Cloning is cheap.
#[derive(Clone)]
pub struct Store {
    address: Arc<Address>,
    writes: Sender<Box<dyn Job>>,
    reads: Sender<Box<dyn Job>>,
    hooks: Hooks,
}

enum Address {
    Sqlite(PathBuf),
    Postgres(String),
}

impl Store {
    /// Opens `sqlite:PATH` (made if absent, with its folder) or `postgres://…`.
    /// Refused when the address is neither, or nothing answers there.
    pub fn open(url: &str) -> Result<Self, StoreError> {
        Self::open_with(url, Durability::Full)
    }

    /// Opens with the given durability; PostgreSQL keeps its own.
    pub fn open_with(url: &str, durability: Durability) -> Result<Self, StoreError> {
        match url.strip_prefix("sqlite:") {
            Some(path) => open_sqlite(Path::new(path), durability),
            None if url.starts_with("postgres://") || url.starts_with("postgresql://") => open_postgres(url),
            None => {
                Err(StoreError::Fault("a database address begins with sqlite:, postgres:// or postgresql://".into()))
            }
        }
    }

    /// Which engine this is.
    pub fn kind(&self) -> EngineKind {
        match *self.address {
            Address::Sqlite(_) => EngineKind::Sqlite,
            Address::Postgres(_) => EngineKind::Postgres,
        }
    }

    /// Brings the schema to its newest number; gives how many steps were taken.
    pub fn migrate(&self, now: Timestamp) -> Result<usize, StoreError> {
        let kind = self.kind();
        self.write(move |tx| migrate::run(tx, kind, now)).wait()
    }

    /// Runs a command that may write. Its changes stand, all or none, once the answer is there.
    /// The command may be run more than once; only its last run counts.
    pub fn write<T, E, F>(&self, work: F) -> Pending<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + MaybeRetry + Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        send(&self.writes, work)
    }

    /// Runs a command that only reads, on one snapshot.
    pub fn read<T, E, F>(&self, work: F) -> Pending<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + MaybeRetry + Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    {
        send(&self.reads, work)
    }

    /// Reads on one snapshot over a connection of its own, on this thread: for long work that must not keep the
    /// shared readers from others, and for work that a reader itself waits for.
    pub fn aside<T, E>(&self, work: impl FnOnce(&mut Tx<'_>) -> Result<T, E>) -> Result<T, E>
    where
        E: From<StoreError>,
    {
        match &*self.address {
            Address::Sqlite(path) => sqlite_engine::aside(path, work),
            Address::Postgres(url) => postgres_engine::aside(url, work),
        }
    }

    /// Has something looked at after each commit of this writer, before those who wait are answered. What it sees
    /// is durable; what it does must be quick, and cannot fail the commit.
    pub fn after_commit(&self, hook: impl FnMut(&mut Tx<'_>) + Send + 'static) {
        self.hooks.add(Box::new(hook));
    }
}

fn send<T, E, F>(queue: &Sender<Box<dyn Job>>, work: F) -> Pending<T, E>
where
    T: Send + 'static,
    E: From<StoreError> + MaybeRetry + Send + 'static,
    F: FnMut(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
{
    let (job, pending) = command(work);
    if let Err(refused) = queue.send(job) {
        refused.0.fail(StoreError::Fault("the store has been closed".into()));
    }
    pending
}

fn open_sqlite(path: &Path, durability: Durability) -> Result<Store, StoreError> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(StoreError::fault)?;
    }
    let synchronous = match durability {
        Durability::Full => "FULL",
        Durability::Process => "NORMAL",
    };
    let writer = sqlite_engine::open_writer(path, synchronous)?;
    let ((writes, jobs), hooks) = (channel(), Hooks::default());
    let mine = hooks.clone();
    spawn("sqlite-writer", move || sqlite_engine::write_loop(&writer, &jobs, &mine))?;
    let (reads, queue) = channel();
    let queue = Arc::new(Mutex::new(queue));
    for _ in 0..READERS {
        let (path, queue): (PathBuf, _) = (path.to_owned(), Arc::clone(&queue));
        let reader = sqlite_engine::open_reader(&path)?;
        spawn("sqlite-reader", move || sqlite_engine::read_loop(&reader, &queue))?;
    }
    Ok(Store { address: Arc::new(Address::Sqlite(path.to_owned())), writes, reads, hooks })
}

fn open_postgres(url: &str) -> Result<Store, StoreError> {
    let ((writes, jobs), hooks) = (channel(), Hooks::default());
    let (mine, mut writer) = (hooks.clone(), postgres_engine::open(url)?);
    spawn("postgres-writer", move || postgres_engine::write_loop(&mut writer, &jobs, &mine))?;
    let (reads, queue) = channel();
    let queue = Arc::new(Mutex::new(queue));
    for _ in 0..READERS {
        let mut connection = postgres_engine::open(url)?;
        let queue = Arc::clone(&queue);
        spawn("postgres-reader", move || postgres_engine::read_loop(&mut connection, &queue))?;
    }
    Ok(Store { address: Arc::new(Address::Postgres(url.to_owned())), writes, reads, hooks })
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> Result<(), StoreError> {
    thread::Builder::new().name(name.into()).spawn(work).map(drop).map_err(StoreError::fault)
}
