//! From the click to the picture: the plan of people with several courses, in a freshly seeded demo clinic, over HTTP.

use super::report::Report;
use crate::provide;
use crate::server::Server;
use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::process::Command;

/// How many people, and how often a page is asked for.
const PEOPLE: &str = "20";
const SAMPLES: &str = "1000";

/// Measures the release build and writes `docs/measurements/course.json`.
pub fn run() -> Result<()> {
    provide::everything()?;
    let binary = super::released()?;
    let folder = std::env::temp_dir().join(format!("suhada-bench-course-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let server = Server::start(&binary, &["--demo"], &folder.join("data"), &[], super::PATIENCE)?;
    let logins = folder.join("logins.txt");
    std::fs::write(&logins, &server.said)?;
    let asked = Command::new("node")
        .args(["measure/plan.mjs", PEOPLE, SAMPLES])
        .current_dir(crate::root().join("e2e"))
        .env("SUHADA_URL", format!("http://{}", server.address))
        .env("SUHADA_LOGINS", &logins)
        .output()?;
    if !asked.status.success() {
        bail!("{}", String::from_utf8_lossy(&asked.stderr));
    }
    let figures: Value = serde_json::from_slice(&asked.stdout).context("the figures do not read")?;
    println!("   {figures}");
    let mut report = Report::new();
    report.note("click_to_picture", figures);
    report.write(&crate::root().join("docs/measurements/course.json"))?;
    drop(server);
    let _ = std::fs::remove_dir_all(&folder);
    Ok(())
}
