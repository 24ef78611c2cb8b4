//! The pause after so many sessions in a row.

use super::history::{CourseQuestion, Purpose, Release, Treated};
use super::hold::{CommonDay, Hold, Stretch};
use super::indication::Pause;
use super::reason::{Origin, Reason};
use crate::period::Period;
use jiff::ToSpan;
use jiff::civil::Date;

/// One session of the course, past or booked.
#[derive(Clone, Copy)]
struct Stop<'a> {
    treated: &'a Treated,
    on: Date,
    release: Release,
}

/// Sessions that follow each other without a pause between them.
struct Row<'a> {
    first: Stop<'a>,
    last: Stop<'a>,
    counted: u16,
    valid_from: Date,
}

/// The days on which one more session would make a row too long: around each full row, and between two rows that it
/// would join.
pub(super) fn holds<'a>(question: &CourseQuestion<'a>) -> Vec<Hold<'a>> {
    let indication = question.indication;
    let Some(pause) = indication.pause.as_ref().filter(|pause| pause.evidence.acts()) else {
        return Vec::new();
    };
    if question.planned.purpose == Purpose::TouchUp {
        return Vec::new();
    }
    let rows = rows(stops(question), indication.interval.value.floor, pause.wait);
    let close = |after: Stop<'a>, before: Stop<'a>| Hold {
        reason: Reason::Pause(indication, pause),
        origin: Origin::Session(after.treated, after.on),
        stretch: Stretch::Days {
            from: pause.wait.before(before.on).saturating_add(1.day()),
            until: pause.wait.after(after.on),
        },
        common_day: CommonDay::Forbidden,
    };
    let full = rows.iter().filter(|row| row.counted >= pause.after_sessions).map(|row| close(row.last, row.first));
    let joined = rows.windows(2).filter_map(|pair| match pair {
        [before, after] if joins_too_many(pause, before, after) => Some(close(before.last, after.first)),
        _ => None,
    });
    full.chain(joined).collect()
}

fn joins_too_many(pause: &Pause, before: &Row<'_>, after: &Row<'_>) -> bool {
    before.counted.saturating_add(after.counted) >= pause.after_sessions
}

fn stops<'a>(question: &CourseQuestion<'a>) -> Vec<Stop<'a>> {
    let past = question.history.iter().filter(|s| s.purpose == Purpose::Course);
    let past = past.filter(|s| question.is_of_course(&s.treated, s.indication.as_ref()));
    let booked = question.booked.iter().filter(|s| s.purpose == Purpose::Course);
    let booked = booked.filter(|s| question.is_of_course(&s.treated, s.indication.as_ref()));
    let mut all: Vec<Stop<'a>> = past
        .map(|s| Stop { treated: &s.treated, on: s.on, release: s.release })
        .chain(booked.map(|s| Stop { treated: &s.treated, on: s.on, release: Release::None }))
        .collect();
    all.sort_by_key(|stop| stop.on);
    all
}

fn rows(stops: Vec<Stop<'_>>, floor: Period, wait: Period) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for stop in stops {
        match rows.last_mut().filter(|row| stop.on < wait.after(row.last.on)) {
            Some(row) => {
                row.last = stop;
                if stop.on >= row.valid_from || stop.release == Release::ByPhysician {
                    row.counted = row.counted.saturating_add(1);
                    row.valid_from = floor.after(stop.on);
                }
            }
            None => rows.push(Row { first: stop, last: stop, counted: 1, valid_from: floor.after(stop.on) }),
        }
    }
    rows
}
