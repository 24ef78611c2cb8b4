//! What the rules cost: a night's recall, one long history, and verdicts; all on one core.
//!
//! Every patient and every answer is drawn from a seed, so that two runs decide the same.

mod answers;
mod conversion;
mod edges;
mod export;
mod night;
mod patients;
mod verdicts;

use super::output::{Figures, Output};
use crate::commands::Outcome;
use crate::protocols::library;
use jiff::civil::{Date, date};
use std::path::PathBuf;

/// `suhada bench rules`
#[derive(clap::Args)]
#[command(after_help = "Example: suhada bench rules --patients 10000 --json")]
pub struct Rules {
    /// How many patients the night's recall looks at.
    #[arg(long, default_value_t = 100_000, value_name = "N")]
    patients: u32,
    /// Write the screening rules, the answers and what was found into a folder, for another engine to repeat.
    #[arg(long, value_name = "DIR")]
    export: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
}

/// The day on which everything is asked; always the same, so that two runs decide the same.
const TODAY: Date = date(2026, 11, 20);

impl Rules {
    /// Measures and prints.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let library = library(None)?;
        let mut figures = Figures::new();
        // The night comes first: what it needs at most would drown in the answers that the verdicts keep at hand.
        figures.insert("recall_night".into(), night::pass(&library, self.patients, TODAY));
        figures.insert("forecast_forty".into(), night::forty(&library, TODAY));
        let trial = verdicts::Trial::of(&library, TODAY);
        figures.insert("screening".into(), trial.measure());
        if let Some(folder) = &self.export {
            export::write(folder, &trial)?;
        }
        self.output.tell(&figures)?;
        Ok(Outcome::Fine)
    }
}
