//! Alarm words in a patient's own sentences. They can only raise, and a person reads them all the same.

use super::Words;

/// What may stand between a Japanese word and its negation.
const JA_BETWEEN: [&str; 22] = [
    "み",
    "い",
    "く",
    "さ",
    "し",
    "り",
    "は",
    "が",
    "も",
    "など",
    "とか",
    "って",
    "なんて",
    "全く",
    "全然",
    "まったく",
    "ぜんぜん",
    "特に",
    "とくに",
    "もう",
    "ほとんど",
    "症状",
];
/// How a Japanese negation begins, right after the word and what may stand between.
const JA_NEGATIONS: [&str; 23] = [
    "ない",
    "無い",
    "なし",
    "無し",
    "なく",
    "なかっ",
    "ありませ",
    "ございませ",
    "感じな",
    "感じませ",
    "出ていな",
    "出ていませ",
    "出てな",
    "出てませ",
    "出な",
    "出ませ",
    "見られな",
    "見られませ",
    "していな",
    "していませ",
    "しな",
    "しませ",
    "気になりませ",
];
const EN_NEGATIONS: [&str; 9] = ["no", "not", "without", "never", "none", "isn't", "don't", "didn't", "haven't"];
/// After these an English negation speaks of something else: "no relief from pain".
const EN_TURNS: [&str; 7] = ["but", "relief", "better", "stop", "stopping", "improvement", "only"];
const EN_ENDINGS: [&str; 8] = ["", "s", "es", "ed", "ing", "y", "er", "ish"];
const EN_REACH: usize = 4;

/// Whether a text mentions one of the words without negating it.
///
/// Japanese negates right after the word; English up to four words before it, within the same clause.
///
/// ```
/// use journey::recovery::{Words, mentions};
/// let words = Words { ja: vec!["痛".into()], en: vec!["pain".into()] };
/// assert!(mentions("今朝から痛いです", &words));
/// assert!(!mentions("痛くないです", &words));
/// assert!(!mentions("There is no pain at all.", &words));
/// assert!(mentions("Not red, but the pain is worse.", &words));
/// ```
pub fn mentions(text: &str, words: &Words) -> bool {
    let lower = text.to_lowercase().replace('’', "'");
    let ja = words.ja.iter().any(|word| hits(text, word, |_, after| !ja_negated(after)));
    ja || words.en.iter().any(|word| hits(&lower, word, |before, after| is_word(before, after) && !en_negated(before)))
}

fn hits(text: &str, word: &str, counts: impl Fn(&str, &str) -> bool) -> bool {
    !word.is_empty() && text.match_indices(word).any(|(at, _)| counts(&text[..at], &text[at + word.len()..]))
}

/// A Japanese negation must follow closely: in 「痛くて眠れない」 the pain is real.
fn ja_negated(after: &str) -> bool {
    if JA_NEGATIONS.iter().any(|negation| after.starts_with(negation)) {
        return true;
    }
    let rest = JA_BETWEEN.iter().find_map(|filler| after.strip_prefix(filler));
    rest.is_some_and(ja_negated)
}

/// Whether an English piece stands as a word of its own, a usual ending allowed: "pus" is not in "push".
fn is_word(before: &str, after: &str) -> bool {
    let ending: String = after.chars().take_while(|c| c.is_ascii_alphabetic()).collect();
    !before.ends_with(|c: char| c.is_ascii_alphanumeric()) && EN_ENDINGS.contains(&ending.as_str())
}

fn en_negated(before: &str) -> bool {
    let ends = |c: char| matches!(c, '。' | '、' | '.' | ',' | '!' | '?' | ';' | ':' | '\n');
    let clause = before.rsplit(ends).next().unwrap_or_default();
    let near = clause.split_whitespace().rev().take(EN_REACH);
    near.take_while(|word| !EN_TURNS.contains(word)).any(|word| EN_NEGATIONS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Words {
        Words { ja: vec!["息苦し".into(), "膿".into()], en: vec!["pus".into(), "short of breath".into()] }
    }

    #[test]
    fn a_word_is_heard_in_both_languages() {
        assert!(mentions("昨夜から息苦しいです", &words()));
        assert!(mentions("I am short of breath", &words()));
        assert!(!mentions("元気です", &words()));
        assert!(!mentions("", &words()));
    }

    #[test]
    fn a_negated_word_is_not_heard() {
        assert!(!mentions("膿はありません。", &words()));
        assert!(!mentions("膿は出ていない", &words()));
        assert!(!mentions("I don't see any pus", &words()));
    }

    #[test]
    fn a_negation_of_something_else_does_not_silence() {
        assert!(mentions("膿が出ています。熱はありません。", &words()));
        assert!(mentions("No fever, some pus.", &words()));
        assert!(mentions("赤みはないけど、膿が出ています", &words()));
        assert!(mentions("息苦しくて眠れない", &words()));
        assert!(mentions("膿が止まりません", &words()));
        assert!(mentions("no relief, the pus is still there", &words()));
    }

    #[test]
    fn an_english_piece_is_a_whole_word_with_a_usual_ending() {
        let words = Words { ja: Vec::new(), en: vec!["pus".into(), "blister".into()] };
        assert!(!mentions("I push the cart", &words));
        assert!(!mentions("corpus", &words));
        assert!(mentions("it blistered", &words));
    }

    #[test]
    fn becoming_painful_is_not_a_negation() {
        let words = Words { ja: vec!["痛".into()], en: Vec::new() };
        assert!(mentions("夜から痛くなった", &words));
        assert!(!mentions("もう痛くなくなりました", &words));
        assert!(!mentions("痛みは全くありません", &words));
    }
}
