//! Where figures go.

use anyhow::Context;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Figures by name.
pub(super) type Figures = BTreeMap<String, Value>;

/// How figures are told.
#[derive(clap::Args)]
pub(super) struct Output {
    /// Print the figures as JSON.
    #[arg(long)]
    json: bool,
    /// Write the JSON to a file as well.
    #[arg(long, env = "SUHADA_BENCH_OUT", value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Output {
    /// Writes the file, where one is wanted, and prints.
    pub fn tell(&self, figures: &Figures) -> anyhow::Result<()> {
        let json = serde_json::to_string_pretty(figures)?;
        if let Some(file) = &self.out {
            std::fs::write(file, &json).with_context(|| format!("{} cannot be written", file.display()))?;
        }
        if self.json {
            println!("{json}");
        } else {
            for (name, figure) in figures {
                println!("{name:<32} {figure}");
            }
        }
        Ok(())
    }
}
