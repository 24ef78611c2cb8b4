use super::brief::{Brief, Case, Day};
use crate::booking::{Composition, Preference, compose};
use crate::roster::ResourceKind;
use planner::{Group, Piece};

/// What a visit needs of one resource, as one span around its start.
///
/// A need of several pieces is taken as one span from the first to the last, and so are needs that one person could
/// serve one after the other: a little narrower than the visit asks for, and never wider.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Part {
    pub kind: ResourceKind,
    /// The lanes that can serve it on every day.
    pub candidates: Vec<usize>,
    pub from: u16,
    pub to: u16,
    pieces: Vec<Piece>,
    /// Which needs of the composition it stands for.
    groups: Vec<usize>,
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
        let composed = |day: &Day| compose(&case.services, &brief.house, day.date, Preference::Anybody);
        let by_day: Vec<Composition> = brief.days.iter().map(composed).collect();
        let first = by_day.first()?;
        let needs = first.pattern.groups.iter().zip(&first.kinds).enumerate();
        let all = needs.map(|(index, (group, kind))| Part::of(group, *kind, always(&by_day, index), index));
        let mut all: Vec<Part> = all.collect::<Option<_>>()?;
        let main = all.remove(main_of(&all)?);
        let ticks = first.ticks;
        let mut parts = Self { main, others: all, ticks, by_day };
        parts.join_others();
        parts.join_main();
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
        let is_taken =
            |one: &usize| self.others.iter().any(|other| other.meets(&self.main) && other.candidates == [*one]);
        able.retain(|one| !is_taken(one));
        able
    }

    /// The part that stands for a need of the composition: none for the main one.
    pub fn place_of(&self, group: usize) -> Option<usize> {
        self.others.iter().position(|part| part.groups.contains(&group))
    }

    /// The planner gives two needs of a visit to two resources, so those that one could serve become one.
    fn join_others(&mut self) {
        let mut joined: Vec<Part> = Vec::new();
        for part in self.others.drain(..) {
            match joined.iter_mut().find(|known| known.can_join(&part)) {
                Some(known) => known.join(part),
                None => joined.push(part),
            }
        }
        self.others = joined;
    }

    /// What lies between the pieces of whoever treats is theirs too, where they can do it.
    fn join_main(&mut self) {
        let fits = |main: &Part, other: &Part| other.meets(main) && main.can_join(other);
        while let Some(at) = self.others.iter().position(|other| fits(&self.main, other)) {
            let other = self.others.remove(at);
            self.main.join(other);
        }
    }

    /// Two parts at the same time are never one and the same: who could do both is left to the treating part.
    fn keep_apart(&mut self) {
        let main = &self.main;
        for other in self.others.iter_mut().filter(|other| other.meets(main)) {
            if other.candidates.iter().any(|one| !main.candidates.contains(one)) {
                other.candidates.retain(|one| !main.candidates.contains(one));
            } else {
                other.candidates.truncate(1);
            }
        }
    }
}

impl Part {
    fn of(group: &Group, kind: ResourceKind, candidates: Vec<usize>, index: usize) -> Option<Self> {
        let from = group.pieces.iter().map(|piece| piece.offset).min()?;
        let to = group.pieces.iter().map(end).max()?;
        Some(Self { kind, candidates, from, to, pieces: group.pieces.clone(), groups: vec![index] })
    }

    /// Whether the spans overlap.
    const fn meets(&self, other: &Self) -> bool {
        self.from < other.to && other.from < self.to
    }

    /// Whether one resource could serve both, because it is never needed twice at once.
    fn can_join(&self, other: &Self) -> bool {
        let apart = |one: &Piece| other.pieces.iter().all(|two| end(one) <= two.offset || end(two) <= one.offset);
        self.kind == other.kind
            && self.candidates.iter().any(|one| other.candidates.contains(one))
            && self.pieces.iter().all(apart)
    }

    fn join(&mut self, other: Self) {
        self.candidates.retain(|one| other.candidates.contains(one));
        self.from = self.from.min(other.from);
        self.to = self.to.max(other.to);
        self.pieces.extend(other.pieces);
        self.groups.extend(other.groups);
    }

    fn work(&self) -> u16 {
        self.pieces.iter().map(|piece| piece.ticks).sum()
    }
}

const fn end(piece: &Piece) -> u16 {
    piece.offset.saturating_add(piece.ticks)
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

/// Whoever works longest on the patient treats; where nobody does, what is needed longest.
fn main_of(parts: &[Part]) -> Option<usize> {
    let weight = |part: &Part| (part.kind == ResourceKind::Practitioner, part.work());
    (0..parts.len()).max_by_key(|place| parts.get(*place).map(weight))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(candidates: &[usize], pieces: &[(u16, u16)]) -> Part {
        let pieces = pieces.iter().map(|(offset, ticks)| Piece { offset: *offset, ticks: *ticks }).collect();
        let group = Group { pieces, candidates: candidates.to_vec() };
        Part::of(&group, ResourceKind::Practitioner, candidates.to_vec(), 0).unwrap()
    }

    fn parts(main: Part, others: Vec<Part>) -> Parts {
        let mut parts = Parts { main, others, ticks: 20, by_day: Vec::new() };
        parts.join_others();
        parts.join_main();
        parts.keep_apart();
        parts
    }

    #[test]
    fn needs_that_one_person_could_serve_one_after_the_other_become_one() {
        let joined = parts(part(&[7], &[(8, 6)]), vec![part(&[1, 2], &[(0, 3)]), part(&[1], &[(4, 2)])]);
        assert_eq!(joined.others.len(), 1);
        assert_eq!((&joined.others[0].candidates, joined.others[0].from, joined.others[0].to), (&vec![1], 0, 6));
    }

    #[test]
    fn two_at_once_stay_two_and_never_share_a_person() {
        let apart = parts(part(&[1, 2], &[(0, 6)]), vec![part(&[2, 3], &[(5, 2)])]);
        assert_eq!((apart.main.candidates, &apart.others[0].candidates), (vec![1, 2], &vec![3]));
        let after = parts(part(&[1, 2], &[(0, 6)]), vec![part(&[2, 3], &[(6, 2)])]);
        assert_eq!(after.others[0].candidates, [2, 3], "one tick later anybody of them will do");
    }

    #[test]
    fn what_lies_between_the_pieces_of_whoever_treats_is_theirs_too() {
        let between = parts(part(&[1, 2], &[(0, 3), (6, 3)]), vec![part(&[2, 3], &[(4, 2)])]);
        assert!(between.others.is_empty());
        assert_eq!(between.main.candidates, [2]);
    }
}
