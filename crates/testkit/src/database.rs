use jiff::Timestamp;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use store::{Durability, Store};

static SERIAL: AtomicU32 = AtomicU32::new(0);

/// A database of its own, gone when it is dropped.
pub(crate) enum Database {
    /// A file in a folder of its own.
    File(PathBuf),
    /// A database on a server, by its name.
    Server { server: String, name: String },
}

fn unique() -> String {
    format!("app_{}_{}", std::process::id(), SERIAL.fetch_add(1, Ordering::Relaxed))
}

impl Database {
    pub fn sqlite() -> Self {
        Self::File(std::env::temp_dir().join(format!("suhada-{}", unique())))
    }

    pub fn postgres() -> Self {
        let server = std::env::var("SUHADA_TEST_POSTGRES")
            .expect("SUHADA_TEST_POSTGRES names a PostgreSQL server, such as postgres://suhada@127.0.0.1:5432");
        let name = unique();
        run(&server, &format!("CREATE DATABASE {name}")).expect("the server makes a database");
        Self::Server { server, name }
    }

    pub fn open(&self, now: Timestamp) -> Store {
        let url = match self {
            Self::File(folder) => format!("sqlite:{}", folder.join("suhada.db").display()),
            Self::Server { server, name } => format!("{server}/{name}"),
        };
        let store = Store::open_with(&url, Durability::Process).expect("the database opens");
        store.migrate(now).expect("the schema applies");
        store
    }
}

fn run(server: &str, sql: &str) -> Result<(), postgres::Error> {
    postgres::Client::connect(&format!("{server}/postgres"), postgres::NoTls)?.batch_execute(sql)
}

impl Drop for Database {
    fn drop(&mut self) {
        // What is left behind lies in a folder for temporary things, or on a server for tests.
        match self {
            Self::File(folder) => drop(std::fs::remove_dir_all(folder)),
            Self::Server { server, name } => {
                drop(run(server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")));
            }
        }
    }
}
