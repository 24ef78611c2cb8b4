//! Where things are: from the command line, else from the environment, else the defaults.

use clap::Args;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Where the clinic's data and protocols are.
#[derive(Args, Clone, Debug)]
pub struct Config {
    /// The folder of the database file and of mail that is written instead of sent.
    #[arg(long, env = "SUHADA_DATA_DIR", default_value = "./suhada-data", value_name = "DIR")]
    pub data_dir: PathBuf,
    /// A PostgreSQL server instead of the file.
    #[arg(long, env = "DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub database_url: Option<String>,
    /// Protocols from a folder instead of those built in.
    #[arg(long, value_name = "DIR")]
    pub protocols: Option<PathBuf>,
}

/// How the clinic is reached.
#[derive(Args, Clone, Debug)]
pub struct Reach {
    /// The address to listen at.
    #[arg(long, env = "SUHADA_LISTEN", default_value = "127.0.0.1:8080", value_name = "ADDR")]
    pub listen: SocketAddr,
    /// Where patients reach the site; the listening address unless given.
    #[arg(long, env = "SUHADA_PUBLIC_URL", value_name = "URL")]
    pub public_url: Option<String>,
}

impl Config {
    /// The file of the embedded engine.
    pub fn file(&self) -> PathBuf {
        self.data_dir.join("suhada.db")
    }

    /// The address of the database.
    pub fn url(&self) -> String {
        match &self.database_url {
            Some(url) => url.clone(),
            None => format!("sqlite:{}", self.file().display()),
        }
    }

    /// The address of the database as it may be shown: without a password.
    pub fn shown_url(&self) -> String {
        hide_password(&self.url())
    }
}

impl Reach {
    /// Where patients reach the site, without a slash at the end.
    pub fn public(&self) -> String {
        match &self.public_url {
            Some(url) => url.trim_end_matches('/').to_owned(),
            None => format!("http://{}", self.listen),
        }
    }
}

fn hide_password(url: &str) -> String {
    let Some((scheme, rest)) = url.split_once("://") else { return url.to_owned() };
    match rest.rsplit_once('@') {
        Some((user, host)) => format!("{scheme}://{}@{host}", user.split(':').next().unwrap_or_default()),
        None => url.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        assert_eq!(hide_password("postgres://suhada:secret@db/clinic"), "postgres://suhada@db/clinic");
        assert_eq!(hide_password("postgres://suhada:se@cret@db/clinic"), "postgres://suhada@db/clinic");
        assert_eq!(hide_password("postgres://db/clinic"), "postgres://db/clinic");
        assert_eq!(hide_password("sqlite:./suhada-data/suhada.db"), "sqlite:./suhada-data/suhada.db");
    }
}
