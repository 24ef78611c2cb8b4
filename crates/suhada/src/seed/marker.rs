use super::Again;
use crate::config::Config;
use anyhow::Context;
use std::path::PathBuf;
use store::Store;

/// Says that a demo was begun and has not come to its end: a file beside the database file, or a table on a server.
pub(super) enum Marker {
    /// Beside a file.
    Beside { marker: PathBuf, database: PathBuf },
    /// On a server.
    Within,
}

impl Marker {
    pub fn of(config: &Config) -> Self {
        match config.database_url {
            Some(_) => Self::Within,
            None => Self::Beside { marker: config.data_dir.join("seeding"), database: config.file() },
        }
    }

    /// Removes a database file that was left half made, or any where asked to.
    pub fn clear_file(&self, again: Again) -> anyhow::Result<()> {
        let Self::Beside { marker, database } = self else { return Ok(()) };
        if again != Again::Always && !marker.exists() {
            return Ok(());
        }
        for suffix in ["", "-wal", "-shm"] {
            let mut path = database.clone().into_os_string();
            path.push(suffix);
            let path = PathBuf::from(path);
            if path.exists() {
                std::fs::remove_file(&path).with_context(|| format!("{} cannot be removed", path.display()))?;
            }
        }
        Ok(())
    }

    pub fn is_unfinished(&self, store: &Store) -> anyhow::Result<bool> {
        if let Self::Beside { marker, .. } = self {
            return Ok(marker.exists());
        }
        let sql = "SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'demo_seeding'";
        let row = store.read(move |tx| tx.first(sql, &[])).wait()?.context("a count")?;
        Ok(row.get::<i64>(0)? > 0)
    }

    pub fn set(&self, store: &Store) -> anyhow::Result<()> {
        match self {
            Self::Beside { marker, .. } => Ok(std::fs::write(marker, "")?),
            Self::Within => run(store, "CREATE TABLE IF NOT EXISTS demo_seeding (begun BIGINT)"),
        }
    }

    pub fn unset(&self, store: &Store) -> anyhow::Result<()> {
        match self {
            Self::Beside { marker, .. } => Ok(std::fs::remove_file(marker)?),
            Self::Within => run(store, "DROP TABLE demo_seeding"),
        }
    }
}

fn run(store: &Store, sql: &'static str) -> anyhow::Result<()> {
    store.write::<_, store::StoreError, _>(move |tx| tx.execute(sql, &[])).wait()?;
    Ok(())
}
