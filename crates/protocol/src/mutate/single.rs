//! The parts of a protocol of which there is one or none.

use super::Mutant;
use super::explained::kept_for_record;
use super::variant::Variant;
use crate::cases::Part;
use journey::evidence::Evidence;
use journey::protocol::Protocol;

/// One such part, and what can be changed in it.
pub(super) struct Single<T> {
    pub part: Part,
    /// The path.
    pub word: &'static str,
    pub slot: fn(&mut Protocol) -> &mut Option<T>,
    pub evidence: fn(&T) -> &Evidence,
    pub variants: fn(&T) -> Vec<Variant<T>>,
}

impl<T: Clone + 'static> Single<T> {
    /// Every variant of it, and the protocol without it.
    pub fn mutants(&self, protocol: &Protocol) -> Vec<Mutant> {
        let Some(one) = (self.slot)(&mut protocol.clone()).clone() else {
            return Vec::new();
        };
        let (part, word, slot) = (Some(self.part), self.word, self.slot);
        let dropped = Mutant::of(part, word.to_owned(), "dropped".to_owned(), move |protocol| *slot(protocol) = None);
        let changed = (self.variants)(&one).into_iter().map(|variant| {
            let Variant { what, change, value } = variant;
            Mutant::of(part, format!("{word}.{what}"), change, move |protocol| *slot(protocol) = Some(value.clone()))
        });
        let unseen = kept_for_record((self.evidence)(&one));
        std::iter::once(dropped).chain(changed).map(|mutant| mutant.unless_unseen(unseen)).collect()
    }
}
