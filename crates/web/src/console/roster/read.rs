use super::DAYS;
use crate::console::Desk;
use crate::filled::Filled;
use app::roster::{Change, openings};
use app::{FieldError, World};
use jiff::Timestamp;
use jiff::civil::Date;
use journey::id::ResourceId;
use journey::roster::closure::ClosureKind;
use journey::roster::hours::{Exception, MinuteOfDay, Opening};
use journey::roster::wall::{self, NoSuchTime};
use journey::text::Bilingual;

/// The field of each day of the week, Monday first.
pub(super) const WEEK: [&str; 7] = ["hours-1", "hours-2", "hours-3", "hours-4", "hours-5", "hours-6", "hours-7"];

/// What a form of the roster asks for, or what is wrong with it, field by field.
pub(super) fn change(desk: &Desk, subject: ResourceId, filled: &Filled) -> Result<Change, Vec<FieldError>> {
    let world = desk.web.app.world();
    match filled.get("change") {
        "week" => week(subject, filled),
        "day" => day(subject, filled),
        "usual-day" => Ok(Change::UsualDay { subject, day: date(filled, "day")? }),
        "close" => close(world, subject, filled),
        "reopen" => {
            Ok(Change::Reopen { closure: filled.get("closure").parse().map_err(|_| wrong("closure", "field-choice"))? })
        }
        _ => Err(wrong("change", "field-choice")),
    }
}

fn wrong(field: &'static str, code: &'static str) -> Vec<FieldError> {
    vec![FieldError { field, code }]
}

fn date(filled: &Filled, name: &'static str) -> Result<Date, Vec<FieldError>> {
    filled.date(name).ok_or_else(|| wrong(name, "field-date"))
}

fn week(subject: ResourceId, filled: &Filled) -> Result<Change, Vec<FieldError>> {
    let (mut hours, mut mistakes) = (Vec::new(), Vec::new());
    for (weekday, field) in DAYS.iter().zip(WEEK) {
        match openings(filled.get(field)) {
            Ok(found) => hours.extend(found.into_iter().map(|one| (weekday.to_monday_one_offset(), one))),
            Err(unreadable) => mistakes.push(FieldError { field, code: unreadable.code }),
        }
    }
    match date(filled, "from") {
        Ok(from) if mistakes.is_empty() => Ok(Change::Week { subject, from, hours }),
        Ok(_) => Err(mistakes),
        Err(missing) => Err([mistakes, missing].concat()),
    }
}

fn day(subject: ResourceId, filled: &Filled) -> Result<Change, Vec<FieldError>> {
    let hours: Vec<Opening> =
        openings(filled.get("day-hours")).map_err(|unreadable| wrong("day-hours", unreadable.code))?;
    let hours = if hours.is_empty() { Exception::Closed } else { Exception::Open(hours) };
    Ok(Change::Day { subject, day: date(filled, "day")?, hours, reason: reason(filled) })
}

fn close(world: &World, subject: ResourceId, filled: &Filled) -> Result<Change, Vec<FieldError>> {
    let kind = ClosureKind::parse(filled.get("kind")).ok_or_else(|| wrong("kind", "field-choice"))?;
    let first = date(filled, "starts-day")?;
    let last = filled.date("ends-day").unwrap_or(first);
    let starts = at(world, first, filled, "starts-time", 0)?;
    let ends = at(world, last, filled, "ends-time", 24 * 60)?;
    Ok(Change::Close { subject, kind, starts, ends, reason: reason(filled) })
}

/// A time on the clinic's wall; blank is the given minute. A time that the clock skips is refused, never moved.
fn at(
    world: &World,
    day: Date,
    filled: &Filled,
    name: &'static str,
    otherwise: u16,
) -> Result<Timestamp, Vec<FieldError>> {
    let minute = match filled.some(name) {
        None => MinuteOfDay::new(otherwise).ok(),
        Some(text) => clock(text),
    };
    let minute = minute.ok_or_else(|| wrong(name, "field-time"))?;
    wall::instant(&world.zone, day, minute).map_err(|refused| match refused {
        NoSuchTime::Skipped { .. } => wrong(name, "field-time-skipped"),
        NoSuchTime::PastCalendar => wrong(name, "field-date"),
    })
}

/// `9:30`, as a stretch of a minute is read.
fn clock(text: &str) -> Option<MinuteOfDay> {
    let stretch = openings(&format!("{text}-24:00")).ok()?;
    stretch.first().map(|opening| opening.opens())
}

fn reason(filled: &Filled) -> Bilingual {
    let ja = filled.get("reason");
    Bilingual::new(ja, filled.some("reason-en").unwrap_or(ja))
}
