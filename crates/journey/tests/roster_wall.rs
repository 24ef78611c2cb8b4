//! Instants of a wall clock that is put forward and back. The jumps are those of the time zone database.

use jiff::civil::{Date, DateTime, date};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use journey::roster::hours::MinuteOfDay;
use journey::roster::wall::{NoSuchTime, day_length, day_start, end, instant, second};
use proptest::prelude::*;

/// Berlin's clock jumps from two to three on this day.
const SPRING: Date = date(2026, 3, 29);

/// Berlin's clock goes back from three to two on this day.
const AUTUMN: Date = date(2026, 10, 25);

fn zone(name: &str) -> TimeZone {
    TimeZone::get(name).expect("a zone that the binary carries")
}

fn at(hour: u16, minute: u16) -> MinuteOfDay {
    MinuteOfDay::new(hour * 60 + minute).expect("a minute of a day")
}

fn utc(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

fn skipped(from: DateTime, until: DateTime) -> Result<Timestamp, NoSuchTime> {
    Err(NoSuchTime::Skipped { from, until })
}

fn hours(zone_name: &str, day: Date) -> SignedDuration {
    day_length(&zone(zone_name), day)
}

#[test]
fn in_tokyo_every_minute_is_nine_hours_ahead() {
    let tokyo = zone("Asia/Tokyo");
    let day = date(2026, 3, 29);
    assert_eq!(instant(&tokyo, day, at(0, 0)), Ok(utc("2026-03-28T15:00:00Z")));
    assert_eq!(instant(&tokyo, day, at(2, 30)), Ok(utc("2026-03-28T17:30:00Z")));
    assert_eq!(instant(&tokyo, day, at(24, 0)), Ok(utc("2026-03-29T15:00:00Z")));
    assert_eq!(second(&tokyo, day, at(2, 30)), None);
}

#[test]
fn the_end_of_a_day_is_the_midnight_of_the_next() {
    let berlin = zone("Europe/Berlin");
    for day in [SPRING.yesterday().unwrap(), SPRING, AUTUMN, date(2026, 12, 31)] {
        let next = day.tomorrow().unwrap();
        assert_eq!(instant(&berlin, day, at(24, 0)), instant(&berlin, next, at(0, 0)), "{day}");
    }
}

#[test]
fn a_skipped_time_is_refused_from_the_first_minute_of_the_gap_to_the_last() {
    let berlin = zone("Europe/Berlin");
    let gap = skipped(SPRING.at(2, 0, 0, 0), SPRING.at(3, 0, 0, 0));
    assert_eq!(instant(&berlin, SPRING, at(1, 59)), Ok(utc("2026-03-29T00:59:00Z")));
    assert_eq!(instant(&berlin, SPRING, at(2, 0)), gap);
    assert_eq!(instant(&berlin, SPRING, at(2, 59)), gap);
    assert_eq!(instant(&berlin, SPRING, at(3, 0)), Ok(utc("2026-03-29T01:00:00Z")));
    assert_eq!(gap.unwrap_err().code(), "wall-skipped");
}

#[test]
fn half_an_hour_is_a_gap_too() {
    let island = zone("Australia/Lord_Howe");
    let day = date(2026, 10, 4);
    assert_eq!(instant(&island, day, at(2, 29)), skipped(day.at(2, 0, 0, 0), day.at(2, 30, 0, 0)));
    assert_eq!(instant(&island, day, at(2, 30)), Ok(utc("2026-10-03T15:30:00Z")));
}

#[test]
fn a_gap_across_midnight_is_named_with_both_its_days() {
    let toronto = zone("America/Toronto");
    let (before, after) = (date(1919, 3, 30), date(1919, 3, 31));
    let gap = skipped(before.at(23, 30, 0, 0), after.at(0, 30, 0, 0));
    assert_eq!(instant(&toronto, before, at(23, 45)), gap);
    assert_eq!(instant(&toronto, before, at(24, 0)), gap);
    assert_eq!(end(&toronto, before, at(24, 0)), gap);
    assert_eq!(day_start(&toronto, after), utc("1919-03-31T04:30:00Z"));
}

#[test]
fn what_ends_as_the_clock_jumps_is_over_at_the_jump() {
    let berlin = zone("Europe/Berlin");
    let gap = skipped(SPRING.at(2, 0, 0, 0), SPRING.at(3, 0, 0, 0));
    assert_eq!(end(&berlin, SPRING, at(1, 59)), Ok(utc("2026-03-29T00:59:00Z")));
    assert_eq!(end(&berlin, SPRING, at(2, 0)), Ok(utc("2026-03-29T01:00:00Z")));
    assert_eq!(end(&berlin, SPRING, at(2, 1)), gap);
    assert_eq!(end(&berlin, SPRING, at(3, 0)), Ok(utc("2026-03-29T01:00:00Z")));
}

#[test]
fn of_a_time_that_happens_twice_the_first_is_meant() {
    let berlin = zone("Europe/Berlin");
    let twice = [
        (at(1, 59), "2026-10-24T23:59:00Z", None),
        (at(2, 0), "2026-10-25T00:00:00Z", Some("2026-10-25T01:00:00Z")),
        (at(2, 59), "2026-10-25T00:59:00Z", Some("2026-10-25T01:59:00Z")),
        (at(3, 0), "2026-10-25T02:00:00Z", None),
    ];
    for (minute, first, later) in twice {
        assert_eq!(instant(&berlin, AUTUMN, minute), Ok(utc(first)), "{minute}");
        assert_eq!(end(&berlin, AUTUMN, minute), Ok(utc(first)), "{minute}");
        assert_eq!(second(&berlin, AUTUMN, minute), later.map(utc), "{minute}");
    }
    assert_eq!(second(&berlin, SPRING, at(2, 30)), None, "a skipped time does not happen twice");
}

#[test]
fn a_day_is_an_hour_shorter_or_longer_only_when_the_clock_changes() {
    let hour = SignedDuration::from_hours;
    for (day, length) in [(SPRING, 23), (AUTUMN, 25)] {
        assert_eq!(hours("Europe/Berlin", day.yesterday().unwrap()), hour(24));
        assert_eq!(hours("Europe/Berlin", day), hour(length));
        assert_eq!(hours("Europe/Berlin", day.tomorrow().unwrap()), hour(24));
        assert_eq!(hours("Asia/Tokyo", day), hour(24));
    }
    assert_eq!(hours("Australia/Lord_Howe", date(2026, 10, 4)), SignedDuration::from_mins(23 * 60 + 30));
}

#[test]
fn a_day_whose_midnight_is_skipped_begins_at_the_jump() {
    let paulo = zone("America/Sao_Paulo");
    let day = date(2018, 11, 4);
    let gap = skipped(day.at(0, 0, 0, 0), day.at(1, 0, 0, 0));
    assert_eq!(day_start(&paulo, day), utc("2018-11-04T03:00:00Z"));
    assert_eq!(day_length(&paulo, day), SignedDuration::from_hours(23));
    assert_eq!(day_length(&paulo, date(2018, 11, 3)), SignedDuration::from_hours(24));
    assert_eq!(instant(&paulo, day, at(0, 0)), gap);
    assert_eq!(instant(&paulo, date(2018, 11, 3), at(24, 0)), gap);
    assert_eq!(end(&paulo, date(2018, 11, 3), at(24, 0)), Ok(utc("2018-11-04T03:00:00Z")));
}

#[test]
fn a_day_with_two_midnights_begins_at_the_first() {
    let havana = zone("America/Havana");
    let day = date(2024, 11, 3);
    assert_eq!(day_start(&havana, day), utc("2024-11-03T04:00:00Z"));
    assert_eq!(second(&havana, day, at(0, 0)), Some(utc("2024-11-03T05:00:00Z")));
    assert_eq!(day_length(&havana, day), SignedDuration::from_hours(25));
}

#[test]
fn a_day_that_was_skipped_altogether_lasts_no_time() {
    assert_eq!(hours("Pacific/Apia", date(2011, 12, 29)), SignedDuration::from_hours(24));
    assert_eq!(hours("Pacific/Apia", date(2011, 12, 30)), SignedDuration::ZERO);
    assert_eq!(hours("Pacific/Apia", date(2011, 12, 31)), SignedDuration::from_hours(24));
}

#[test]
fn where_the_calendar_ends_nothing_is_made_up() {
    let last = Date::MAX;
    assert_eq!(instant(&TimeZone::UTC, last, at(24, 0)), Err(NoSuchTime::PastCalendar));
    assert_eq!(second(&TimeZone::UTC, last, at(24, 0)), None);
    assert_eq!(day_length(&TimeZone::UTC, last), SignedDuration::ZERO);
}

const ZONES: [&str; 5] = ["Asia/Tokyo", "Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Africa/Cairo"];

proptest! {
    #[test]
    fn the_clock_shows_what_was_asked_or_does_not_show_it_at_all(
        name in prop::sample::select(ZONES.to_vec()),
        days in 0i64..20_000,
        minute in 0u16..=1440,
    ) {
        let zone = zone(name);
        let day = date(1990, 1, 1).checked_add(SignedDuration::from_hours(24 * days)).unwrap();
        let asked = day.at(0, 0, 0, 0) + SignedDuration::from_mins(i64::from(minute));
        let minute = MinuteOfDay::new(minute).unwrap();
        match instant(&zone, day, minute) {
            Ok(first) => {
                prop_assert_eq!(zone.to_datetime(first), asked);
                let later = second(&zone, day, minute);
                prop_assert!(later.is_none_or(|later| later > first && zone.to_datetime(later) == asked));
            }
            Err(NoSuchTime::Skipped { from, until }) => prop_assert!(from <= asked && asked < until),
            Err(NoSuchTime::PastCalendar) => prop_assert!(false, "the calendar goes on"),
        }
    }

    #[test]
    fn days_follow_one_another_without_a_hole(
        name in prop::sample::select(ZONES.to_vec()),
        days in 0i64..20_000,
    ) {
        let zone = zone(name);
        let day = date(1990, 1, 1).checked_add(SignedDuration::from_hours(24 * days)).unwrap();
        let start = day_start(&zone, day);
        prop_assert_eq!(start + day_length(&zone, day), day_start(&zone, day.tomorrow().unwrap()));
        prop_assert_eq!(zone.to_datetime(start).date(), day);
        prop_assert!(zone.to_datetime(start - SignedDuration::from_nanos(1)).date() < day);
    }
}
