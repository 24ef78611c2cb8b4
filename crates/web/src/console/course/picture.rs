//! The course at a glance.

use super::Plan;
use crate::console::Desk;
use crate::look::plot::{CoursePicture, DataTable, Key, Legend, Range, Session, SessionState, Spoken, Tick};
use crate::when;
use jiff::ToSpan;
use jiff::civil::Date;
use journey::protocol::Protocol;
use maud::{Markup, html};

/// Days that the picture shows at least, so that a single session does not fill it.
const SHORTEST: f64 = 35.0;
/// Months that find room below the picture.
const MOST_TICKS: f64 = 5.0;

/// Sessions as marks, healing shaded, months as ticks; nothing for a course without sessions.
pub(super) fn picture(desk: &Desk, plan: &Plan, protocol: Option<&Protocol>) -> Markup {
    let (Some(first), Some(last)) = (plan.course.sessions.first(), plan.course.sessions.last()) else {
        return Markup::default();
    };
    let words = desk.words();
    let healing = protocol.map_or(0, crate::planning::healing_days);
    let end = last.ideal.saturating_add(i32::from(healing).days());
    let length = (days(first.ideal, end) + 7.0).max(SHORTEST);
    let Some(range) = Range::new(-4.0, length) else { return Markup::default() };
    let numbers: Vec<String> = plan.course.sessions.iter().map(|session| session.number.to_string()).collect();
    let sessions: Vec<Session<'_>> = plan
        .course
        .sessions
        .iter()
        .zip(&numbers)
        .map(|(session, label)| Session {
            day: days(first.ideal, session.ideal),
            label,
            healing_days: f64::from(healing),
            state: match session.state.as_str() {
                "done" => SessionState::Done,
                "booked" => SessionState::Booked,
                _ => SessionState::Planned,
            },
        })
        .collect();
    let months = months(desk, first.ideal, length);
    let ticks: Vec<Tick<'_>> = months.iter().map(|(at, label)| Tick { at: *at, label }).collect();
    let rows: Vec<Vec<String>> = plan
        .course
        .sessions
        .iter()
        .map(|session| vec![words.count("course-number", session.number), when::date(desk.lang, session.ideal)])
        .collect();
    let (session_key, healing_key) = (words.t("course-key-session"), words.t("course-key-healing"));
    let mut legend = vec![(Key::Session, session_key.as_str())];
    if healing > 0 {
        legend.push((Key::Healing, &healing_key));
    }
    let description = words.with(
        "course-picture-description",
        &[
            ("count", &plan.course.sessions.len().to_string()),
            ("from", &when::date(desk.lang, first.ideal)),
            ("to", &when::date(desk.lang, last.ideal)),
        ],
    );
    html! {
        (CoursePicture {
            spoken: Spoken { id: "course", title: &words.t("course-picture"), description: &description },
            days: range,
            ticks: &ticks,
            sessions: &sessions,
            maintenance: None,
            legend: Legend(&legend),
            data: DataTable {
                summary: &words.t("outcome-figures"),
                columns: &[&words.t("course-session"), &words.t("course-ideal")],
                rows: &rows,
            },
        })
        @if healing == 0 { p.hint { (words.t("course-no-healing")) } }
    }
}

fn days(from: Date, to: Date) -> f64 {
    f64::from(to.since(from).map_or(0, |span| span.get_days()))
}

/// The first of a month, so many times that the words beside each other stay apart on a telephone.
fn months(desk: &Desk, first: Date, length: f64) -> Vec<(f64, String)> {
    let step = (1_i32..).find(|step| f64::from(*step) * MOST_TICKS * 30.0 >= length).unwrap_or(1);
    let mut day = first.first_of_month().saturating_add(1.month());
    let mut ticks = Vec::new();
    while days(first, day) <= length {
        ticks.push((days(first, day), when::month(desk.lang, day)));
        day = day.saturating_add(step.months());
    }
    ticks
}
