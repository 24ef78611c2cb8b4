//! Megabytes in a second.

use super::super::spans::{Spans, rounded};
use crate::clock::Stopwatch;
use adlint::{Format, Linter};
use serde_json::{Value, json};
use std::hint::black_box;

/// How often everything is linted while the time is taken, after once without.
const PASSES: u32 = 10;

/// Every article as a page of its own.
pub(super) fn articles(linter: &Linter<'_>, articles: &[String]) -> anyhow::Result<Value> {
    let findings = pass(linter, articles)?;
    let mut each = Vec::new();
    let whole = Stopwatch::start();
    for _ in 0..PASSES {
        for article in articles {
            let one = Stopwatch::start();
            black_box(linter.page(article, Format::Markdown)?);
            each.push(one.elapsed());
        }
    }
    let seconds = whole.elapsed().as_secs_f64() / f64::from(PASSES);
    let bytes: usize = articles.iter().map(String::len).sum();
    let spans = Spans::of(each);
    Ok(json!({
        "documents": articles.len(), "bytes": bytes, "passes": PASSES, "seconds": rounded_fine(seconds),
        "megabytes_per_second": rate(bytes, seconds), "findings": findings,
        "article_p50_ms": spans.millis(50), "article_p99_ms": spans.millis(99),
    }))
}

/// All of it as one page.
pub(super) fn one_file(linter: &Linter<'_>, text: &str) -> anyhow::Result<Value> {
    let findings = linter.page(text, Format::Markdown)?.findings.len();
    let whole = Stopwatch::start();
    for _ in 0..PASSES {
        black_box(linter.page(text, Format::Markdown)?);
    }
    let seconds = whole.elapsed().as_secs_f64() / f64::from(PASSES);
    Ok(json!({
        "bytes": text.len(), "passes": PASSES, "seconds": rounded_fine(seconds),
        "megabytes_per_second": rate(text.len(), seconds), "findings": findings,
    }))
}

fn pass(linter: &Linter<'_>, articles: &[String]) -> anyhow::Result<usize> {
    let mut findings = 0;
    for article in articles {
        findings += linter.page(article, Format::Markdown)?.findings.len();
    }
    Ok(findings)
}

/// Megabytes (of a million bytes) in a second.
fn rate(bytes: usize, seconds: f64) -> f64 {
    rounded(bytes as f64 / 1_000_000.0 / seconds.max(f64::EPSILON))
}

/// Seconds to a hundredth of a millisecond.
fn rounded_fine(seconds: f64) -> f64 {
    rounded(seconds * 1_000.0) / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_bytes_in_half_a_second_are_two_megabytes_a_second() {
        assert!((rate(1_000_000, 0.5) - 2.0).abs() < 0.001);
        assert!(rate(0, 0.0).abs() < 0.001);
    }
}
