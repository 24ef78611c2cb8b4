use super::Outcome;
use crate::clock::SystemClock;
use crate::config::Config;
use anyhow::Context;
use app::Clock;
use store::Store;

/// `suhada migrate`
#[derive(clap::Args)]
#[command(after_help = "Example: suhada migrate --data-dir /var/lib/suhada")]
pub struct Migrate {
    #[command(flatten)]
    config: Config,
}

impl Migrate {
    /// Takes the steps that are missing and says how many.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let url = self.config.shown_url();
        let store = Store::open(&self.config.url()).with_context(|| format!("{url} cannot be opened"))?;
        let steps = store.migrate(SystemClock::default().now())?;
        println!("{url}: {steps} steps taken, {} in all", store::MIGRATIONS.len());
        Ok(Outcome::Fine)
    }
}
