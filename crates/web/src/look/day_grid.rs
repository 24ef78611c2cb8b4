//! The day of the clinic: practitioners as columns, time down, rooms and devices as thin lanes.
//!
//! Without a script it is a list of appointments under each name, each a link. `assets/js/day-grid.js` adds
//! the arrow keys and dragging; it fills in the same form that the page for moving shows.

pub mod tick;

pub use tick::{Length, Tick};

use maud::{Markup, Render, html};

use super::badge::{Badge, Tone};

/// A stretch of time in which nothing can be booked.
#[derive(Clone, Copy, Debug)]
pub struct Closed<'a> {
    /// When it begins.
    pub at: Tick,
    /// How long it is.
    pub length: Length,
    /// Why ("昼休み").
    pub label: &'a str,
}

/// One appointment.
#[derive(Clone, Copy, Debug)]
pub struct Appointment<'a> {
    /// The id of the visit, as the form for moving wants it.
    pub visit: &'a str,
    /// When it begins.
    pub at: Tick,
    /// How long it claims the column.
    pub length: Length,
    /// From when to when, in words.
    pub time: &'a str,
    /// Who comes.
    pub patient: &'a str,
    /// What for.
    pub treatment: &'a str,
    /// Which session of how many ("2/6").
    pub session: Option<&'a str>,
    /// A mark for anything unresolved.
    pub mark: Option<Badge<'a>>,
    /// Its page.
    pub href: &'a str,
    /// Where the form for moving it is sent; none if it cannot be moved.
    pub move_action: Option<&'a str>,
}

/// One practitioner's day.
#[derive(Clone, Copy, Debug)]
pub struct Column<'a> {
    /// The id of the practitioner, as the form for moving wants it.
    pub practitioner: &'a str,
    /// The name.
    pub name: &'a str,
    /// What stands below it, such as the role.
    pub note: &'a str,
    /// When nothing can be booked.
    pub closed: &'a [Closed<'a>],
    /// The appointments in order.
    pub appointments: &'a [Appointment<'a>],
    /// What is said where there is none.
    pub none: &'a str,
}

/// A stretch of time in which a room or a device is in use.
#[derive(Clone, Copy, Debug)]
pub struct Use<'a> {
    /// When it begins.
    pub at: Tick,
    /// How long it is.
    pub length: Length,
    /// By whom and for what, in words.
    pub label: &'a str,
}

/// One room or device.
#[derive(Clone, Copy, Debug)]
pub struct Lane<'a> {
    /// Its name.
    pub name: &'a str,
    /// When it is in use.
    pub uses: &'a [Use<'a>],
}

/// What dragging needs; without it the grid is only looked at.
#[derive(Clone, Debug)]
pub struct Moving<'a> {
    /// Where to ask why a time is closed; answers one line of text to `visit`, `practitioner` and `at`.
    pub explain: &'a str,
    /// How to move with keys, in words.
    pub hint: &'a str,
    /// Hidden fields that every form carries.
    pub fields: Markup,
}

/// The day.
#[derive(Clone, Debug)]
pub struct DayGrid<'a> {
    /// What it is called for those who hear it.
    pub label: &'a str,
    /// The practitioners.
    pub columns: &'a [Column<'a>],
    /// Rooms and devices.
    pub lanes: &'a [Lane<'a>],
    /// The time of day, if the day is today.
    pub now: Option<Tick>,
    /// What dragging needs.
    pub moving: Option<Moving<'a>>,
}

impl Render for DayGrid<'_> {
    fn render(&self) -> Markup {
        html! {
            div.day-grid role="region" aria-label=(self.label) tabindex="0"
                data-explain=[self.moving.as_ref().map(|moving| moving.explain)] {
                (rail())
                @for column in self.columns { (self.column(column)) }
                @for lane in self.lanes { (self.lane(lane)) }
            }
            @if let Some(moving) = &self.moving { (move_form(moving)) }
        }
    }
}

impl DayGrid<'_> {
    fn now_line(&self) -> Markup {
        html! { @if let Some(now) = self.now { i class={ "now " (now.class()) } aria-hidden="true" {} } }
    }

    fn column(&self, column: &Column) -> Markup {
        html! {
            section.day-column aria-label=(column.name) data-practitioner=(column.practitioner) {
                h2 { (column.name) small { (column.note) } }
                div.day-body {
                    @for closed in column.closed {
                        p class={ "closed " (closed.at.class()) " " (closed.length.class()) } { (closed.label) }
                    }
                    @if column.appointments.is_empty() { p.unseen { (column.none) } }
                    @for appointment in column.appointments { (entry(appointment)) }
                    (self.now_line())
                }
            }
        }
    }

    fn lane(&self, lane: &Lane) -> Markup {
        html! {
            section.day-lane aria-label=(lane.name) {
                h2 { (lane.name) }
                div.day-body {
                    @for used in lane.uses {
                        p class={ "used " (used.at.class()) " " (used.length.class()) } title=(used.label) {
                            span.unseen { (used.label) }
                        }
                    }
                    (self.now_line())
                }
            }
        }
    }
}

fn rail() -> Markup {
    html! {
        div.day-rail aria-hidden="true" {
            div.day-body { @for (tick, words) in Tick::hours() { span class=(tick.class()) { (words) } } }
        }
    }
}

fn entry(appointment: &Appointment) -> Markup {
    let class = format!(
        "appointment {} {} {}",
        appointment.at.class(),
        appointment.length.class(),
        appointment.mark.map_or(Tone::Plain, |mark| mark.tone).class(),
    );
    html! {
        a class=(class) href=(appointment.href) data-visit=(appointment.visit)
            data-move=[appointment.move_action] data-at=(appointment.at) {
            span.when { (appointment.time) }
            span.who { (appointment.patient) }
            @if let Some(mark) = appointment.mark { (mark) }
            span.what {
                (appointment.treatment)
                @if let Some(session) = appointment.session { " " span.nth { (session) } }
            }
        }
    }
}

fn move_form(moving: &Moving) -> Markup {
    html! {
        form.move-form method="post" data-move-form hidden {
            (moving.fields)
            input type="hidden" name="visit";
            input type="hidden" name="practitioner";
            input type="hidden" name="at";
        }
        p.move-hint { (moving.hint) }
        output.move-reason data-move-reason aria-live="polite" {}
    }
}
