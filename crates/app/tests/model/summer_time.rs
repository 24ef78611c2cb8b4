//! Days of 23, 24 and 25 hours in a house that never closes.

use crate::naive::{Lane, Paper, Question, Week};
use app::actor::Actor;
use app::booking::{self, Wanted};
use jiff::civil::{Date, date};
use testkit::{Engine, TestClinic};
use uuid::Uuid;

const PLAN: &str = include_str!("clinic.toml");

/// The offered starts of a visit of half an hour whose room is cleaned for ten minutes, asked and by brute force.
fn offered_and_possible(zone: &str, start: &str, day: Date) -> (Vec<i64>, Vec<i64>, Paper) {
    let plan = PLAN
        .replace("Asia/Tokyo", zone)
        .replace("10:00", "00:00")
        .replace("19:00", "24:00")
        .replace("[1, 2, 4, 5, 6, 7]", "[1, 2, 3, 4, 5, 6, 7]");
    let clinic = TestClinic::planned(Engine::Sqlite, &plan, start);
    let wanted = Wanted { service: "counselling".into(), practitioner: None, moving: None };
    let told = clinic.app.read(Actor::Visitor, move |work| booking::day(work, &wanted, day)).wait().unwrap();
    let house = Uuid::nil();
    let weeks = (1..=7).map(|weekday| Week {
        subject: house,
        weekday,
        opens: 0,
        closes: 1440,
        from: date(2026, 1, 1),
        until: None,
    });
    let lane = |class: &str| Lane { subject: house, number: 0, class: class.into(), staff: None };
    let paper = Paper {
        zone: clinic.app.world().zone.clone(),
        house,
        lanes: vec![lane("counselling"), lane("room counselling")],
        weeks: weeks.collect(),
        specials: Vec::new(),
        closures: Vec::new(),
        claims: Vec::new(),
    };
    let ask = Question { parts: &["counselling"], person: None, through: &[], first: 0 };
    let possible = paper.offers(ask, day);
    (told.iter().map(|offer| offer.starts.as_second()).collect(), possible, paper)
}

fn is_right(zone: &str, start: &str, day: Date, ticks: usize) {
    let (offered, possible, paper) = offered_and_possible(zone, start, day);
    assert_eq!(offered, possible, "{zone} {day}");
    let open: usize = paper.free(&paper.lanes[0], day, &[]).iter().filter(|free| **free).count();
    assert_eq!(open, ticks * 5, "{zone} {day}");
    // The last visit that still fits begins forty minutes before midnight, so three quarters of an hour on the grid.
    assert_eq!(offered.len(), ticks / 3 - 2, "{zone} {day}");
    let steps = offered.windows(2).all(|pair| pair[1] - pair[0] == 900);
    assert!(steps, "real time goes on evenly, whatever the clock on the wall does");
}

#[test]
fn the_day_on_which_berlin_puts_its_clocks_back_has_twenty_five_hours_of_times() {
    is_right("Europe/Berlin", "2026-10-20T06:00:00Z", date(2026, 10, 25), 300);
    is_right("Europe/Berlin", "2026-10-20T06:00:00Z", date(2026, 10, 24), 288);
}

#[test]
fn the_day_on_which_berlin_puts_its_clocks_forward_has_twenty_three_hours_of_times_and_none_in_the_gap() {
    is_right("Europe/Berlin", "2027-03-24T06:00:00Z", date(2027, 3, 28), 276);
    let (offered, _, paper) = offered_and_possible("Europe/Berlin", "2027-03-24T06:00:00Z", date(2027, 3, 28));
    let hours: Vec<i8> = offered
        .iter()
        .map(|at| jiff::Timestamp::from_second(*at).unwrap().to_zoned(paper.zone.clone()).hour())
        .collect();
    assert!(hours.contains(&1) && !hours.contains(&2) && hours.contains(&3));
}

#[test]
fn a_day_in_tokyo_has_twenty_four() {
    is_right("Asia/Tokyo", "2026-10-20T06:00:00Z", date(2026, 10, 25), 288);
}
