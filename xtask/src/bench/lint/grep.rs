//! The same words by `grep -P`: what finding words costs at best, with no rules behind them. It refuses them all at once,
//! so it searches in several runs, and their times are added up.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// How often the prose is searched.
const PASSES: u32 = 5;

/// Searches the prose for every word and counts the hits; the start of the program is in the time, and told
/// apart by a search of nothing.
pub fn measure(folder: &Path) -> Result<Value> {
    println!("── the same words by grep -P");
    let prose = folder.join("prose.md");
    let bytes = std::fs::metadata(&prose).context("the prose was not written")?.len();
    let nothing = folder.join("nothing.md");
    std::fs::write(&nothing, "")?;
    let seconds = timed(folder, &prose)?;
    let start = timed(folder, &nothing)?;
    let findings = search(folder, &prose)?;
    let rounded = |number: f64| (number * 10_000.0).round() / 10_000.0;
    Ok(json!({
        "version": version()?, "runs": patterns(folder)?.len(), "bytes": bytes, "passes": PASSES, "findings": findings,
        "seconds": rounded(seconds), "start_seconds": rounded(start),
        "megabytes_per_second": rounded(bytes as f64 / 1_000_000.0 / (seconds - start).max(f64::EPSILON)),
    }))
}

/// Seconds of one search, over all passes.
#[expect(clippy::disallowed_methods, reason = "measuring is what this chore is for")]
fn timed(folder: &Path, file: &Path) -> Result<f64> {
    let begun = Instant::now();
    for _ in 0..PASSES {
        search(folder, file)?;
    }
    Ok(begun.elapsed().as_secs_f64() / f64::from(PASSES))
}

/// The regular expressions, none of them too large.
fn patterns(folder: &Path) -> Result<Vec<String>> {
    let text = std::fs::read_to_string(folder.join("words.patterns")).context("the words were not written")?;
    Ok(text.lines().map(str::to_owned).collect())
}

/// How many words were found.
fn search(folder: &Path, file: &Path) -> Result<usize> {
    let mut findings = 0;
    for pattern in patterns(folder)? {
        // Into a pipe that is read: grep stops at the first hit where it sees that nobody reads.
        let mut command = Command::new("grep");
        command.args(["-P", "-i", "-o", "-e", &pattern]).arg(file).env("LC_ALL", "C.UTF-8");
        let output = command.output().context("grep cannot be run")?;
        if output.status.code().is_none_or(|code| code > 1) {
            bail!("grep -P could not search: {}", String::from_utf8_lossy(&output.stderr));
        }
        findings += output.stdout.iter().filter(|byte| **byte == b'\n').count();
    }
    Ok(findings)
}

fn version() -> Result<String> {
    let told = Command::new("grep").arg("--version").output()?;
    Ok(String::from_utf8_lossy(&told.stdout).lines().next().unwrap_or_default().to_owned())
}
