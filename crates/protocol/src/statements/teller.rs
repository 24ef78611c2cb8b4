//! Whose protocol is told, and what its names are called.

use journey::facts::FactTest;
use journey::kleene::Condition;
use journey::protocol::{Library, Protocol};
use journey::recovery::SignTest;
use journey::text::{Bilingual, Lang};
use journey::words::{Words, in_both};
use std::fmt::Display;

/// A protocol, and the library that its names are looked up in; without one they are told as they stand.
#[derive(Clone, Copy)]
pub(crate) struct Teller<'a> {
    pub protocol: &'a Protocol,
    pub library: Option<&'a Library>,
}

impl<'a> Teller<'a> {
    /// The same in both languages, with the questions of the protocol.
    pub fn both(&self, tell: impl Fn(Words<'a>) -> String) -> Bilingual {
        in_both(|lang| tell(Words::of(self.protocol, lang)))
    }

    /// A condition over facts.
    pub fn facts(&self, condition: &Condition<FactTest>) -> Bilingual {
        self.both(|words| words.over_facts(condition))
    }

    /// A condition over symptoms.
    pub fn signs(&self, condition: &Condition<SignTest>) -> Bilingual {
        self.both(|words| words.over_signs(condition))
    }

    /// Names looked up in the library, one after the other; `all` where there are none.
    pub fn names<'i, T: Display + PartialEq + 'i>(
        &self,
        ids: impl IntoIterator<Item = &'i T> + Clone,
        name: impl Fn(&Library, &T) -> Option<Bilingual>,
        all: (&str, &str),
    ) -> Bilingual {
        self.both(|words| {
            let told: Vec<String> = ids.clone().into_iter().map(|id| self.name(words.lang, id, &name)).collect();
            if told.is_empty() { words.pick(all.0, all.1).to_owned() } else { words.list(told) }
        })
    }

    /// One name looked up in the library.
    pub fn one<T: Display>(&self, id: &T, name: impl Fn(&Library, &T) -> Option<Bilingual>) -> Bilingual {
        in_both(|lang| self.name(lang, id, &name))
    }

    fn name<T: Display>(&self, lang: Lang, id: &T, name: &impl Fn(&Library, &T) -> Option<Bilingual>) -> String {
        let found = self.library.and_then(|library| name(library, id));
        found.map_or_else(|| id.to_string(), |name| name.get(lang).to_owned())
    }
}
