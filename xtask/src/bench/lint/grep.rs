//! The same words by `grep -P`: what finding words costs at best, with no rules behind them.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// How often the prose is searched.
const PASSES: u32 = 20;

/// Searches the prose for every word and writes the hits into a file; the start of the program is in the time, and told
/// apart by a search of nothing.
pub fn measure(folder: &Path) -> Result<Value> {
    println!("── the same words by grep -P");
    let prose = folder.join("prose.md");
    let bytes = std::fs::metadata(&prose).context("the prose was not written")?.len();
    let nothing = folder.join("nothing.md");
    std::fs::write(&nothing, "")?;
    let seconds = timed(folder, &prose)?;
    let start = timed(folder, &nothing)?;
    search(folder, &prose)?;
    let findings = std::fs::read_to_string(folder.join("grep.txt"))?.lines().count();
    let rounded = |number: f64| (number * 10_000.0).round() / 10_000.0;
    Ok(json!({
        "version": version()?, "bytes": bytes, "passes": PASSES, "findings": findings,
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

fn search(folder: &Path, file: &Path) -> Result<()> {
    // Into a file: grep stops at the first hit where it sees that nobody reads.
    let hits = File::create(folder.join("grep.txt"))?;
    let mut command = Command::new("grep");
    command.args(["-P", "-i", "-o", "-f"]).arg(folder.join("words.pattern")).arg(file);
    let status = command.env("LC_ALL", "C.UTF-8").stdout(hits).status().context("grep cannot be run")?;
    if status.code().is_none_or(|code| code > 1) {
        bail!("grep -P could not search for the words");
    }
    Ok(())
}

fn version() -> Result<String> {
    let told = Command::new("grep").arg("--version").output()?;
    Ok(String::from_utf8_lossy(&told.stdout).lines().next().unwrap_or_default().to_owned())
}
