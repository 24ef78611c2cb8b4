use super::{Shown, what};
use crate::console::Desk;
use crate::look::badge::{Badge, Tone};
use crate::look::day_grid::{Appointment, Closed, Column, DayGrid, Lane, Length, Moving, Tick, Use};
use crate::when;
use app::booking::{Busy, Visit};
use app::identity::Patient;
use app::roster::{Resource, ResourceKind};
use jiff::Timestamp;
use journey::booking::{Block, VisitState};
use journey::roster::hours::Opening;
use maud::{Markup, html};

/// The minutes that the grid shows: 8:00 to 21:00.
const FROM: u16 = 8 * 60;
const UNTIL: u16 = 21 * 60;

/// One appointment with everything it says, owned so that the grid can borrow it.
struct Entry {
    visit: String,
    at: Tick,
    length: Length,
    time: String,
    patient: String,
    treatment: String,
    mark: Option<(Tone, String)>,
    href: String,
    move_action: Option<String>,
}

/// A column with everything it says.
struct Owned {
    practitioner: String,
    name: String,
    closed: Vec<(Tick, Length)>,
    entries: Vec<Entry>,
}

/// The day: one column for each practitioner (or room), the others as thin lanes.
pub(super) fn grid(desk: &Desk, shown: &Shown, kind: ResourceKind) -> Markup {
    let words = desk.words();
    let (closed_label, none) = (words.t("day-away"), words.t("day-nobody"));
    let owned: Vec<Owned> = shown
        .sheet
        .resources
        .iter()
        .filter(|(resource, _)| resource.kind == kind)
        .map(|(resource, hours)| column(desk, shown, resource, hours))
        .collect();
    let closed: Vec<Vec<Closed<'_>>> = owned
        .iter()
        .map(|column| {
            column.closed.iter().map(|(at, length)| Closed { at: *at, length: *length, label: &closed_label }).collect()
        })
        .collect();
    let appointments: Vec<Vec<Appointment<'_>>> =
        owned.iter().map(|column| column.entries.iter().map(lend).collect()).collect();
    let columns: Vec<Column<'_>> = owned
        .iter()
        .zip(closed.iter().zip(&appointments))
        .map(|(column, (closed, appointments))| Column {
            practitioner: &column.practitioner,
            name: &column.name,
            note: "",
            closed,
            appointments,
            none: &none,
        })
        .collect();
    let lanes = lanes(desk, shown, kind);
    let lent: Vec<Lane<'_>> = lanes.iter().map(|(name, uses)| Lane { name, uses }).collect();
    let fields = html! { input type="hidden" name="day" value=(shown.sheet.day); };
    let hint = words.t("day-move-hint");
    let label = words.t("day-grid-label");
    let moving = Moving { explain: "/console/day/explain", hint: &hint, fields };
    html! {
        (DayGrid { label: &label, columns: &columns, lanes: &lent, now: now(desk, shown), moving: Some(moving) })
    }
}

fn lend(entry: &Entry) -> Appointment<'_> {
    Appointment {
        visit: &entry.visit,
        at: entry.at,
        length: entry.length,
        time: &entry.time,
        patient: &entry.patient,
        treatment: &entry.treatment,
        session: None,
        mark: entry.mark.as_ref().map(|(tone, label)| Badge { tone: *tone, label }),
        href: &entry.href,
        move_action: entry.move_action.as_deref(),
    }
}

fn column(desk: &Desk, shown: &Shown, resource: &Resource, hours: &[Opening]) -> Owned {
    let mine = |busy: &&Busy| busy.resource == resource.id;
    let entries = shown.sheet.busy.iter().filter(mine).filter_map(|busy| {
        let found = shown.sheet.visits.iter().find(|(visit, _)| visit.id == busy.visit);
        found.map(|(visit, patient)| entry(desk, shown, busy, visit, patient))
    });
    Owned {
        practitioner: resource.staff.map(|staff| staff.to_string()).unwrap_or_default(),
        name: resource.name.get(desk.lang).to_owned(),
        closed: away(hours),
        entries: entries.collect(),
    }
}

fn entry(desk: &Desk, shown: &Shown, busy: &Busy, visit: &Visit, patient: &Patient) -> Entry {
    let zone = &desk.web.app.world().zone;
    let movable = matches!(visit.state, VisitState::Booked { .. });
    Entry {
        visit: visit.id.to_string(),
        at: Tick::of_minute(minute(desk, busy.starts)),
        length: Length::of_minutes(u16::try_from(busy.ends.duration_since(busy.starts).as_mins()).unwrap_or(5)),
        time: when::time(zone, busy.starts),
        patient: patient.full_name(),
        treatment: what(desk, shown, visit),
        mark: mark(desk, visit),
        href: format!("/console/visits/{}", visit.id),
        move_action: movable.then(|| format!("/console/visits/{}/move", visit.id)),
    }
}

/// What is unresolved about a visit, in a word with a shape.
fn mark(desk: &Desk, visit: &Visit) -> Option<(Tone, String)> {
    let words = desk.words();
    match visit.state {
        VisitState::Arrived { .. } => Some((Tone::Information, words.t("visit-state-arrived"))),
        VisitState::Fulfilled { .. } => Some((Tone::Cleared, words.t("visit-state-fulfilled"))),
        VisitState::Booked { .. } if visit.late_minutes.is_some() => Some((Tone::Caution, words.t("day-mark-late"))),
        VisitState::Booked { .. } => {
            let provisional = visit.items.iter().any(|item| item.block == Block::Provisional);
            provisional.then(|| (Tone::Caution, words.t("day-mark-provisional")))
        }
        _ => None,
    }
}

fn minute(desk: &Desk, at: Timestamp) -> u16 {
    let local = at.to_zoned(desk.web.app.world().zone.clone());
    u16::try_from(i32::from(local.hour()) * 60 + i32::from(local.minute())).unwrap_or(0)
}

/// The stretches of the shown day outside a resource's hours.
fn away(hours: &[Opening]) -> Vec<(Tick, Length)> {
    let mut gaps = Vec::new();
    let mut from = FROM;
    for opening in hours {
        let opens = opening.opens().get().clamp(FROM, UNTIL);
        if opens > from {
            gaps.push((Tick::of_minute(from), Length::of_minutes(opens - from)));
        }
        from = from.max(opening.closes().get().min(UNTIL));
    }
    if from < UNTIL {
        gaps.push((Tick::of_minute(from), Length::of_minutes(UNTIL - from)));
    }
    gaps
}

fn lanes<'a>(desk: &'a Desk, shown: &'a Shown, columns: ResourceKind) -> Vec<(&'a str, Vec<Use<'a>>)> {
    let others = shown
        .sheet
        .resources
        .iter()
        .filter(|(resource, _)| resource.kind != columns && resource.kind != ResourceKind::Practitioner);
    others
        .map(|(resource, _)| {
            let uses = shown.sheet.busy.iter().filter(|busy| busy.resource == resource.id).map(|busy| Use {
                at: Tick::of_minute(minute(desk, busy.starts)),
                length: Length::of_minutes(u16::try_from(busy.ends.duration_since(busy.starts).as_mins()).unwrap_or(5)),
                label: resource.name.get(desk.lang),
            });
            (resource.name.get(desk.lang), uses.collect())
        })
        .collect()
}

fn now(desk: &Desk, shown: &Shown) -> Option<Tick> {
    let now = desk.web.app.now();
    (desk.web.app.world().date_of(now) == shown.sheet.day).then(|| Tick::of_minute(minute(desk, now)))
}
