//! What the advertising linter costs: throughput on a megabyte of prose, and keystrokes in one article.
//!
//! Every article and every keystroke is drawn from a seed, so that two runs judge the same.

mod editor;
mod export;
mod growth;
mod keystroke;
mod prose;
mod throughput;
mod typing;
mod words;

use super::output::{Figures, Output};
use crate::commands::Outcome;
use jiff::civil::{Date, date};
use prose::Paragraphs;
use serde_json::json;
use std::path::PathBuf;

/// `suhada bench lint`
#[derive(clap::Args)]
#[command(after_help = "Example: suhada bench lint --json")]
pub struct Lint {
    /// How many bytes of prose are linted.
    #[arg(long, default_value_t = 1_000_000, value_name = "N")]
    bytes: usize,
    /// More Markdown to draw paragraphs from, beside the articles that are built in.
    #[arg(long, value_name = "FOLDER")]
    from: Vec<PathBuf>,
    /// Write the prose and the words of the rules into a folder, for other programs to repeat.
    #[arg(long, value_name = "DIR")]
    export: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
}

/// How long the article is that is typed into.
const CHARACTERS: usize = 5_000;
/// How many keystrokes are timed.
const KEYSTROKES: usize = 1_000;
/// The day on which the rules are asked; always the same, so that two runs judge the same.
const TODAY: Date = date(2026, 11, 22);
/// The seed of everything that is drawn.
const SEED: u64 = 20_261_122;

impl Lint {
    /// Measures and prints.
    pub fn run(self) -> anyhow::Result<Outcome> {
        let rules = crate::commands::lint::rules::pack(None)?;
        let linter = adlint::Linter::new(&rules, TODAY);
        let paragraphs = Paragraphs::gather(&self.from)?;
        let articles = paragraphs.articles(self.bytes, SEED);
        let words = words::of_phrases(&adlint::japan::texts())?;
        let mut figures = Figures::new();
        figures.insert("lint".into(), throughput::articles(&linter, &articles)?);
        figures.insert("lint_one_file".into(), throughput::one_file(&linter, &articles.join("\n"))?);
        let article = paragraphs.article_of(CHARACTERS, SEED);
        figures.insert("keystroke".into(), keystroke::measure(&linter, &article, KEYSTROKES, SEED)?);
        figures.insert("keystroke_over_the_pipe".into(), editor::measure(&article, KEYSTROKES, SEED)?);
        figures.insert("growth".into(), growth::measure(&linter));
        figures.insert("words".into(), json!(words.len()));
        if let Some(folder) = &self.export {
            export::write(folder, &articles, &words)?;
        }
        self.output.tell(&figures)?;
        Ok(Outcome::Fine)
    }
}
