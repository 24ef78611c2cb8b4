//! A course file as the planner's problem.

use super::calendar::{Kind, Resource};
use super::course::{CourseFile, SeriesFile, SpacingFile};
use super::starts::{each_start, rooms_and_devices, serves};
use crate::course::{Course, Day, Rhythm, Series, Spacing, Start, Window};
use crate::tick::Tick;

/// A course file with the times that can be had, ready to be planned.
pub struct Planning<'a> {
    /// The file.
    pub file: &'a CourseFile,
    starts: Vec<Vec<Start>>,
    ticks: Vec<Vec<u32>>,
    apart: Apart,
}

impl<'a> Planning<'a> {
    /// Works out every time that can be had.
    pub fn of(file: &'a CourseFile) -> Self {
        let (starts, ticks) = file.series.iter().map(|series| best_starts(file, series)).unzip();
        Self { file, starts, ticks, apart: Apart::of(file.series.len(), &file.spacing) }
    }

    /// The planner's problem.
    pub fn course(&self) -> Course<'_> {
        let series = self.file.series.iter().zip(&self.starts);
        let series = series.map(|(series, starts)| Series {
            sessions: u16::try_from(series.count).unwrap_or(u16::MAX),
            rhythm: series,
            weights: series.weights,
            starts: starts.clone(),
        });
        Course { days: self.file.calendar.days, series: series.collect(), spacing: &self.apart }
    }

    /// The start of the planner's problem, and its tick in the calendar.
    pub(super) fn start(&self, series: usize, index: usize) -> Option<(Start, u32)> {
        Some((*self.starts.get(series)?.get(index)?, *self.ticks.get(series)?.get(index)?))
    }

    /// The starts of a series on a day.
    pub(super) fn on(&self, series: usize, day: u32) -> impl Iterator<Item = Start> {
        self.starts[series].iter().filter(move |start| u32::from(start.day.0) == day).copied()
    }

    /// The first room or device, as the file numbers it, that serves a session of a series at a tick.
    pub(super) fn furniture(&self, series: usize, kind: Kind, tick: u32) -> Option<u32> {
        let service = &self.file.calendar.services[self.file.series[series].service];
        let need = service.need(kind)?;
        let free = |resource: &&Resource| serves(need, resource, tick);
        self.file.calendar.resources.iter().find(free).map(|resource| resource.id)
    }
}

impl CourseFile {
    /// Whether a day of a series lies in an event, healing counted.
    pub(crate) fn is_event(&self, series: &SeriesFile, day: u32) -> bool {
        let healed = i64::from(day) + i64::from(self.calendar.services[series.service].downtime_days);
        self.blackouts.iter().any(|&(from, to)| i64::from(day) <= to && healed >= from)
    }
}

/// Of each day and practitioner the start that costs least, the earliest of several; with its tick.
fn best_starts(file: &CourseFile, series: &SeriesFile) -> (Vec<Start>, Vec<u32>) {
    let calendar = &file.calendar;
    let service = &calendar.services[series.service];
    let furnished = rooms_and_devices(calendar, service);
    let closed: Vec<bool> = (0..u32::from(calendar.days)).map(|day| file.is_event(series, day)).collect();
    let (mut starts, mut ticks): (Vec<Start>, Vec<u32>) = (Vec::new(), Vec::new());
    let Some(need) = service.need(Kind::Practitioner) else { return (starts, ticks) };
    let suits = |(_, resource): &(usize, &Resource)| need.suits(resource);
    for (practitioner, resource) in calendar.resources.iter().enumerate().filter(suits) {
        each_start(calendar, need, resource, |tick| {
            let day = calendar.day(tick);
            if !furnished.holds(tick / calendar.start_step) || closed.get(day as usize).copied().unwrap_or(true) {
                return;
            }
            let Some(penalty) = file.preference.penalty(calendar.weekday(day), calendar.time(tick)) else { return };
            let start = Start {
                day: Day(day as u16),
                from: Tick(calendar.time(tick) as u16),
                to: Tick(calendar.time(tick) as u16),
                practitioner: practitioner as u16,
                penalty,
            };
            match starts.last_mut() {
                Some(best) if best.day == start.day && best.practitioner == start.practitioner => {
                    if penalty < best.penalty {
                        *best = start;
                        ticks.pop();
                        ticks.push(tick);
                    }
                }
                _ => {
                    starts.push(start);
                    ticks.push(tick);
                }
            }
        });
    }
    (starts, ticks)
}

impl Rhythm for SeriesFile {
    fn first(&self) -> Window {
        Window { earliest: day(self.earliest), ideal: day(self.earliest), latest: day(self.latest) }
    }

    fn next(&self, _session: u16, previous: Day) -> Option<Window> {
        let after = |days: u32| day(u32::from(previous.0).saturating_add(days));
        Some(Window { earliest: after(self.gap.min), ideal: after(self.gap.ideal), latest: after(self.gap.max) })
    }
}

fn day(number: u32) -> Day {
    Day(u16::try_from(number).unwrap_or(u16::MAX))
}

/// How far series lie apart, at the least one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Apart(Vec<Vec<u32>>);

impl Apart {
    pub fn of(series: usize, spacing: &[SpacingFile]) -> Self {
        let mut waits = vec![vec![1; series]; series];
        for rule in spacing {
            waits[rule.a][rule.b] = rule.a_then_b.max(waits[rule.a][rule.b]);
            waits[rule.b][rule.a] = rule.b_then_a.max(waits[rule.b][rule.a]);
        }
        Self(waits)
    }
}

impl Spacing for Apart {
    fn earliest(&self, first: usize, then: usize, after: Day) -> Day {
        day(u32::from(after.0).saturating_add(self.0[first][then]))
    }
}
