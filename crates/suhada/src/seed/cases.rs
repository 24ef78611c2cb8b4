//! People who show what goes wrong, recognisable by their names.

use super::agenda::{Event, Way, Wish};
use super::cast::{CASES, Case};
use super::people::{Person, Story};
use super::stage::Stage;
use app::identity::Details;
use jiff::ToSpan;
use jiff::civil::{Date, date};

/// So many days before today the first of them books.
const FIRST_DAY: i64 = 96;

/// The names of the people to look at, and what they show.
pub fn cases() -> impl Iterator<Item = (&'static str, &'static str)> {
    CASES.iter().map(|case| (case.family.0, case.shows))
}

/// Plans when each of them books.
pub(super) fn plan(stage: &mut Stage) {
    for (number, case) in CASES.iter().enumerate() {
        let on = stage.open_until(stage.today.saturating_sub(case.days_ago.days()));
        let who = stage.people.len();
        stage.people.push(person(number, case));
        book(stage, who, Way::Phone, on, days_before(case));
        if case.story == Story::Twin {
            twin(stage, number, case, on);
        }
    }
}

/// Long before, so that the day is still free; the first of all book as soon as there is a telephone.
fn days_before(case: &Case) -> i64 {
    (FIRST_DAY - case.days_ago).clamp(1, 30)
}

fn book(stage: &mut Stage, who: usize, way: Way, on: Date, days_before: i64) {
    let day = on.saturating_sub(days_before.days());
    let wish = Wish { who, way, service: stage.people[who].service, from: on };
    let at = stage.wall(day, 7, u16::try_from(who % 60).unwrap_or(0));
    stage.plan(at, Event::Ask(wish));
}

/// The same person books counselling on the pages, under another telephone number.
fn twin(stage: &mut Stage, number: usize, case: &Case, on: Date) {
    let who = stage.people.len();
    let mut other = person(number, case);
    other.service = "counselling";
    other.indication = "";
    other.details.phone = format!("080-0000-{:04}", 900 + number);
    stage.people.push(other);
    let first = stage.open_until(on.saturating_sub(4.days()));
    book(stage, who, Way::Web, first, 3);
    if case.days_ago > 0 {
        stage.plan(stage.wall(stage.open_from(on.tomorrow().unwrap_or(on)), 12, 40), Event::Merge(who));
    }
}

fn person(number: usize, case: &Case) -> Person {
    let host = if case.shows.contains("message") { "no-such-host.invalid" } else { "example.jp" };
    let details = Details {
        family: case.family.0.into(),
        given: case.given.0.into(),
        family_kana: case.family.1.into(),
        given_kana: case.given.1.into(),
        birth_date: Some(
            date(1988, 3, 3).saturating_add(jiff::Span::new().days(i64::try_from(number).unwrap_or(0) * 211)),
        ),
        phone: format!("090-0000-{:04}", 900 + number),
        mail: format!("case{number:02}@{host}"),
    };
    Person { quirk: case.quirk, ..Person::wishing(details, case.story, case.wish) }
}
