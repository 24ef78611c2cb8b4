//! What the advertising linter costs, beside textlint with the same words and `grep -P` as the limit, in the same run;
//! and whether its SARIF keeps to the published schema, as somebody else's validator sees it.

mod grep;

use super::report::Report;
use crate::shell::{Step, has, run as step};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the peers and their lock file lie.
const PEERS: &str = "bench/peers/textlint";
/// Pages that are linted for the SARIF log, and that lend paragraphs to the prose.
const PAGES: &str = "crates/adlint/tests/data/pages";

/// Measures the release build and writes `docs/measurements/lint.json`. Refuses a SARIF log that is not valid.
pub fn run() -> Result<()> {
    if let Some(missing) = ["node", "npm", "grep"].into_iter().find(|program| !has(program)) {
        bail!("{missing} is not installed; the peers need it");
    }
    let binary = super::released()?;
    let folder = std::env::temp_dir().join(format!("suhada-bench-lint-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let mut report = Report::new();
    ours(&binary, &folder, &mut report)?;
    report.note("grep", grep::measure(&folder)?);
    let peers = installed()?;
    textlint(&peers, &folder, &mut report)?;
    report.note("sarif", sarif(&binary, &peers, &folder)?);
    compare(&mut report);
    print(&report);
    report.write(&crate::root().join("docs/measurements/lint.json"))?;
    let _ = std::fs::remove_dir_all(&folder);
    Ok(())
}

fn ours(binary: &Path, folder: &Path, report: &mut Report) -> Result<()> {
    let (program, out) = (binary.display().to_string(), folder.join("ours.json"));
    let exported = folder.display().to_string();
    let bench = Step::program("the linter", &program, &["bench", "lint", "--from", PAGES, "--export", &exported]);
    step(bench.with_env("SUHADA_BENCH_OUT", &out.display().to_string()))?;
    report.merge(&out)
}

fn installed() -> Result<PathBuf> {
    let home = crate::root().join(PEERS);
    if !home.join("node_modules/textlint-rule-prh").exists() {
        step(Step::program("npm packages", "npm", &["ci", "--no-audit", "--no-fund"]).within(&home))?;
    }
    Ok(home)
}

fn textlint(peers: &Path, folder: &Path, report: &mut Report) -> Result<()> {
    let exported = folder.display().to_string();
    step(Step::program("the same words by textlint", "node", &["textlint.mjs", &exported]).within(peers))?;
    let text = std::fs::read_to_string(folder.join("textlint.json")).context("textlint wrote no figures")?;
    report.note("textlint", serde_json::from_str(&text)?);
    Ok(())
}

/// Lints the pages as SARIF, as anybody would, and has the log validated.
fn sarif(binary: &Path, peers: &Path, folder: &Path) -> Result<Value> {
    println!("── SARIF against its schema");
    let log = folder.join("report.sarif");
    let mut command = Command::new(binary);
    command.args(["lint", "--format", "sarif", PAGES]).current_dir(crate::root());
    let output = command.output().context("the linter cannot be run")?;
    std::fs::write(&log, output.stdout)?;
    let told = Command::new("node").arg("sarif.mjs").arg(&log).current_dir(peers).output()?;
    let verdict: Value = serde_json::from_slice(&told.stdout).context("the validator said nothing")?;
    if !told.status.success() {
        bail!("the SARIF log is not valid: {}", verdict["errors"]);
    }
    Ok(verdict)
}

fn compare(report: &mut Report) {
    let Some(ours) = report.number("lint", "megabytes_per_second") else { return };
    let by = |peer: f64| (ours / peer * 100.0).round() / 100.0;
    let textlint = report.number("textlint", "megabytes_per_second").map(by);
    let grep = report.number("grep", "megabytes_per_second").map(by);
    report.note("times_as_fast_as", json!({ "textlint": textlint, "grep": grep }));
}

fn print(report: &Report) {
    let cell = |figure: &str, part: &str| report.number(figure, part).map_or("—".to_owned(), |n| n.to_string());
    println!("\n   {:<36} {:>10} {:>10} {:>10}", "", "MB/s", "times ours", "findings");
    let rows = [
        ("suhada lint, articles", "lint", ""),
        ("suhada lint, one file", "lint_one_file", ""),
        ("textlint with prh, the same words", "textlint", "textlint"),
        ("grep -P, the same words", "grep", "grep"),
    ];
    for (name, figure, peer) in rows {
        let [rate, found] = ["megabytes_per_second", "findings"].map(|part| cell(figure, part));
        println!("   {name:<36} {rate:>10} {:>10} {found:>10}", cell("times_as_fast_as", peer));
    }
    for (name, figure) in [("in process", "keystroke"), ("over the pipe", "keystroke_over_the_pipe")] {
        let [samples, p50, p99, most] = ["samples", "p50_ms", "p99_ms", "max_ms"].map(|part| cell(figure, part));
        println!("   a keystroke, {name}: p50 {p50} ms, p99 {p99} ms, at most {most} ms, {samples} of them");
    }
    println!("   SARIF with {} results is valid", cell("sarif", "results"));
}
