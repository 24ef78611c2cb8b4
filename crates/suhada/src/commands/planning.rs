//! What `suhada plan` and `suhada repair` have in common: the file, the limit, the progress, the reasons.

use super::BadInput;
use super::consult::Language;
use crate::clock::Stopwatch;
use anyhow::Context;
use indicatif::ProgressBar;
use journey::text::Lang;
use journey::tree::Tree;
use planner::{Progress, Watch};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The file, and how its solution is told.
#[derive(clap::Args)]
pub struct Asked {
    /// The problem as JSON; standard input without it, or with `-`.
    file: Option<PathBuf>,
    /// Tell the reasons on standard error.
    #[arg(long)]
    explain: bool,
    /// The language of the reasons; without it the one that LANG names.
    #[arg(long, value_enum)]
    lang: Option<Language>,
}

impl Asked {
    /// The whole file.
    pub fn text(&self) -> anyhow::Result<String> {
        let read = match self.file.as_deref() {
            Some(path) if path != Path::new("-") => {
                std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
            }
            _ => {
                let mut text = String::new();
                io::stdin().read_to_string(&mut text).context("standard input cannot be read").map(|_| text)
            }
        };
        Ok(read.map_err(|error| BadInput(format!("{error:#}")))?)
    }

    /// The language of the reasons.
    pub fn lang(&self) -> Lang {
        let named = || std::env::var("LANG").is_ok_and(|lang| lang.starts_with("ja"));
        self.lang.map_or_else(|| if named() { Lang::Ja } else { Lang::En }, Lang::from)
    }

    /// Tells the reasons, if they are wanted.
    pub fn explain(&self, reasons: impl FnOnce(Lang) -> Tree) {
        if self.explain {
            eprintln!("{}", reasons(self.lang()));
        }
    }
}

/// A limit in words of time, longer than nothing.
pub fn limit(text: &str) -> Result<Duration, String> {
    let span: jiff::SignedDuration = text.parse().map_err(|error: jiff::Error| error.to_string())?;
    let limit = Duration::try_from(span).map_err(|_| "a limit is not negative".to_owned())?;
    if limit.is_zero() { Err("nothing can be planned in no time".to_owned()) } else { Ok(limit) }
}

/// A limit, and progress on a terminal.
pub struct Told {
    since: Stopwatch,
    limit: Duration,
    bar: ProgressBar,
}

impl Told {
    /// From now on.
    pub fn within(limit: Duration) -> Self {
        Self { since: Stopwatch::start(), limit, bar: ProgressBar::new_spinner() }
    }

    /// Wipes the progress away.
    pub fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Watch for Told {
    fn is_over(&self) -> bool {
        self.since.elapsed() >= self.limit
    }

    fn tell(&self, progress: Progress) {
        let bound = progress.lower_bound;
        self.bar.set_message(match progress.cost {
            Some(cost) => format!("{cost} points; none costs less than {bound}"),
            None => format!("no plan yet; none costs less than {bound}"),
        });
        self.bar.tick();
    }
}

/// Prints a solution, and nothing else.
pub fn say(solution: &impl serde::Serialize) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, solution)?;
    Ok(out.write_all(b"\n")?)
}
