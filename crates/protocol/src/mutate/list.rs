//! The parts of a protocol that are a list of things with names.

use super::Mutant;
use super::explained::Unseen;
use super::variant::Variant;
use crate::cases::Part;
use journey::protocol::Protocol;

/// One such list, and what can be changed in it.
pub(super) struct List<T> {
    /// Whose cases can see it; none = any.
    pub part: Option<Part>,
    /// The first word of the path.
    pub word: &'static str,
    pub items: fn(&mut Protocol) -> &mut Vec<T>,
    pub name: fn(&T) -> String,
    pub variants: fn(&T, &Protocol) -> Vec<Variant<T>>,
    /// Why a change of one of them cannot be seen; the second is what it becomes, none where it is dropped.
    pub unseen: fn(&T, Option<&T>, &Protocol) -> Option<Unseen>,
}

impl<T: Clone + 'static> List<T> {
    /// Every variant of every thing, and the list without it.
    pub fn mutants(&self, protocol: &Protocol) -> Vec<Mutant> {
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
        let dropped = dropped.unless_unseen((self.unseen)(item, None, protocol));
        let changed = (self.variants)(item, protocol).into_iter().map(|variant| {
            let Variant { what, change, value } = variant;
            let unseen = (self.unseen)(item, Some(&value), protocol);
            let mutant = Mutant::of(part, format!("{path}.{what}"), change, move |protocol| {
                list(protocol).get_mut(at).into_iter().for_each(|slot| *slot = value.clone());
            });
            mutant.unless_unseen(unseen)
        });
        std::iter::once(dropped).chain(changed).collect()
    }
}
