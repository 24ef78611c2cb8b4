//! Words whose letters are scattered: "絶★対★安★全", "最・先・端", "N.o.1".

use super::character::{is_invisible, is_kanji, is_katakana};
use unicode_normalization::UnicodeNormalization;

/// Whether the mark at byte `at` only keeps the letters of a word apart: it stands between letters, and the same mark
/// stands on the other side of one of them.
///
/// A dot or comma between words of several letters is a list and stays. So do marks between digits: dates, prices and
/// versions; and a hyphen behind katakana, which is a long vowel.
pub fn joins(mark: char, at: usize, text: &str) -> bool {
    if !is_joint(mark) {
        return false;
    }
    let mut after = text.get(at + mark.len_utf8()..).unwrap_or_default().chars().filter(seen);
    let mut before = text.get(..at).unwrap_or_default().chars().rev().filter(seen);
    let (Some(last), Some(next)) = (before.next(), after.next()) else { return false };
    if !stands(mark, last) || (mark == '-' && is_katakana(last)) {
        return false;
    }
    let begins = stands(mark, next) && after.next() == Some(mark) && after.next().is_some_and(|end| ends(mark, end));
    let goes_on = ends(mark, next) && before.next() == Some(mark) && before.next().is_some_and(|one| stands(mark, one));
    begins || goes_on
}

fn seen(letter: &char) -> bool {
    !is_invisible(*letter)
}

/// Marks that are put between letters. What also lists words of one letter is told apart by [`stands`].
fn is_joint(mark: char) -> bool {
    matches!(mark, '-' | '.' | '_' | '*' | '+' | '~' | '・' | '･' | '·' | '‧' | '．' | '＿' | '＊' | '＋' | '〜' | '～')
        || matches!(mark, '★' | '☆' | '♥' | '♡' | '♪' | '♫' | '◆' | '◇' | '●' | '○' | '■' | '□' | '▼' | '▲')
}

/// Whether a letter may stand at the side of a mark: between middle dots only kanji, as "目・鼻・ほほ" is a list.
fn stands(mark: char, letter: char) -> bool {
    match mark {
        '・' | '･' => is_kanji(letter),
        _ => letter.nfkc().all(char::is_alphabetic),
    }
}

/// The last letter may be a digit, as in "N.o.1".
fn ends(mark: char, letter: char) -> bool {
    stands(mark, letter) || (mark != '・' && mark != '･' && letter.nfkc().all(char::is_numeric))
}
