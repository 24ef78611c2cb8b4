//! Mutation testing of protocol data: change one thing in a protocol, and see whether a case notices.
//!
//! A number that no case notices is a number that nobody checks. What no case can see by design is listed in
//! `mutate/explained.rs`, with the reason.

mod condition;
mod course;
mod explained;
mod face;
mod list;
mod numbers;
mod operator;
mod outcome;
mod product;
mod recall;
mod recovery;
mod same;
mod scale;
mod screening;
mod session;
mod single;
mod tally;
mod titration;
mod told;
mod variant;
mod vocabulary;

pub use tally::{Fate, Tally, tally};

use crate::cases::Part;
use explained::{Unseen, explained};
use journey::facts::Validity;
use journey::protocol::{Library, Protocol};
use journey::slug::{FactId, ProtocolId};

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
    let parts = [
        screening::mutants(protocol),
        course::mutants(protocol),
        session::mutants(protocol),
        titration::mutants(protocol),
        face::mutants(protocol),
        operator::mutants(protocol),
        product::mutants(protocol),
        recovery::mutants(protocol),
        outcome::mutants(protocol),
        scale::mutants(library, protocol),
        recall::mutants(protocol),
        told::mutants(protocol),
        vocabulary::mutants(protocol),
    ];
    parts.into_iter().flatten().collect()
}

impl Mutant {
    /// A mutant of one protocol, seen only by the cases of one part of it, or by all.
    fn of(part: Option<Part>, what: String, change: String, edit: impl Fn(&mut Protocol) + 'static) -> Self {
        let explained = explained(&what, &change).map(Unseen::told);
        Self { what, change, explained, part, edit: Edit::Protocol(Box::new(edit)) }
    }

    /// The same, where the statement itself tells why nobody can see the change.
    fn unless_unseen(self, unseen: Option<Unseen>) -> Self {
        Self { explained: unseen.map(Unseen::told).or(self.explained), ..self }
    }

    /// The library with this change in one of its protocols.
    pub fn applied(&self, library: &Library, id: &ProtocolId) -> Library {
        let mut mutated = library.clone();
        self.apply(&mut mutated, id);
        mutated
    }

    /// Whether it changes more than the protocol.
    const fn touches_vocabulary(&self) -> bool {
        matches!(self.edit, Edit::Validity(..))
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
