//! From a keystroke to the findings, by the function that the language server calls.

use super::super::spans::Spans;
use super::typing::Typing;
use crate::clock::Stopwatch;
use adlint::{Format, Linter};
use serde_json::{Value, json};
use std::hint::black_box;

/// Types into an article and takes the time of every answer.
pub(super) fn measure(linter: &Linter<'_>, article: &str, keystrokes: usize, seed: u64) -> anyhow::Result<Value> {
    let (mut typing, mut each) = (Typing::into(article, seed), Vec::with_capacity(keystrokes));
    for _ in 0..keystrokes {
        let text = typing.key();
        let one = Stopwatch::start();
        black_box(linter.page(&text, Format::Markdown)?);
        each.push(one.elapsed());
    }
    let spans = Spans::of(each);
    Ok(json!({
        "characters": article.chars().count(), "bytes": article.len(), "samples": spans.count(),
        "p50_ms": spans.millis(50), "p99_ms": spans.millis(99), "max_ms": spans.millis(100),
    }))
}
