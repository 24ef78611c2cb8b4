//! The labels of one day.

use super::State;
use super::group::Group;
use crate::course::breath::Breath;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

/// What a plan begun has cost so far, and how to find it again.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// Its cost so far, scaled.
    pub paid: i64,
    /// The same with the prices of its days, less what it got back.
    pub charged: i64,
    /// No plan that goes on from here costs less.
    pub bound: i64,
    /// Its last step.
    pub step: u32,
    /// When the last session of the day ends.
    pub busy: u16,
}

const END: u32 = u32::MAX;

/// The labels whose last session is on one day.
#[derive(Default)]
pub(super) struct Bucket {
    /// Each with the group it belongs to.
    labels: Vec<(Label, u32)>,
    groups: Vec<Group>,
    heads: HashMap<u64, u32, BuildHasherDefault<Mixed>>,
}

impl Bucket {
    pub const fn len(&self) -> usize {
        self.labels.len()
    }

    /// Adds a label unless one that is there already does no worse whatever comes. Says whether it was added, and how
    /// much work that was.
    pub fn add(&mut self, label: Label, states: &[State], changes: &[i64], busy: u16) -> (bool, usize) {
        let group = self.group(states, busy);
        let place = self.labels.len() as u32;
        let added = self.groups[group as usize].add(label.paid, states, changes, place);
        if added {
            self.labels.push((label, group));
        }
        (added, states.len() * (4 + self.groups[group as usize].len()))
    }

    fn group(&mut self, states: &[State], busy: u16) -> u32 {
        let next = self.groups.len() as u32;
        let head = self.heads.entry(key(states, busy)).or_insert(END);
        let mut at = *head;
        while let Some(group) = self.groups.get(at as usize) {
            if group.is_of(states, busy) {
                return at;
            }
            at = group.next;
        }
        self.groups.push(Group::of(states, busy, *head));
        *head = next;
        next
    }

    /// The places of the best labels by their bound, no more than `keep` and none above the limit; what the others
    /// may still cost goes into `left`. None where time is up before they are known.
    pub fn best(
        &self,
        keep: usize,
        limit: i64,
        changes: &[i64],
        left: &mut i64,
        breath: &mut Breath<'_>,
    ) -> Option<Vec<u32>> {
        let bound = |place: &u32| self.labels[*place as usize].0.bound;
        let mut places: Vec<u32> = Vec::new();
        for group in &self.groups {
            let within = |place: &u32| bound(place) <= limit;
            places.extend(group.worthy(changes, breath)?.into_iter().filter(within));
        }
        if places.len() > keep {
            places.select_nth_unstable_by_key(keep, |place| (bound(place), *place));
            *left = places[keep..].iter().map(bound).min().map_or(*left, |dropped| dropped.min(*left));
            places.truncate(keep);
        }
        Some(places)
    }

    /// The least that any plan costs that goes on from here.
    pub fn least(&self) -> i64 {
        self.labels.iter().map(|(label, _)| label.bound).min().unwrap_or(i64::MAX)
    }

    /// The label at a place, and its states.
    pub fn label(&self, place: u32, states: &mut Vec<State>) -> Label {
        let (label, group) = self.labels[place as usize];
        self.groups[group as usize].states_of(place, states);
        label
    }
}

fn key(states: &[State], busy: u16) -> u64 {
    let mix = |hash: u64, part: u64| (hash.rotate_left(5) ^ part).wrapping_mul(0x517c_c1b7_2722_0a95);
    states.iter().fold(u64::from(busy), |hash, state| {
        mix(hash, u64::from(state.done) << 32 | u64::from(state.last) << 16 | u64::from(state.open))
    })
}

/// Keys are mixed already.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = self.0.rotate_left(8) ^ u64::from(*byte);
        }
    }

    fn write_u64(&mut self, key: u64) {
        self.0 = key ^ key >> 32;
    }
}
