//! Which mutants the cases catch.

use super::{Mutant, mutants};
use crate::cases::Case;
use journey::protocol::{Library, Protocol};
use journey::slug::ProtocolId;

/// What became of a mutant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fate {
    /// A case came out otherwise.
    Caught,
    /// No case can see it by design.
    Explained,
    /// Every case still held.
    Survived,
}

/// What became of every mutant of a protocol.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// How many there were.
    pub total: usize,
    /// How many a case noticed.
    pub caught: usize,
    /// How many no case can see by design.
    pub explained: usize,
    /// What nobody noticed: where, and the change.
    pub survivors: Vec<(String, String)>,
}

/// Runs the cases of a protocol against each of its mutants. `each` hears how many are done, and of how many.
///
/// The cases must hold for the protocol as it is; a case that does not hold catches everything.
pub fn tally(library: &Library, id: &ProtocolId, cases: &[Case], each: impl Fn(usize, usize)) -> Tally {
    let all = mutants(library, id);
    let mut bench = Bench::new(library, id, cases);
    let mut tally = Tally { total: all.len(), ..Tally::default() };
    for (done, mutant) in all.iter().enumerate() {
        match bench.fate(mutant) {
            Fate::Caught => tally.caught += 1,
            Fate::Explained => tally.explained += 1,
            Fate::Survived => tally.survivors.push((mutant.what.clone(), mutant.change.clone())),
        }
        each(done + 1, all.len());
    }
    tally
}

/// A library on which one mutant after another is tried.
struct Bench<'a> {
    sound: Option<&'a Protocol>,
    library: Library,
    sound_library: &'a Library,
    id: &'a ProtocolId,
    /// The cases of the protocol; the one that caught last stands first, for the next mutant is often its neighbour.
    cases: Vec<&'a Case>,
}

impl<'a> Bench<'a> {
    fn new(library: &'a Library, id: &'a ProtocolId, cases: &'a [Case]) -> Self {
        let cases = cases.iter().filter(|case| &case.protocol == id).collect();
        Self { sound: library.get(id), library: library.clone(), sound_library: library, id, cases }
    }

    fn fate(&mut self, mutant: &Mutant) -> Fate {
        if mutant.explained.is_some() {
            return Fate::Explained;
        }
        mutant.apply(&mut self.library, self.id);
        let sees = |case: &&Case| mutant.part.is_none_or(|part| part == case.part());
        let caught = self.cases.iter().position(|case| sees(case) && !case.differs(&self.library).is_empty());
        self.restore(mutant);
        match caught {
            Some(at) => {
                let case = self.cases.remove(at);
                self.cases.insert(0, case);
                Fate::Caught
            }
            None => Fate::Survived,
        }
    }

    fn restore(&mut self, mutant: &Mutant) {
        if let Some(sound) = self.sound {
            self.library.protocols.insert(self.id.clone(), sound.clone());
        }
        if mutant.touches_vocabulary() {
            self.library.vocabulary.clone_from(&self.sound_library.vocabulary);
        }
    }
}
