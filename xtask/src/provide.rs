//! Installs what the tests need and is not there yet: Debian packages, npm packages pinned by a lock file, and Python
//! packages pinned by their digests.

use crate::shell::{Step, has, run};
use anyhow::{Result, bail};
use std::path::{Path, PathBuf};

/// What has to be there, and the Debian package that brings it.
const NEEDED: [(Sign, &str); 5] = [
    (Sign::File("/usr/bin/chromium"), "chromium"),
    (Sign::File("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"), "fonts-noto-cjk"),
    (Sign::File("/usr/lib/postgresql"), "postgresql"),
    (Sign::Runs("npm --version"), "npm"),
    (Sign::Runs("python3 -c 'import ensurepip, venv'"), "python3-venv"),
];

/// npm packages without which the tests cannot begin.
const NODE: [&str; 2] = ["playwright-core", "ical.js"];

/// By what one sees that something is there.
#[derive(Clone, Copy)]
enum Sign {
    /// A file or a folder.
    File(&'static str),
    /// A command that ends well.
    Runs(&'static str),
}

impl Sign {
    fn is_there(self) -> bool {
        match self {
            Self::File(place) => Path::new(place).exists(),
            Self::Runs(command) => {
                let quiet = format!("{command} >/dev/null 2>&1");
                std::process::Command::new("sh").args(["-c", &quiet]).status().is_ok_and(|status| status.success())
            }
        }
    }
}

/// Installs everything that is missing. Needs root for Debian packages; says so when it has not.
pub fn everything() -> Result<()> {
    let missing: Vec<&str> = NEEDED.iter().filter(|(sign, _)| !sign.is_there()).map(|(_, package)| *package).collect();
    if !missing.is_empty() {
        debian(&missing)?;
    }
    let e2e = crate::root().join("e2e");
    if !NODE.iter().all(|package| e2e.join("node_modules").join(package).exists()) {
        run(Step::program("npm packages", "npm", &["ci", "--no-audit", "--no-fund"]).within(&e2e))?;
    }
    python_packages(&e2e)
}

/// The interpreter that has the Python packages.
pub fn python() -> PathBuf {
    crate::root().join("e2e/.venv/bin/python")
}

/// Python packages in a folder of their own, which keeps the list it was made from.
fn python_packages(e2e: &Path) -> Result<()> {
    let (wanted, made) = (e2e.join("requirements.txt"), e2e.join(".venv/requirements.txt"));
    let text = std::fs::read_to_string(&wanted)?;
    if std::fs::read_to_string(&made).is_ok_and(|there| there == text) {
        return Ok(());
    }
    run(Step::program("Python", "python3", &["-m", "venv", "--clear", ".venv"]).within(e2e))?;
    let install = ["-m", "pip", "install", "--quiet", "--require-hashes", "--requirement", "requirements.txt"];
    run(Step::program("Python packages", &python().display().to_string(), &install).within(e2e))?;
    Ok(std::fs::write(made, text)?)
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
