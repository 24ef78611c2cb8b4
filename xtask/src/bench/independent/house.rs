//! A real clinic on either engine, set up once and copied for every figure.

use super::plan::{Mix, toml};
use super::{Engine, Place};
use crate::postgres::Private;
use crate::server::Server;
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// How long a server may take until it is ready.
const PATIENCE: Duration = Duration::from_secs(300);
/// The database that the others are copied from.
const FIRST: &str = "suhada_first";

/// A clinic that nobody has booked at yet.
pub struct House {
    binary: PathBuf,
    folder: PathBuf,
    server: Option<Private>,
}

/// A database of its own with that clinic.
pub struct Copy {
    binary: PathBuf,
    /// The folder of the server that uses it.
    pub data: PathBuf,
    /// Where the database lies.
    pub place: Place,
}

impl House {
    /// Sets the clinic up by `suhada clinic`; a PostgreSQL server of its own is started for it.
    pub fn set_up(binary: &Path, engine: Engine, mix: Mix, folder: &Path) -> Result<Self> {
        let folder = folder.join(engine.name());
        let data = folder.join(FIRST);
        std::fs::create_dir_all(&data)?;
        let plan = folder.join("clinic.toml");
        std::fs::write(&plan, toml(mix))?;
        let server = match engine {
            Engine::Sqlite => None,
            Engine::Postgres => Some(Private::start()?),
        };
        let house = Self { binary: binary.to_owned(), folder, server };
        let mut command = Command::new(binary);
        command.args(["clinic", "--data-dir"]).arg(&data).arg(&plan).stdout(Stdio::null()).env_remove("DATABASE_URL");
        if let Some(server) = &house.server {
            order(server, &format!("CREATE DATABASE {FIRST}"))?;
            command.env("DATABASE_URL", format!("{}/{FIRST}", server.address()));
        }
        let status = command.status().context("the clinic cannot be set up")?;
        if status.success() { Ok(house) } else { bail!("the clinic could not be set up: {status}") }
    }

    /// The clinic in a database of its own.
    pub fn copy(&self, name: &str) -> Result<Copy> {
        let data = self.folder.join(name);
        std::fs::create_dir_all(&data)?;
        let place = match &self.server {
            None => {
                for entry in std::fs::read_dir(self.folder.join(FIRST))? {
                    let entry = entry?;
                    std::fs::copy(entry.path(), data.join(entry.file_name()))?;
                }
                Place::File(data.join("suhada.db"))
            }
            Some(server) => {
                order(server, &format!("CREATE DATABASE {name} TEMPLATE {FIRST}"))?;
                Place::Server(format!("{}/{name}", server.address()))
            }
        };
        Ok(Copy { binary: self.binary.clone(), data, place })
    }
}

impl Copy {
    /// Serves the clinic, as a real one.
    pub fn serve(&self) -> Result<Server> {
        let url = match &self.place {
            Place::File(_) => None,
            Place::Server(url) => Some(("DATABASE_URL", url.as_str())),
        };
        Server::start(&self.binary, &[], &self.data, url.as_slice(), PATIENCE)
    }
}

fn order(server: &Private, sql: &str) -> Result<()> {
    let mut client = postgres::Client::connect(&format!("{}/postgres", server.address()), postgres::NoTls)?;
    Ok(client.batch_execute(sql)?)
}
