//! Sets of ticks, above all at the edges of their words.

use planner::{DayBits, Tick, on_grid};
use proptest::prelude::*;

fn span(from: u16, to: u16) -> DayBits {
    DayBits::span(Tick(from), Tick(to))
}

fn ticks(bits: DayBits) -> Vec<u16> {
    bits.iter().map(|tick| tick.0).collect()
}

#[test]
fn a_day_without_free_time_has_no_tick() {
    let none = DayBits::default();
    assert_eq!(none, DayBits::none());
    assert!(none.is_empty());
    assert_eq!(none.count(), 0);
    assert_eq!(none.iter().next(), None);
}

#[test]
fn a_span_that_ends_where_it_begins_is_empty() {
    assert!(span(64, 64).is_empty());
    assert!(span(65, 64).is_empty());
    assert!(span(u16::MAX, 0).is_empty());
}

#[test]
fn a_span_has_its_first_tick_and_not_its_end_on_either_side_of_a_word() {
    for edge in [63, 64, 65, 127, 128, 129, 255, 256, 257] {
        assert_eq!(ticks(span(edge - 1, edge + 1)), [edge - 1, edge]);
        assert!(!span(edge, edge + 1).get(Tick(edge - 1)));
        assert!(span(edge, edge + 1).get(Tick(edge)));
        assert!(!span(edge, edge + 1).get(Tick(edge + 1)));
    }
}

#[test]
fn the_320th_tick_is_the_last_that_is_held() {
    assert_eq!(ticks(span(318, 320)), [318, 319]);
    assert_eq!(ticks(span(318, 321)), [318, 319]);
    assert_eq!(ticks(span(319, u16::MAX)), [319]);
    assert!(span(320, 400).is_empty());
    assert!(!DayBits::all().get(Tick(320)));
    assert!(!DayBits::all().get(Tick(u16::MAX)));
    assert_eq!(DayBits::all().count(), 320);
}

#[test]
fn what_is_not_free_is_taken_and_nothing_lies_outside_the_320() {
    assert_eq!(!DayBits::none(), DayBits::all());
    assert_eq!(!span(64, 320), span(0, 64));
    assert_eq!(!span(0, 319), span(319, 320));
}

#[test]
fn a_set_is_counted_across_words() {
    assert_eq!(span(63, 66).count(), 3);
    assert_eq!((span(0, 1) | span(319, 320)).count(), 2);
    assert_eq!((span(0, 65) & span(63, 320)).count(), 2);
}

#[test]
fn the_assigning_operators_do_what_the_others_do() {
    let (mut both, mut either) = (span(60, 70), span(60, 70));
    both &= span(64, 80);
    either |= span(64, 80);
    assert_eq!(both, span(64, 70));
    assert_eq!(either, span(60, 80));
}

#[test]
fn moving_earlier_crosses_words_and_drops_what_passes_midnight() {
    for ticks in [0, 1, 63, 64, 65, 128, 319] {
        assert_eq!(span(319, 320).earlier(ticks), span(319 - ticks, 320 - ticks));
    }
    assert!(DayBits::all().earlier(320).is_empty());
    assert!(DayBits::all().earlier(u16::MAX).is_empty());
    assert_eq!(span(0, 10).earlier(4), span(0, 6));
}

#[test]
fn a_run_starts_as_long_as_all_of_it_is_free() {
    let free = span(60, 70);
    assert_eq!(free.starts_of_runs(9), span(60, 62));
    assert_eq!(free.starts_of_runs(10), span(60, 61));
    assert!(free.starts_of_runs(11).is_empty());
}

#[test]
fn a_run_of_no_tick_starts_everywhere_and_of_one_where_it_is_free() {
    assert_eq!(DayBits::none().starts_of_runs(0), DayBits::all());
    assert_eq!(span(63, 65).starts_of_runs(1), span(63, 65));
}

#[test]
fn no_run_is_longer_than_the_row() {
    assert_eq!(DayBits::all().starts_of_runs(319), span(0, 2));
    assert_eq!(DayBits::all().starts_of_runs(320), span(0, 1));
    assert!(DayBits::all().starts_of_runs(321).is_empty());
    assert!(DayBits::all().starts_of_runs(u16::MAX).is_empty());
}

#[test]
fn a_grid_is_counted_from_midnight_and_a_grid_of_one_or_none_keeps_all() {
    assert_eq!(ticks(on_grid(span(1, 13), 6)), [6, 12]);
    assert_eq!(ticks(on_grid(DayBits::all(), 319)), [0, 319]);
    assert_eq!(ticks(on_grid(DayBits::all(), u16::MAX)), [0]);
    assert_eq!(on_grid(span(1, 13), 1), span(1, 13));
    assert_eq!(on_grid(span(1, 13), 0), span(1, 13));
}

/// A set and the same set as truth values.
fn sets() -> impl Strategy<Value = (DayBits, Vec<bool>)> {
    proptest::collection::vec((0u16..330, 0u16..90), 0..6).prop_map(|stretches| {
        let within = |tick: u16| stretches.iter().any(|&(from, n)| (from..from + n).contains(&tick));
        let naive = (0..Tick::LIMIT).map(within).collect();
        let spans = stretches.iter().map(|&(from, n)| span(from, from + n));
        (spans.fold(DayBits::none(), |all, one| all | one), naive)
    })
}

fn naive_ticks(naive: impl Fn(usize) -> bool) -> Vec<u16> {
    (0..Tick::LIMIT).filter(|&tick| naive(usize::from(tick))).collect()
}

proptest! {
    #[test]
    fn sets_behave_as_rows_of_truth_values(
        (left, naive_left) in sets(),
        (right, naive_right) in sets(),
        n in 0u16..340,
    ) {
        let reach = usize::from(n);
        let at = |tick: usize| naive_left.get(tick).copied().unwrap_or(false);
        prop_assert_eq!(ticks(left), naive_ticks(at));
        prop_assert_eq!(left.count() as usize, naive_ticks(at).len());
        prop_assert_eq!(ticks(!left), naive_ticks(|t| !at(t)));
        prop_assert_eq!(ticks(left & right), naive_ticks(|t| at(t) && naive_right[t]));
        prop_assert_eq!(ticks(left | right), naive_ticks(|t| at(t) || naive_right[t]));
        prop_assert_eq!(ticks(left.earlier(n)), naive_ticks(|t| at(t + reach)));
        prop_assert_eq!(ticks(left.starts_of_runs(n)), naive_ticks(|t| (t..t + reach).all(at)));
        prop_assert_eq!(ticks(on_grid(left, n)), naive_ticks(|t| at(t) && t % reach.max(1) == 0));
    }
}
