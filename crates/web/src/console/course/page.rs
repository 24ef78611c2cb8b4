//! The page of a course: its picture, its sessions with the rule behind each day, and what can be decided.

use super::{Plan, decide, picture};
use crate::console::Desk;
use crate::console::chart::again::Again;
use crate::console::chart::next::{aim, booking_link, treatment};
use crate::console::protocols::evidence::reference_of;
use crate::frame::{self, ConsolePage};
use crate::look::action::{LinkAction, Weight, actions};
use crate::look::badge::{Badge, Tone};
use crate::look::definition::Definitions;
use crate::look::table::{Align, Column, Table};
use crate::when;
use app::course::{CourseSession, CourseState};
use journey::course::{Bound, BoundKind};
use journey::protocol::Protocol;
use journey::slug::ProtocolId;
use maud::{Markup, html};

/// The protocol of a course as it now stands, if it is still there.
pub(super) fn protocol_of<'a>(desk: &'a Desk, plan: &Plan) -> Option<&'a Protocol> {
    let id = ProtocolId::parse(&plan.course.protocol).ok()?;
    desk.web.app.world().library.get(&id)
}

pub(super) fn page(desk: &Desk, plan: &Plan, again: &Again) -> Markup {
    let words = desk.words();
    let name = plan.patient.full_name();
    let treatment = treatment(desk, &plan.course.protocol);
    let title = words.with("course-title", &[("name", &name), ("treatment", &treatment)]);
    let protocol = protocol_of(desk, plan);
    let sources = protocol.map_or(&[][..], |protocol| &protocol.sources);
    let content = html! {
        h1 { (title) }
        (again.notice(desk, sources))
        (head(desk, plan, protocol))
        (picture::picture(desk, plan, protocol))
        (sessions(desk, plan, protocol, again))
        @if matches!(plan.course.state, CourseState::Proposed | CourseState::Accepted) {
            (actions(&[&LinkAction {
                label: &words.t("plan-open"),
                href: &crate::console::plan::address(plan.patient.id),
                weight: Weight::Primary,
            }]))
        }
        (decide::forms(desk, plan, again))
    };
    frame::console(desk, &ConsolePage { name: "course", title: &title }, content)
}

fn head(desk: &Desk, plan: &Plan, protocol: Option<&Protocol>) -> Markup {
    let (words, course) = (desk.words(), &plan.course);
    let zone = &desk.web.app.world().zone;
    html! {
        (Definitions { items: &[
            (&words.t("clinical-patient"), html! {
                a href={ "/console/patients/" (plan.patient.id) } { (plan.patient.full_name()) }
            }),
            (&words.t("course-aim"), html! { (aim(desk, &course.protocol, &course.indication)) }),
            (&words.t("course-state"), html! {
                (super::state(words, course.state)) @if !course.reason.is_empty() { (desk.words().t("list-gap")) (course.reason) }
            }),
            (&words.t("course-proposed-at"), html! { (when::moment(desk.lang, zone, course.proposed_at)) }),
            (&words.t("course-maintenance"), html! {
                (maintenance(desk, plan, protocol).unwrap_or_else(|| words.t("course-no-latest")))
            }),
            (&words.t("course-forfeited"), html! { (words.count("course-forfeited-count", plan.forfeited)) }),
            (&words.t("clinical-version"), html! { code { (super::super::protocols::short(&course.protocol_hash)) } }),
        ] })
    }
}

/// From when to when the result wants to be refreshed after the last session, where the protocol knows.
fn maintenance(desk: &Desk, plan: &Plan, protocol: Option<&Protocol>) -> Option<String> {
    let maintenance = protocol?.maintenance.as_ref().filter(|one| one.evidence.acts())?;
    let last = plan.course.sessions.last()?.ideal;
    let (from, to) = (maintenance.from.after(last), maintenance.to.after(last));
    let shown = |day| when::month(desk.lang, day);
    Some(desk.words().with("measure-range", &[("min", &shown(from)), ("max", &shown(to))]))
}

fn sessions(desk: &Desk, plan: &Plan, protocol: Option<&Protocol>, again: &Again) -> Markup {
    let words = desk.words();
    let labels = [
        words.t("course-session"),
        words.t("course-ideal"),
        words.t("course-earliest"),
        words.t("course-latest"),
        words.t("course-why"),
        words.t("clinical-next"),
    ];
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let rows: Vec<Vec<Markup>> =
        plan.course.sessions.iter().map(|session| row(desk, plan, protocol, session, again)).collect();
    html! {
        section {
            h2 { (words.t("course-sessions-title")) }
            (Table { caption: &words.t("course-sessions-caption"), columns: &columns, rows: &rows })
        }
    }
}

fn row(desk: &Desk, plan: &Plan, protocol: Option<&Protocol>, session: &CourseSession, again: &Again) -> Vec<Markup> {
    let words = desk.words();
    let latest = session.latest.map_or_else(|| words.t("course-no-latest"), |day| when::date(desk.lang, day));
    vec![
        html! { (words.count("course-number", session.number)) " " (state(desk, session)) },
        html! { span.whole { (when::date(desk.lang, session.ideal)) } },
        html! { span.whole { (when::date(desk.lang, session.earliest)) } },
        html! { span.whole { (latest) } },
        why(desk, protocol, &session.why),
        step(desk, plan, session, again),
    ]
}

fn state(desk: &Desk, session: &CourseSession) -> Markup {
    let words = desk.words();
    let (tone, label) = match session.state.as_str() {
        "done" => (Tone::Cleared, words.t("course-session-done")),
        "booked" => (Tone::Information, words.t("course-session-booked")),
        "dropped" => (Tone::Refusal, words.t("course-session-dropped")),
        _ => (Tone::Plain, words.t("course-session-planned")),
    };
    html! { (Badge { tone, label: &label }) }
}

fn why(desk: &Desk, protocol: Option<&Protocol>, bounds: &[Bound]) -> Markup {
    let words = desk.words();
    html! {
        @if bounds.is_empty() { span.hint { (words.t("course-why-none")) } }
        @else {
            details.why {
                summary { (words.t("course-why-show")) }
                ul.plain { @for bound in bounds { li { (reason(desk, protocol, bound)) } } }
            }
        }
    }
}

fn reason(desk: &Desk, protocol: Option<&Protocol>, bound: &Bound) -> Markup {
    let words = desk.words();
    let kind = match bound.kind {
        BoundKind::NotBefore => "bound-not-before",
        BoundKind::Ideal => "bound-ideal",
        BoundKind::Latest => "bound-latest",
        BoundKind::ClosedFrom => "bound-closed-from",
    };
    html! {
        p { (words.with(kind, &[("date", &when::date(desk.lang, bound.date))])) (desk.words().t("list-gap")) (bound.says.get(desk.lang)) }
        @if let Some(protocol) = protocol { (reference_of(&protocol.sources, &bound.source)) }
    }
}

fn step(desk: &Desk, plan: &Plan, session: &CourseSession, again: &Again) -> Markup {
    let words = desk.words();
    let open = session.state == "planned" && matches!(plan.course.state, CourseState::Proposed | CourseState::Accepted);
    let book = booking_link(&plan.services, plan.patient.id, &plan.course.protocol);
    html! {
        @if let Some(visit) = session.visit {
            a href={ "/console/visits/" (visit) } { (words.t("chart-open-visit")) }
        }
        @if open {
            @if plan.course.state == CourseState::Accepted {
                (LinkAction { label: &words.t("chart-book-session"), href: &book, weight: Weight::Inline })
            }
            (decide::move_session(desk, plan, session, again))
        }
    }
}
