//! For people: an excerpt with a mark below it, the reason, what may be written instead.

use super::Checked;
use crate::finding::{Finding, Stamp};
use crate::pack::Wording;
use crate::place::Lines;
use std::fmt::{self, Write};
use unicode_width::UnicodeWidthStr;

/// So much of a line is shown around a finding, in characters.
const AROUND: usize = 36;

/// The language of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Japanese.
    Japanese,
    /// English.
    English,
}

impl Language {
    /// A wording in this language.
    #[must_use]
    pub fn of(self, wording: &Wording) -> &str {
        match self {
            Self::Japanese => &wording.ja,
            Self::English => &wording.en,
        }
    }
}

/// Writes what was found in one file.
///
/// # Errors
/// When `out` does not take it.
pub fn file(checked: &Checked, language: Language, out: &mut dyn Write) -> fmt::Result {
    let lines = Lines::of(&checked.text);
    checked.outcome.findings.iter().try_for_each(|one| finding(checked, one, &lines, language, out))
}

fn finding(
    checked: &Checked,
    one: &Finding,
    lines: &Lines<'_>,
    language: Language,
    out: &mut dyn Write,
) -> fmt::Result {
    let place = lines.place(one.span.start);
    writeln!(out, "{}:{}:{}: {} {}", checked.file, place.line, place.column, one.severity, one.rule)?;
    let (before, marked, after) = excerpt(lines, place.line, one);
    writeln!(out, "  | {before}{marked}{after}")?;
    writeln!(out, "  | {}{}", " ".repeat(before.width()), "^".repeat(marked.width().max(1)))?;
    writeln!(out, "  = {}", language.of(&one.reason))?;
    writeln!(out, "  → {}", language.of(&one.suggestion))
}

/// The line of a finding, cut to what lies near: before it, itself, after it.
fn excerpt<'s>(lines: &Lines<'s>, line: usize, one: &Finding) -> (&'s str, &'s str, &'s str) {
    let (text, start) = (lines.text(line), lines.start(line));
    let from = one.span.start.saturating_sub(start).min(text.len());
    let to = one.span.end.saturating_sub(start).clamp(from, text.len());
    let (before, marked, after) = (text.get(..from), text.get(from..to), text.get(to..));
    let marked = marked.unwrap_or_default();
    let long = marked.char_indices().nth(AROUND * 2).map_or(marked.len(), |(at, _)| at);
    (last(before.unwrap_or_default()), marked.get(..long).unwrap_or_default(), first(after.unwrap_or_default()))
}

fn last(text: &str) -> &str {
    let start = text.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
    text.get(start..).unwrap_or_default().trim_start_matches('\u{200b}')
}

fn first(text: &str) -> &str {
    let end = text.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

/// The last line of a report.
#[must_use]
pub fn closing(checked: &[Checked], stamp: &Stamp, language: Language) -> String {
    let count: usize = checked.iter().map(|one| one.outcome.findings.len()).sum();
    let files = checked.len();
    let sum = match language {
        Language::Japanese => format!("{files} 件のファイルに {count} 件の指摘があります。"),
        Language::English => format!("Findings: {count}; files: {files}."),
    };
    format!("{sum} {}", language.of(&stamp.sentence()))
}
