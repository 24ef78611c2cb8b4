//! Rosters that contradict themselves, and their neighbours that do not.

use jiff::civil::{Date, Weekday, date};
use jiff::tz::TimeZone;
use journey::roster::check::{Contradiction, Edge, Special, contradictions};
use journey::roster::hours::{Exception, MinuteOfDay, Opening, Weekly};
use journey::staff::Tenure;

/// A Monday.
const MONDAY: Date = date(2026, 6, 1);

/// Berlin's clock jumps from two to three on this day, a Sunday.
const SPRING: Date = date(2026, 3, 29);

fn opening(opens: (u16, u16), closes: (u16, u16)) -> Opening {
    let minute = |(hour, minute)| MinuteOfDay::new(hour * 60 + minute).expect("a minute of a day");
    Opening::new(minute(opens), minute(closes)).expect("an opening that closes after it opens")
}

fn open(from: u16, to: u16) -> Opening {
    opening((from, 0), (to, 0))
}

fn valid(from: Date, until: Option<Date>) -> Tenure {
    Tenure { from, until }
}

fn mondays(opening: Opening, valid: Tenure) -> Weekly {
    Weekly { weekday: Weekday::Monday, opening, valid }
}

fn always() -> Tenure {
    valid(date(2020, 1, 1), None)
}

fn berlin() -> TimeZone {
    TimeZone::get("Europe/Berlin").expect("a zone that the binary carries")
}

fn in_week(weekly: &[Weekly]) -> Vec<Contradiction> {
    contradictions(weekly, &[], &berlin())
}

fn on_dates(exceptions: &[(Date, Exception)]) -> Vec<Contradiction> {
    contradictions(&[], exceptions, &berlin())
}

fn special(exception: usize, opening: usize) -> Special {
    Special { exception, opening }
}

#[test]
fn an_empty_roster_has_no_contradiction() {
    assert_eq!(contradictions(&[], &[], &berlin()), []);
}

#[test]
fn a_morning_and_an_afternoon_may_touch_but_not_overlap() {
    let with_morning_until = |minute| {
        let (morning, afternoon) = (mondays(opening((10, 0), (13, minute)), always()), mondays(open(13, 19), always()));
        [in_week(&[morning.clone(), afternoon.clone()]), in_week(&[afternoon, morning])]
    };
    let overlap = || vec![Contradiction::WeeklyOverlap { first: 0, second: 1 }];
    assert_eq!(with_morning_until(0), [vec![], vec![]]);
    assert_eq!(with_morning_until(1), [overlap(), overlap()]);
}

#[test]
fn the_same_row_twice_overlaps_and_three_of_them_thrice() {
    let row = mondays(open(10, 19), always());
    let pair = |first, second| Contradiction::WeeklyOverlap { first, second };
    assert_eq!(in_week(std::slice::from_ref(&row)), []);
    assert_eq!(in_week(&[row.clone(), row.clone()]), [pair(0, 1)]);
    assert_eq!(in_week(&[row.clone(), row.clone(), row]), [pair(0, 1), pair(0, 2), pair(1, 2)]);
}

#[test]
fn the_same_hours_on_two_weekdays_do_not_overlap() {
    let monday = mondays(open(10, 19), always());
    let tuesday = Weekly { weekday: Weekday::Tuesday, ..monday.clone() };
    assert_eq!(in_week(&[monday, tuesday]), []);
}

#[test]
fn rows_overlap_only_on_a_day_of_theirs_on_which_both_are_valid() {
    let until = |last| {
        let old = mondays(open(10, 19), valid(date(2020, 1, 1), Some(last)));
        in_week(&[mondays(open(11, 20), valid(MONDAY, None)), old])
    };
    assert_eq!(until(MONDAY.yesterday().unwrap()), []);
    assert_eq!(until(MONDAY), [Contradiction::WeeklyOverlap { first: 0, second: 1 }]);
}

#[test]
fn rows_that_share_only_other_days_of_the_week_never_meet() {
    let tuesday = MONDAY.tomorrow().unwrap();
    let until = |last| {
        let old = mondays(open(10, 19), valid(MONDAY, Some(last)));
        in_week(&[old, mondays(open(10, 19), valid(tuesday, None))])
    };
    assert_eq!(until(date(2026, 6, 7)), []);
    assert_eq!(until(date(2026, 6, 8)), [Contradiction::WeeklyOverlap { first: 0, second: 1 }]);
}

#[test]
fn a_validity_may_be_one_day_and_not_less() {
    let until = |last| in_week(&[mondays(open(10, 19), always()), mondays(open(20, 21), valid(MONDAY, Some(last)))]);
    assert_eq!(until(MONDAY), []);
    assert_eq!(until(MONDAY.yesterday().unwrap()), [Contradiction::ValidityBackwards { row: 1 }]);
}

#[test]
fn a_row_that_is_never_valid_overlaps_nothing() {
    let never = mondays(open(10, 19), valid(MONDAY, Some(date(2026, 5, 1))));
    let found = in_week(&[mondays(open(10, 19), always()), never]);
    assert_eq!(found, [Contradiction::ValidityBackwards { row: 1 }]);
}

#[test]
fn a_date_is_not_both_closed_and_open_in_either_order() {
    let opened = |day| (day, Exception::Open(vec![open(10, 12)]));
    let closed = (MONDAY, Exception::Closed);
    let found = on_dates(&[closed.clone(), opened(MONDAY)]);
    assert_eq!(found, [Contradiction::ClosedAndOpen { closed: 0, open: 1 }]);
    let found = on_dates(&[opened(MONDAY), closed.clone()]);
    assert_eq!(found, [Contradiction::ClosedAndOpen { closed: 1, open: 0 }]);
    assert_eq!(on_dates(&[closed, opened(MONDAY.tomorrow().unwrap())]), []);
}

#[test]
fn closing_a_date_twice_is_no_contradiction() {
    let closed = (MONDAY, Exception::Closed);
    let opened_at_no_time = (MONDAY, Exception::Open(vec![]));
    assert_eq!(on_dates(&[closed.clone(), closed.clone()]), []);
    assert_eq!(on_dates(&[closed, opened_at_no_time]), []);
}

#[test]
fn special_openings_of_a_date_do_not_overlap_within_one_exception_or_across_two() {
    let overlap = |first, second| Contradiction::SpecialOverlap { first, second };
    let within = on_dates(&[(MONDAY, Exception::Open(vec![open(8, 9), open(10, 13), open(12, 15)]))]);
    assert_eq!(within, [overlap(special(0, 1), special(0, 2))]);
    let across = |day| {
        on_dates(&[
            (MONDAY, Exception::Open(vec![open(10, 13)])),
            (day, Exception::Open(vec![open(13, 14), open(8, 11)])),
        ])
    };
    assert_eq!(across(MONDAY), [overlap(special(0, 0), special(1, 1))]);
    assert_eq!(across(MONDAY.tomorrow().unwrap()), []);
}

#[test]
fn special_hours_beside_the_usual_ones_replace_them() {
    let special = [(MONDAY, Exception::Open(vec![open(9, 12)]))];
    assert_eq!(contradictions(&[mondays(open(10, 19), always())], &special, &berlin()), []);
}

#[test]
fn a_special_opening_begins_and_ends_at_times_that_exist() {
    let (from, until) = (SPRING.at(2, 0, 0, 0), SPRING.at(3, 0, 0, 0));
    let found = |opens, closes| on_dates(&[(SPRING, Exception::Open(vec![opening(opens, closes)]))]);
    let gap = |edge| Contradiction::SpecialInGap { special: special(0, 0), edge, from, until };
    assert_eq!(found((1, 59), (3, 0)), []);
    assert_eq!(found((2, 0), (3, 1)), [gap(Edge::Opens)]);
    assert_eq!(found((2, 59), (4, 0)), [gap(Edge::Opens)]);
    assert_eq!(found((3, 0), (4, 0)), []);
    assert_eq!(found((1, 0), (2, 0)), [], "it ends as the clock jumps");
    assert_eq!(found((1, 0), (2, 1)), [gap(Edge::Closes)]);
    assert_eq!(found((1, 0), (2, 59)), [gap(Edge::Closes)]);
    assert_eq!(found((2, 15), (2, 45)), [gap(Edge::Opens), gap(Edge::Closes)]);
}

#[test]
fn the_gap_is_one_of_that_date_and_that_zone() {
    let exception = |day| [(day, Exception::Open(vec![opening((2, 15), (2, 45))]))];
    for day in [SPRING.yesterday().unwrap(), SPRING.tomorrow().unwrap()] {
        assert_eq!(on_dates(&exception(day)), []);
    }
    let tokyo = TimeZone::get("Asia/Tokyo").unwrap();
    assert_eq!(contradictions(&[], &exception(SPRING), &tokyo), []);
}

#[test]
fn a_special_opening_may_last_until_a_midnight_that_is_skipped() {
    let paulo = TimeZone::get("America/Sao_Paulo").unwrap();
    let night = [(date(2018, 11, 3), Exception::Open(vec![open(20, 24)]))];
    assert_eq!(contradictions(&[], &night, &paulo), []);
}

#[test]
fn a_row_of_the_week_may_begin_or_end_in_a_gap() {
    let sundays = Weekly { weekday: Weekday::Sunday, opening: opening((2, 15), (2, 45)), valid: always() };
    assert_eq!(in_week(&[sundays]), []);
}

#[test]
fn everything_is_found_at_once_with_the_week_first() {
    let weekly = [mondays(open(10, 19), valid(MONDAY, Some(date(2026, 5, 1)))), mondays(open(9, 10), always())];
    let opened = opening((2, 0), (4, 0));
    let exceptions = [(SPRING, Exception::Open(vec![opened, open(3, 5)])), (SPRING, Exception::Closed)];
    let found = contradictions(&weekly, &exceptions, &berlin());
    let codes: Vec<_> = found.iter().map(|one| one.code()).collect();
    let expected =
        ["roster-validity-backwards", "roster-closed-and-open", "roster-special-overlap", "roster-opens-in-gap"];
    assert_eq!(codes, expected);
}
