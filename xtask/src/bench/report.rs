use super::load::Load;
use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use std::path::Path;
use std::process::Command;

/// Figures by name, with where they come from.
pub struct Report {
    figures: Map<String, Value>,
}

impl Report {
    /// A report about this commit on this machine.
    pub fn new() -> Self {
        let mut figures = Map::new();
        figures.insert("commit".into(), told("git", &["rev-parse", "--short", "HEAD"]).into());
        figures.insert(
            "machine".into(),
            json!({ "cores": cores(), "processor": processor(), "load": load(), "rustc": told("rustc", &["--version"]) }),
        );
        Self { figures }
    }

    /// Notes one number.
    pub fn put(&mut self, name: &str, value: f64) {
        println!("   {name:<40} {value:.3}");
        self.figures.insert(name.into(), json!(value));
    }

    /// Notes a load.
    pub fn load(&mut self, name: &str, load: &Load) {
        println!("   {name:<40} {:>9.0}/s  p50 {:.2} ms  p99 {:.2} ms", load.per_second, load.p50_ms, load.p99_ms);
        self.figures.insert(name.into(), json!(load));
    }

    /// Notes anything else.
    pub fn note(&mut self, name: &str, figure: Value) {
        self.figures.insert(name.into(), figure);
    }

    /// One part of a figure; none where it was not measured.
    pub fn number(&self, figure: &str, part: &str) -> Option<f64> {
        self.figures.get(figure)?.get(part)?.as_f64()
    }

    /// Adds the figures of another file.
    pub fn merge(&mut self, file: &Path) -> Result<()> {
        let text = std::fs::read_to_string(file).with_context(|| format!("{} was not written", file.display()))?;
        let more: Map<String, Value> = serde_json::from_str(&text)?;
        self.figures.extend(more);
        Ok(())
    }

    /// Writes everything down.
    pub fn write(&self, file: &Path) -> Result<()> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(file, serde_json::to_string_pretty(&self.figures)? + "\n")?;
        println!("   written to docs/measurements");
        Ok(())
    }
}

fn told(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output();
    output.map(|out| String::from_utf8_lossy(&out.stdout).trim().to_owned()).unwrap_or_default()
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

fn processor() -> String {
    let text = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = text.lines().find_map(|line| line.strip_prefix("model name")?.split_once(':'));
    name.map(|(_, name)| name.trim().to_owned()).unwrap_or_default()
}

fn load() -> String {
    std::fs::read_to_string("/proc/loadavg").unwrap_or_default().trim().to_owned()
}
