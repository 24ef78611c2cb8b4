//! What has happened and what is to come, newest first.

use super::load::{Chart, Clinical};
use super::next::{aim, services, treatment};
use crate::console::Desk;
use crate::look::badge::{Badge, Tone};
use crate::look::empty::Empty;
use crate::look::timeline::{Entry, Tense, Timeline};
use crate::when;
use app::booking::Visit;
use app::course::{Course, CourseState};
use app::recovery::CheckIn;
use app::session::{Record, RecordState};
use jiff::Timestamp;
use journey::recovery::Tier;
use maud::{Markup, html};

/// One thing on the timeline, before it borrows.
struct Line {
    at: Timestamp,
    title: String,
    body: Markup,
    tense: Tense,
}

/// The whole story of a patient.
pub(super) fn section(desk: &Desk, chart: &Chart) -> Markup {
    let words = desk.words();
    let mut lines: Vec<Line> = chart.visits.iter().map(|visit| visited(desk, chart, visit)).collect();
    for course in &chart.courses {
        lines.push(proposed(desk, chart, course));
        lines.extend(planned(desk, course));
    }
    if let Some(clinical) = &chart.clinical {
        lines.extend(clinical.records.iter().map(|record| recorded(desk, clinical, record)));
        lines.extend(clinical.check_ins.iter().filter_map(|one| checked(desk, chart, one)));
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    html! {
        section {
            h2 { (words.t("chart-story")) }
            @if lines.is_empty() {
                (Empty { title: &words.t("chart-story-empty-title"), text: &words.t("chart-story-empty"), action: None })
            } @else {
                (shown(desk, &lines))
            }
        }
    }
}

fn shown(desk: &Desk, lines: &[Line]) -> Markup {
    let world = desk.web.app.world();
    let dates: Vec<(String, String)> = lines
        .iter()
        .map(|line| world.date_of(line.at))
        .map(|day| (day.to_string(), when::date(desk.lang, day)))
        .collect();
    let entries: Vec<Entry<'_>> = lines
        .iter()
        .zip(&dates)
        .map(|(line, (date, shown))| Entry {
            date,
            shown,
            title: &line.title,
            body: Some(line.body.clone()),
            tense: line.tense,
        })
        .collect();
    html! { (Timeline { label: &desk.words().t("chart-story"), entries: &entries }) }
}

fn tense(desk: &Desk, chart: &Chart, at: Timestamp) -> Tense {
    let day = desk.web.app.world().date_of(at);
    match day.cmp(&chart.today) {
        std::cmp::Ordering::Less => Tense::Past,
        std::cmp::Ordering::Equal => Tense::Now,
        std::cmp::Ordering::Greater => Tense::Planned,
    }
}

fn visited(desk: &Desk, chart: &Chart, visit: &Visit) -> Line {
    let words = desk.words();
    let state = words.t(&format!("chart-visit-{}", visit.state.code()));
    let title = words.with("chart-visit", &[("services", &services(desk, chart, visit))]);
    let body = html! {
        p {
            (when::time(&desk.web.app.world().zone, visit.starts)) (desk.words().t("list-gap")) (state) (desk.words().t("list-gap"))
            a href={ "/console/visits/" (visit.id) } { (words.t("chart-open-visit")) }
        }
    };
    Line { at: visit.starts, title, body, tense: tense(desk, chart, visit.starts) }
}

fn proposed(desk: &Desk, chart: &Chart, course: &Course) -> Line {
    let words = desk.words();
    let treatment = treatment(desk, &course.protocol);
    let body = html! {
        p {
            @if chart.clinical.is_some() { (aim(desk, &course.protocol, &course.indication)) (desk.words().t("list-gap")) }
            (words.count("course-sessions", i64::try_from(course.sessions.len()).unwrap_or(0))) (desk.words().t("list-gap"))
            (super::super::course::state(words, course.state)) " "
            a href={ "/console/courses/" (course.id) } { (words.t("chart-open-course")) }
        }
    };
    let title = words.with("chart-course", &[("treatment", &treatment)]);
    Line { at: course.proposed_at, title, body, tense: tense(desk, chart, course.proposed_at) }
}

/// The sessions of a running course that are still to be booked.
fn planned(desk: &Desk, course: &Course) -> Vec<Line> {
    let words = desk.words();
    let treatment = treatment(desk, &course.protocol);
    let open = course.sessions.iter().filter(|session| session.state == "planned");
    let running = course.state == CourseState::Accepted;
    open.filter(|_| running)
        .map(|session| Line {
            at: desk.web.app.world().midnight(session.ideal),
            title: words.with("chart-planned", &[("treatment", &treatment), ("number", &session.number.to_string())]),
            body: html! { p.hint { (words.t("chart-planned-note")) } },
            tense: Tense::Planned,
        })
        .collect()
}

fn recorded(desk: &Desk, clinical: &Clinical, record: &Record) -> Line {
    let words = desk.words();
    let (tone, label) = match record.state {
        RecordState::Opened => (Tone::Caution, words.t("record-state-opened")),
        RecordState::Signed => (Tone::Cleared, words.t("record-state-signed")),
    };
    let body = html! {
        p {
            (aim(desk, &record.protocol, &record.indication)) (desk.words().t("list-gap")) (clinical.names.get(record.performed_by, desk.lang)) (desk.words().t("list-gap"))
            (Badge { tone, label: &label }) " "
            a href={ "/console/records/" (record.id) } { (words.t("chart-open-record")) }
        }
    };
    let title = words.with("chart-record", &[("treatment", &treatment(desk, &record.protocol))]);
    Line { at: record.opened_at, title, body, tense: Tense::Past }
}

/// A check-in that was answered, or is due and was not.
fn checked(desk: &Desk, chart: &Chart, check: &CheckIn) -> Option<Line> {
    let words = desk.words();
    let title = words.count("chart-check-in", check.day);
    let link = html! { a href={ "/console/check-ins/" (check.id) } { (words.t("chart-open-check-in")) } };
    match (check.answered_at, &check.triage) {
        (Some(at), Some(triage)) => {
            let body = html! {
                p { (tier(desk, triage.tier)) " " (link) }
                @for found in &triage.findings { p { (found.says.get(desk.lang)) } }
            };
            Some(Line { at, title, body, tense: Tense::Past })
        }
        _ if check.due_at <= chart.now => {
            let body = html! { p { (words.t("chart-check-in-open")) " " (link) } };
            Some(Line { at: check.due_at, title, body, tense: tense(desk, chart, check.due_at) })
        }
        _ => None,
    }
}

/// A tier as a word and a shape.
pub(in crate::console) fn tier(desk: &Desk, tier: Tier) -> Markup {
    let words = desk.words();
    let (tone, label) = match tier {
        Tier::Tier0 => (Tone::Cleared, words.t("tier-self-care")),
        Tier::Tier1 => (Tone::Information, words.t("tier-next-working-day")),
        Tier::Tier2 => (Tone::Alarm, words.t("tier-same-day")),
        Tier::Tier3 => (Tone::Alarm, words.t("tier-now")),
    };
    html! { (Badge { tone, label: &label }) }
}
