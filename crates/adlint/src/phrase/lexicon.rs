//! All words of all rules, found in one pass.

use super::hit::{ClassId, Hit, Standing};
use crate::normalise::normalise;
use aho_corasick::{AhoCorasick, MatchKind};
use std::collections::BTreeMap;

/// A word of so many kana is found in either script; a shorter one would be found inside other words.
const KANA_TO_FOLD: usize = 4;

/// A Latin word of so many letters is found with a space after each, too.
const LATIN_TO_SPACE: usize = 4;

/// What a word is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Role {
    /// A word of the class.
    Member(ClassId),
    /// A longer word in which a word of the class means something else.
    Compound(ClassId),
}

/// Collects words.
#[derive(Debug, Default)]
pub struct Words {
    roles: BTreeMap<String, Vec<Role>>,
}

impl Words {
    /// A word of a class; a `*` at its end stands for any ending of a Latin word.
    pub fn member(&mut self, word: &str, class: ClassId) {
        self.add(word, Role::Member(class));
    }

    /// A word in which words of the class mean something else.
    pub fn compound(&mut self, word: &str, class: ClassId) {
        self.add(word, Role::Compound(class));
    }

    fn add(&mut self, word: &str, role: Role) {
        let (stem, ending) = word.strip_suffix('*').map_or((word, ""), |stem| (stem, "*"));
        let stem = normalise(stem).as_str().to_owned();
        let others = [swap(&stem, Script::Hiragana), swap(&stem, Script::Katakana), spaced(&stem)];
        for written in others.into_iter().chain([Some(stem.clone())]) {
            let Some(written) = written.filter(|written| !written.is_empty()) else { continue };
            let roles = self.roles.entry(format!("{written}{ending}")).or_default();
            if !roles.contains(&role) {
                roles.push(role);
            }
        }
    }

    /// The lexicon of all of them. `None` if there are too many to search for at once.
    #[must_use]
    pub fn build(self) -> Option<Lexicon> {
        let words: Vec<Word> = self.roles.into_iter().map(|(word, roles)| Word::new(&word, roles)).collect();
        let automaton =
            AhoCorasick::builder().match_kind(MatchKind::Standard).build(words.iter().map(|word| &word.text));
        Some(Lexicon { automaton: automaton.ok()?, words })
    }
}

/// A Latin word with a space between its letters, as it is written to get past a search.
fn spaced(word: &str) -> Option<String> {
    let hides = word.len() >= LATIN_TO_SPACE && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'.');
    hides.then(|| word.chars().map(String::from).collect::<Vec<_>>().join(" "))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Hiragana,
    Katakana,
}

/// The word with its kana in the other script, if it has enough of them.
fn swap(word: &str, script: Script) -> Option<String> {
    let is_kana = |letter: &char| matches!(letter, 'ぁ'..='ゖ' | 'ァ'..='ヶ' | 'ー');
    if word.chars().filter(is_kana).count() < KANA_TO_FOLD {
        return None;
    }
    let other = |letter: char| match (letter, script) {
        ('ぁ'..='ゖ', Script::Katakana) => char::from_u32(letter as u32 + 0x60).unwrap_or(letter),
        ('ァ'..='ヶ', Script::Hiragana) => char::from_u32(letter as u32 - 0x60).unwrap_or(letter),
        _ => letter,
    };
    Some(word.chars().map(other).collect())
}

#[derive(Debug)]
struct Word {
    text: String,
    roles: Vec<Role>,
    begins: Edge,
    ends: Edge,
}

/// What may stand beside a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    /// Anything.
    Any,
    /// No Latin letter.
    NoLetter,
    /// No digit, nor a point or comma that belongs to one.
    NoDigit,
}

impl Edge {
    fn of(letter: Option<char>) -> Self {
        match letter {
            Some('a'..='z') => Self::NoLetter,
            Some('0'..='9') => Self::NoDigit,
            _ => Self::Any,
        }
    }

    fn bears(self, near: Option<&u8>, beyond: Option<&u8>) -> bool {
        match self {
            Self::Any => true,
            Self::NoLetter => !near.is_some_and(u8::is_ascii_lowercase),
            Self::NoDigit => {
                let joined = matches!(near, Some(b'.' | b',')) && beyond.is_some_and(u8::is_ascii_digit);
                !near.is_some_and(u8::is_ascii_digit) && !joined
            }
        }
    }
}

impl Word {
    fn new(word: &str, roles: Vec<Role>) -> Self {
        let (text, ends) = match word.strip_suffix('*') {
            Some(stem) => (stem, Edge::Any),
            None => (word, Edge::of(word.chars().last())),
        };
        Self { text: text.to_owned(), roles, begins: Edge::of(text.chars().next()), ends }
    }

    fn stands(&self, bytes: &[u8], start: usize, end: usize) -> bool {
        let before = |n: usize| start.checked_sub(n).and_then(|at| bytes.get(at));
        self.begins.bears(before(1), before(2)) && self.ends.bears(bytes.get(end), bytes.get(end + 1))
    }
}

/// All words of a pack.
#[derive(Debug)]
pub struct Lexicon {
    automaton: AhoCorasick,
    words: Vec<Word>,
}

impl Lexicon {
    /// Every word in the text, also those inside others.
    pub fn find(&self, text: &str, found: &mut Vec<Hit>) {
        let mut compounds: Vec<Hit> = Vec::new();
        let first = found.len();
        for matched in self.automaton.find_overlapping_iter(text) {
            let Some(word) = self.words.get(matched.pattern().as_usize()) else { continue };
            if !word.stands(text.as_bytes(), matched.start(), matched.end()) {
                continue;
            }
            let short = |position| u32::try_from(position).unwrap_or(u32::MAX);
            for role in &word.roles {
                let (class, target) = match role {
                    Role::Member(class) => (*class, &mut *found),
                    Role::Compound(class) => (*class, &mut compounds),
                };
                let (start, end) = (short(matched.start()), short(matched.end()));
                target.push(Hit { start, end, class, standing: Standing::Free });
            }
        }
        if !compounds.is_empty() {
            mark(found.get_mut(first..).unwrap_or_default(), compounds);
        }
    }
}

/// Marks the words that lie in a longer one of another meaning.
fn mark(found: &mut [Hit], compounds: Vec<Hit>) {
    let mut by_class: BTreeMap<ClassId, Vec<Hit>> = BTreeMap::new();
    compounds.into_iter().for_each(|hit| by_class.entry(hit.class).or_default().push(hit));
    // The automaton reports by ends, so each list is ordered by its ends; the first that ends at or after the word's
    // end is the only one that may cover it besides its few followers of the same length.
    for hit in found {
        let Some(longer) = by_class.get(&hit.class) else { continue };
        let from = longer.partition_point(|compound| compound.end < hit.end);
        let covers = |compound: &&Hit| compound.start <= hit.start && compound.end >= hit.end;
        if longer.iter().skip(from).take(8).any(|compound| covers(&compound)) {
            hit.standing = Standing::Compound;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Words;
    use crate::phrase::hit::{ClassId, Standing};

    fn found(words: &[&str], compounds: &[&str], text: &str) -> Vec<(String, Standing)> {
        let mut all = Words::default();
        words.iter().for_each(|word| all.member(word, ClassId(0)));
        compounds.iter().for_each(|word| all.compound(word, ClassId(0)));
        let (lexicon, mut hits) = (all.build().expect("few words"), Vec::new());
        lexicon.find(text, &mut hits);
        hits.iter().map(|hit| (text[hit.range()].to_owned(), hit.standing)).collect()
    }

    #[test]
    fn latin_words_stand_alone_unless_a_star_lets_them_end_as_they_like() {
        assert_eq!(found(&["best"], &[], "the best, the bestow"), [("best".into(), Standing::Free)]);
        assert_eq!(found(&["guarantee*"], &[], "guaranteed").len(), 1);
    }

    #[test]
    fn a_latin_word_is_found_letter_by_letter() {
        assert_eq!(
            found(&["guarantee*", "no.1"], &[], "g u a r a n t e e d, N o . 1".to_lowercase().as_str()).len(),
            2
        );
        assert!(found(&["top"], &[], "t o p").is_empty());
    }

    #[test]
    fn a_number_of_two_digits_is_not_found_in_three() {
        assert!(found(&["no.1"], &[], "no.10 no.1.5").is_empty());
        assert_eq!(found(&["no.1"], &[], "no.1です").len(), 1);
    }

    #[test]
    fn four_kana_are_found_in_either_script_and_three_are_not() {
        assert_eq!(found(&["かならず"], &[], "カナラズ").len(), 1);
        assert!(found(&["しみる"], &[], "シミル").is_empty());
    }

    #[test]
    fn a_longer_word_of_another_meaning_covers_only_its_own_place() {
        let found = found(&["最高"], &["最高血圧"], "最高血圧と最高の技術");
        assert_eq!(found, [("最高".into(), Standing::Compound), ("最高".into(), Standing::Free)]);
    }
}
