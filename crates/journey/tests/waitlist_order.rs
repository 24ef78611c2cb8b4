//! In what order a freed time is offered.

use jiff::civil::{Date, Weekday, date};
use jiff::{SignedDuration, Timestamp, ToSpan};
use journey::id::{StaffId, WaitlistId};
use journey::roster::hours::MinuteOfDay;
use journey::waitlist::Reason::{AskedForPractitioner, CourseEnds, Offered, WaitingSince};
use journey::waitlist::{Entry, Ranked, Slot, Standing, Wish, fit, rank};
use proptest::prelude::*;

/// A Tuesday.
const TUESDAY: Date = date(2026, 11, 24);

fn staff(key: u128) -> StaffId {
    StaffId::new(uuid::Uuid::from_u128(key))
}

fn id(key: u128) -> WaitlistId {
    WaitlistId::new(uuid::Uuid::from_u128(key))
}

/// Ten on that Tuesday in Tokyo.
fn begins() -> Timestamp {
    "2026-11-24T01:00:00Z".parse().expect("an instant")
}

fn days_ago(days: i64) -> Timestamp {
    begins() - SignedDuration::from_hours(24 * days)
}

fn slot() -> Slot {
    let minute = MinuteOfDay::new(600).expect("a minute of a day");
    Slot { starts: begins(), day: TUESDAY, minute, weekday: Weekday::Tuesday, practitioners: vec![staff(1)] }
}

/// Somebody who takes anybody at any time, has waited ten days and was never offered anything.
fn plain(key: u128) -> Entry {
    let wish = Wish { from: date(2026, 11, 1), until: date(2026, 11, 30), days: vec![], practitioner: None };
    Entry { id: id(key), wish, since: days_ago(10), declined: 0, lapsed: 0, standing: Standing::NewVisit }
}

fn due(key: u128, latest: Date) -> Entry {
    Entry { standing: Standing::CourseDue(latest), ..plain(key) }
}

fn asking(key: u128) -> Entry {
    let plain = plain(key);
    Entry { wish: Wish { practitioner: Some(staff(1)), ..plain.wish.clone() }, ..plain }
}

fn unfit(key: u128) -> Entry {
    let plain = plain(key);
    Entry { wish: Wish { practitioner: Some(staff(9)), ..plain.wish.clone() }, ..plain }
}

fn order(entries: &[Entry]) -> Vec<WaitlistId> {
    rank(entries, &slot()).into_iter().map(|ranked| ranked.entry).collect()
}

/// Fails unless the first comes before the other, however they are listed.
fn before(first: Entry, other: Entry) {
    let expected = [first.id, other.id];
    assert_eq!(order(&[first.clone(), other.clone()]), expected);
    assert_eq!(order(&[other, first]), expected);
}

#[test]
fn where_nobody_waits_or_nobody_fits_nobody_is_offered_it() {
    assert_eq!(rank(&[], &slot()), []);
    assert_eq!(rank(&[unfit(1), unfit(2)], &slot()), []);
    assert_eq!(order(&[unfit(1), plain(2)]), [id(2)]);
}

#[test]
fn a_course_that_would_run_out_comes_before_everything_else() {
    let late = Entry { since: days_ago(1), declined: 5, lapsed: 5, ..due(9, TUESDAY + 30.days()) };
    before(late, asking(1));
}

#[test]
fn of_two_courses_the_one_with_the_nearer_latest_day_comes_first() {
    before(due(9, TUESDAY), due(1, TUESDAY.tomorrow().unwrap()));
}

#[test]
fn a_course_whose_latest_day_is_past_by_then_comes_no_sooner_than_a_new_visit() {
    let past = |key| due(key, TUESDAY.yesterday().unwrap());
    before(plain(1), past(2));
    before(plain(8), Entry { since: days_ago(9), ..past(2) });
}

#[test]
fn who_asked_for_this_practitioner_comes_before_who_takes_anybody() {
    before(Entry { since: days_ago(1), declined: 3, ..asking(9) }, plain(1));
}

#[test]
fn fewer_offers_declined_or_run_out_come_before_a_longer_wait() {
    before(Entry { since: days_ago(1), ..plain(9) }, Entry { declined: 1, ..plain(1) });
    before(Entry { since: days_ago(1), ..plain(9) }, Entry { lapsed: 1, ..plain(1) });
    before(Entry { declined: 2, ..plain(9) }, Entry { declined: 1, lapsed: 2, ..plain(1) });
}

#[test]
fn declining_weighs_as_much_as_letting_an_offer_run_out() {
    let (declined, lapsed) = (|key| Entry { declined: 1, ..plain(key) }, |key| Entry { lapsed: 1, ..plain(key) });
    before(declined(1), lapsed(2));
    before(lapsed(1), declined(2));
}

#[test]
fn the_longest_wait_comes_first_and_then_the_smaller_key() {
    before(Entry { since: days_ago(11), ..plain(9) }, plain(1));
    before(plain(1), plain(2));
}

#[test]
fn who_has_a_later_visit_waits_beside_who_has_none() {
    let earlier =
        |key| Entry { standing: Standing::EarlierThan(begins() + SignedDuration::from_hours(1)), ..plain(key) };
    before(earlier(1), plain(2));
    before(plain(1), earlier(2));
}

#[test]
fn every_place_says_what_it_follows_from_the_weightiest_first() {
    let course = Entry { declined: 1, lapsed: 2, ..due(3, TUESDAY) };
    let both = Entry { wish: asking(2).wish, ..due(2, TUESDAY) };
    let ranked = rank(&[plain(1), both, course], &slot());
    let since = WaitingSince(days_ago(10));
    let expected = [
        Ranked { entry: id(2), because: vec![CourseEnds(TUESDAY), AskedForPractitioner, Offered(0), since] },
        Ranked { entry: id(3), because: vec![CourseEnds(TUESDAY), Offered(3), since] },
        Ranked { entry: id(1), because: vec![Offered(0), since] },
    ];
    assert_eq!(ranked, expected);
}

#[test]
fn every_reason_has_its_own_word() {
    let reasons = [CourseEnds(TUESDAY), AskedForPractitioner, Offered(0), Offered(1), WaitingSince(begins())];
    let words = ["course-ends", "asked-for-practitioner", "not-offered-yet", "offered-before", "waiting-since"];
    assert_eq!(reasons.map(|one| one.code().to_owned()), words.map(|word| format!("waitlist-{word}")));
}

#[test]
fn the_highest_counts_of_offers_are_told_apart() {
    before(
        Entry { declined: u16::MAX, lapsed: u16::MAX - 1, ..plain(9) },
        Entry { declined: u16::MAX, lapsed: u16::MAX, ..plain(1) },
    );
}

fn standing() -> impl Strategy<Value = Standing> {
    prop_oneof![
        Just(Standing::NewVisit),
        (-2i64..3).prop_map(|hours| Standing::EarlierThan(begins() + SignedDuration::from_hours(hours))),
        (-2i64..4).prop_map(|days| Standing::CourseDue(TUESDAY + days.days())),
    ]
}

/// An entry from few values, so that ties are common. Its key is set by where it stands in its list.
fn entry() -> impl Strategy<Value = Entry> {
    let practitioner = prop::option::of(prop::sample::select(vec![staff(1), staff(9)]));
    let days = prop::sample::select(vec![vec![], vec![Weekday::Tuesday], vec![Weekday::Friday]]);
    (practitioner, days, standing(), 0u16..3, 0u16..3, 0i64..4).prop_map(
        |(practitioner, days, standing, declined, lapsed, waited)| {
            let minute = |minute| MinuteOfDay::new(minute).expect("a minute of a day");
            let whole = |weekday| (weekday, minute(0), minute(1440));
            let days = days.into_iter().map(whole).collect();
            let wish = Wish { practitioner, days, ..plain(0).wish };
            Entry { id: id(0), wish, since: days_ago(waited), declined, lapsed, standing }
        },
    )
}

/// A list in any order of keys.
fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let listed = prop::collection::vec(entry(), 0..12).prop_map(|mut entries| {
        for (entry, key) in entries.iter_mut().zip(1..) {
            entry.id = id(key);
        }
        entries
    });
    listed.prop_shuffle()
}

fn place(of: WaitlistId, entries: &[Entry]) -> Option<usize> {
    order(entries).into_iter().position(|one| one == of)
}

/// The rule in other words: the smaller tuple comes first.
fn precedence(entry: &Entry) -> (i64, i64, u32, Timestamp, WaitlistId) {
    let left = match entry.standing {
        Standing::CourseDue(latest) if latest >= TUESDAY => i64::from((latest - TUESDAY).get_days()),
        _ => i64::MAX,
    };
    let anybody = i64::from(entry.wish.practitioner.is_none());
    (left, anybody, u32::from(entry.declined + entry.lapsed), entry.since, entry.id)
}

proptest! {
    #[test]
    fn everybody_whom_it_fits_is_in_it_exactly_once(entries in entries()) {
        let mut fitting: Vec<_> = entries.iter().filter(|one| fit(one, &slot()).is_ok()).map(|one| one.id).collect();
        let mut offered = order(&entries);
        fitting.sort();
        offered.sort();
        prop_assert_eq!(offered, fitting);
    }

    #[test]
    fn the_order_follows_precedence_and_not_the_list(entries in entries(), turned in any::<prop::sample::Index>()) {
        let mut fitting: Vec<_> = entries.iter().filter(|one| fit(one, &slot()).is_ok()).collect();
        fitting.sort_by_key(|one| precedence(one));
        let expected: Vec<_> = fitting.into_iter().map(|one| one.id).collect();
        let mut listed = entries.clone();
        if !listed.is_empty() {
            let middle = turned.index(listed.len());
            listed.rotate_left(middle);
        }
        prop_assert_eq!(order(&entries), expected.clone());
        prop_assert_eq!(order(&listed), expected);
    }

    #[test]
    fn whom_it_does_not_fit_changes_nothing_for_the_others(entries in entries(), at in any::<prop::sample::Index>()) {
        let mut more = entries.clone();
        more.insert(at.index(entries.len() + 1), unfit(99));
        prop_assert_eq!(rank(&more, &slot()), rank(&entries, &slot()));
    }

    #[test]
    fn a_longer_wait_never_lowers_a_place(
        entries in entries().prop_filter("somebody waits", |entries| !entries.is_empty()),
        whose in any::<prop::sample::Index>(),
        longer in 1i64..5,
    ) {
        let mut patient = entries.clone();
        let at = whose.index(entries.len());
        patient[at].since -= SignedDuration::from_hours(24 * longer);
        let (was, is) = (place(entries[at].id, &entries), place(entries[at].id, &patient));
        prop_assert_eq!(was.is_some(), is.is_some());
        prop_assert!(is <= was);
    }

    #[test]
    fn one_more_offer_declined_never_raises_a_place(
        entries in entries().prop_filter("somebody waits", |entries| !entries.is_empty()),
        whose in any::<prop::sample::Index>(),
    ) {
        let mut declining = entries.clone();
        let at = whose.index(entries.len());
        declining[at].declined += 1;
        prop_assert!(place(entries[at].id, &declining) >= place(entries[at].id, &entries));
    }

    #[test]
    fn the_first_different_reason_of_two_neighbours_decides_and_each_has_some(entries in entries()) {
        let ranked = rank(&entries, &slot());
        for pair in ranked.windows(2) {
            prop_assert!((&pair[0].because, pair[0].entry) < (&pair[1].because, pair[1].entry));
        }
        prop_assert!(ranked.iter().all(|one| matches!(one.because.last(), Some(WaitingSince(_)))));
    }
}
