//! One statement, built aspect by aspect.

use super::aspect::{Aspect, Field};
use super::meaning::Meaning;
use super::part::Part;
use journey::evidence::Force;
use journey::text::Bilingual;
use std::fmt::Display;

/// One statement of a protocol.
#[derive(Clone, Debug)]
pub(crate) struct Statement {
    pub part: Part,
    /// Its name within its part; made of what it speaks of where the file gives none.
    pub id: String,
    /// Whether the file names it, or it is known by what it says.
    pub known_by: KnownBy,
    /// What it says, or what it is called.
    pub title: Bilingual,
    /// How serious it is among its kind: more is more.
    pub weight: u8,
    /// Whether it takes part in decisions.
    pub force: Force,
    pub aspects: Vec<Aspect>,
}

/// How two versions of a statement find each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum KnownBy {
    /// By its name.
    Name,
    /// By its words, or else by everything but its words.
    Words,
}

impl Statement {
    /// A statement of a part that says nothing yet.
    pub fn new(part: Part, id: impl Display, title: Bilingual) -> Self {
        let (known_by, aspects) = (KnownBy::Name, Vec::new());
        Self { part, id: id.to_string(), known_by, title, weight: 0, force: Force::Acts, aspects }
    }

    /// A statement without a name, known by what it says.
    pub fn unnamed(part: Part, at: usize, title: &Bilingual) -> Self {
        let named = Self::new(part, at + 1, title.clone());
        Self { known_by: KnownBy::Words, ..named }
    }

    /// So serious among its kind.
    pub fn weighing(self, weight: u8) -> Self {
        Self { weight, ..self }
    }

    /// With one thing more that it says.
    pub fn with(mut self, field: Field, text: Bilingual, meaning: Meaning) -> Self {
        self.aspects.push(Aspect { field, text, meaning });
        self
    }

    /// With one thing more, if it is there.
    pub fn with_any(self, field: Field, found: Option<(Bilingual, Meaning)>) -> Self {
        match found {
            Some((text, meaning)) => self.with(field, text, meaning),
            None => self,
        }
    }

    /// With a value of which more or less strict has no sense.
    pub fn plain(self, field: Field, text: Bilingual) -> Self {
        self.with(field, text, Meaning::Plain)
    }

    /// With such a value, if it is there.
    pub fn plain_any(self, field: Field, text: Option<Bilingual>) -> Self {
        self.with_any(field, text.map(|text| (text, Meaning::Plain)))
    }

    /// With a number or a name, which are the same in both languages.
    pub fn same(self, field: Field, value: impl Display) -> Self {
        self.plain(field, same(value))
    }

    /// With a sentence of the file.
    pub fn wording(self, field: Field, text: &Bilingual) -> Self {
        self.with(field, text.clone(), Meaning::Wording)
    }

    /// With a sentence of the file, if it is there.
    pub fn wording_any(self, field: Field, text: Option<&Bilingual>) -> Self {
        self.with_any(field, text.map(|text| (text.clone(), Meaning::Wording)))
    }

    /// What it says under a name.
    pub fn aspect(&self, field: Field) -> Option<&Aspect> {
        self.aspects.iter().find(|aspect| aspect.field == field)
    }
}

/// What reads the same in both languages.
pub(super) fn same(value: impl Display) -> Bilingual {
    let text = value.to_string();
    Bilingual::new(text.clone(), text)
}
