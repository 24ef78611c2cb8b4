//! The next thing to do for a patient.

use super::load::Chart;
use crate::console::Desk;
use crate::look::action::{LinkAction, Weight, actions};
use crate::look::badge::{Badge, Tone};
use crate::when;
use app::booking::Visit;
use app::course::{Course, CourseSession, CourseState};
use app::offering::Service;
use journey::booking::VisitState;
use maud::{Markup, html};

/// What is next: what was found at a check-in, the next visit, the next session to book, or nothing.
pub(super) fn next(desk: &Desk, chart: &Chart) -> Markup {
    let words = desk.words();
    html! {
        section.next-step {
            h2 { (words.t("chart-next")) }
            (escalations(desk, chart))
            @match (next_visit(chart), next_session(chart)) {
                (Some(visit), _) => (visit_line(desk, chart, visit)),
                (None, Some((course, session))) => (session_line(desk, chart, course, session)),
                (None, None) => {
                    p { (words.t("chart-next-nothing")) }
                    (actions(&[&LinkAction {
                        label: &words.t("chart-book"),
                        href: &format!("/console/book?patient={}", chart.patient.id),
                        weight: Weight::Quiet,
                    }]))
                }
            }
        }
    }
}

fn escalations(desk: &Desk, chart: &Chart) -> Markup {
    let words = desk.words();
    let open = chart.clinical.as_ref().map_or(0, |clinical| clinical.escalations);
    html! {
        @if open > 0 {
            p {
                (Badge { tone: Tone::Caution, label: &words.count("chart-next-escalations", open) }) " "
                a href="/console/recovery" { (words.t("chart-next-to-recovery")) }
            }
        }
    }
}

fn next_visit(chart: &Chart) -> Option<&Visit> {
    let open = |visit: &&Visit| match visit.state {
        VisitState::Arrived { .. } => true,
        VisitState::Booked { .. } => visit.ends >= chart.now,
        _ => false,
    };
    chart.visits.iter().filter(open).min_by_key(|visit| visit.starts)
}

fn next_session(chart: &Chart) -> Option<(&Course, &CourseSession)> {
    let running = chart.courses.iter().filter(|course| course.state == CourseState::Accepted);
    let planned =
        running.filter_map(|course| Some((course, course.sessions.iter().find(|one| one.state == "planned")?)));
    planned.min_by_key(|(_, session)| session.ideal)
}

fn visit_line(desk: &Desk, chart: &Chart, visit: &Visit) -> Markup {
    let zone = &desk.web.app.world().zone;
    html! {
        p {
            strong { (when::moment(desk.lang, zone, visit.starts)) } (desk.words().t("list-gap")) (services(desk, chart, visit))
        }
        (actions(&[&LinkAction {
            label: &desk.words().t("chart-open-visit"),
            href: &format!("/console/visits/{}", visit.id),
            weight: Weight::Primary,
        }]))
    }
}

fn session_line(desk: &Desk, chart: &Chart, course: &Course, session: &CourseSession) -> Markup {
    let words = desk.words();
    let sentence = words.with(
        "chart-next-session",
        &[
            ("treatment", &treatment(desk, &course.protocol)),
            ("number", &session.number.to_string()),
            ("ideal", &when::date(desk.lang, session.ideal)),
            ("earliest", &when::date(desk.lang, session.earliest)),
        ],
    );
    html! {
        p { (sentence) }
        (actions(&[
            &LinkAction {
                label: &words.t("chart-book-session"),
                href: &book(chart, &course.protocol),
                weight: Weight::Primary,
            },
            &LinkAction {
                label: &words.t("chart-open-course"),
                href: &format!("/console/courses/{}", course.id),
                weight: Weight::Quiet,
            },
        ]))
    }
}

fn book(chart: &Chart, protocol: &str) -> String {
    booking_link(&chart.services, chart.patient.id, protocol)
}

/// Where a session of a protocol is booked for a patient.
pub(in crate::console) fn booking_link(
    services: &[Service],
    patient: journey::id::PatientId,
    protocol: &str,
) -> String {
    let service = services.iter().find(|service| service.protocol.as_deref() == Some(protocol));
    let chosen = service.map(|service| format!("&service={}", service.slug)).unwrap_or_default();
    format!("/console/book?patient={patient}{chosen}")
}

/// The names of a visit's services.
pub(super) fn services(desk: &Desk, chart: &Chart, visit: &Visit) -> String {
    let named = |id| chart.services.iter().find(|service| service.id == id).map(|service| service.name.get(desk.lang));
    let names: Vec<&str> = visit.items.iter().filter_map(|item| named(item.service)).collect();
    names.join(" + ")
}

/// The name of a treatment; its id where the protocol is no longer there.
pub(in crate::console) fn treatment(desk: &Desk, protocol: &str) -> String {
    let known = journey::slug::ProtocolId::parse(protocol).ok();
    let known = known.and_then(|id| desk.web.app.world().library.get(&id));
    known.map_or(protocol, |protocol| protocol.name.get(desk.lang)).to_owned()
}

/// The name of what a treatment is for.
pub(in crate::console) fn aim(desk: &Desk, protocol: &str, indication: &str) -> String {
    let known = journey::slug::ProtocolId::parse(protocol).ok();
    let known = known.and_then(|id| desk.web.app.world().library.get(&id));
    let named = known.and_then(|protocol| protocol.indications.iter().find(|one| one.id.as_str() == indication));
    named.map_or(indication, |one| one.name.get(desk.lang)).to_owned()
}
