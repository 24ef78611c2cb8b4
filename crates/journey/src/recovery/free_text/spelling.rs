//! One spelling for what patients spell in many ways.

use unicode_normalization::UnicodeNormalization;

/// Japanese spellings and the one that the words of protocols use. A kana spelling needs its particle, for 「うみ」
/// alone is also in 「違うみたい」.
const SPELLINGS: [(&str, &str); 26] = [
    ("うみが", "膿が"),
    ("うみは", "膿は"),
    ("うみも", "膿も"),
    ("はれて", "腫れて"),
    ("はれが", "腫れが"),
    ("はれは", "腫れは"),
    ("いたみが", "痛みが"),
    ("いたみは", "痛みは"),
    ("蕁麻疹", "じんましん"),
    ("瞼", "まぶた"),
    ("目蓋", "まぶた"),
    ("水膨れ", "水ぶくれ"),
    ("水脹れ", "水ぶくれ"),
    ("みずぶくれ", "水ぶくれ"),
    ("痙攣", "けいれん"),
    ("喉", "のど"),
    ("咽", "のど"),
    ("耳なり", "耳鳴り"),
    ("いきぐるし", "息苦し"),
    ("いき苦し", "息苦し"),
    ("息ぐるし", "息苦し"),
    ("霞", "かす"),
    ("づらい", "にくい"),
    ("づらく", "にくく"),
    ("ずらい", "にくい"),
    ("ずらく", "にくく"),
];

/// Width and case folded.
pub(super) fn folded(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// The Japanese text in which a word is looked for, and the word: in one kana unless the word itself has katakana, for
/// 「シミ」 must not be found in 「楽しみ」.
pub(super) fn japanese(text: &str, word: &str) -> (String, String) {
    let (text, word) = (folded(text), folded(word));
    if word.chars().any(is_katakana) {
        (spelled(text), spelled(word))
    } else {
        (spelled(text.chars().map(hiragana).collect()), spelled(word))
    }
}

fn spelled(text: String) -> String {
    SPELLINGS.iter().fold(text, |text, (from, to)| text.replace(from, to))
}

const fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヶ')
}

fn hiragana(c: char) -> char {
    if is_katakana(c) { char::from_u32(u32::from(c) - 0x60).unwrap_or(c) } else { c }
}

const ENDINGS: [&str; 9] = ["", "s", "es", "ed", "ing", "y", "er", "ish", "ful"];
/// From this length on one letter may be wrong.
const LONG: usize = 7;

/// Whether an English word is the one wanted: a usual ending, a doubled letter or, in a long word, one slip allowed.
/// "pus" is not in "push".
pub(super) fn is_same(written: &str, wanted: &str) -> bool {
    let ended = |written: &str, wanted: &str| written.strip_prefix(wanted).is_some_and(|end| ENDINGS.contains(&end));
    ended(written, wanted)
        || ended(&squeezed(written), &squeezed(wanted))
        || (wanted.len() >= LONG && written.get(..1) == wanted.get(..1) && is_one_slip(written, wanted))
}

fn squeezed(word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    letters.dedup();
    letters.into_iter().collect()
}

/// One letter too many, too few, or another.
fn is_one_slip(written: &str, wanted: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (written.chars().collect(), wanted.chars().collect());
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(same..).unwrap_or_default(), b.get(same..).unwrap_or_default());
    let (after_a, after_b) = (a.get(1..).unwrap_or_default(), b.get(1..).unwrap_or_default());
    after_a == b || a == after_b || after_a == after_b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_allowed_in_a_long_word_and_a_second_is_not() {
        assert!(is_same("blistr", "blister"));
        assert!(is_same("bluster", "blister"));
        assert!(!is_same("bluste", "blister"));
        assert!(!is_same("sister", "blister"));
        assert!(!is_same("bus", "pus"));
    }

    #[test]
    fn katakana_is_the_same_as_hiragana_unless_the_word_asks_for_it() {
        let (text, word) = japanese("ｼｺﾘ", "しこり");
        assert_eq!(text, word);
        let (text, word) = japanese("楽しみ", "シミ");
        assert!(!text.contains(&word));
    }
}
