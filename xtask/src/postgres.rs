//! A PostgreSQL server of our own, on a private port, gone when it is dropped.

use crate::provide::is_root;
use anyhow::{Context, Result, bail};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A running server with an empty cluster.
pub struct Private {
    folder: PathBuf,
    port: u16,
}

impl Private {
    /// Makes a cluster in a temporary folder and starts it on a free port of the loopback.
    pub fn start() -> Result<Self> {
        println!("── PostgreSQL");
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let folder = std::env::temp_dir().join(format!("suhada-postgres-{port}"));
        std::fs::create_dir_all(&folder)?;
        let server = Self { folder, port };
        if is_root() {
            let owner = format!("chown postgres {}", server.folder.display());
            sh(&owner)?;
        }
        let data = server.data();
        server.tool("initdb", &format!("-D {data} -A trust -U suhada --no-sync >/dev/null"))?;
        let options = format!("-p {port} -k {} -c listen_addresses=127.0.0.1", server.folder.display());
        let log = server.folder.join("log");
        server.tool("pg_ctl", &format!("-D {data} -o '{options}' -l {} -w start >/dev/null", log.display()))?;
        Ok(server)
    }

    /// Where it answers.
    pub fn address(&self) -> String {
        format!("postgres://suhada@127.0.0.1:{}", self.port)
    }

    fn data(&self) -> String {
        self.folder.join("data").display().to_string()
    }

    /// Runs one of the server's tools; the server refuses to run as root, so root hands over to its user.
    fn tool(&self, name: &str, args: &str) -> Result<()> {
        let line = format!("{}/{name} {args}", programs()?.display());
        let line = if is_root() { format!("su postgres -c \"{line}\"") } else { line };
        sh(&line)
    }
}

impl Drop for Private {
    fn drop(&mut self) {
        let stop = format!("-D {} -m immediate stop >/dev/null", self.data());
        // A server that is gone already is as good as one that was stopped.
        let _ = self.tool("pg_ctl", &stop);
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The folder of the newest server that is installed.
fn programs() -> Result<PathBuf> {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .context("PostgreSQL is not installed")?
        .filter_map(|entry| entry.ok().map(|entry| entry.path().join("bin")))
        .filter(|folder: &PathBuf| Path::new(&folder.join("initdb")).exists())
        .collect();
    versions.sort();
    versions.pop().context("PostgreSQL is not installed")
}

fn sh(line: &str) -> Result<()> {
    let status = Command::new("sh").args(["-c", line]).current_dir("/").status()?;
    if status.success() { Ok(()) } else { bail!("this failed: {line}") }
}
