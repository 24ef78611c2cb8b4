//! JSON for other programs. Its shape is a promise: see `docs/lint.md`.

use super::Checked;
use crate::finding::{Severity, Stamp};
use crate::pack::Wording;
use crate::place::Lines;
use jiff::civil::Date;
use serde::Serialize;

/// All files.
#[derive(Debug, Serialize)]
pub struct Report<'a> {
    ruleset: &'a str,
    checked_on: Date,
    files: usize,
    findings: Vec<Entry<'a>>,
}

#[derive(Debug, Serialize)]
struct Entry<'a> {
    file: &'a str,
    rule: &'a str,
    severity: Severity,
    line: usize,
    column: usize,
    start: usize,
    end: usize,
    text: &'a str,
    reason: &'a Wording,
    suggestion: &'a Wording,
    source: &'a str,
}

/// The report of these files.
#[must_use]
pub fn report<'a>(checked: &'a [Checked], stamp: &'a Stamp) -> Report<'a> {
    let findings = checked.iter().flat_map(entries).collect();
    Report { ruleset: &stamp.ruleset, checked_on: stamp.checked_on, files: checked.len(), findings }
}

fn entries(checked: &Checked) -> Vec<Entry<'_>> {
    let lines = Lines::of(&checked.text);
    let entry = |finding: &'_ crate::Finding| (lines.place(finding.span.start), finding.span.clone());
    let both = checked.outcome.findings.iter().map(|finding| (finding, entry(finding)));
    both.map(|(finding, (place, span))| Entry {
        file: &checked.file,
        rule: &finding.rule,
        severity: finding.severity,
        line: place.line,
        column: place.column,
        start: span.start,
        end: span.end,
        text: checked.text.get(span).unwrap_or_default(),
        reason: &finding.reason,
        suggestion: &finding.suggestion,
        source: &finding.source,
    })
    .collect()
}
