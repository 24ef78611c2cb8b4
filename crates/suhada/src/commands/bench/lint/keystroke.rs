//! From a keystroke to the diagnostics, as the language server answers it.

use super::super::spans::{Spans, rounded};
use super::prose::Paragraphs;
use super::typing::Typing;
use crate::clock::Stopwatch;
use adlint::{Format, Linter};
use serde_json::{Value, json};
use std::hint::black_box;
use std::time::Duration;

/// How long the article is.
const CHARACTERS: usize = 5_000;
/// How many keystrokes are timed.
const KEYSTROKES: usize = 1_000;

/// Types into an article and takes the time of every answer.
pub(super) fn measure(linter: &Linter<'_>, paragraphs: &Paragraphs, seed: u64) -> anyhow::Result<Value> {
    let article = paragraphs.article_of(CHARACTERS, seed);
    let mut typing = Typing::into(&article, seed);
    let mut each: Vec<Duration> = Vec::with_capacity(KEYSTROKES);
    for _ in 0..KEYSTROKES {
        let text = typing.key();
        let one = Stopwatch::start();
        black_box(linter.page(&text, Format::Markdown)?);
        each.push(one.elapsed());
    }
    let spans = Spans::of(each);
    Ok(json!({
        "characters": CHARACTERS, "bytes": article.len(), "samples": spans.count(),
        "p50_ms": spans.millis(50), "p99_ms": spans.millis(99), "max_ms": rounded(spans.millis(100)),
    }))
}
