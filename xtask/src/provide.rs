//! Installs what the tests need and is not there yet: Debian packages, and npm packages pinned by a lock file.

use crate::shell::{Step, has, run};
use anyhow::{Result, bail};
use std::path::Path;

/// What has to be there, and the Debian package that brings it.
const NEEDED: [(&str, &str); 4] = [
    ("/usr/bin/chromium", "chromium"),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", "fonts-noto-cjk"),
    ("/usr/lib/postgresql", "postgresql"),
    ("/usr/bin/npm", "npm"),
];

/// Installs everything that is missing. Needs root for Debian packages; says so when it has not.
pub fn everything() -> Result<()> {
    let missing: Vec<&str> = NEEDED
        .iter()
        .filter(|(place, package)| !(Path::new(place).exists() || *package == "npm" && has("npm")))
        .map(|(_, package)| *package)
        .collect();
    if !missing.is_empty() {
        debian(&missing)?;
    }
    if !crate::root().join("e2e/node_modules/playwright-core").exists() {
        run(
            Step::program("npm packages", "npm", &["ci", "--no-audit", "--no-fund"]).within(&crate::root().join("e2e"))
        )?;
    }
    Ok(())
}

fn debian(packages: &[&str]) -> Result<()> {
    if !has("apt-get") {
        bail!("please install {} and run this again", packages.join(", "));
    }
    let sudo = if is_root() { "" } else { "sudo " };
    let install = format!(
        "{sudo}apt-get update -qq && {sudo}env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends {}",
        packages.join(" ")
    );
    run(Step::program("Debian packages", "sh", &["-c", &install]))
}

/// Whether this runs as root.
pub fn is_root() -> bool {
    std::process::Command::new("id").arg("-u").output().is_ok_and(|out| out.stdout.trim_ascii() == b"0")
}
