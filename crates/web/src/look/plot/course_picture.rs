//! A course at a glance: sessions as marks, healing shaded, months as ticks.

use maud::{Markup, Render, html};

use super::{DataTable, Legend, Range, Spoken, Tick};

/// With more sessions than this the marks are small and bear no figures, so that a phone can show them side by side.
const MOST_LABELLED: usize = 10;

/// Whether a session has taken place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SessionState {
    /// It has.
    Done,
    /// It has a date.
    Booked,
    /// It is part of the plan.
    Planned,
}

impl SessionState {
    const fn class(self) -> &'static str {
        match self {
            Self::Done => "session-mark done",
            Self::Booked => "session-mark booked",
            Self::Planned => "session-mark",
        }
    }
}

/// One session.
#[derive(Clone, Copy, Debug)]
pub struct Session<'a> {
    /// Days since the first session.
    pub day: f64,
    /// What stands in the mark, one or two figures.
    pub label: &'a str,
    /// Days of healing that follow.
    pub healing_days: f64,
    /// Whether it has taken place.
    pub state: SessionState,
}

/// When the result wants to be refreshed.
#[derive(Clone, Copy, Debug)]
pub struct Maintenance<'a> {
    /// First day, since the first session.
    pub from: f64,
    /// Last day.
    pub to: f64,
    /// What it is called.
    pub label: &'a str,
}

/// The picture.
#[derive(Clone, Copy, Debug)]
pub struct CoursePicture<'a> {
    /// What it is called and shows.
    pub spoken: Spoken<'a>,
    /// The days that it shows.
    pub days: Range,
    /// Months.
    pub ticks: &'a [Tick<'a>],
    /// The sessions.
    pub sessions: &'a [Session<'a>],
    /// The window of maintenance, if there is one.
    pub maintenance: Option<Maintenance<'a>>,
    /// What the marks mean.
    pub legend: Legend<'a>,
    /// The same as a table.
    pub data: DataTable<'a>,
}

impl Render for CoursePicture<'_> {
    fn render(&self) -> Markup {
        html! {
            figure.plot.course-picture {
                div.plot-frame {
                    svg width="100%" height="120" role="img" aria-labelledby=(self.spoken.labelled_by()) {
                        (self.spoken.inside())
                        @for session in self.sessions { (self.healing(session)) }
                        line.axis x1="0%" x2="100%" y1="56" y2="56" {}
                        @for tick in self.ticks { (self.tick(tick)) }
                        @if let Some(window) = &self.maintenance { (self.window(window)) }
                        @for session in self.sessions { (self.mark(session)) }
                    }
                }
                figcaption { (self.legend) (self.data) }
            }
        }
    }
}

impl CoursePicture<'_> {
    fn healing(&self, session: &Session) -> Markup {
        let width = self.days.fraction(session.day + session.healing_days) - self.days.fraction(session.day);
        html! {
            rect.healing x=(self.days.across(session.day)) width=(super::percent(width)) y="74" height="8" {}
        }
    }

    fn tick(&self, tick: &Tick) -> Markup {
        let x = self.days.across(tick.at);
        html! {
            line.tick x1=(x) x2=(x) y1="90" y2="95" {}
            text.tick-label x=(x) y="112" { (tick.label) }
        }
    }

    fn mark(&self, session: &Session) -> Markup {
        let x = self.days.across(session.day);
        let has_room = self.sessions.len() <= MOST_LABELLED;
        html! {
            circle class=(session.state.class()) cx=(x) cy="56" r=(if has_room { "12" } else { "5" }) {}
            @if has_room { text.session-label x=(x) y="61" { (session.label) } }
        }
    }

    fn window(&self, window: &Maintenance) -> Markup {
        let (from, to) = (self.days.across(window.from), self.days.across(window.to));
        html! {
            line.maintenance x1=(from) x2=(to) y1="24" y2="24" {}
            line.maintenance x1=(from) x2=(from) y1="24" y2="56" {}
            line.maintenance x1=(to) x2=(to) y1="24" y2="56" {}
            text.maintenance-label x=(to) y="16" { (window.label) }
        }
    }
}
