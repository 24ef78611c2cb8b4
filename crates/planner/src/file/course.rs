//! `clinic-course/1`, checked.

use super::bad::{BadFile, at_most, each, parse, unique, within};
use super::calendar::Calendar;
use super::preference::{MOST_POINTS, Preference};
use super::raw;
use crate::course::Weights;

const FORMAT: &str = "clinic-course/1";

/// No bound or wait is longer, in days.
const MOST_WAIT: i64 = 100_000;

/// How many series a file may have.
const MOST_SERIES: usize = 32;

/// How many spacings and how many events.
const MOST_SPACINGS: usize = 1_000;
const MOST_EVENTS: usize = 1_000;

/// How far two sessions of a series lie apart, in days.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gap {
    /// At least.
    pub min: u32,
    /// Best.
    pub ideal: u32,
    /// At most.
    pub max: u32,
}

/// One series.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SeriesFile {
    /// Its number in the file.
    pub id: u32,
    /// Its service, by its place in the calendar.
    pub service: usize,
    /// How many sessions.
    pub count: u32,
    /// How far apart.
    pub gap: Gap,
    /// The first session is not before this day.
    pub earliest: u32,
    /// Nor after this.
    pub latest: u32,
    /// What its days cost.
    pub weights: Weights,
}

/// How far sessions of two series lie apart; the series are told by their places.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SpacingFile {
    /// One series.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// Days from one of a to one of b after it.
    pub a_then_b: u32,
    /// Days from one of b to one of a after it.
    pub b_then_a: u32,
}

/// A course to be planned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CourseFile {
    /// Time, resources and services.
    pub calendar: Calendar,
    /// The series.
    pub series: Vec<SeriesFile>,
    /// What keeps them apart.
    pub spacing: Vec<SpacingFile>,
    /// When the patient would like to come.
    pub preference: Preference,
    /// Days of events, from and to, inclusive.
    pub blackouts: Vec<(i64, i64)>,
}

impl CourseFile {
    /// Reads and checks a file. Refuses what is not the format or contradicts itself.
    pub fn read(text: &str) -> Result<Self, BadFile> {
        let calendar = Calendar::read(text, FORMAT)?;
        let raw: raw::Course = parse(text)?;
        at_most("series", raw.series.len(), MOST_SERIES)?;
        at_most("spacing", raw.spacing.len(), MOST_SPACINGS)?;
        at_most("blackouts", raw.blackouts.len(), MOST_EVENTS)?;
        let series = each("series", &raw.series, |_, raw| one_series(raw, &calendar))?;
        unique(series.iter().map(|one| one.id))
            .map_err(|(place, id)| BadFile::at(format!("series[{place}].id"), format!("{id} is there twice")))?;
        let spacing = each("spacing", &raw.spacing, |_, raw| spacing(raw, &series))?;
        let preference = Preference::checked(&raw.preference, calendar.ticks_per_day)?;
        let blackouts = each("blackouts", &raw.blackouts, |_, &(from, to)| {
            let day: fn(i64) -> Result<i64, BadFile> = |day| within("", day, -MOST_WAIT, MOST_WAIT);
            let (from, to) = (day(from)?, day(to)?);
            if from > to { Err(BadFile::at("", format!("{from} is after {to}"))) } else { Ok((from, to)) }
        })?;
        Ok(Self { calendar, series, spacing, preference, blackouts })
    }
}

fn one_series(raw: &raw::Series, calendar: &Calendar) -> Result<SeriesFile, BadFile> {
    let days = |path: &str, number: i64| within::<u32>(path, number, 0, MOST_WAIT);
    let points = |path: &str, number: i64| within::<u32>(path, number, 0, MOST_POINTS);
    let gap = Gap {
        min: days("gap.min", raw.gap.min)?,
        ideal: days("gap.ideal", raw.gap.ideal)?,
        max: days("gap.max", raw.gap.max)?,
    };
    if gap.min > gap.max {
        return Err(BadFile::at("gap.min", format!("{} is more than gap.max, {}", gap.min, gap.max)));
    }
    let (earliest, latest) = (days("first.earliest", raw.first.earliest)?, days("first.latest", raw.first.latest)?);
    if earliest > latest {
        return Err(BadFile::at("first.earliest", format!("{earliest} is after first.latest, {latest}")));
    }
    Ok(SeriesFile {
        id: within("id", raw.id, 0, i64::from(u32::MAX))?,
        service: calendar.service("service", raw.service)?,
        count: within("count", raw.count, 1, i64::from(u32::MAX))?,
        gap,
        earliest,
        latest,
        weights: Weights {
            first: points("w_first", raw.w_first)?,
            late: points("w_late", raw.w_late)?,
            early: points("w_early", raw.w_early)?,
            change: points("w_change", raw.w_change)?,
        },
    })
}

fn spacing(raw: &raw::Spacing, series: &[SeriesFile]) -> Result<SpacingFile, BadFile> {
    let place = |path: &str, id: i64| {
        let place = series.iter().position(|series| i64::from(series.id) == id);
        place.ok_or_else(|| BadFile::at(path, format!("there is no series {id}")))
    };
    let (a, b) = (place("a", raw.a)?, place("b", raw.b)?);
    if a == b {
        return Err(BadFile::at("b", format!("series {} is spaced from itself; that is what its gap says", raw.b)));
    }
    let days = |path: &str, number: i64| within::<u32>(path, number, 0, MOST_WAIT);
    Ok(SpacingFile { a, b, a_then_b: days("a_then_b", raw.a_then_b)?, b_then_a: days("b_then_a", raw.b_then_a)? })
}
