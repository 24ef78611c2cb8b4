use super::{BadInput, Outcome};
use crate::config::Config;
use crate::database::{clinic, fault, open};
use crate::world;
use anyhow::Context;
use app::actor::Actor;
use app::staff::{self, NewMember, SecretPair};
use journey::staff::Role;
use journey::text::Bilingual;
use std::io::{BufRead, IsTerminal};
use store::Durability;

/// `suhada user …`
#[derive(clap::Subcommand)]
pub enum User {
    /// Add somebody who can sign in; the password is read from standard input.
    Add(Add),
}

/// `suhada user add`
#[derive(clap::Args)]
#[command(
    after_help = "Example: suhada user add --login tanaka --role nurse --name-ja '田中 恵' --name-en 'Megumi Tanaka'"
)]
pub struct Add {
    #[command(flatten)]
    config: Config,
    /// The name used to sign in.
    #[arg(long)]
    login: String,
    /// What the person may do; may be given several times.
    #[arg(long = "role", required = true, value_parser = role)]
    roles: Vec<Role>,
    /// The name in Japanese, family name first.
    #[arg(long)]
    name_ja: String,
    /// The name in English.
    #[arg(long)]
    name_en: String,
}

fn role(text: &str) -> Result<Role, String> {
    let known: Vec<&str> = Role::ALL.iter().map(|role| role.code()).collect();
    Role::parse(text).ok_or_else(|| format!("one of {}", known.join(", ")))
}

impl User {
    /// Does it.
    pub fn run(self) -> anyhow::Result<Outcome> {
        match self {
            Self::Add(add) => add.run(),
        }
    }
}

impl Add {
    fn run(self) -> anyhow::Result<Outcome> {
        let store = open(&self.config, Durability::Full)?;
        let clinic = clinic(&store)?.context("no clinic has been set up; see `suhada clinic --help`")?;
        let library = crate::protocols::library(self.config.protocols.as_deref())?;
        let app = world::app(store, &clinic, library, "")?;
        let secrets = secrets(&self.login, &read_password()?)?;
        let otpauth = staff::provisioning(&self.login, &secrets.totp_secret).context("the login cannot be used")?;
        let member = NewMember {
            login: self.login.clone(),
            name: Bilingual::new(self.name_ja, self.name_en),
            roles: self.roles,
        };
        app.write(Actor::System, move |work| staff::add(work, &member, &secrets)).wait().map_err(fault)?;
        println!("{} can sign in. Add this address to an authenticator app:\n{otpauth}", self.login);
        Ok(Outcome::Fine)
    }
}

fn read_password() -> anyhow::Result<String> {
    let input = std::io::stdin();
    if input.is_terminal() {
        eprint!("Password, at least 13 characters (it is shown as you type): ");
    }
    let mut line = String::new();
    input.lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// Both factors of a login, from a password and fresh chance.
pub fn secrets(login: &str, password: &str) -> anyhow::Result<SecretPair> {
    staff::check_password(login, password).map_err(|refused| BadInput(refused.to_string()))?;
    let password_hash = staff::hash_password(password, &rand::random()).context("the password cannot be hashed")?;
    Ok(SecretPair { password_hash, totp_secret: staff::totp_secret(&rand::random()) })
}
