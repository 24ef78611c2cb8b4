//! Somebody who types into an article.

use crate::seed::chance::Chance;

/// What is typed: words that rules look for, and words that take them back.
const TYPED: [&str; 8] = [
    "必ず治ります。",
    "とは限りません。",
    "副作用はありません",
    "、",
    "5回で49,500円（税込）",
    "painless ",
    "\n\n",
    "最新の",
];
/// Of a hundred keystrokes so many take a character away.
const TAKEN: u64 = 20;
/// Of a hundred keystrokes so many begin at another place.
const MOVED: u64 = 10;

/// An article under the hands, and what is still to be typed at this place.
pub(super) struct Typing {
    text: Vec<char>,
    place: usize,
    waiting: Vec<char>,
    chance: Chance,
}

impl Typing {
    /// Begins somewhere in an article.
    pub fn into(article: &str, seed: u64) -> Self {
        let mut typing =
            Self { text: article.chars().collect(), place: 0, waiting: Vec::new(), chance: Chance::new(seed) };
        typing.move_on();
        typing
    }

    /// One more keystroke; the whole text after it, as an editor sends it.
    pub fn key(&mut self) -> String {
        if self.chance.percent(MOVED) {
            self.move_on();
        }
        if self.chance.percent(TAKEN) && self.place > 0 {
            self.place -= 1;
            self.text.remove(self.place);
        } else {
            let letter = self.next_letter();
            self.text.insert(self.place, letter);
            self.place += 1;
        }
        self.text.iter().collect()
    }

    fn move_on(&mut self) {
        self.place = usize::try_from(self.chance.below(self.text.len() as u64 + 1)).unwrap_or(0);
        self.waiting.clear();
    }

    fn next_letter(&mut self) -> char {
        if self.waiting.is_empty() {
            let words = self.chance.one(&TYPED).copied().unwrap_or_default();
            self.waiting = words.chars().rev().collect();
        }
        self.waiting.pop().unwrap_or(' ')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_keystroke_adds_or_takes_one_character() {
        let mut typing = Typing::into("肌のご相談を承ります。", 7);
        let mut before = 11_usize;
        for _ in 0..500 {
            let now = typing.key().chars().count();
            assert_eq!(now.abs_diff(before), 1);
            before = now;
        }
    }

    #[test]
    fn an_empty_article_can_be_typed_into() {
        let mut typing = Typing::into("", 1);
        assert!((0..100).all(|_| typing.key().chars().count() <= 100));
    }
}
