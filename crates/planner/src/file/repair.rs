//! `clinic-repair/1`, checked.

use super::bad::{BadFile, each, parse, unique, within};
use super::calendar::{Calendar, Kind};
use super::preference::{MOST_POINTS, Preference};
use super::raw;
use crate::repair::Link;

const FORMAT: &str = "clinic-repair/1";

/// How many sessions a file may have.
const MOST_SESSIONS: usize = 20_000;

/// Somebody who is absent.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Away {
    /// Who, by the number in the file.
    pub practitioner: u32,
    /// From which day.
    pub from_day: i64,
    /// To which, inclusive.
    pub to_day: i64,
}

/// A session to be moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionFile {
    /// Its number in the file.
    pub id: u32,
    /// Its service, by its place in the calendar.
    pub service: usize,
    /// When it was to start.
    pub start: u32,
    /// With whom, by the number in the file.
    pub practitioner: u32,
    /// The first and the last day on which it may lie.
    pub days: (i64, i64),
    /// When the patient would like to come.
    pub preference: Preference,
    /// What another practitioner costs.
    pub w_practitioner: u32,
    /// What it costs to leave it without a time.
    pub w_unplaced: u32,
}

/// Visits to be moved together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RepairFile {
    /// Time, resources and services.
    pub calendar: Calendar,
    /// Who is absent.
    pub away: Vec<Away>,
    /// The sessions.
    pub sessions: Vec<SessionFile>,
    /// What links them, by their places.
    pub links: Vec<Link>,
    /// What another start costs.
    pub w_move: u32,
    /// What each day of distance costs.
    pub w_day: u32,
    /// What each step of the grid costs that the time of day moves.
    pub w_step: u32,
}

impl RepairFile {
    /// Reads and checks a file. Refuses what is not the format or contradicts itself.
    pub fn read(text: &str) -> Result<Self, BadFile> {
        let calendar = Calendar::read(text, FORMAT)?;
        let raw: raw::Repair = parse(text)?;
        if raw.sessions.len() > MOST_SESSIONS {
            return Err(BadFile::at("sessions", format!("{} are more than {MOST_SESSIONS}", raw.sessions.len())));
        }
        let away = each("away", &raw.away, |_, raw| away(raw, &calendar))?;
        let sessions = each("sessions", &raw.sessions, |_, raw| session(raw, &calendar))?;
        unique(sessions.iter().map(|one| one.id))
            .map_err(|(place, id)| BadFile::at(format!("sessions[{place}].id"), format!("{id} is there twice")))?;
        let links = each("links", &raw.links, |_, raw| link(raw, &sessions))?;
        let points = |path: &str, number: i64| within::<u32>(path, number, 0, MOST_POINTS);
        Ok(Self {
            calendar,
            away,
            sessions,
            links,
            w_move: points("weights.move", raw.weights.moved)?,
            w_day: points("weights.day", raw.weights.day)?,
            w_step: points("weights.tod_step", raw.weights.tod_step)?,
        })
    }
}

fn away(raw: &raw::Away, calendar: &Calendar) -> Result<Away, BadFile> {
    let practitioner = resource(calendar, "practitioner", raw.practitioner, Kind::Practitioner)?;
    if raw.from_day > raw.to_day {
        return Err(BadFile::at("from_day", format!("{} is after to_day, {}", raw.from_day, raw.to_day)));
    }
    Ok(Away { practitioner, from_day: raw.from_day, to_day: raw.to_day })
}

fn session(raw: &raw::Session, calendar: &Calendar) -> Result<SessionFile, BadFile> {
    let points = |path: &str, number: i64| within::<u32>(path, number, 0, MOST_POINTS);
    let start: u32 = within("orig.start", raw.orig.start, 0, i64::from(calendar.end()) - 1)?;
    let practitioner = resource(calendar, "orig.practitioner", raw.orig.practitioner, Kind::Practitioner)?;
    for (path, id, kind) in [("orig.room", raw.orig.room, Kind::Room), ("orig.device", raw.orig.device, Kind::Device)] {
        id.map_or(Ok(0), |id| resource(calendar, path, id, kind))?;
    }
    let (lo, hi) = raw.day_window;
    if lo > hi {
        return Err(BadFile::at("day_window", format!("{lo} is after {hi}")));
    }
    Ok(SessionFile {
        id: within("id", raw.id, 0, i64::from(u32::MAX))?,
        service: calendar.service("service", raw.service)?,
        start,
        practitioner,
        days: raw.day_window,
        preference: Preference::checked(&raw.preference, calendar.ticks_per_day)?,
        w_practitioner: points("w_practitioner", raw.w_practitioner)?,
        w_unplaced: points("w_unplaced", raw.w_unplaced)?,
    })
}

fn link(raw: &raw::Link, sessions: &[SessionFile]) -> Result<Link, BadFile> {
    let place = |path: &str, id: i64| {
        let place = sessions.iter().position(|session| i64::from(session.id) == id);
        place.ok_or_else(|| BadFile::at(path, format!("there is no session {id}")))
    };
    let (a, b) = (place("a", raw.a)?, place("b", raw.b)?);
    if a == b {
        return Err(BadFile::at("b", format!("session {} is linked to itself", raw.b)));
    }
    if raw.min_days > raw.max_days {
        return Err(BadFile::at("min_days", format!("{} is more than max_days, {}", raw.min_days, raw.max_days)));
    }
    let days = |path: &str, number: i64| within::<i32>(path, number, -100_000, 100_000);
    Ok(Link { a, b, min_days: days("min_days", raw.min_days)?, max_days: days("max_days", raw.max_days)? })
}

fn resource(calendar: &Calendar, path: &str, id: i64, kind: Kind) -> Result<u32, BadFile> {
    let known = calendar.resources.iter().find(|one| i64::from(one.id) == id && one.kind == kind);
    known.map(|one| one.id).ok_or_else(|| BadFile::at(path, format!("there is no such {} {id}", kind.word())))
}
