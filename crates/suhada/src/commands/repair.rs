use super::planning::{Asked, Told, say};
use super::{BadInput, Outcome};
use anyhow::bail;
use planner::file::{Moving, RepairFile, RepairSolution, check_repair, explain_repair};
use planner::repair::{check, repair};
use std::time::Duration;

/// Where chance begins; always the same, so that two runs propose the same.
pub(super) const SEED: u64 = 0x5EED;

/// `suhada repair`
#[derive(clap::Args)]
pub struct Repair {
    #[command(flatten)]
    asked: Asked,
    /// How long to look for a better proposal or a proof, as in `2s` or `500ms`.
    #[arg(long, default_value = "2s", value_parser = super::planning::limit, value_name = "TIME")]
    time_limit: Duration,
}

impl Repair {
    /// Moves, checks and prints.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let told = Told::within(self.time_limit);
        let file = RepairFile::read(&self.asked.text()?).map_err(|bad| BadInput(bad.to_string()))?;
        let moving = Moving::of(&file);
        let proposal = repair(&moving.repair, SEED, &told);
        told.finish();
        let solution = RepairSolution::of(&moving, &proposal);
        let wrong = [check(&moving.repair, &proposal), check_repair(&file, &solution)].concat();
        if !wrong.is_empty() {
            bail!("the proposal breaks its own rules, which is our mistake: {}", wrong.join("; "));
        }
        say(&solution)?;
        self.asked.explain(|lang| explain_repair(&moving, &proposal, lang));
        Ok(Outcome::Fine)
    }
}
