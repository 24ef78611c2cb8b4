//! Alarm words in a patient's own sentences. They can only raise, and a person reads them all the same.

use super::Words;

const JA_NEGATIONS: [&str; 9] = ["ない", "なし", "無い", "無し", "ませ", "なく", "なかっ", "なくな", "ず"];
const EN_NEGATIONS: [&str; 8] = ["no", "not", "without", "never", "none", "isn't", "don't", "didn't"];
const JA_REACH: usize = 8;
const EN_REACH: usize = 4;

/// Whether a text mentions one of the words without negating it.
///
/// Japanese negates after the word, within the same clause; English before it.
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
    words.ja.iter().any(|word| hits(text, word, ja_negated)) || words.en.iter().any(|word| hits(&lower, word, en_negated))
}

fn hits(text: &str, word: &str, negated: fn(&str, &str) -> bool) -> bool {
    !word.is_empty() && text.match_indices(word).any(|(at, _)| !negated(&text[..at], &text[at + word.len()..]))
}

fn is_clause_end(c: char) -> bool {
    matches!(c, '。' | '、' | '！' | '？' | '.' | ',' | '!' | '?' | ';' | '\n')
}

fn ja_negated(_before: &str, after: &str) -> bool {
    let clause: String = after.chars().take_while(|c| !is_clause_end(*c)).take(JA_REACH).collect();
    let turns = clause.contains("が") || clause.contains("けど");
    !turns && JA_NEGATIONS.iter().any(|negation| clause.contains(negation))
}

fn en_negated(before: &str, _after: &str) -> bool {
    let clause = before.rsplit(is_clause_end).next().unwrap_or_default();
    let words: Vec<&str> = clause.split_whitespace().rev().take(EN_REACH).collect();
    let reach = words.iter().take_while(|word| **word != "but");
    reach.into_iter().any(|word| EN_NEGATIONS.contains(word))
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
    fn a_negation_in_another_clause_does_not_silence() {
        assert!(mentions("膿が出ています。熱はありません。", &words()));
        assert!(mentions("No fever, some pus.", &words()));
        assert!(mentions("赤みはないけど、膿が出ています", &words()));
    }
}
