//! Sentences, the quotations in them, questions and their answers.

use std::ops::Range;

/// A statement, in bytes of the normalised text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes, with the mark at its end.
    pub range: Range<usize>,
    /// What kind it is.
    pub mood: Mood,
}

/// What kind of statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mood {
    /// Says something.
    Statement,
    /// Asks something.
    Question,
}

/// A text's sentences and quotations, each in order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The sentences; together they cover the text.
    pub sentences: Vec<Sentence>,
    /// What stands between quotation marks, the marks included.
    pub quotes: Vec<Range<usize>>,
}

/// A sentence longer than this many bytes is cut: nobody reads it, and what looks at a whole sentence stays quick.
const LONGEST: usize = 6000;
/// The longest quotation that keeps its sentence whole.
const LONGEST_QUOTE: usize = 1200;

/// Splits a normalised text.
#[must_use]
pub fn outline(text: &str) -> Outline {
    let quotes = quotes(text);
    let (mut sentences, mut start, mut quoted) = (Vec::new(), 0, quotes.iter().peekable());
    let mut letters = text.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        while quoted.next_if(|quote| quote.end <= at).is_some() {}
        let inside = quoted.peek().is_some_and(|quote| quote.start < at && at + letter.len_utf8() < quote.end);
        let next = letters.peek().map(|(_, next)| *next);
        let before = text.get(start..at).unwrap_or_default();
        if at - start < LONGEST && (inside || !ends(letter, before, next)) {
            continue;
        }
        let mut end = at + letter.len_utf8();
        while let Some((more, mark)) = letters.next_if(|(_, next)| matches!(next, '!' | '?' | '。')) {
            end = more + mark.len_utf8();
        }
        push(&mut sentences, text, start..end);
        start = end;
    }
    push(&mut sentences, text, start..text.len());
    Outline { sentences, quotes }
}

/// A point after one letter, as in "Q." and "A.", or after a short title ends no sentence.
fn abbreviates(before: &str) -> bool {
    let word = before.rsplit(|letter: char| !letter.is_ascii_alphanumeric()).next().unwrap_or_default();
    let single = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    single || matches!(word, "dr" | "mr" | "ms" | "mrs" | "no" | "vs" | "approx" | "st")
}

fn ends(letter: char, before: &str, next: Option<char>) -> bool {
    match letter {
        '。' | '!' | '?' | '\n' => true,
        '.' => next.is_some_and(|next| next == ' ') && !abbreviates(before),
        _ => false,
    }
}

fn push(sentences: &mut Vec<Sentence>, text: &str, range: Range<usize>) {
    let words = text.get(range.clone()).unwrap_or_default().trim();
    if words.chars().any(char::is_alphanumeric) {
        sentences.push(Sentence { range, mood: mood(words) });
    } else if let Some(last) = sentences.last_mut() {
        last.range.end = range.end;
    }
}

fn mood(words: &str) -> Mood {
    let bare = words.trim_end_matches(['。', '!', ' ', '」', '|']);
    if bare.ends_with('?') || bare.ends_with("ですか") || bare.ends_with("ますか") || bare.ends_with("でしょうか")
    {
        Mood::Question
    } else {
        Mood::Statement
    }
}

/// Pairs of quotation marks, the outer ones. A mark without its partner is none.
fn quotes(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut open): (Vec<Range<usize>>, Option<(usize, char)>) = (Vec::new(), None);
    for (at, letter) in text.char_indices() {
        if let Some((start, closing)) = open {
            if letter == closing {
                found.push(start..at + letter.len_utf8());
                open = None;
            } else if at - start > LONGEST_QUOTE || letter == '\n' {
                open = None;
            }
        } else {
            open = closing(letter).map(|closing| (at, closing));
        }
    }
    found
}

fn closing(letter: char) -> Option<char> {
    match letter {
        '「' => Some('」'),
        '『' => Some('』'),
        '“' => Some('”'),
        '"' => Some('"'),
        '〝' => Some('〟'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Mood, outline};

    fn sentences(text: &str) -> Vec<&str> {
        outline(text).sentences.iter().map(|one| text[one.range.clone()].trim()).collect()
    }

    #[test]
    fn a_full_stop_ends_a_sentence_and_a_decimal_point_does_not() {
        assert_eq!(sentences("It is 1.5 mm. It heals."), ["It is 1.5 mm.", "It heals."]);
        assert_eq!(sentences("赤みが出ます。腫れます"), ["赤みが出ます。", "腫れます"]);
    }

    #[test]
    fn a_mark_inside_a_quotation_does_not_end_the_sentence_around_it() {
        assert_eq!(sentences("「消えました!」(20代)").len(), 1);
        assert_eq!(sentences("「閉じない!次です").len(), 2);
    }

    #[test]
    fn a_question_is_known_by_its_mark_or_its_ending() {
        let moods: Vec<Mood> = outline("痛いですか?いいえ。").sentences.iter().map(|one| one.mood).collect();
        assert_eq!(moods, [Mood::Question, Mood::Statement]);
        assert_eq!(outline("痛みはありますか。").sentences[0].mood, Mood::Question);
    }
}
