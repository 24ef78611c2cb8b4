//! What stands against a day.

use crate::file::calendar::Kind;
use crate::file::collision::{Relaxed, Rule, Terms};
use crate::file::solution::{CourseRow, CourseSolution};

/// The rule that a session on a day would break.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Obstacle {
    /// The first session may not be then.
    First,
    /// Too soon after the one before.
    TooSoon,
    /// Too long after the one before.
    TooLate,
    /// Too close to the next.
    BeforeNext,
    /// Too far from the next.
    FarFromNext,
    /// An event.
    Event,
    /// Another session on the same day, of a series by its place.
    SameDay(usize),
    /// Too close to a session of another series, on a day.
    Spacing(usize, u32),
    /// Nobody, no room, no device is free.
    Missing(Kind),
    /// Everything is free, but only when the patient cannot come.
    Wish,
    /// Not everything is free at once.
    NotAtOnce,
    /// Nothing by itself, but what follows would cost more than is saved.
    Later,
}

/// The solution that the obstacles are looked for in.
pub(super) struct Scene<'a> {
    pub terms: &'a Terms<'a>,
    pub solution: &'a CourseSolution,
}

impl Scene<'_> {
    /// What stands against a session on a day: first what would stand whatever came after.
    pub fn against(&self, series: usize, rows: &[CourseRow], session: usize, day: u32) -> Obstacle {
        let file = self.terms.file;
        let of = &file.series[series];
        let day_of = |row: &CourseRow| file.calendar.day(row.2);
        let gap_before = session.checked_sub(1).map(|before| day - day_of(&rows[before]));
        let gap_after = rows.get(session + 1).map(|after| day_of(after) - day);
        let in_rhythm = match gap_before {
            None if day < of.earliest || day > of.latest => Some(Obstacle::First),
            Some(gap) if gap < of.gap.min => Some(Obstacle::TooSoon),
            Some(gap) if gap > of.gap.max => Some(Obstacle::TooLate),
            _ => None,
        };
        let to_next = match gap_after {
            Some(gap) if gap < of.gap.min => Some(Obstacle::BeforeNext),
            Some(gap) if gap > of.gap.max => Some(Obstacle::FarFromNext),
            _ => None,
        };
        let event = file.is_event(of, day).then_some(Obstacle::Event);
        let crowded = || self.other(series, day).or_else(|| self.missing(series, day));
        in_rhythm.or(event).or_else(crowded).or(to_next).unwrap_or(Obstacle::Later)
    }

    /// A session of another series that is too close.
    fn other(&self, series: usize, day: u32) -> Option<Obstacle> {
        let file = self.terms.file;
        let mut others = self.solution.assign.iter().filter(|row| row.0 != file.series[series].id);
        others.find_map(|row| {
            let other = file.series.iter().position(|one| one.id == row.0)?;
            let there = file.calendar.day(row.2);
            if there == day {
                return Some(Obstacle::SameDay(other));
            }
            let close = file.spacing.iter().any(|rule| {
                let wait = match (rule.a, rule.b, there < day) {
                    (a, b, true) if (a, b) == (other, series) => rule.a_then_b,
                    (a, b, false) if (a, b) == (other, series) => rule.b_then_a,
                    (a, b, true) if (b, a) == (other, series) => rule.b_then_a,
                    (a, b, false) if (b, a) == (other, series) => rule.a_then_b,
                    _ => return false,
                };
                there.abs_diff(day) < wait
            });
            close.then_some(Obstacle::Spacing(other, there))
        })
    }

    /// What cannot be had on the day.
    fn missing(&self, series: usize, day: u32) -> Option<Obstacle> {
        let open_without = |lifted: &[Rule]| {
            let relaxed = Relaxed { lifted: lifted.iter().copied().collect(), eased: None };
            self.terms.open_days(series, &relaxed).get(day as usize).copied().unwrap_or(false)
        };
        if open_without(&[]) {
            return None;
        }
        let kinds = [Kind::Practitioner, Kind::Room, Kind::Device];
        let lacking = kinds.into_iter().find(|kind| open_without(&[Rule::Need(series, *kind)]));
        let unwished = || open_without(&[Rule::Wish]).then_some(Obstacle::Wish);
        lacking.map(Obstacle::Missing).or_else(unwished).or(Some(Obstacle::NotAtOnce))
    }
}
