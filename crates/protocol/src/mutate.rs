//! Mutation testing of protocol data: change one thing in a protocol, and see whether a case notices.
//!
//! A number that no case notices is a number that nobody checks. What no case can see by design is listed in
//! `mutate/explained.rs`, with the reason.

mod condition;
mod course;
mod explained;
mod numbers;
mod outcome;
mod recovery;
mod screening;
mod session;
mod tally;
mod variant;
mod vocabulary;

pub use tally::{Fate, Tally, tally};

use crate::cases::Part;
use explained::explained;
use journey::facts::Validity;
use journey::protocol::{Library, Protocol};
use journey::slug::{FactId, ProtocolId};
use variant::Variant;

/// A protocol with one thing changed.
pub struct Mutant {
    /// What is changed, such as `screening.recent-isotretinoin.when.within`.
    pub what: String,
    /// How, such as `6 months -> 182 days`.
    pub change: String,
    /// Why no case can see it, where none can by design.
    pub explained: Option<&'static str>,
    part: Option<Part>,
    edit: Edit,
}

/// A change of a protocol.
type Change = Box<dyn Fn(&mut Protocol)>;

/// What is done to the library.
enum Edit {
    Protocol(Change),
    Validity(FactId, Validity),
}

/// Every mutant of a protocol, in the order of its file; none where there is no such protocol.
pub fn mutants(library: &Library, id: &ProtocolId) -> Vec<Mutant> {
    let Some(protocol) = library.get(id) else {
        return Vec::new();
    };
    let mut found = screening::mutants(protocol);
    found.extend(course::mutants(protocol));
    found.extend(session::mutants(protocol));
    found.extend(recovery::mutants(protocol));
    found.extend(outcome::mutants(protocol));
    found.extend(vocabulary::mutants(protocol));
    found
}

impl Mutant {
    /// A mutant of one protocol, seen only by the cases of one part of it, or by all.
    fn of(part: Option<Part>, what: String, change: String, edit: impl Fn(&mut Protocol) + 'static) -> Self {
        let explained = explained(&what, &change);
        Self { what, change, explained, part, edit: Edit::Protocol(Box::new(edit)) }
    }

    /// The library with this change in one of its protocols.
    pub fn applied(&self, library: &Library, id: &ProtocolId) -> Library {
        let mut mutated = library.clone();
        self.apply(&mut mutated, id);
        mutated
    }

    fn apply(&self, library: &mut Library, id: &ProtocolId) {
        match &self.edit {
            Edit::Protocol(change) => library.protocols.get_mut(id).into_iter().for_each(change),
            Edit::Validity(fact, validity) => {
                let ours = library.protocols.get_mut(id).map(|protocol| &mut protocol.facts);
                let facts = library.vocabulary.facts.iter_mut().chain(ours.into_iter().flatten());
                facts.filter(|one| &one.id == fact).for_each(|one| one.valid_for = *validity);
            }
        }
    }
}

/// The parts of a protocol that are a list of things with names.
struct List<T> {
    /// Whose cases can see it; none = any.
    part: Option<Part>,
    /// The first word of the path.
    word: &'static str,
    items: fn(&mut Protocol) -> &mut Vec<T>,
    name: fn(&T) -> String,
    variants: fn(&T, &Protocol) -> Vec<Variant<T>>,
}

impl<T: Clone + 'static> List<T> {
    /// Every variant of every thing, and the list without it.
    fn mutants(&self, protocol: &Protocol) -> Vec<Mutant> {
        let items = (self.items)(&mut protocol.clone()).clone();
        items.iter().enumerate().flat_map(|(at, item)| self.of(protocol, at, item)).collect()
    }

    fn of(&self, protocol: &Protocol, at: usize, item: &T) -> Vec<Mutant> {
        let (part, list) = (self.part, self.items);
        let path = format!("{}.{}", self.word, (self.name)(item));
        let dropped = Mutant::of(part, path.clone(), "dropped".to_owned(), move |protocol| {
            let items = list(protocol);
            if at < items.len() {
                items.remove(at);
            }
        });
        let changed = (self.variants)(item, protocol).into_iter().map(|variant| {
            let Variant { what, change, value } = variant;
            Mutant::of(part, format!("{path}.{what}"), change, move |protocol| {
                list(protocol).get_mut(at).into_iter().for_each(|slot| *slot = value.clone());
            })
        });
        std::iter::once(dropped).chain(changed).collect()
    }
}
