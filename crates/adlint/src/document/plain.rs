//! Plain text: paragraphs between empty lines, and the signs that people use for headings and lists.

use super::Kind;
use super::builder::Builder;
use crate::normalise::{Break, is_invisible};
use std::ops::Range;

const HEADS: [char; 7] = ['■', '●', '◆', '【', '▼', '◎', '□'];
/// A longer line is no heading, whatever it begins with.
const LONGEST_HEADING: usize = 40;
const ITEMS: [&str; 6] = ["・", "- ", "* ", "• ", "※", "✓"];

/// Reads lines.
pub fn read(builder: &mut Builder<'_>, range: Range<usize>) {
    let mut at = range.start;
    for line in builder.source().get(range).unwrap_or_default().split_inclusive('\n') {
        let words = line.trim_matches(is_blank);
        let start = at + (line.len() - line.trim_start_matches(is_blank).len());
        at += line.len();
        if words.is_empty() {
            builder.close(start);
            continue;
        }
        match kind(words) {
            Some(kind) => builder.open(kind, start),
            None if matches!(builder.kind(), Some(Kind::Heading(_))) => builder.open(Kind::Paragraph, start),
            None => builder.separate(if goes_on(words) { Break::Soft } else { Break::Hard }, start),
        }
        builder.verbatim(start..start + words.len());
    }
    builder.close(at);
}

fn is_blank(letter: char) -> bool {
    letter.is_whitespace() || is_invisible(letter)
}

fn kind(line: &str) -> Option<Kind> {
    let boxed = line.starts_with('【') && !line.ends_with('】');
    if line.starts_with(HEADS)
        && !boxed
        && line.chars().filter(|letter| !is_invisible(*letter)).count() <= LONGEST_HEADING
    {
        return Some(Kind::Heading(2));
    }
    ITEMS.iter().any(|sign| line.starts_with(sign)).then_some(Kind::Item)
}

/// A line that begins in lower case goes on with the sentence before.
fn goes_on(line: &str) -> bool {
    line.starts_with(|letter: char| letter.is_ascii_lowercase())
}
