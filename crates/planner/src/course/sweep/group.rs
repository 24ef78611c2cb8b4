//! Labels with the same days.

use super::State;
use crate::course::breath::Breath;

/// Labels that differ in cost and practitioners only, cheapest first.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// What they share; the practitioners in it say nothing.
    pub states: Box<[State]>,
    pub busy: u16,
    /// The next group with the same hash.
    pub next: u32,
    paid: Vec<i64>,
    /// By label and series.
    who: Vec<u16>,
    places: Vec<u32>,
}

impl Group {
    pub fn of(states: &[State], busy: u16, next: u32) -> Self {
        let (paid, who, places) = (Vec::new(), Vec::new(), Vec::new());
        Self { states: states.into(), busy, next, paid, who, places }
    }

    /// Whether these are the days that the labels share.
    pub fn is_of(&self, states: &[State], busy: u16) -> bool {
        let same =
            |(one, other): (&State, &State)| (one.done, one.last, one.open) == (other.done, other.last, other.open);
        self.busy == busy && self.states.iter().zip(states).all(same)
    }

    /// Adds a label, unless a cheaper one does as well even if it has to change practitioners.
    pub fn add(&mut self, paid: i64, states: &[State], changes: &[i64], place: u32) -> bool {
        let cheaper = self.paid.partition_point(|&known| known <= paid);
        let who = |state: &State| state.who;
        let lanes = states.len();
        for (known, theirs) in self.paid[..cheaper].iter().zip(self.who.chunks_exact(lanes)) {
            let ours = states.iter().map(who);
            let pairs = theirs.iter().zip(ours).zip(changes);
            let apart: i64 = pairs.map(|((theirs, ours), change)| if *theirs == ours { 0 } else { *change }).sum();
            if known + apart <= paid {
                return false;
            }
        }
        self.paid.insert(cheaper, paid);
        self.places.insert(cheaper, place);
        let at = cheaper * lanes;
        self.who.splice(at..at, states.iter().map(who));
        true
    }

    /// How many labels there are.
    pub const fn len(&self) -> usize {
        self.paid.len()
    }

    /// The places of the labels that no cheaper one makes superfluous; none where time is up before they are known.
    pub fn worthy(&self, changes: &[i64], breath: &mut Breath<'_>) -> Option<Vec<u32>> {
        let lanes = changes.len();
        let mut worthy = Vec::with_capacity(self.len());
        for (index, place) in self.places.iter().enumerate() {
            if breath.is_over(index * lanes) {
                return None;
            }
            let ours = &self.who[index * lanes..(index + 1) * lanes];
            let mut cheaper = self.paid[..index].iter().zip(self.who.chunks_exact(lanes));
            let beats = |(known, theirs): (&i64, &[u16])| {
                let pairs = theirs.iter().zip(ours).zip(changes);
                let apart = pairs.map(|((theirs, ours), change)| if theirs == ours { 0 } else { *change });
                known + apart.sum::<i64>() <= self.paid[index]
            };
            if !cheaper.any(beats) {
                worthy.push(*place);
            }
        }
        Some(worthy)
    }

    /// The states of a label with its practitioners.
    pub fn states_of(&self, place: u32, states: &mut Vec<State>) {
        states.clear();
        let index = self.places.iter().position(|known| *known == place).unwrap_or_default();
        let who = &self.who[index * self.states.len()..];
        states.extend(self.states.iter().zip(who).map(|(state, &who)| State { who, ..*state }));
    }
}
