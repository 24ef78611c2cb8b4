//! The hours of the house: the usual week, this minute, and what is different soon.

mod shown;

pub(super) use shown::{closures, state_line, today_line, week};

use app::roster::house;
use app::{AppError, Work};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use journey::roster::hours::{MinuteOfDay, OpenState, Opening, state};
use std::collections::BTreeMap;

/// The week as the clinic counts it.
pub(super) const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// How many days ahead closures are told.
const AHEAD: i64 = 60;

/// When the house is open, today and for some weeks.
#[derive(Debug)]
pub(super) struct HouseHours {
    /// Now.
    now: MinuteOfDay,
    /// Today first.
    days: Vec<(Date, Vec<Opening>)>,
}

/// Days on which the house is closed although it usually opens on at least the first and the last of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Closure {
    /// The first day.
    pub first: Date,
    /// The last day.
    pub last: Date,
}

/// Loads the hours of the house from today on.
pub(super) fn load(work: &mut Work<'_, '_>) -> Result<HouseHours, AppError> {
    let local = work.now.to_zoned(work.world.zone.clone());
    let minute = u16::try_from(i32::from(local.hour()) * 60 + i32::from(local.minute())).unwrap_or(0);
    let today = local.date();
    let house = house(work)?;
    let days =
        (0..=AHEAD).map(|ahead| today.saturating_add(ahead.days())).map(|day| (day, house.hours.house(day))).collect();
    let now = MinuteOfDay::new(minute).unwrap_or(const { MIDNIGHT });
    Ok(HouseHours { now, days })
}

const MIDNIGHT: MinuteOfDay = match MinuteOfDay::new(0) {
    Ok(minute) => minute,
    Err(_) => panic!("midnight is a minute of the day"),
};

impl HouseHours {
    /// Today and its openings.
    pub fn today(&self) -> (Date, &[Opening]) {
        self.days.first().map_or((Date::MIN, &[][..]), |(day, openings)| (*day, openings.as_slice()))
    }

    /// Whether the house is open at this minute.
    pub fn state(&self) -> OpenState {
        state(self.today().1, self.now)
    }

    /// What a weekday is most often like over the days ahead: holidays and closures are the exception.
    pub fn usual(&self, weekday: Weekday) -> Vec<Opening> {
        let mut seen: BTreeMap<&[Opening], usize> = BTreeMap::new();
        for (_, openings) in self.days.iter().filter(|(day, _)| day.weekday() == weekday) {
            *seen.entry(openings.as_slice()).or_default() += 1;
        }
        seen.into_iter().max_by_key(|(_, times)| *times).map_or_else(Vec::new, |(openings, _)| openings.to_vec())
    }

    /// The closures ahead. A weekday that is always closed neither makes one nor ends one.
    pub fn closures(&self) -> Vec<Closure> {
        let (mut found, mut running): (Vec<Closure>, Option<Closure>) = (Vec::new(), None);
        for (day, openings) in &self.days {
            if !openings.is_empty() {
                found.extend(running.take());
            } else if !self.usual(day.weekday()).is_empty() {
                let first = running.map_or(*day, |closure| closure.first);
                running = Some(Closure { first, last: *day });
            }
        }
        found.extend(running);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn opening() -> Opening {
        Opening::new(MinuteOfDay::new(600).unwrap(), MinuteOfDay::new(1140).unwrap()).unwrap()
    }

    /// Five weeks from a Monday, closed on Wednesdays and on the days given.
    fn hours(closed: &[Date]) -> HouseHours {
        let first = date(2026, 11, 23);
        let days = (0..35).map(|ahead: i64| first.saturating_add(ahead.days()));
        let openings = |day: Date| {
            let is_closed = day.weekday() == Weekday::Wednesday || closed.contains(&day);
            if is_closed { Vec::new() } else { vec![opening()] }
        };
        HouseHours { now: MIDNIGHT, days: days.map(|day| (day, openings(day))).collect() }
    }

    #[test]
    fn a_weekday_that_is_always_closed_is_no_closure() {
        assert_eq!(hours(&[]).closures(), []);
        assert!(hours(&[]).usual(Weekday::Wednesday).is_empty());
    }

    #[test]
    fn one_holiday_changes_neither_the_usual_week_nor_the_days_beside_it() {
        let monday = date(2026, 11, 23);
        let hours = hours(&[monday]);
        assert_eq!(hours.usual(Weekday::Monday), [opening()]);
        assert_eq!(hours.closures(), [Closure { first: monday, last: monday }]);
        assert_eq!(hours.state(), OpenState::ClosedToday);
    }

    #[test]
    fn a_closure_runs_on_over_the_weekday_that_is_always_closed() {
        let (tuesday, thursday) = (date(2026, 12, 8), date(2026, 12, 10));
        assert_eq!(hours(&[tuesday, thursday]).closures(), [Closure { first: tuesday, last: thursday }]);
    }
}
