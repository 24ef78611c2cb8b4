//! The search by bits against one that tries every choice at every tick.

use planner::{DayBits, Group, Pattern, Piece, Tick, assign, starts, why_not};
use proptest::collection::vec;
use proptest::prelude::*;

fn days() -> impl Strategy<Value = Vec<DayBits>> {
    let day = vec((0u16..320, 1u16..200), 1..4).prop_map(|stretches| {
        let spans = stretches.into_iter().map(|(from, n)| DayBits::span(Tick(from), Tick(from + n)));
        spans.fold(DayBits::none(), |day, span| day | span)
    });
    vec(day, 0..5)
}

fn patterns() -> impl Strategy<Value = Pattern> {
    let piece = (0u16..12, 0u16..8).prop_map(|(offset, ticks)| Piece { offset, ticks });
    let group = (vec(piece, 0..3), vec(0usize..5, 1..4)).prop_map(|(pieces, candidates)| Group { pieces, candidates });
    vec(group, 0..4).prop_map(|groups| Pattern { groups })
}

/// The ticks that a group needs for a visit that starts at the tick.
fn needed(group: &Group, start: u16) -> Vec<u16> {
    let stretch = |piece: &Piece| start + piece.offset..start + piece.offset + piece.ticks;
    group.pieces.iter().flat_map(stretch).collect()
}

fn serves(group: &Group, free: &[DayBits], candidate: usize, start: u16) -> bool {
    let free = free.get(candidate);
    free.is_some_and(|free| needed(group, start).into_iter().all(|tick| free.get(Tick(tick))))
}

/// Every list of one candidate for each group, whether or not it works, in the order of preference.
fn every_choice(groups: &[Group], free: &[DayBits]) -> Vec<Vec<usize>> {
    let Some((last, before)) = groups.split_last() else {
        return vec![Vec::new()];
    };
    let mut candidates = last.candidates.clone();
    candidates.sort_by_key(|&candidate| u32::MAX - free.get(candidate).map_or(0, |free| free.count()));
    let with = |choice: Vec<usize>| {
        let extended = |&candidate: &usize| [choice.as_slice(), &[candidate]].concat();
        candidates.iter().map(extended).collect::<Vec<_>>()
    };
    every_choice(before, free).into_iter().flat_map(with).collect()
}

/// Whether a list of candidates serves every group and nobody is in two places at once.
fn works(groups: &[Group], free: &[DayBits], choice: &[usize], start: u16) -> bool {
    let mut taken = Vec::new();
    for (group, &candidate) in groups.iter().zip(choice) {
        let mut slots: Vec<_> = needed(group, start).into_iter().map(|tick| (candidate, tick)).collect();
        slots.sort_unstable();
        slots.dedup();
        taken.extend(slots);
        if !serves(group, free, candidate, start) {
            return false;
        }
    }
    let all = taken.len();
    taken.sort_unstable();
    taken.dedup();
    taken.len() == all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_pattern_starts_where_some_choice_works(pattern in patterns(), free in days()) {
        let choices = every_choice(&pattern.groups, &free);
        let fits = |start: &u16| choices.iter().any(|choice| works(&pattern.groups, &free, choice, *start));
        let found: Vec<u16> = starts(&pattern, &free).iter().map(|tick| tick.0).collect();
        prop_assert_eq!(found, (0..Tick::LIMIT).filter(fits).collect::<Vec<_>>());
    }

    #[test]
    fn the_choice_is_the_first_that_works(pattern in patterns(), free in days()) {
        let choices = every_choice(&pattern.groups, &free);
        for start in 0..Tick::LIMIT {
            let first = choices.iter().find(|choice| works(&pattern.groups, &free, choice, start));
            prop_assert_eq!(assign(&pattern, &free, Tick(start)), first.cloned());
        }
    }

    #[test]
    fn the_three_questions_agree_at_every_tick(pattern in patterns(), free in days()) {
        let offered = starts(&pattern, &free);
        for tick in (0..Tick::LIMIT).map(Tick) {
            prop_assert_eq!(offered.get(tick), assign(&pattern, &free, tick).is_some());
            prop_assert_eq!(offered.get(tick), why_not(&pattern, &free, tick).is_empty());
        }
    }

    #[test]
    fn the_pattern_fits_without_the_groups_that_are_named(
        pattern in patterns(),
        free in days(),
        start in 0u16..320,
    ) {
        let named = why_not(&pattern, &free, Tick(start));
        let alone = |group: &Group| group.candidates.iter().any(|&one| serves(group, &free, one, start));
        let mut rest = Pattern::default();
        for (index, group) in pattern.groups.iter().enumerate() {
            if !named.contains(&index) {
                rest.groups.push(group.clone());
            }
            prop_assert!(alone(group) || named.contains(&index));
        }
        prop_assert!(assign(&rest, &free, Tick(start)).is_some());
    }
}
