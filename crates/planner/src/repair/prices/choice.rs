//! Rooms and devices: one of several must be free at a time.

use super::time::{Stretch, Time};
use crate::repair::problem::{Need, Repair};
use std::collections::HashMap;

/// How many stretches of single rooms and devices are priced at most; beyond them only their kind is.
const MOST_SINGLE: usize = 4_000_000;

/// How many kinds a choice pays for at most.
const MOST_KINDS: usize = 2;

/// One of several rooms or devices at a time: it pays for the time of its kind, and for that of the one it takes.
#[derive(Clone, Debug)]
struct Choice {
    kinds: [Stretch; MOST_KINDS],
    /// Its places among the single stretches.
    from: u32,
    to: u32,
}

/// Every choice that an offer may need, once.
#[derive(Clone, Debug, Default)]
pub(super) struct Choices {
    choices: Vec<Choice>,
    single: Vec<Stretch>,
    known: HashMap<(usize, u32, u32), Option<u32>>,
    lists: HashMap<Vec<usize>, usize>,
    /// By choice, what it costs and the place of the stretch it takes.
    least: Vec<(i64, u32)>,
}

/// No stretch is taken.
const NONE: u32 = u32::MAX;

impl Choices {
    /// The choice of a need at some ticks; none where nothing is free for all of them.
    pub fn of(&mut self, time: &mut Time, repair: &Repair, need: &Need, (from, to): (u32, u32)) -> Option<u32> {
        let next = self.lists.len();
        let list = match self.lists.get(&need.candidates) {
            Some(&list) => list,
            None => *self.lists.entry(need.candidates.clone()).or_insert(next),
        };
        if let Some(known) = self.known.get(&(list, from, to)) {
            return *known;
        }
        let made = self.make(time, repair, need, (from, to));
        self.known.insert((list, from, to), made);
        made
    }

    fn make(&mut self, time: &mut Time, repair: &Repair, need: &Need, (from, to): (u32, u32)) -> Option<u32> {
        let mut kinds = [Stretch::default(); MOST_KINDS];
        for (place, kind) in kinds.iter_mut().zip(time.of_all(&need.candidates, from, to)) {
            *place = kind;
        }
        let first = self.single.len();
        let mut is_priced = first + need.candidates.len() <= MOST_SINGLE;
        let mut is_free = false;
        for &one in &need.candidates {
            if repair.is_free(one, from, to) {
                is_free = true;
                match time.of_one(repair, one, from, to).filter(|_| is_priced) {
                    Some(stretch) => self.single.push(stretch),
                    None => is_priced = false,
                }
            }
        }
        if !is_priced {
            self.single.truncate(first);
        }
        let place = self.choices.len() as u32;
        let choice = Choice { kinds, from: first as u32, to: self.single.len() as u32 };
        is_free.then(|| {
            self.choices.push(choice);
            self.least.push((0, NONE));
            place
        })
    }

    /// All stretches that are paid for.
    pub fn stretches(&mut self) -> impl Iterator<Item = &mut Stretch> {
        self.choices.iter_mut().flat_map(|choice| &mut choice.kinds).chain(&mut self.single)
    }

    /// Reckons every choice at the prices whose sums are given. Where several cost the same, choices that follow each
    /// other take different ones.
    pub fn reckon(&mut self, sums: &[i64]) {
        for (number, (choice, least)) in self.choices.iter().zip(&mut self.least).enumerate() {
            let kinds: i64 = choice.kinds.iter().map(|kind| kind.price(sums)).sum();
            let single = &self.single[choice.from as usize..choice.to as usize];
            *least = match single.len() {
                0 => (kinds, NONE),
                count => {
                    let first = number % count;
                    let (mut best, mut taken) = (i64::MAX, first);
                    for place in (first..count).chain(0..first) {
                        let price = single[place].price(sums);
                        if price < best {
                            (best, taken) = (price, place);
                        }
                    }
                    (kinds + best, choice.from + taken as u32)
                }
            };
        }
    }

    /// What a choice costs.
    pub fn least(&self, choice: u32) -> i64 {
        self.least[choice as usize].0
    }

    /// Everything that a choice pays for.
    pub fn paid(&self, choice: u32) -> impl Iterator<Item = Stretch> {
        let taken = self.single.get(self.least[choice as usize].1 as usize).copied();
        self.choices[choice as usize].kinds.into_iter().chain(taken)
    }
}
