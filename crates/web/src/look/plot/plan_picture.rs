//! A whole mixed course at a glance: a line for each treatment, healing shaded, what is ahead drawn across all.

use maud::{Markup, Render, html};

use super::course_picture::{Session, SessionState};
use super::{DataTable, Legend, Range, Spoken, Tick, percent};

/// Where the first line lies from the top, how far lines are apart, and what remains below the last for the months.
const TOP: usize = 64;
const STEP: usize = 72;
const FOOT: usize = 48;

/// One treatment with its sessions.
#[derive(Clone, Copy, Debug)]
pub struct PlanRow<'a> {
    /// The treatment.
    pub label: &'a str,
    /// Its sessions.
    pub sessions: &'a [Session<'a>],
}

/// Something ahead.
#[derive(Clone, Copy, Debug)]
pub struct EventMark<'a> {
    /// On which day.
    pub day: f64,
    /// What it is.
    pub label: &'a str,
}

/// The picture.
#[derive(Clone, Copy, Debug)]
pub struct PlanPicture<'a> {
    /// What it is called and shows.
    pub spoken: Spoken<'a>,
    /// The days that it shows.
    pub days: Range,
    /// Months.
    pub ticks: &'a [Tick<'a>],
    /// The treatments.
    pub rows: &'a [PlanRow<'a>],
    /// What is ahead.
    pub events: &'a [EventMark<'a>],
    /// What the marks mean.
    pub legend: Legend<'a>,
    /// The same as a table.
    pub data: DataTable<'a>,
}

impl Render for PlanPicture<'_> {
    fn render(&self) -> Markup {
        let foot = TOP + STEP * self.rows.len().saturating_sub(1) + 34;
        html! {
            figure.plot.plan-picture {
                div.plot-frame {
                    svg width="100%" height=(foot + FOOT) role="img" aria-labelledby=(self.spoken.labelled_by()) {
                        (self.spoken.inside())
                        @for event in self.events { (self.event(event, foot)) }
                        @for (place, row) in self.rows.iter().enumerate() { (self.row(row, TOP + STEP * place)) }
                        @for tick in self.ticks { (self.tick(tick, foot)) }
                    }
                }
                figcaption { (self.legend) (self.data) }
            }
        }
    }
}

impl PlanPicture<'_> {
    fn row(&self, row: &PlanRow, y: usize) -> Markup {
        html! {
            text.row-label x="0" y=(y.saturating_sub(20)) { (row.label) }
            line.axis x1="0%" x2="100%" y1=(y) y2=(y) {}
            @for session in row.sessions { (self.healing(session, y)) }
            @for session in row.sessions { (self.mark(session, y)) }
        }
    }

    fn healing(&self, session: &Session, y: usize) -> Markup {
        let width = self.days.fraction(session.day + session.healing_days) - self.days.fraction(session.day);
        html! {
            @if width > 0.0 { rect.healing x=(self.days.across(session.day)) width=(percent(width)) y=(y + 16) height="8" {} }
        }
    }

    fn mark(&self, session: &Session, y: usize) -> Markup {
        let x = self.days.across(session.day);
        let class = match session.state {
            SessionState::Done => "session-mark done",
            SessionState::Booked => "session-mark booked",
            SessionState::Planned => "session-mark later",
        };
        html! {
            circle class=(class) cx=(x) cy=(y) r="12" {}
            text.session-label x=(x) y=(y + 5) { (session.label) }
        }
    }

    fn event(&self, event: &EventMark, foot: usize) -> Markup {
        let x = self.days.across(event.day);
        let anchor = match self.days.fraction(event.day) {
            place if place < 0.2 => "event-label from-here",
            place if place > 0.8 => "event-label up-to-here",
            _ => "event-label",
        };
        html! {
            line.event-mark x1=(x) x2=(x) y1="18" y2=(foot) {}
            text class=(anchor) x=(x) y="12" { (event.label) }
        }
    }

    fn tick(&self, tick: &Tick, foot: usize) -> Markup {
        let x = self.days.across(tick.at);
        html! {
            line.tick x1=(x) x2=(x) y1=(foot) y2=(foot + 5) {}
            text.tick-label x=(x) y=(foot + 22) { (tick.label) }
        }
    }
}
