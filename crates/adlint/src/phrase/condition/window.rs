//! So many letters before or after a find.

use crate::phrase::pattern::parts_clauses;
use crate::phrase::reading::Reading;
use std::ops::Range;

/// On which side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// After the find.
    After,
    /// Before it.
    Before,
    /// On either side, the find included.
    Around,
}

/// How far a window reaches besides its letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Within {
    Clause,
    Sentence,
    Block,
}

/// A stretch of text beside a find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    pub(super) side: Side,
    letters: usize,
    within: Within,
}

impl Window {
    /// Reads `after`, `before` (the same clause), `after,`, `before,` (the same sentence) and `around` (the block).
    pub(super) fn read(side: &str, letters: &str) -> Result<Self, String> {
        let (side, within) = match side {
            "after" => (Side::After, Within::Clause),
            "after," => (Side::After, Within::Sentence),
            "before" => (Side::Before, Within::Clause),
            "before," => (Side::Before, Within::Sentence),
            "around" => (Side::Around, Within::Block),
            other => return Err(format!("`{other}` is no side; write `after`, `before` or `around`")),
        };
        let letters = letters.parse().map_err(|_| format!("`{letters}` is no number of letters"))?;
        Ok(Self { side, letters, within })
    }

    /// What lies after the find.
    pub(super) fn ahead(&self, reading: &Reading, sentence: &Range<usize>, find: &Range<usize>) -> Range<usize> {
        let text = reading.text.as_str();
        let limit = if self.within == Within::Block { text.len() } else { sentence.end };
        let rest = text.get(find.end..limit.max(find.end)).unwrap_or_default();
        let mut end = rest.len();
        for (count, (at, letter)) in rest.char_indices().enumerate() {
            if count >= self.letters || (self.within == Within::Clause && is_border(rest, at, letter)) {
                end = at;
                break;
            }
        }
        find.end..find.end + end
    }

    /// What lies before the find.
    pub(super) fn behind(&self, reading: &Reading, sentence: &Range<usize>, find: &Range<usize>) -> Range<usize> {
        let text = reading.text.as_str();
        let limit = if self.within == Within::Block { 0 } else { sentence.start };
        let rest = text.get(limit.min(find.start)..find.start).unwrap_or_default();
        let mut start = 0;
        for (count, (at, letter)) in rest.char_indices().rev().enumerate() {
            if count >= self.letters || (self.within == Within::Clause && is_border(rest, at, letter)) {
                start = at + letter.len_utf8();
                break;
            }
        }
        limit.min(find.start) + start..find.start
    }
}

fn is_border(text: &str, at: usize, letter: char) -> bool {
    let mut start = at.saturating_sub(1);
    let mut end = (at + letter.len_utf8() + 1).min(text.len());
    while !text.is_char_boundary(start) {
        start = start.saturating_sub(1);
    }
    while !text.is_char_boundary(end) {
        end += 1;
    }
    matches!(letter, '、' | ',' | ';' | '\n' | '。') && parts_clauses(text.get(start..end).unwrap_or_default())
}
