//! What the planner costs: every instance beside the optimum that others proved, two hundred drawn ones, and some that
//! are too hard for the time they get; all solutions before a checker that shares no code with the planner.

use super::report::Report;
use crate::shell::{Step, has, run as step};
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value};
use std::path::{Path, PathBuf};

/// Where the instances, their optima and the checker lie.
const HOME: &str = "bench/planning";

/// How many are drawn from seeds.
const DRAWN: &str = "200";

/// How many more of the make of each given instance.
const ALIKE: &str = "6";

/// How long each drawn one may take, and each of the make of a given one at most.
const DRAWN_LIMIT: &str = "2s";
const ALIKE_LIMIT: &str = "10s";

/// How many that are hard by size or looseness, with less time than they need.
const HOSTILE: &str = "24";

/// Measures the release build and writes `docs/measurements/planner.json`. Refuses where the checker finds a fault.
pub fn run() -> Result<()> {
    if !has("python3") {
        bail!("python3 is not installed; the checker needs it");
    }
    let binary = super::released()?.display().to_string();
    let folder = std::env::temp_dir().join(format!("suhada-bench-plan-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut report = Report::new();
    for (name, optimum) in optima()? {
        let figure = given(&binary, &name, &folder)?;
        println!("   {name:<22} optimum {optimum:<13} {figure}");
        report.note(&name, merged(figure, optimum));
    }
    let runs: [&[&str]; 3] = [
        &["--drawn", DRAWN, "--time-limit", DRAWN_LIMIT],
        &["--alike", ALIKE, "--time-limit", ALIKE_LIMIT],
        &["--hostile", HOSTILE],
    ];
    for arguments in runs {
        for (name, figure) in measure(&binary, arguments, &folder)? {
            println!("   {name:<22} {figure}");
            report.note(&name, figure);
        }
    }
    let checked = check(&folder)?;
    report.put("solutions_checked_independently", checked as f64);
    report.write(&crate::root().join("docs/measurements/planner.json"))?;
    let _ = std::fs::remove_dir_all(&folder);
    Ok(())
}

/// The optimum of each instance, as others proved it.
fn optima() -> Result<Map<String, Value>> {
    let file = crate::root().join(HOME).join("optima.json");
    let text = std::fs::read_to_string(&file).with_context(|| format!("{} is not there", file.display()))?;
    Ok(serde_json::from_str(&text)?)
}

/// One instance, in a process of its own, so that its peak of memory is its own.
fn given(binary: &str, name: &str, folder: &Path) -> Result<Value> {
    let file = instance(name).display().to_string();
    let limit = match name {
        "repair-20" => "100ms",
        "repair-100" => "500ms",
        "repair-300" => "2s",
        _ => "10s",
    };
    let mut figures = measure(binary, &[&file, "--time-limit", limit], folder)?;
    figures.remove(name).with_context(|| format!("{name} was not measured"))
}

fn instance(name: &str) -> PathBuf {
    crate::root().join(HOME).join(format!("instances/{name}.json"))
}

fn measure(binary: &str, arguments: &[&str], folder: &Path) -> Result<Map<String, Value>> {
    let out = folder.join("figures.out");
    let export = folder.display().to_string();
    let all = [&["bench", "plan", "--export", &export], arguments].concat();
    step(Step::program("planner", binary, &all).with_env("SUHADA_BENCH_OUT", &out.display().to_string()))?;
    Ok(serde_json::from_str(&std::fs::read_to_string(&out)?)?)
}

fn merged(mut figure: Value, optimum: Value) -> Value {
    figure["optimum"] = optimum;
    figure
}

/// Puts every solution before the checker; gives their number.
fn check(folder: &Path) -> Result<usize> {
    let mut pairs = Vec::new();
    for entry in std::fs::read_dir(folder)?.flatten() {
        let solution = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        let Some(name) = name.strip_suffix(".solution.json") else { continue };
        let drawn = folder.join(format!("{name}.json"));
        pairs.push(if drawn.exists() { drawn } else { instance(name) }.display().to_string());
        pairs.push(solution.display().to_string());
    }
    let checker = crate::root().join(HOME).join("check.py").display().to_string();
    let arguments: Vec<&str> = std::iter::once(checker.as_str()).chain(pairs.iter().map(String::as_str)).collect();
    step(Step::program("an independent checker", "python3", &arguments))?;
    Ok(pairs.len() / 2)
}
