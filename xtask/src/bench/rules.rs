//! What the rules cost, beside json-rules-engine with the same rules on the same answers, in the same run.

use super::agreement;
use super::report::Report;
use crate::shell::{Step, has, run as step};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

/// Where the peer and its lock file lie.
const PEERS: &str = "bench/peers";

/// Measures the release build and writes `docs/measurements/engine.json`. Refuses where the two engines differ.
pub fn run() -> Result<()> {
    if let Some(missing) = ["node", "npm"].into_iter().find(|program| !has(program)) {
        bail!("{missing} is not installed; the peer needs it");
    }
    let binary = super::released()?;
    let folder = std::env::temp_dir().join(format!("suhada-bench-rules-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut report = Report::new();
    ours(&binary, &folder, &mut report)?;
    peer(&folder, &mut report)?;
    let sets = agreement::check(&folder.join("found.ndjson"), &folder.join("peer-found.ndjson"))?;
    report.note("agreement", json!({ "answer_sets": sets, "agree": sets }));
    report.note("protocols", counted(&binary)?);
    print(&report);
    report.write(&crate::root().join("docs/measurements/engine.json"))?;
    let _ = std::fs::remove_dir_all(&folder);
    Ok(())
}

fn ours(binary: &Path, folder: &Path, report: &mut Report) -> Result<()> {
    let (program, out) = (binary.display().to_string(), folder.join("ours.json"));
    let exported = folder.display().to_string();
    let bench = Step::program("the rules", &program, &["bench", "rules", "--export", &exported]);
    step(bench.with_env("SUHADA_BENCH_OUT", &out.display().to_string()))?;
    report.merge(&out)
}

fn peer(folder: &Path, report: &mut Report) -> Result<()> {
    let home = crate::root().join(PEERS);
    if !home.join("node_modules/json-rules-engine").exists() {
        step(Step::program("npm packages", "npm", &["ci", "--no-audit", "--no-fund"]).within(&home))?;
    }
    let exported = folder.display().to_string();
    step(Step::program("the same rules by a peer", "node", &["json-rules-engine.mjs", &exported]).within(&home))?;
    let text = std::fs::read_to_string(folder.join("peer.json")).context("the peer wrote no figures")?;
    report.note("json_rules_engine", serde_json::from_str(&text)?);
    Ok(())
}

/// Rules, sources, cases and grades, as `suhada protocol count` tells them.
fn counted(binary: &Path) -> Result<Value> {
    step(Step::program("the protocols", &binary.display().to_string(), &["protocol", "count"]))?;
    let output = Command::new(binary).args(["protocol", "count", "--json"]).output()?;
    serde_json::from_slice(&output.stdout).context("the protocols cannot be counted")
}

fn print(report: &Report) {
    let cell =
        |figure: &str, part: &str| report.number(figure, part).map_or("—".to_owned(), |number| number.to_string());
    println!("\n   {:<40} {:>12} {:>10} {:>10} {:>10}", "", "in a second", "p50 µs", "p99 µs", "samples");
    let rows = [
        ("recall, a patient of ten sessions", "recall_night", "patients_per_second"),
        ("forecast after forty sessions", "forecast_forty", "per_second"),
        ("verdict", "screening", "verdicts_per_second"),
        ("verdict by json-rules-engine", "json_rules_engine", "verdicts_per_second"),
    ];
    for (name, figure, rate) in rows {
        let [rate, p50, p99, samples] = [rate, "p50_us", "p99_us", "samples"].map(|part| cell(figure, part));
        println!("   {name:<40} {rate:>12} {p50:>10} {p99:>10} {samples:>10}");
    }
    let night = |part: &str| cell("recall_night", part);
    println!(
        "   the night: {} patients in {} s on one core, at most {} kB ({} kB before)",
        night("patients"),
        night("seconds"),
        night("peak_kb"),
        night("peak_kb_before")
    );
    println!(
        "   both engines agree on {} of {} answer sets; {} rules, {} left out",
        cell("agreement", "agree"),
        cell("agreement", "answer_sets"),
        cell("screening", "rules"),
        cell("screening", "rules_left_out")
    );
}
