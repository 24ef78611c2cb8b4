//! `suhada lint`

mod explain;
mod input;
mod parity;
pub mod rules;
mod server;
mod site;

use super::{BadInput, Outcome};
use crate::clock::SystemClock;
use adlint::report::human::Language as Tongue;
use adlint::report::{Checked, github, human, json, sarif};
use adlint::{Channel, Linter, Pack};
use anyhow::Context;
use app::Clock;
use clap::ValueEnum;
use indicatif::ProgressBar;
use input::{Manner, Source};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use site::Site;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

/// `suhada lint`
#[derive(clap::Args)]
pub struct Lint {
    /// Pages (Markdown, HTML, plain text), folders of them, or `-` for a passage from standard input.
    #[arg(required_unless_present_any = ["explain", "lsp"])]
    sources: Vec<PathBuf>,
    /// Read standard input as a page: what must be present is checked too.
    #[arg(long = "as", value_enum, value_name = "KIND")]
    manner: Option<Manner>,
    /// How to print what was found.
    #[arg(long, value_enum, default_value = "human")]
    format: Format,
    /// The language of the human report.
    #[arg(long, value_enum, default_value = "ja")]
    lang: Language,
    /// Tell what a rule asks, why, and what may be written instead.
    #[arg(long, value_name = "RULE", conflicts_with_all = ["sources", "lsp"])]
    explain: Option<String>,
    /// Tell on standard error which matches were held back, and by which exception.
    #[arg(long)]
    trace: bool,
    /// Serve editors over standard input and output (Language Server Protocol).
    #[arg(long, conflicts_with_all = ["sources", "explain"])]
    lsp: bool,
    /// The day of the check, as 2026-11-22; today without it.
    #[arg(long, value_name = "DATE")]
    today: Option<Date>,
    /// Where the text is published: what is sent to people unasked may say little, and a post is complete in itself.
    #[arg(long, value_enum, default_value = "site", conflicts_with = "site")]
    channel: Place,
    #[command(flatten)]
    site: Site,
    /// Rules from a folder instead of those built in.
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

/// Where a text is published.
#[derive(Clone, Copy, ValueEnum)]
enum Place {
    /// The clinic's own site, which patients seek out.
    Site,
    /// A post on a social network, with its tags.
    Post,
    /// Banners, flyers, unsolicited mail.
    Push,
}

impl From<Place> for Channel {
    fn from(place: Place) -> Self {
        match place {
            Place::Site => Self::Site,
            Place::Post => Self::Post,
            Place::Push => Self::Push,
        }
    }
}

/// A form of report.
#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// With excerpt and mark.
    Human,
    /// JSON.
    Json,
    /// SARIF 2.1.0.
    Sarif,
    /// Annotations on GitHub.
    Github,
}

/// The language of a report.
#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// Japanese.
    Ja,
    /// English.
    En,
}

impl From<Language> for Tongue {
    fn from(language: Language) -> Self {
        match language {
            Language::Ja => Self::Japanese,
            Language::En => Self::English,
        }
    }
}

impl Lint {
    /// Checks.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let pack = rules::pack(self.rules.as_deref())?;
        let linter = Linter::new(&pack, self.today.unwrap_or_else(today));
        if let Some(rule) = &self.explain {
            return explain::explain(&pack, rule, self.lang.into());
        }
        if self.lsp {
            return server::serve(&linter);
        }
        let checked = self.check(&linter)?;
        self.print(&checked, &pack, &linter)?;
        if self.trace {
            trace(&checked);
        }
        let found = checked.iter().any(|one| !one.outcome.findings.is_empty());
        Ok(if found { Outcome::Found } else { Outcome::Fine })
    }

    fn check(&self, linter: &Linter<'_>) -> anyhow::Result<Vec<Checked>> {
        if let Some(address) = self.site.address() {
            return self.site.check(address, &self.sources, linter);
        }
        let sources = input::sources(&self.sources, self.manner, self.channel.into())?;
        let bar = ProgressBar::new(sources.len() as u64);
        let (mut checked, mut refused) = (Vec::new(), Vec::new());
        for source in &sources {
            match source.check(linter) {
                Ok(one) => checked.push(one),
                Err(error) => refused.push(error.to_string()),
            }
            bar.inc(1);
        }
        bar.finish_and_clear();
        if !refused.is_empty() {
            return Err(BadInput(refused.join("\n")).into());
        }
        input::compare(linter, &sources, &mut checked)?;
        Ok(checked)
    }

    fn print(&self, checked: &[Checked], pack: &Pack, linter: &Linter<'_>) -> anyhow::Result<()> {
        let (stamp, mut out) = (linter.stamp(), BufWriter::new(std::io::stdout().lock()));
        match self.format {
            Format::Json => serde_json::to_writer_pretty(&mut out, &json::report(checked, &stamp))?,
            Format::Sarif => serde_json::to_writer_pretty(&mut out, &sarif::report(checked, pack, &stamp))?,
            Format::Github => {
                for one in checked {
                    put(&mut out, |text| github::file(one, text))?;
                }
                put(&mut out, |text| github::closing(&stamp, text))?;
            }
            Format::Human => {
                for one in checked {
                    put(&mut out, |text| human::file(one, self.lang.into(), text))?;
                }
                write!(out, "{}", human::closing(checked, &stamp, self.lang.into()))?;
            }
        }
        writeln!(out)?;
        Ok(out.flush()?)
    }
}

/// Text on its way to a stream; what the stream says is kept.
struct Stream<'o, W> {
    out: &'o mut W,
    failed: Option<std::io::Error>,
}

impl<W: Write> std::fmt::Write for Stream<'_, W> {
    fn write_str(&mut self, text: &str) -> std::fmt::Result {
        self.out.write_all(text.as_bytes()).map_err(|error| {
            self.failed = Some(error);
            std::fmt::Error
        })
    }
}

/// Writes a report without holding all of it.
fn put(out: &mut impl Write, report: impl FnOnce(&mut dyn std::fmt::Write) -> std::fmt::Result) -> anyhow::Result<()> {
    let mut stream = Stream { out, failed: None };
    match (report(&mut stream), stream.failed) {
        (Ok(()), _) => Ok(()),
        (Err(_), Some(error)) => Err(error.into()),
        (Err(error), None) => Err(error.into()),
    }
}

fn trace(checked: &[Checked]) {
    for one in checked {
        for held in &one.outcome.held_back {
            let text = one.text.get(held.span.clone()).unwrap_or_default();
            eprintln!("{}: {} held back by {}: {text}", one.file, held.rule, held.by);
        }
    }
}

/// Today in Japan: the rules are Japanese.
fn today() -> Date {
    let zone = TimeZone::get("Asia/Tokyo").unwrap_or(TimeZone::UTC);
    SystemClock::default().now().to_zoned(zone).date()
}

/// Reads a source that people named.
fn named(source: &Source) -> anyhow::Result<Vec<u8>> {
    source.read().with_context(|| format!("{} cannot be read", source.name))
}
