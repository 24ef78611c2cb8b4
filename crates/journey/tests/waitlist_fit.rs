//! Whether a freed time is what somebody waits for.

use jiff::civil::{Date, Weekday, date};
use jiff::{SignedDuration, Timestamp};
use journey::id::{StaffId, WaitlistId};
use journey::roster::hours::MinuteOfDay;
use journey::waitlist::{Entry, Fit, Misfit, Slot, Standing, Wish, fit};

/// A Tuesday.
const TUESDAY: Date = date(2026, 11, 24);

fn staff(key: u128) -> StaffId {
    StaffId::new(uuid::Uuid::from_u128(key))
}

fn at(hour: u16, minute: u16) -> MinuteOfDay {
    MinuteOfDay::new(hour * 60 + minute).expect("a minute of a day")
}

fn utc(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

/// Ten on that Tuesday in Tokyo, with the first two of three practitioners.
fn slot() -> Slot {
    Slot {
        starts: utc("2026-11-24T01:00:00Z"),
        day: TUESDAY,
        minute: at(10, 0),
        weekday: Weekday::Tuesday,
        practitioners: vec![staff(1), staff(2)],
    }
}

fn november() -> Wish {
    Wish { from: date(2026, 11, 1), until: date(2026, 11, 30), days: vec![], practitioner: None }
}

fn waiting(wish: Wish, standing: Standing) -> Entry {
    let id = WaitlistId::new(uuid::Uuid::from_u128(1));
    Entry { id, wish, since: utc("2026-10-01T00:00:00Z"), declined: 0, lapsed: 0, standing }
}

fn of_wish(wish: Wish) -> Result<Fit, Misfit> {
    fit(&waiting(wish, Standing::NewVisit), &slot())
}

fn of_standing(standing: Standing) -> Result<Fit, Misfit> {
    fit(&waiting(november(), standing), &slot())
}

const ANYHOW: Result<Fit, Misfit> = Ok(Fit { course: None, practitioner: None });

#[test]
fn a_wish_for_any_time_fits_from_its_first_day_to_its_last() {
    let between = |from, until| of_wish(Wish { from, until, ..november() });
    let (before, after) = (TUESDAY.yesterday().unwrap(), TUESDAY.tomorrow().unwrap());
    assert_eq!(between(TUESDAY, TUESDAY), ANYHOW);
    assert_eq!(between(before, after), ANYHOW);
    assert_eq!(between(after, after), Err(Misfit::OutsideDays));
    assert_eq!(between(before, before), Err(Misfit::OutsideDays));
    assert_eq!(between(after, before), Err(Misfit::OutsideDays), "a wish that ends before it begins");
}

#[test]
fn a_wish_for_some_weekdays_fits_on_no_other() {
    let on = |weekdays: &[Weekday]| {
        let days = weekdays.iter().map(|weekday| (*weekday, at(0, 0), at(24, 0))).collect();
        of_wish(Wish { days, ..november() })
    };
    assert_eq!(on(&[Weekday::Monday]), Err(Misfit::OutsideDays));
    assert_eq!(on(&[Weekday::Monday, Weekday::Wednesday]), Err(Misfit::OutsideDays));
    assert_eq!(on(&[Weekday::Monday, Weekday::Tuesday]), ANYHOW);
}

#[test]
fn a_wish_for_some_hours_holds_its_first_minute_and_not_its_last() {
    let between = |from, until| of_wish(Wish { days: vec![(Weekday::Tuesday, from, until)], ..november() });
    assert_eq!(between(at(10, 0), at(10, 1)), ANYHOW);
    assert_eq!(between(at(9, 0), at(10, 0)), Err(Misfit::OutsideHours));
    assert_eq!(between(at(10, 1), at(12, 0)), Err(Misfit::OutsideHours));
    assert_eq!(between(at(9, 0), at(19, 0)), ANYHOW);
}

#[test]
fn of_several_hours_on_a_weekday_one_is_enough_and_those_of_other_days_count_for_nothing() {
    let (morning, evening) = ((at(9, 0), at(12, 0)), (at(18, 0), at(20, 0)));
    let of = |days: &[(Weekday, (MinuteOfDay, MinuteOfDay))]| {
        let days = days.iter().map(|&(weekday, (from, until))| (weekday, from, until)).collect();
        of_wish(Wish { days, ..november() })
    };
    let (monday, tuesday) = (Weekday::Monday, Weekday::Tuesday);
    assert_eq!(of(&[(tuesday, evening), (tuesday, morning)]), ANYHOW);
    assert_eq!(of(&[(tuesday, evening), (monday, morning)]), Err(Misfit::OutsideHours));
}

#[test]
fn a_practitioner_who_was_asked_for_must_be_able_to_serve_it() {
    let asking = |practitioner| of_wish(Wish { practitioner, ..november() });
    assert_eq!(asking(Some(staff(2))), Ok(Fit { course: None, practitioner: Some(staff(2)) }));
    assert_eq!(asking(Some(staff(3))), Err(Misfit::OtherPractitioner));
    assert_eq!(asking(None), ANYHOW);
}

#[test]
fn a_time_that_needs_nobody_in_particular_fits_whoever_takes_anybody() {
    let unmanned = Slot { practitioners: vec![], ..slot() };
    let asking = |practitioner| fit(&waiting(Wish { practitioner, ..november() }, Standing::NewVisit), &unmanned);
    assert_eq!(asking(None), ANYHOW);
    assert_eq!(asking(Some(staff(1))), Err(Misfit::OtherPractitioner));
}

#[test]
fn who_has_a_visit_is_offered_only_what_is_earlier() {
    let second = SignedDuration::from_secs(1);
    let booked = |starts| of_standing(Standing::EarlierThan(starts));
    assert_eq!(booked(slot().starts - second), Err(Misfit::NotEarlier));
    assert_eq!(booked(slot().starts), Err(Misfit::NotEarlier));
    assert_eq!(booked(slot().starts + second), ANYHOW);
}

#[test]
fn a_course_is_kept_until_its_latest_day_and_fits_after_it_as_any_visit_does() {
    let due = |latest| of_standing(Standing::CourseDue(latest));
    assert_eq!(due(TUESDAY.tomorrow().unwrap()).unwrap().course, Some(TUESDAY.tomorrow().unwrap()));
    assert_eq!(due(TUESDAY).unwrap().course, Some(TUESDAY));
    assert_eq!(due(TUESDAY.yesterday().unwrap()), ANYHOW);
}

#[test]
fn of_several_reasons_against_a_time_the_first_is_named() {
    let never = Wish {
        from: date(2026, 12, 1),
        until: date(2026, 12, 31),
        days: vec![(Weekday::Tuesday, at(18, 0), at(20, 0))],
        practitioner: Some(staff(3)),
    };
    let mut entry = waiting(never, Standing::EarlierThan(slot().starts));
    assert_eq!(fit(&entry, &slot()), Err(Misfit::OutsideDays));
    entry.wish.from = date(2026, 11, 1);
    assert_eq!(fit(&entry, &slot()), Err(Misfit::OutsideHours));
    entry.wish.days.clear();
    assert_eq!(fit(&entry, &slot()), Err(Misfit::OtherPractitioner));
    entry.wish.practitioner = None;
    assert_eq!(fit(&entry, &slot()), Err(Misfit::NotEarlier));
    entry.standing = Standing::NewVisit;
    assert_eq!(fit(&entry, &slot()), ANYHOW);
}

#[test]
fn every_reason_and_standing_has_its_own_word() {
    let misfits = [Misfit::OutsideDays, Misfit::OutsideHours, Misfit::OtherPractitioner, Misfit::NotEarlier];
    let words = ["outside-days", "outside-hours", "other-practitioner", "not-earlier"];
    assert_eq!(misfits.map(|one| one.code().to_owned()), words.map(|word| format!("waitlist-{word}")));
    let standings =
        [Standing::NewVisit, Standing::EarlierThan(slot().starts), Standing::CourseDue(TUESDAY)].map(|one| one.code());
    assert_eq!(standings, ["new-visit", "earlier-than", "course-due"]);
}
