//! What the planner costs: every file given, and files drawn from seeds, with the distribution of time and gap.

mod drawn;
mod measured;

use super::memory::peak_kb;
use super::output::{Figures, Output};
use crate::commands::planning::limit;
use crate::commands::{BadInput, Outcome};
use anyhow::Context;
use clap::ValueEnum;
use drawn::{Like, alike, hostile};
use measured::{Measured, measure};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long hard files may take.
const HURRIES: [Duration; 2] = [Duration::from_millis(100), Duration::from_millis(1_000)];

/// `suhada bench plan`
#[derive(clap::Args)]
#[command(after_help = "Example: suhada bench plan bench/planning/instances/course-medium-1.json --json")]
pub struct Plan {
    /// Courses and repairs to be solved. For the peak of memory of each, give one at a time.
    files: Vec<PathBuf>,
    /// How many courses and repairs are drawn from seeds and solved as well.
    #[arg(long, default_value_t = 0, value_name = "N")]
    drawn: u64,
    /// How many of the make of each given instance are drawn and solved as well.
    #[arg(long, default_value_t = 0, value_name = "N")]
    alike: u64,
    /// How many that are hard by size or looseness are drawn and given less time than they need.
    #[arg(long, default_value_t = 0, value_name = "N")]
    hostile: u64,
    /// How long each may take.
    #[arg(long, default_value = "10s", value_parser = limit, value_name = "TIME")]
    time_limit: Duration,
    /// Write every solution, and every file drawn, into a folder, for another program to check.
    #[arg(long, value_name = "DIR")]
    export: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
}

impl Plan {
    /// Solves, measures and prints.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let mut figures = Figures::new();
        for file in &self.files {
            let text = std::fs::read_to_string(file)
                .map_err(|error| BadInput(format!("{} cannot be read: {error}", file.display())))?;
            let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let measured = measure(&text, self.time_limit)?;
            self.export(&name, None, &measured)?;
            figures.insert(name, measured.figure(peak_kb()));
        }
        if self.drawn > 0 {
            let (courses, repairs) = self.draw()?;
            figures.insert("drawn_courses".into(), distribution(&courses));
            figures.insert("drawn_repairs".into(), distribution(&repairs));
        }
        for &like in Like::value_variants().iter().filter(|_| self.alike > 0) {
            let name = like.to_possible_value().map_or_else(String::new, |value| value.get_name().replace('-', "_"));
            figures.insert(format!("alike_{name}"), distribution(&self.alike(like, &name)?));
        }
        for limit in HURRIES.into_iter().filter(|_| self.hostile > 0) {
            figures.insert(format!("hostile_{}_ms", limit.as_millis()), self.hurried(limit)?);
        }
        self.output.tell(&figures)?;
        Ok(Outcome::Fine)
    }

    /// Files that are hard, in less time than they need: by how much it is exceeded, and what there is by then.
    fn hurried(&self, limit: Duration) -> anyhow::Result<Value> {
        let one = |seed| {
            let instance = hostile(seed).to_string();
            let measured = measure(&instance, limit)?;
            self.export(&format!("hostile-{}-{seed:03}", limit.as_millis()), Some(&instance), &measured)?;
            Ok(measured)
        };
        let all: Vec<Measured> = (1..=self.hostile).map(one).collect::<anyhow::Result<_>>()?;
        let mut over: Vec<f64> = all.iter().map(|one| (one.solve_ms - limit.as_secs_f64() * 1000.0).max(0.0)).collect();
        over.sort_by(f64::total_cmp);
        Ok(json!({
            "files": all.len(),
            "planned": all.iter().filter(|one| one.cost.is_some()).count(),
            "impossible": all.iter().filter(|one| one.impossible).count(),
            "unknown": all.iter().filter(|one| one.cost.is_none() && !one.impossible).count(),
            "ms_over_the_limit": {"p50": over.get(over.len() / 2), "max": over.last()},
            "peak_kb": peak_kb(),
        }))
    }

    /// Three of four are courses, the fourth is a repair.
    fn draw(&self) -> anyhow::Result<(Vec<Measured>, Vec<Measured>)> {
        let (mut courses, mut repairs) = (Vec::new(), Vec::new());
        for seed in 1..=self.drawn {
            let is_repair = seed % 4 == 0;
            let instance = if is_repair { drawn::repair(seed) } else { drawn::course(seed) }.to_string();
            let measured = measure(&instance, self.time_limit)?;
            self.export(&format!("drawn-{seed:03}"), Some(&instance), &measured)?;
            if is_repair { &mut repairs } else { &mut courses }.push(measured);
        }
        Ok((courses, repairs))
    }

    /// Of the make of one given instance, each within the time that its original may take.
    fn alike(&self, like: Like, name: &str) -> anyhow::Result<Vec<Measured>> {
        let limit = self.time_limit.min(like.limit());
        let one = |seed| {
            let instance = alike(like, seed).to_string();
            let measured = measure(&instance, limit)?;
            self.export(&format!("alike-{name}-{seed:03}"), Some(&instance), &measured)?;
            Ok(measured)
        };
        (1..=self.alike).map(one).collect()
    }

    fn export(&self, name: &str, instance: Option<&str>, measured: &Measured) -> anyhow::Result<()> {
        let (Some(folder), Some(solution)) = (&self.export, &measured.solution) else { return Ok(()) };
        write(&folder.join(format!("{name}.solution.json")), &solution.to_string())?;
        instance.map_or(Ok(()), |instance| write(&folder.join(format!("{name}.json")), instance))
    }
}

fn write(file: &Path, text: &str) -> anyhow::Result<()> {
    std::fs::write(file, text).with_context(|| format!("{} cannot be written", file.display()))
}

/// How time and gap lie over many.
fn distribution(all: &[Measured]) -> Value {
    let planned: Vec<&Measured> = all.iter().filter(|one| one.cost.is_some()).collect();
    let sorted = |value: fn(&Measured) -> f64, of: &[&Measured]| {
        let mut values: Vec<f64> = of.iter().map(|one| value(one)).collect();
        values.sort_by(f64::total_cmp);
        let at = |part: f64| values.get(((values.len() as f64 - 1.0) * part).round() as usize).copied();
        json!({"p50": at(0.5), "p90": at(0.9), "p99": at(0.99), "max": at(1.0)})
    };
    json!({
        "files": all.len(),
        "planned": planned.len(),
        "proven": planned.iter().filter(|one| one.gap() <= 0.0).count(),
        "impossible": all.iter().filter(|one| one.impossible).count(),
        "unknown": all.iter().filter(|one| one.cost.is_none() && !one.impossible).count(),
        "solve_ms": sorted(|one| one.solve_ms, &all.iter().collect::<Vec<_>>()),
        "gap_percent": sorted(Measured::gap, &planned),
        "percent_above_after_50_ms": sorted(Measured::above_after_50_ms, &planned),
    })
}
