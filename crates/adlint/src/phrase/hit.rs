//! A class of words and where one of them was found.

use std::ops::Range;

/// A class of words or of sequences, by its place in the pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClassId(pub(crate) u16);

/// Whether a word stands by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// By itself.
    Free,
    /// As a part of a longer word that means something else, as the "top" of "top of the page".
    Compound,
}

/// A word of a class, in bytes of the normalised text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// What it is.
    pub class: ClassId,
    /// Whether it stands by itself.
    pub standing: Standing,
}

impl Hit {
    /// Its bytes.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Which classes occur.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ClassSet {
    words: Vec<u64>,
}

impl ClassSet {
    /// Adds one.
    pub fn insert(&mut self, class: ClassId) {
        let word = usize::from(class.0) / 64;
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        if let Some(word) = self.words.get_mut(word) {
            *word |= 1 << (class.0 % 64);
        }
    }

    /// Adds all of another set.
    pub fn extend(&mut self, other: &Self) {
        if self.words.len() < other.words.len() {
            self.words.resize(other.words.len(), 0);
        }
        self.words.iter_mut().zip(&other.words).for_each(|(word, more)| *word |= more);
    }

    /// Whether one is there.
    #[must_use]
    pub fn contains(&self, class: ClassId) -> bool {
        self.words.get(usize::from(class.0) / 64).is_some_and(|word| word & (1 << (class.0 % 64)) != 0)
    }
}

impl FromIterator<ClassId> for ClassSet {
    fn from_iter<I: IntoIterator<Item = ClassId>>(classes: I) -> Self {
        let mut set = Self::default();
        classes.into_iter().for_each(|class| set.insert(class));
        set
    }
}
