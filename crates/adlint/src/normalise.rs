//! One way of writing for many: compatibility forms, width, case, invisible characters and spacing tricks are folded
//! away, and every byte of the result still knows where it came from.

mod character;
mod offsets;
mod scattered;

pub(crate) use character::is_invisible;
pub use offsets::Offsets;

use character::{Written, is_hiragana, is_japanese, is_stable};
use std::iter::Peekable;
use std::ops::Range;
use std::str::CharIndices;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{compose, is_combining_mark};

/// More marks than this on one letter are decoration.
const MOST_MARKS: usize = 8;

/// Normalised text and the way back to its source.
#[derive(Debug, Default, Clone)]
pub struct Text {
    folded: String,
    offsets: Offsets,
}

impl Text {
    /// The normalised text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.folded
    }

    /// The bytes of the source that stand for these bytes of the normalised text; on character boundaries of the
    /// source if `range` is on those of the normalised text.
    #[must_use]
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        self.offsets.source(range)
    }
}

/// What stands between two pieces of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Break {
    /// A line end that only wraps: nothing between Japanese letters, else a space.
    Soft,
    /// A line end that separates statements.
    Hard,
    /// The border between two cells of a row.
    Cell,
}

/// Builds a [`Text`] from pieces of a source.
#[derive(Debug, Default)]
pub struct Normaliser {
    text: Text,
    space: Option<Range<usize>>,
    last: Option<char>,
}

impl Normaliser {
    /// Adds characters that stand in the source as they are, beginning at byte `at`.
    pub fn verbatim(&mut self, piece: &str, at: usize) {
        let mut letters = piece.char_indices().peekable();
        while let Some((index, letter)) = letters.next() {
            let from = at + index;
            if scattered::joins(letter, index, piece) {
            } else if letter.is_ascii() {
                self.ascii(letter, from);
            } else if is_invisible(letter) {
            } else if letter.is_whitespace() {
                self.spaced(from..from + letter.len_utf8());
            } else if is_stable(letter) && !marked(&mut letters) {
                self.emit(letter, from..from + letter.len_utf8(), Written::Same);
            } else {
                let end = at + cluster_end(&mut letters, index, letter);
                self.fold(piece.get(index..end - at).unwrap_or_default(), from..end);
            }
        }
    }

    /// Adds characters that stand for all of `source`, as a decoded entity does.
    pub fn decoded(&mut self, letters: &str, source: Range<usize>) {
        for letter in letters.chars() {
            if letter.is_whitespace() {
                self.spaced(source.clone());
            } else if !is_invisible(letter) {
                self.fold(letter.encode_utf8(&mut [0; 4]), source.clone());
            }
        }
    }

    /// Adds what stands between pieces; `at` is where in the source.
    pub fn separate(&mut self, kind: Break, at: usize) {
        match kind {
            Break::Soft => self.spaced(at..at),
            Break::Hard => self.mark('\n', at),
            Break::Cell => self.mark('|', at),
        }
    }

    /// What was built.
    #[must_use]
    pub fn finish(self) -> Text {
        self.text
    }

    fn mark(&mut self, mark: char, at: usize) {
        self.space = None;
        if self.last.is_some_and(|last| last != mark) {
            self.emit(mark, at..at, Written::Otherwise);
        }
    }

    fn ascii(&mut self, letter: char, at: usize) {
        if letter.is_ascii_whitespace() {
            self.spaced(at..at + 1);
        } else if letter == '-' && self.last.is_some_and(character::is_katakana) {
            self.emit('ー', at..at + 1, Written::Otherwise);
        } else if !letter.is_ascii_control() {
            self.emit(letter.to_ascii_lowercase(), at..at + 1, Written::Same);
        }
    }

    fn spaced(&mut self, source: Range<usize>) {
        self.space = Some(self.space.take().map_or(source.clone(), |before| before.start..source.end));
    }

    fn fold(&mut self, cluster: &str, source: Range<usize>) {
        for letter in cluster.nfkc().flat_map(char::to_lowercase) {
            if is_invisible(letter) {
                continue;
            }
            if letter.is_whitespace() {
                self.spaced(source.clone());
                continue;
            }
            self.emit(character::plain(letter, self.last), source.clone(), Written::Otherwise);
        }
    }

    fn emit(&mut self, letter: char, source: Range<usize>, written: Written) {
        if matches!(letter, 'っ' | 'ッ') && self.is_drawn_out(letter) {
            return;
        }
        if is_combining_mark(letter) {
            return self.mark_last(letter, source.end);
        }
        if let Some(space) = self.space.take()
            && self.last.is_some_and(|last| last != '\n' && !(is_japanese(last) && is_japanese(letter)))
        {
            self.text.offsets.whole(self.text.folded.len(), space);
            self.text.folded.push(' ');
        }
        match written {
            Written::Same => self.text.offsets.same(self.text.folded.len(), source),
            Written::Otherwise => self.text.offsets.whole(self.text.folded.len(), source),
        }
        self.text.folded.push(letter);
        self.last = Some(letter);
    }

    /// Puts a mark that stands alone on the letter before it; one that fits on no letter is decoration.
    fn mark_last(&mut self, mark: char, end: usize) {
        let Some((last, marked)) = self.last.and_then(|last| Some((last, compose(last, mark)?))) else { return };
        let at = self.text.folded.len() - last.len_utf8();
        let from = self.text.source(at..self.text.folded.len()).start;
        self.text.folded.pop();
        self.text.folded.push(marked);
        self.text.offsets.whole(at, from..end);
        self.last = Some(marked);
    }

    /// Whether a small tsu only draws a word out, as in "ぜっっったい"; a long vowel before it in hiragana, as in
    /// "ぜーったい", is taken back.
    fn is_drawn_out(&mut self, letter: char) -> bool {
        if letter == 'っ' && self.last == Some('ー') && self.text.folded.chars().nth_back(1).is_some_and(is_hiragana)
        {
            self.text.folded.pop();
            self.last = self.text.folded.chars().next_back();
        }
        self.last == Some(letter)
    }
}

/// Normalises one whole text; a word of a rule, for example.
#[must_use]
pub fn normalise(source: &str) -> Text {
    let mut normaliser = Normaliser::default();
    normaliser.verbatim(source, 0);
    normaliser.finish()
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{3099}' | '\u{309a}' | '\u{ff9e}' | '\u{ff9f}') || is_combining_mark(letter)
}

fn marked(letters: &mut Peekable<CharIndices<'_>>) -> bool {
    letters.peek().is_some_and(|(_, next)| is_mark(*next))
}

/// The end of a letter with the marks that follow it.
fn cluster_end(letters: &mut Peekable<CharIndices<'_>>, start: usize, letter: char) -> usize {
    let mut end = start + letter.len_utf8();
    for _ in 0..MOST_MARKS {
        match letters.next_if(|(_, next)| is_mark(*next)) {
            Some((index, mark)) => end = index + mark.len_utf8(),
            None => break,
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::normalise;
    use proptest::prelude::*;

    fn folded(text: &str) -> String {
        normalise(text).as_str().to_owned()
    }

    #[test]
    fn width_case_and_compatibility_forms_are_one() {
        assert_eq!(folded("１００％ Ｎo．１ №1 ｶﾅﾗｽﾞ"), "100% no.1 no1 カナラズ");
        assert_eq!(folded("ナンバ―ワン"), "ナンバーワン");
    }

    #[test]
    fn spaces_vanish_between_japanese_letters_only() {
        assert_eq!(folded("か な　ら ず"), "かならず");
        assert_eq!(folded("no  side\teffects"), "no side effects");
        assert_eq!(folded("痛み 0"), "痛み 0");
    }

    #[test]
    fn invisible_letters_vanish_and_the_way_back_spans_them() {
        let text = normalise("必\u{200b}\u{202e}ず");
        assert_eq!(text.as_str(), "必ず");
        assert_eq!(text.source(0..6), 0..12);
        assert_eq!(text.source(3..6), 9..12);
    }

    #[test]
    fn a_letter_written_as_two_maps_back_to_both() {
        let text = normalise("かな か\u{3099}");
        assert_eq!(text.as_str(), "かなが");
        assert_eq!(text.source(6..9), 7..13);
    }

    #[test]
    fn scattered_letters_are_a_word_and_lists_dates_and_long_vowels_stay() {
        assert_eq!(folded("絶★対★安★全 N.o.1 最・先・端"), "絶対安全 no1 最先端");
        assert_eq!(folded("絶-対-に 絶＿対＿に"), "絶対に絶対に");
        for kept in ["目・鼻・ほほ", "赤み・熱・腫れ", "2026.1.2", "コ-ヒ-豆", "安全★簡単", "朝、昼、晩"]
        {
            assert_eq!(folded(kept), kept.replace("コ-ヒ-豆", "コーヒー豆"));
        }
    }

    #[test]
    fn drawn_out_words_are_as_short_as_others() {
        assert_eq!(folded("ぜーったい ぜっっったい らーめん"), "ぜったいぜったいらーめん");
    }

    #[test]
    fn a_mark_that_stands_alone_belongs_to_the_letter_before_it() {
        let text = normalise("か ﾞな x\u{302}");
        assert_eq!(text.as_str(), "がな x");
        assert_eq!(text.source(0..3), 0..7);
    }

    #[test]
    fn letters_that_only_look_latin_are_latin() {
        assert_eq!(folded("b\u{0435}st"), "best");
    }

    proptest! {
        #[test]
        fn every_letter_maps_to_letters_of_the_source(source in "\\PC*[ぁ-んァ-ヶ一-龠ｦ-ﾟ０-９ \u{200b}\u{3099}é①№㌫ﬁ]{0,40}") {
            let text = normalise(&source);
            let mut last = 0;
            for (start, letter) in text.as_str().char_indices() {
                let back = text.source(start..start + letter.len_utf8());
                prop_assert!(source.get(back.clone()).is_some());
                prop_assert!(back.start >= last);
                last = back.start;
            }
        }

        #[test]
        fn normalising_twice_is_normalising_once(source in "[ -~ぁ-んァ-ヶ一-龠ｦ-ﾟ０-９　①№㌫]{0,40}") {
            let once = folded(&source);
            prop_assert_eq!(folded(&once), once.clone());
        }
    }
}
