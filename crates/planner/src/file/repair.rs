//! `clinic-repair/1`, checked.

use super::bad::{BadFile, at_most, each, parse, unique, within};
use super::calendar::{Calendar, Kind};
use super::preference::{MOST_POINTS, Preference};
use super::raw;
use crate::repair::Link;

const FORMAT: &str = "clinic-repair/1";

/// How many sessions, absences and links a file may have.
const MOST_SESSIONS: usize = 5_000;

/// How many times all sessions together may move to.
const MOST_OFFERS: u64 = 20_000_000;

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
        at_most("sessions", raw.sessions.len(), MOST_SESSIONS)?;
        at_most("away", raw.away.len(), MOST_SESSIONS)?;
        at_most("links", raw.links.len(), MOST_SESSIONS)?;
        let away = each("away", &raw.away, |_, raw| away(raw, &calendar))?;
        let sessions = each("sessions", &raw.sessions, |_, raw| session(raw, &calendar))?;
        unique(sessions.iter().map(|one| one.id))
            .map_err(|(place, id)| BadFile::at(format!("sessions[{place}].id"), format!("{id} is there twice")))?;
        let offers = offers(&calendar, &sessions);
        if offers > MOST_OFFERS {
            let reason = format!("they may move to some {offers} times, which are more than {MOST_OFFERS}");
            return Err(BadFile::at("sessions", reason));
        }
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

/// How many times all sessions may move to, or more: as if everybody could treat everybody.
fn offers(calendar: &Calendar, sessions: &[SessionFile]) -> u64 {
    let mut by_day = vec![0_u64; usize::from(calendar.days) + 1];
    let people = calendar.resources.iter().filter(|resource| resource.kind == Kind::Practitioner);
    for &(from, to) in people.flat_map(|resource| &resource.free) {
        for day in calendar.day(from)..=calendar.day(to - 1) {
            let (opens, closes) = (day * calendar.ticks_per_day, (day + 1) * calendar.ticks_per_day);
            by_day[day as usize + 1] += u64::from((to.min(closes) - from.max(opens)).div_ceil(calendar.start_step));
        }
    }
    for day in 1..by_day.len() {
        by_day[day] += by_day[day - 1];
    }
    let until = |day: i64| by_day[day.clamp(0, i64::from(calendar.days)) as usize];
    let within = |session: &SessionFile| until(session.days.1.saturating_add(1)).saturating_sub(until(session.days.0));
    sessions.iter().map(within).sum()
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
