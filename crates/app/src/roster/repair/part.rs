use super::brief::{Brief, Case};
use crate::booking::{Composition, Preference, compose};
use crate::roster::ResourceKind;
use planner::{Group, Piece};

/// What a visit needs of one resource, as one span around its start.
///
/// A need of several pieces is taken as one span from the first to the last, and so are several needs that the same
/// resources serve: a little narrower than the visit asks for, and never wider.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Part {
    pub kind: ResourceKind,
    /// The lanes that can serve it on every day.
    pub candidates: Vec<usize>,
    pub from: u16,
    pub to: u16,
    /// How much of the span is work.
    pub ticks: u16,
    /// Which needs of the composition it stands for.
    pub groups: Vec<usize>,
}

/// A visit as the planner takes it: the part of whoever treats, and the others.
pub(super) struct Parts {
    pub main: Part,
    pub others: Vec<Part>,
    pub ticks: u16,
    /// By day what the visit is made of.
    pub by_day: Vec<Composition>,
}

impl Parts {
    /// None where the visit needs nobody and nothing.
    pub fn of(brief: &Brief, case: &Case) -> Option<Self> {
        let composed = |day: &super::brief::Day| compose(&case.services, &brief.house, day.date, Preference::Anybody);
        let by_day: Vec<Composition> = brief.days.iter().map(composed).collect();
        let first = by_day.first()?;
        let mut parts = Vec::new();
        for (index, (group, kind)) in first.pattern.groups.iter().zip(&first.kinds).enumerate() {
            let candidates = always(&by_day, index);
            join(&mut parts, part(group, *kind, candidates, index)?);
        }
        let main = main_of(&parts)?;
        let main = parts.remove(main);
        let ticks = first.ticks;
        let mut parts = Self { main, others: parts, ticks, by_day };
        parts.keep_apart();
        Some(parts)
    }

    /// The lanes that can serve the main part on a day.
    pub fn treating(&self, day: usize) -> Vec<usize> {
        let Some(composition) = self.by_day.get(day) else { return Vec::new() };
        let mut groups = self.main.groups.iter().filter_map(|group| composition.pattern.groups.get(*group));
        let mut able = groups.next().map(|group| group.candidates.clone()).unwrap_or_default();
        for group in groups {
            able.retain(|one| group.candidates.contains(one));
        }
        able.retain(|one| !self.others.iter().any(|other| overlap(other, &self.main) && other.candidates == [*one]));
        able
    }

    /// Two parts at the same time are never one and the same: who could do both is left to the treating part.
    fn keep_apart(&mut self) {
        let main = &self.main;
        for other in self.others.iter_mut().filter(|other| overlap(other, main)) {
            if other.candidates.iter().any(|one| !main.candidates.contains(one)) {
                other.candidates.retain(|one| !main.candidates.contains(one));
            } else {
                other.candidates.truncate(1);
            }
        }
    }

    /// The part that stands for a need of the composition: none for the main one.
    pub fn place_of(&self, group: usize) -> Option<usize> {
        self.others.iter().position(|part| part.groups.contains(&group))
    }
}

/// The candidates of a need that can serve it on each of the days.
fn always(by_day: &[Composition], index: usize) -> Vec<usize> {
    let mut days = by_day.iter().filter_map(|composition| composition.pattern.groups.get(index));
    let mut able = days.next().map(|group| group.candidates.clone()).unwrap_or_default();
    for group in days {
        able.retain(|one| group.candidates.contains(one));
    }
    able
}

fn part(group: &Group, kind: ResourceKind, candidates: Vec<usize>, index: usize) -> Option<Part> {
    let end = |piece: &Piece| piece.offset.saturating_add(piece.ticks);
    let from = group.pieces.iter().map(|piece| piece.offset).min()?;
    let to = group.pieces.iter().map(end).max()?;
    let ticks = group.pieces.iter().map(|piece| piece.ticks).sum();
    Some(Part { kind, candidates, from, to, ticks, groups: vec![index] })
}

fn join(parts: &mut Vec<Part>, part: Part) {
    let same =
        |known: &&mut Part| known.kind == part.kind && known.candidates == part.candidates && !overlap(known, &part);
    match parts.iter_mut().find(same) {
        Some(known) => {
            known.from = known.from.min(part.from);
            known.to = known.to.max(part.to);
            known.ticks += part.ticks;
            known.groups.extend(part.groups);
        }
        None => parts.push(part),
    }
}

const fn overlap(one: &Part, other: &Part) -> bool {
    one.from < other.to && other.from < one.to
}

/// Whoever works longest on the patient treats; where nobody does, what is needed longest.
fn main_of(parts: &[Part]) -> Option<usize> {
    let weight = |part: &Part| (part.kind == ResourceKind::Practitioner, part.ticks);
    (0..parts.len()).max_by_key(|place| parts.get(*place).map(weight))
}
