use super::Outcome;
use crate::config::Config;
use crate::database::{clinic, open};
use crate::seed::{self, Again};
use crate::{logins, protocols, world};
use anyhow::Context;
use store::Durability;

/// `suhada demo`
#[derive(clap::Args)]
#[command(after_help = "Example: suhada demo --data-dir ./demo-data")]
pub struct Demo {
    #[command(flatten)]
    config: Config,
    /// Throw away what is in the database file and begin anew.
    #[arg(long)]
    again: bool,
    /// Only show how to sign in.
    #[arg(long)]
    logins: bool,
}

impl Demo {
    /// Makes the fictional clinic up to today, unless it is there.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let library = protocols::library(self.config.protocols.as_deref())?;
        if !self.logins {
            let again = if self.again { Again::Always } else { Again::IfUnfinished };
            seed::ensure(&self.config, &library, again)?;
        }
        let store = open(&self.config, Durability::Full)?;
        let clinic = clinic(&store)?.context("there is no demo yet; run `suhada demo`")?;
        logins::show(&world::app(store, &clinic, library, "")?)?;
        if !self.logins {
            println!("\nPatients to look at:");
            seed::cases().for_each(|(name, what)| println!("  {name}  {what}"));
        }
        Ok(Outcome::Fine)
    }
}
