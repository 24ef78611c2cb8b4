//! What a person must answer for, the nearest deadline first.

use super::curve;
use crate::console::Desk;
use crate::console::chart::again::Again;
use crate::console::chart::next::treatment;
use crate::console::protocols::signs::class;
use crate::frame::dial;
use crate::look::action::{Button, Weight, actions};
use crate::look::badge::{Badge, Tone};
use crate::look::contact::Telephone;
use crate::look::empty::Empty;
use crate::look::field::{Field, Need, PassageField};
use crate::look::inbox::{Inbox, Task};
use crate::when;
use app::actor::{Clinician, Physician};
use app::recovery::{self, CheckIn, Escalation};
use app::session::{self, Record};
use app::{AppError, Work};
use jiff::Timestamp;
use journey::id::EscalationId;
use journey::recovery::{RecoveryFinding, SignClass};
use journey::slug::ProtocolId;
use maud::{Markup, html};

/// An escalation with the session behind it.
pub(super) struct Waiting {
    escalation: Escalation,
    record: Record,
    check_ins: Vec<CheckIn>,
}

/// Loads the session and the other check-ins of an escalation.
pub(super) fn waiting(work: &mut Work<'_, '_>, escalation: Escalation) -> Result<Waiting, AppError> {
    let record = session::record(work, escalation.check_in.record)?;
    let mut check_ins = recovery::of_patient(work, escalation.patient.id)?;
    check_ins.retain(|check| check.record == record.id);
    Ok(Waiting { escalation, record, check_ins })
}

/// The name of the form that closes an escalation; its field has the same name.
pub(super) fn form_name(id: EscalationId) -> String {
    format!("outcome-{id}")
}

pub(super) fn section(desk: &Desk, tasks: &[Waiting], now: Timestamp, again: &Again) -> Markup {
    let words = desk.words();
    html! {
        section {
            h2 { (words.t("recovery-open")) }
            @if tasks.is_empty() {
                (Empty { title: &words.t("recovery-empty-title"), text: &words.t("recovery-empty"), action: None })
            } @else {
                (list(desk, tasks, now, again))
            }
        }
    }
}

/// The owned words of a line.
struct Line {
    machine: String,
    deadline: String,
    label: String,
    what: String,
}

fn list(desk: &Desk, tasks: &[Waiting], now: Timestamp, again: &Again) -> Markup {
    let lines: Vec<Line> = tasks.iter().map(|one| line(desk, one, now)).collect();
    let tasks: Vec<Task<'_>> = tasks
        .iter()
        .zip(&lines)
        .map(|(one, line)| Task {
            deadline: &line.machine,
            deadline_shown: &line.deadline,
            badge: Badge { tone: tone(one.escalation.tier), label: &line.label },
            who: who(desk, one),
            what: &line.what,
            curve: miniature(desk, one),
            action: action(desk, one, again),
        })
        .collect();
    html! { (Inbox { label: &desk.words().t("recovery-by-deadline"), tasks: &tasks }) }
}

const fn tone(tier: i64) -> Tone {
    match tier {
        0 => Tone::Plain,
        1 => Tone::Information,
        _ => Tone::Alarm,
    }
}

fn line(desk: &Desk, one: &Waiting, now: Timestamp) -> Line {
    let words = desk.words();
    let deadline = one.escalation.deadline;
    let shown = deadline_in_words(desk, deadline);
    let late = deadline <= now;
    let label = match one.escalation.tier {
        0 => words.t("tier-read"),
        1 => words.t("tier-next-working-day"),
        2 => words.t("tier-same-day"),
        _ => words.t("tier-now"),
    };
    Line {
        machine: deadline.to_string(),
        deadline: words.with(if late { "recovery-overdue" } else { "recovery-until" }, &[("at", &shown)]),
        label,
        what: what(desk, &one.escalation),
    }
}

/// The day and time of a deadline; the first instant of a day is the end of the day before.
fn deadline_in_words(desk: &Desk, deadline: Timestamp) -> String {
    let world = desk.web.app.world();
    let day = world.date_of(deadline);
    match day.yesterday() {
        Ok(before) if world.midnight(day) == deadline => {
            desk.words().with("recovery-day-end", &[("day", &when::short_date(desk.lang, before))])
        }
        _ => format!("{} {}", when::short_date(desk.lang, day), when::time(&world.zone, deadline)),
    }
}

fn found(escalation: &Escalation) -> &[RecoveryFinding] {
    escalation.check_in.triage.as_ref().map_or(&[], |triage| &triage.findings)
}

/// What was seen, and what the patient wrote.
fn what(desk: &Desk, escalation: &Escalation) -> String {
    let words = desk.words();
    let mut said: Vec<String> = found(escalation).iter().map(|one| one.says.get(desk.lang).to_owned()).collect();
    let answers = escalation.check_in.answers.as_ref();
    let written = answers.map(|answers| answers.free_text.trim()).filter(|text| !text.is_empty());
    said.extend(written.map(|text| words.with("recovery-written", &[("text", text)])));
    if said.is_empty() {
        said.push(words.t("recovery-unclear"));
    }
    said.join(" ")
}

fn who(desk: &Desk, one: &Waiting) -> Markup {
    let words = desk.words();
    let patient = &one.escalation.patient;
    let phone = &one.escalation.phone;
    let dialled = dial(phone);
    let mut classes: Vec<SignClass> = found(&one.escalation).iter().map(|one| one.class).collect();
    classes.dedup();
    html! {
        a href={ "/console/patients/" (patient.id) } { (patient.full_name()) } " "
        @if !phone.is_empty() { (Telephone { dial: &dialled, shown: phone }) }
        span.hint {
            (treatment(desk, &one.record.protocol)) (desk.words().t("list-gap")) (words.count("chart-check-in", one.escalation.check_in.day)) " "
            a href={ "/console/check-ins/" (one.escalation.check_in.id) } { (words.t("recovery-answers")) }
        }
        @for sign in classes { span.hint { (class(desk, sign)) } }
    }
}

fn miniature(desk: &Desk, one: &Waiting) -> Option<Markup> {
    let id = ProtocolId::parse(&one.record.protocol).ok()?;
    let protocol = desk.web.app.world().library.get(&id)?;
    curve::curve(desk, protocol, &one.record, &one.check_ins, &one.escalation.check_in)
}

/// The form to close it, for whoever may.
fn action(desk: &Desk, one: &Waiting, again: &Again) -> Markup {
    let words = desk.words();
    let for_physician = one.escalation.role == "physician";
    let allowed = if for_physician { Physician::ROLES } else { Clinician::ROLES };
    if !desk.may(allowed) {
        return html! { p.hint { (words.t("recovery-for-physician")) } };
    }
    let name = form_name(one.escalation.id);
    let (label, hint) = (words.t("recovery-outcome"), words.t("recovery-outcome-hint"));
    let error = again.error(words, &name, "outcome");
    let field = Field { name: &name, label: &label, hint: Some(&hint), error: error.as_deref(), need: Need::Unmarked };
    html! {
        details.clinical-form open[again.is_of(&name)] {
            summary { (words.t("recovery-close")) }
            form method="post" action={ "/console/escalations/" (one.escalation.id) "/close" } {
                (PassageField { field, rows: 2, value: again.typed(&name, &name) })
                (actions(&[&Button { label: &words.t("recovery-close-send"), weight: Weight::Quiet, sends: None }]))
            }
        }
    }
}
