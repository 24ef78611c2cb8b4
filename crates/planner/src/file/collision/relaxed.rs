//! A course file with some of its rules dropped or eased: whether it could be planned.

use super::rules::Rule;
use crate::course::{Course, Day, Rhythm, Series, Spacing, Start, Weights, Window, possible};
use crate::file::calendar::Kind;
use crate::file::course::{CourseFile, SeriesFile};
use crate::file::starts::{Grid, supply};
use crate::tick::Tick;
use crate::watch::Watch;
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

/// Which rules are not held to.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(in crate::file) struct Relaxed {
    /// Dropped altogether.
    pub lifted: BTreeSet<Rule>,
    /// Eased by so many days.
    pub eased: Option<(Rule, u32)>,
}

impl Relaxed {
    fn lifts(&self, rule: Rule) -> bool {
        self.lifted.contains(&rule)
    }

    fn eases(&self, rule: Rule) -> u32 {
        self.eased.filter(|(eased, _)| *eased == rule).map_or(0, |(_, by)| by)
    }
}

/// A service, and for each of its needs and the wish whether it is held to.
type Held = (usize, Vec<bool>);

/// A file with what can be had when, need by need.
pub(in crate::file) struct Terms<'a> {
    pub file: &'a CourseFile,
    supplies: Vec<Vec<(Kind, Grid)>>,
    wished: Grid,
    open: RefCell<HashMap<Held, Vec<bool>>>,
}

impl<'a> Terms<'a> {
    pub fn of(file: &'a CourseFile) -> Self {
        let calendar = &file.calendar;
        let used = |place: usize| file.series.iter().any(|series| series.service == place);
        let supplies = calendar.services.iter().enumerate().map(|(place, service)| {
            let needs = service.needs.iter().filter(|_| used(place));
            needs.map(|need| (need.kind, supply(calendar, need))).collect()
        });
        let supplies = supplies.collect();
        let mut wished = Grid::none(calendar);
        for slot in 0..calendar.end().div_ceil(calendar.start_step) {
            let tick = slot * calendar.start_step;
            let weekday = calendar.weekday(calendar.day(tick));
            if file.preference.penalty(weekday, calendar.time(tick)).is_some() {
                wished.add_slot(slot);
            }
        }
        Self { file, supplies, wished, open: RefCell::default() }
    }

    /// Whether some of the series have a plan together; none where time runs out.
    pub fn possible(&self, series: &[usize], relaxed: &Relaxed, watch: &dyn Watch) -> Option<bool> {
        let rhythms: Vec<Eased<'_>> = series.iter().map(|&one| Eased::of(self.file, one, relaxed)).collect();
        let series_of = |(&one, rhythm): (&usize, &'_ Eased<'_>)| (one, rhythm.series.count);
        let counts: Vec<(usize, u32)> = series.iter().zip(&rhythms).map(series_of).collect();
        let planned = counts.iter().zip(&rhythms).map(|(&(one, count), rhythm)| Series {
            sessions: u16::try_from(count).unwrap_or(u16::MAX),
            rhythm: rhythm as &dyn Rhythm,
            weights: Weights::default(),
            starts: self.starts(one, relaxed),
        });
        let apart = Apart { file: self.file, series, relaxed };
        possible(&Course { days: self.file.calendar.days, series: planned.collect(), spacing: &apart }, watch)
    }

    /// One start for each day on which a series can be had.
    fn starts(&self, series: usize, relaxed: &Relaxed) -> Vec<Start> {
        let file = self.file;
        let by_event = |(place, event): (usize, &(i64, i64))| (!relaxed.lifts(Rule::Event(place))).then_some(*event);
        let events: Vec<(i64, i64)> = file.blackouts.iter().enumerate().filter_map(by_event).collect();
        let healing = i64::from(file.calendar.services[file.series[series].service].downtime_days);
        let is_event = |day: i64| events.iter().any(|&(from, to)| day <= to && day + healing >= from);
        let open = self.open_days(series, relaxed);
        let days = (0..file.calendar.days).zip(open).filter(|&(day, open)| open && !is_event(i64::from(day)));
        let start = |day| Start { day: Day(day), from: Tick(0), to: Tick(0), practitioner: 0, penalty: 0 };
        days.map(|(day, _)| start(day)).collect()
    }

    /// The days on which everything that is held to can be had at once.
    pub fn open_days(&self, series: usize, relaxed: &Relaxed) -> Vec<bool> {
        let service = self.file.series[series].service;
        let supplies = &self.supplies[service];
        let mut held: Vec<bool> = supplies.iter().map(|(kind, _)| !relaxed.lifts(Rule::Need(series, *kind))).collect();
        held.push(!relaxed.lifts(Rule::Wish));
        if let Some(open) = self.open.borrow().get(&(service, held.clone())) {
            return open.clone();
        }
        let calendar = &self.file.calendar;
        let mut grid = Grid::all(calendar);
        let grids = supplies.iter().map(|(_, grid)| grid).chain([&self.wished]);
        grids.zip(&held).filter(|(_, held)| **held).for_each(|(other, _)| grid.and(other));
        let open: Vec<bool> = (0..u32::from(calendar.days))
            .map(|day| {
                let (from, to) = (day * calendar.ticks_per_day, (day + 1) * calendar.ticks_per_day);
                let slots = from.div_ceil(calendar.start_step)..to.div_ceil(calendar.start_step);
                slots.into_iter().any(|slot| grid.holds(slot))
            })
            .collect();
        self.open.borrow_mut().insert((service, held), open.clone());
        open
    }
}

/// A series whose bounds are eased.
struct Eased<'a> {
    series: &'a SeriesFile,
    first: (u32, u32),
    gap: (u32, u32),
}

impl<'a> Eased<'a> {
    fn of(file: &'a CourseFile, place: usize, relaxed: &Relaxed) -> Self {
        let series = &file.series[place];
        let end = u32::from(file.calendar.days);
        let by = |rule| if relaxed.lifts(rule) { end } else { relaxed.eases(rule) };
        let (first, least, most) = (by(Rule::First(place)), by(Rule::LeastGap(place)), by(Rule::GreatestGap(place)));
        Self {
            series,
            first: (series.earliest.saturating_sub(first), series.latest.saturating_add(first)),
            gap: (series.gap.min.saturating_sub(least).max(1), series.gap.max.saturating_add(most)),
        }
    }
}

impl Rhythm for Eased<'_> {
    fn first(&self) -> Window {
        Window { earliest: day(self.first.0), ideal: day(self.first.0), latest: day(self.first.1) }
    }

    fn next(&self, _session: u16, previous: Day) -> Option<Window> {
        let [earliest, latest] = [self.gap.0, self.gap.1].map(|gap| day(u32::from(previous.0).saturating_add(gap)));
        Some(Window { earliest, ideal: earliest, latest })
    }
}

fn day(number: u32) -> Day {
    Day(u16::try_from(number).unwrap_or(u16::MAX))
}

/// Spacing of which some is eased.
struct Apart<'a> {
    file: &'a CourseFile,
    series: &'a [usize],
    relaxed: &'a Relaxed,
}

impl Spacing for Apart<'_> {
    fn earliest(&self, first: usize, then: usize, after: Day) -> Day {
        let (first, then) = (self.series[first], self.series[then]);
        let wait = |(place, rule): (usize, &super::super::SpacingFile)| {
            let wait = match (rule.a, rule.b) {
                (a, b) if (a, b) == (first, then) => rule.a_then_b,
                (a, b) if (b, a) == (first, then) => rule.b_then_a,
                _ => return None,
            };
            let rule = Rule::Spacing(place);
            (!self.relaxed.lifts(rule)).then(|| wait.saturating_sub(self.relaxed.eases(rule)))
        };
        let wait = self.file.spacing.iter().enumerate().filter_map(wait).max().unwrap_or(1).max(1);
        day(u32::from(after.0).saturating_add(wait))
    }
}
