//! The hours of a day and what is said beside them.

use jiff::civil::{Date, Weekday, date};
use journey::roster::hours::{
    ClosesTooEarly, Exception, HolidayRule, MinuteOfDay, OpenState, Opening, PastMidnight, Weekly, openings, state,
};
use journey::staff::Tenure;

/// The Monday of an ordinary week.
const MONDAY: Date = date(2026, 6, 1);

/// The Monday that is Marine Day.
const HOLIDAY: Date = date(2026, 7, 20);

fn at(hour: u16, minute: u16) -> MinuteOfDay {
    MinuteOfDay::new(hour * 60 + minute).expect("a minute of a day")
}

/// An opening from one full hour to another.
fn open(from: u16, to: u16) -> Opening {
    Opening::new(at(from, 0), at(to, 0)).expect("an hour before a later one")
}

fn mondays(opening: Opening) -> Weekly {
    let valid = Tenure { from: date(2020, 1, 1), until: None };
    Weekly { weekday: Weekday::Monday, opening, valid }
}

fn usual(day: Date, weekly: &[Weekly]) -> Vec<Opening> {
    openings(day, weekly, &[], HolidayRule::Closed)
}

#[test]
fn a_day_has_1440_minutes_and_its_end_is_one_of_them() {
    assert_eq!(MinuteOfDay::new(0).unwrap().to_string(), "00:00");
    assert_eq!(MinuteOfDay::new(1440).unwrap().to_string(), "24:00");
    assert_eq!(MinuteOfDay::new(1441), Err(PastMidnight));
    assert_eq!(at(9, 5).get(), 545);
}

#[test]
fn an_opening_closes_after_it_opens() {
    let refused = Err(ClosesTooEarly { opens: at(10, 0), closes: at(10, 0) });
    assert_eq!(Opening::new(at(10, 0), at(10, 0)), refused);
    assert!(Opening::new(at(10, 1), at(10, 0)).is_err());
    assert!(Opening::new(at(10, 0), at(10, 1)).is_ok());
    assert!(Opening::new(at(0, 0), at(24, 0)).is_ok());
}

#[test]
fn a_written_opening_is_read_back_and_an_impossible_one_is_refused() {
    let written = serde_json::to_string(&open(10, 19)).unwrap();
    assert_eq!(written, r#"{"opens":600,"closes":1140}"#);
    assert_eq!(serde_json::from_str::<Opening>(&written).unwrap(), open(10, 19));
    assert!(serde_json::from_str::<Opening>(r#"{"opens":600,"closes":600}"#).is_err());
    assert!(serde_json::from_str::<Opening>(r#"{"opens":600,"closes":1441}"#).is_err());
}

#[test]
fn without_hours_no_day_is_open() {
    assert_eq!(usual(MONDAY, &[]), []);
}

#[test]
fn the_hours_of_a_weekday_hold_on_no_other() {
    let weekly = [mondays(open(10, 19))];
    assert_eq!(usual(MONDAY.yesterday().unwrap(), &weekly), []);
    assert_eq!(usual(MONDAY, &weekly), [open(10, 19)]);
    assert_eq!(usual(MONDAY.tomorrow().unwrap(), &weekly), []);
}

#[test]
fn hours_hold_on_their_first_and_last_day_and_not_a_week_outside_them() {
    let valid = Tenure { from: date(2026, 6, 8), until: Some(date(2026, 6, 15)) };
    let weekly = [Weekly { valid, ..mondays(open(10, 19)) }];
    assert_eq!(usual(date(2026, 6, 1), &weekly), []);
    assert_eq!(usual(date(2026, 6, 8), &weekly), [open(10, 19)]);
    assert_eq!(usual(date(2026, 6, 15), &weekly), [open(10, 19)]);
    assert_eq!(usual(date(2026, 6, 22), &weekly), []);
}

#[test]
fn new_hours_take_over_from_the_old_ones_on_their_day() {
    let old = Tenure { from: date(2020, 1, 1), until: Some(date(2026, 6, 7)) };
    let new = Tenure { from: date(2026, 6, 8), until: None };
    let weekly = [Weekly { valid: new, ..mondays(open(11, 20)) }, Weekly { valid: old, ..mondays(open(10, 19)) }];
    assert_eq!(usual(date(2026, 6, 1), &weekly), [open(10, 19)]);
    assert_eq!(usual(date(2026, 6, 8), &weekly), [open(11, 20)]);
}

#[test]
fn a_lunch_break_stays_and_openings_are_sorted() {
    let weekly = [mondays(open(15, 19)), mondays(open(10, 13))];
    assert_eq!(usual(MONDAY, &weekly), [open(10, 13), open(15, 19)]);
}

#[test]
fn openings_that_overlap_or_touch_are_made_one() {
    let of = |rows: &[(u16, u16)]| {
        let weekly: Vec<_> = rows.iter().map(|&(from, to)| mondays(open(from, to))).collect();
        usual(MONDAY, &weekly)
    };
    assert_eq!(of(&[(10, 14), (13, 19)]), [open(10, 19)]);
    assert_eq!(of(&[(10, 13), (13, 19)]), [open(10, 19)]);
    assert_eq!(of(&[(10, 19), (12, 13)]), [open(10, 19)]);
    assert_eq!(of(&[(10, 12), (14, 16), (11, 14)]), [open(10, 16)]);
}

#[test]
fn a_public_holiday_is_closed_where_the_clinic_says_so() {
    let weekly = [mondays(open(10, 19))];
    assert_eq!(openings(HOLIDAY, &weekly, &[], HolidayRule::Closed), []);
    assert_eq!(openings(HOLIDAY, &weekly, &[], HolidayRule::AsUsual), [open(10, 19)]);
    assert_eq!(usual(date(2026, 7, 13), &weekly), [open(10, 19)]);
    assert_eq!(usual(date(2026, 7, 27), &weekly), [open(10, 19)]);
}

#[test]
fn a_closure_wins_over_the_week_on_its_day_only() {
    let weekly = [mondays(open(10, 19))];
    let closed = [(MONDAY, Exception::Closed)];
    assert_eq!(openings(MONDAY, &weekly, &closed, HolidayRule::AsUsual), []);
    assert_eq!(openings(date(2026, 6, 8), &weekly, &closed, HolidayRule::AsUsual), [open(10, 19)]);
}

#[test]
fn special_hours_replace_the_usual_ones() {
    let weekly = [mondays(open(10, 19))];
    let special = [(MONDAY, Exception::Open(vec![open(16, 18), open(12, 15)]))];
    assert_eq!(openings(MONDAY, &weekly, &special, HolidayRule::Closed), [open(12, 15), open(16, 18)]);
}

#[test]
fn special_hours_open_a_public_holiday_and_a_day_of_rest() {
    let sunday = MONDAY.yesterday().unwrap();
    let special = [HOLIDAY, sunday].map(|day| (day, Exception::Open(vec![open(10, 15)])));
    assert_eq!(openings(HOLIDAY, &[], &special, HolidayRule::Closed), [open(10, 15)]);
    assert_eq!(openings(sunday, &[], &special, HolidayRule::Closed), [open(10, 15)]);
}

#[test]
fn special_hours_without_an_opening_are_a_closure() {
    let weekly = [mondays(open(10, 19))];
    let special = [(MONDAY, Exception::Open(vec![]))];
    assert_eq!(openings(MONDAY, &weekly, &special, HolidayRule::AsUsual), []);
}

#[test]
fn of_several_exceptions_a_closure_wins_and_otherwise_they_add_up() {
    let mut exceptions =
        vec![(MONDAY, Exception::Open(vec![open(15, 18)])), (MONDAY, Exception::Open(vec![open(10, 12)]))];
    let on_monday = |exceptions: &[_]| openings(MONDAY, &[], exceptions, HolidayRule::Closed);
    assert_eq!(on_monday(&exceptions), [open(10, 12), open(15, 18)]);
    exceptions.push((MONDAY, Exception::Closed));
    assert_eq!(on_monday(&exceptions), []);
}

#[test]
fn a_day_without_openings_is_closed_from_its_first_minute_to_its_last() {
    assert_eq!(state(&[], at(0, 0)), OpenState::ClosedToday);
    assert_eq!(state(&[], at(24, 0)), OpenState::ClosedToday);
}

#[test]
fn the_state_changes_at_the_minute_of_each_opening_and_closing() {
    let day = [open(10, 13), open(15, 19)];
    let expected = [
        (at(0, 0), OpenState::Closed { next: at(10, 0) }),
        (at(9, 59), OpenState::Closed { next: at(10, 0) }),
        (at(10, 0), OpenState::Open { until: at(13, 0) }),
        (at(12, 59), OpenState::Open { until: at(13, 0) }),
        (at(13, 0), OpenState::Closed { next: at(15, 0) }),
        (at(14, 59), OpenState::Closed { next: at(15, 0) }),
        (at(15, 0), OpenState::Open { until: at(19, 0) }),
        (at(18, 59), OpenState::Open { until: at(19, 0) }),
        (at(19, 0), OpenState::Over),
        (at(24, 0), OpenState::Over),
    ];
    for (now, expected) in expected {
        assert_eq!(state(&day, now), expected, "{now}");
    }
}
