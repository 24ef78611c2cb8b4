//! What must hold around a find, or must not: `after 12 negation`, `quoted and sentence has warning`.

mod place;
mod window;

pub use place::{Answer, Place};

use super::hit::{ClassId, Standing};
use crate::channel::Channel;
use window::{Side, Window};

/// Conditions that must all hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    terms: Vec<(Expect, Term)>,
}

/// Whether a term must hold or must not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    Holds,
    Fails,
}

/// One thing that can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Term {
    Compound,
    Quoted,
    Question,
    Heading,
    Item,
    Quotation,
    Near(Window, Vec<ClassId>),
    Sentence(Vec<ClassId>),
    SentenceBegins(Vec<ClassId>),
    Block(Vec<ClassId>),
    Match(Vec<ClassId>),
    Headings(Vec<ClassId>),
    Answer(Vec<ClassId>),
    AnswerBegins(Vec<ClassId>),
    NextBlock(Vec<ClassId>),
    Page(Vec<ClassId>),
    Channel(Channel),
}

/// A word begins a sentence if so few letters stand before it.
const BEGINNING: usize = 6;

impl Condition {
    /// Reads one line.
    ///
    /// # Errors
    /// With what is wrong, in words.
    pub fn read(line: &str, class: &mut dyn FnMut(&str) -> Option<ClassId>) -> Result<Self, String> {
        let terms: Result<Vec<_>, String> = line.split(" and ").map(|term| Self::term(term.trim(), class)).collect();
        Ok(Self { terms: terms? })
    }

    fn term(term: &str, class: &mut dyn FnMut(&str) -> Option<ClassId>) -> Result<(Expect, Term), String> {
        let (expect, term) = term.strip_prefix("not ").map_or((Expect::Holds, term), |term| (Expect::Fails, term));
        let mut classes = |names: &str| -> Result<Vec<ClassId>, String> {
            let one = |name: &str| class(name).ok_or_else(|| format!("nothing is called `{name}` here or above"));
            names.split('|').map(one).collect()
        };
        let words: Vec<&str> = term.split_whitespace().collect();
        let read = match words.as_slice() {
            ["compound"] => Term::Compound,
            ["quoted"] => Term::Quoted,
            ["question"] => Term::Question,
            ["heading"] => Term::Heading,
            ["item"] => Term::Item,
            ["quotation"] => Term::Quotation,
            ["sentence", "has", names] => Term::Sentence(classes(names)?),
            ["sentence", "begins", names] => Term::SentenceBegins(classes(names)?),
            ["block", "has", names] => Term::Block(classes(names)?),
            ["match", "has", names] => Term::Match(classes(names)?),
            ["headings", "have", names] => Term::Headings(classes(names)?),
            ["answer", "has", names] => Term::Answer(classes(names)?),
            ["answer", "begins", names] => Term::AnswerBegins(classes(names)?),
            ["page", "has", names] => Term::Page(classes(names)?),
            ["next", "has", names] => Term::NextBlock(classes(names)?),
            ["channel", name] => {
                Term::Channel(Channel::named(name).ok_or_else(|| format!("no channel is called `{name}`"))?)
            }
            [side, letters, names] => Term::Near(Window::read(side, letters)?, classes(names)?),
            _ => return Err(format!("`{term}` is no condition")),
        };
        Ok((expect, read))
    }

    /// Whether it holds at a place.
    #[must_use]
    pub fn holds(&self, place: &Place<'_>) -> bool {
        self.terms.iter().all(|(expect, term)| term.holds(place) == (*expect == Expect::Holds))
    }
}

impl Term {
    fn holds(&self, place: &Place<'_>) -> bool {
        match self {
            Self::Compound => place.standing == Standing::Compound,
            Self::Quoted => place.quoted(),
            Self::Question => place.asks(),
            Self::Heading => place.is_heading(),
            Self::Item => place.is_item(),
            Self::Quotation => place.is_quotation(),
            Self::Near(window, classes) => window.holds(place, classes),
            Self::Sentence(classes) => place.reading.has(place.sentence.range.clone(), classes),
            Self::SentenceBegins(classes) => place.begins(place.reading, place.sentence.range.clone(), classes),
            Self::Block(classes) => place.reading.has_any(classes),
            Self::Match(classes) => place.reading.has(place.range.clone(), classes),
            Self::Headings(classes) => place.headings().any(|heading| heading.has_any(classes)),
            Self::Answer(classes) => place.answers().any(|answer| answer.has(classes)),
            Self::AnswerBegins(classes) => {
                place.answers().next().is_some_and(|answer| place.begins(answer.reading, answer.range, classes))
            }
            Self::Page(classes) => classes.iter().any(|class| place.page.contains(*class)),
            Self::Channel(channel) => place.channel == *channel,
            Self::NextBlock(classes) => place.next().is_some_and(|next| next.has_any(classes)),
        }
    }
}

impl Window {
    fn holds(&self, place: &Place<'_>, classes: &[ClassId]) -> bool {
        let ahead = || self.ahead(place.reading, &place.sentence.range, &place.range);
        let behind = || self.behind(place.reading, &place.sentence.range, &place.range);
        let has = |range| place.reading.has(range, classes);
        match self.side {
            Side::After => has(ahead()),
            Side::Before => has(behind()),
            Side::Around => has(behind().start..ahead().end),
        }
    }
}
