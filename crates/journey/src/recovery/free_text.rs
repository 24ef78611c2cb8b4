//! Alarm words in a patient's own sentences. They can only raise, and a person reads them all the same.
//!
//! A word counts unless the sentence says plainly that it does not: it is denied, it has passed, it is only imagined, it
//! is somebody else's, or the sentence asks in general. Where two readings are possible, the word counts.

mod english;
mod grammar;
mod japanese;
mod spelling;

use super::Words;
use serde::{Deserialize, Serialize};

/// How an alarm word stands in what was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// The patient tells of it: it counts.
    Reported,
    /// It is said not to be there.
    Denied,
    /// It was there and has passed.
    Passed,
    /// It is only imagined: "if …", 「…たら」.
    Imagined,
    /// It is somebody else's.
    OfAnother,
    /// The sentence asks about it in general.
    Asked,
}

/// One alarm word found in a text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Mention {
    /// The word as the protocol has it.
    pub word: String,
    /// How it stands there.
    pub standing: Standing,
}

/// Every place where a text has one of the words, and how it stands there.
///
/// Width, case, kana and usual slips of spelling make no difference.
pub fn read(text: &str, words: &Words) -> Vec<Mention> {
    let found = |word: &String, standings: Vec<Standing>| -> Vec<Mention> {
        standings.into_iter().map(|standing| Mention { word: word.clone(), standing }).collect()
    };
    let japanese = words.ja.iter().flat_map(|word| found(word, japanese::standings(text, word)));
    let sentences = english::sentences(text);
    let english = words.en.iter().flat_map(|word| found(word, english::standings(&sentences, word)));
    japanese.chain(english).collect()
}

/// Whether a text reports one of the words.
///
/// ```
/// use journey::recovery::{Words, mentions};
/// let words = Words { ja: vec!["痛".into()], en: vec!["pain".into()] };
/// assert!(mentions("今朝から痛いです", &words));
/// assert!(!mentions("痛くないです", &words));
/// assert!(mentions("痛くないわけではありません", &words));
/// assert!(!mentions("There is no pain at all.", &words));
/// assert!(!mentions("The pain is gone.", &words));
/// assert!(mentions("Not red, but the pain is worse.", &words));
/// ```
pub fn mentions(text: &str, words: &Words) -> bool {
    read(text, words).iter().any(|mention| mention.standing == Standing::Reported)
}

#[cfg(test)]
mod sentences;

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
