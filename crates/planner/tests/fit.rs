//! Who is chosen, who is missing, and what an empty pattern means.

use planner::{DayBits, Group, Pattern, Piece, Tick, assign, starts, why_not};

fn span(from: u16, to: u16) -> DayBits {
    DayBits::span(Tick(from), Tick(to))
}

/// A group that needs one of the candidates for one stretch.
fn one_of(candidates: &[usize], offset: u16, ticks: u16) -> Group {
    Group { pieces: vec![Piece { offset, ticks }], candidates: candidates.to_vec() }
}

fn pattern(groups: &[Group]) -> Pattern {
    Pattern { groups: groups.to_vec() }
}

#[test]
fn a_pattern_without_groups_fits_at_every_tick_of_the_row_and_not_past_it() {
    let nothing = Pattern::default();
    assert_eq!(starts(&nothing, &[]), DayBits::all());
    assert_eq!(assign(&nothing, &[], Tick(319)), Some(vec![]));
    assert_eq!(assign(&nothing, &[], Tick(320)), None);
}

#[test]
fn a_group_without_pieces_is_served_by_whoever_exists() {
    let idle = Group { pieces: vec![], candidates: vec![7, 0] };
    let nobody_is_free = [DayBits::none()];
    assert_eq!(starts(&pattern(std::slice::from_ref(&idle)), &nobody_is_free), DayBits::all());
    assert_eq!(assign(&pattern(std::slice::from_ref(&idle)), &nobody_is_free, Tick(5)), Some(vec![0]));
    assert_eq!(why_not(&pattern(&[idle]), &[], Tick(5)), [0]);
}

#[test]
fn a_group_without_candidates_is_served_by_nobody() {
    let unstaffed = pattern(&[one_of(&[], 0, 1)]);
    assert!(starts(&unstaffed, &[DayBits::all()]).is_empty());
    assert_eq!(assign(&unstaffed, &[DayBits::all()], Tick(0)), None);
    assert_eq!(why_not(&unstaffed, &[DayBits::all()], Tick(0)), [0]);
}

#[test]
fn a_piece_of_no_tick_needs_nothing_however_late_it_is() {
    let piece = one_of(&[0], u16::MAX, 0);
    assert_eq!(starts(&pattern(&[piece]), &[DayBits::none()]), DayBits::all());
}

#[test]
fn a_piece_past_the_row_never_fits() {
    let late = pattern(&[one_of(&[0], u16::MAX, u16::MAX)]);
    assert!(starts(&late, &[DayBits::all()]).is_empty());
    let last = pattern(&[one_of(&[0], 319, 1)]);
    assert_eq!(starts(&last, &[DayBits::all()]), span(0, 1));
}

#[test]
fn a_visit_may_end_with_the_day_and_not_a_tick_later() {
    for day in [276, 288, 300] {
        let hour = pattern(&[one_of(&[0], 0, 12)]);
        assert_eq!(starts(&hour, &[span(0, day)]), span(0, day - 11));
        assert_eq!(why_not(&hour, &[span(0, day)], Tick(day - 12)), Vec::<usize>::new());
        assert_eq!(why_not(&hour, &[span(0, day)], Tick(day - 11)), [0]);
    }
}

#[test]
fn one_resource_serves_all_pieces_of_its_group() {
    let pieces = vec![Piece { offset: 0, ticks: 2 }, Piece { offset: 6, ticks: 2 }];
    let checks = pattern(&[Group { pieces, candidates: vec![0, 1] }]);
    let [early, late] = [span(62, 64), span(68, 70)];
    assert!(starts(&checks, &[early, late]).is_empty());
    assert_eq!(assign(&checks, &[early, early | late], Tick(62)), Some(vec![1]));
}

#[test]
fn whoever_has_the_most_free_time_that_day_is_chosen() {
    let visit = pattern(&[one_of(&[0, 1, 2], 0, 6)]);
    let free = [span(60, 70), span(60, 90), span(60, 89)];
    assert_eq!(assign(&visit, &free, Tick(60)), Some(vec![1]));
}

#[test]
fn on_a_tie_the_one_named_first_is_chosen() {
    let free = [span(60, 70), span(60, 70)];
    assert_eq!(assign(&pattern(&[one_of(&[1, 0], 0, 6)]), &free, Tick(60)), Some(vec![1]));
    assert_eq!(assign(&pattern(&[one_of(&[0, 1], 0, 6)]), &free, Tick(60)), Some(vec![0]));
}

#[test]
fn one_nurse_is_not_two_nurses() {
    let two_nurses = pattern(&[one_of(&[0, 1], 0, 6), one_of(&[0, 1], 5, 6)]);
    let one_free = [span(60, 90), DayBits::none()];
    assert!(starts(&two_nurses, &one_free).is_empty());
    assert_eq!(assign(&two_nurses, &one_free, Tick(60)), None);
    assert_eq!(why_not(&two_nurses, &one_free, Tick(60)), [1]);
}

#[test]
fn the_same_nurse_serves_two_groups_that_follow_each_other() {
    let in_turn = pattern(&[one_of(&[0, 1], 0, 6), one_of(&[0, 1], 6, 6)]);
    let one_free = [span(60, 72), DayBits::none()];
    assert_eq!(starts(&in_turn, &one_free), span(60, 61));
    assert_eq!(assign(&in_turn, &one_free, Tick(60)), Some(vec![0, 0]));
}

#[test]
fn the_one_who_alone_can_do_the_second_part_is_kept_for_it() {
    let visit = pattern(&[one_of(&[0, 1], 0, 6), one_of(&[0], 3, 6)]);
    let free = [span(60, 120), span(60, 66)];
    assert_eq!(assign(&visit, &free, Tick(60)), Some(vec![1, 0]));
    assert_eq!(starts(&visit, &free), span(60, 61));
}

#[test]
fn every_group_that_is_missing_somebody_is_named() {
    let visit = pattern(&[one_of(&[0], 0, 6), one_of(&[1], 0, 6), one_of(&[2], 0, 6)]);
    let free = [DayBits::none(), span(60, 66), span(61, 90)];
    assert_eq!(why_not(&visit, &free, Tick(60)), [0, 2]);
    assert_eq!(why_not(&visit, &free, Tick(320)), [0, 1, 2]);
}
