//! What a protocol says by its structure, in words: conditions, answers, amounts and waiting times. Their one home; what
//! a rule says in its own sentences is not told here.

mod condition;
mod facts;
mod measure;
mod signs;

use crate::facts::Fact;
use crate::protocol::Protocol;
use crate::recovery::Symptom;
use crate::text::{Bilingual, Lang};

/// The words of one language, with the questions whose labels they use.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// The language.
    pub lang: Lang,
    /// The facts that have a label; others are called by their id.
    pub facts: &'a [Fact],
    /// The symptoms that have a question; others are called by their id.
    pub symptoms: &'a [Symptom],
}

impl<'a> Words<'a> {
    /// Words that know what a protocol asks.
    pub fn of(protocol: &'a Protocol, lang: Lang) -> Self {
        Self { lang, facts: &protocol.facts, symptoms: &protocol.recovery.symptoms }
    }

    /// Words that know some facts and no symptom.
    pub const fn about(facts: &'a [Fact], lang: Lang) -> Self {
        Self { lang, facts, symptoms: &[] }
    }

    /// Words that know no question.
    pub const fn plain(lang: Lang) -> Self {
        Self::about(&[], lang)
    }

    /// One of two wordings.
    pub const fn pick<'w>(&self, ja: &'w str, en: &'w str) -> &'w str {
        match self.lang {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }

    /// One of two wordings that were put together.
    pub fn told(&self, ja: String, en: String) -> String {
        match self.lang {
            Lang::Ja => ja,
            Lang::En => en,
        }
    }

    /// What stands between a name and what is said of it.
    pub const fn colon(&self) -> &'static str {
        self.pick("：", ": ")
    }

    /// Things one after the other.
    pub fn list<T: AsRef<str>>(&self, parts: impl IntoIterator<Item = T>) -> String {
        let parts: Vec<T> = parts.into_iter().collect();
        let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
        parts.join(self.pick("、", ", "))
    }
}

/// The same told in both languages.
pub fn in_both(tell: impl Fn(Lang) -> String) -> Bilingual {
    Bilingual::new(tell(Lang::Ja), tell(Lang::En))
}
