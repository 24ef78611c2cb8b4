//! Recall: who is due, why and since when, and leaving somebody alone for a while.

use super::Desk;
use super::chart::again::Again;
use super::chart::next::{booking_link, treatment};
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{self, ConsolePage, dial};
use crate::look::action::{Button, LinkAction, Weight, actions};
use crate::look::contact::Telephone;
use crate::look::empty::Empty;
use crate::look::field::{Field, LineField, LineKind, Need, Width};
use crate::look::table::{Align, Column, Table};
use crate::web::Web;
use crate::when;
use app::offering::{self, Service};
use app::recall::{self, Due, Reason};
use app::{FieldError, Work};
use axum::Router;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use journey::id::PatientId;
use journey::slug::ProtocolId;
use maud::{Markup, html};

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/console/recall", get(show)).route("/console/recall/snooze", post(snooze))
}

async fn show(desk: Desk) -> Result<Response, Failure> {
    page(&desk, &Again::none()).await
}

async fn page(desk: &Desk, again: &Again) -> Result<Response, Failure> {
    let (due, services) =
        desk.write(|work: &mut Work<'_, '_>| Ok((recall::due(work)?, offering::all_services(work)?))).await?;
    let words = desk.words();
    let title = words.t("recall-title");
    let labels = [
        words.t("clinical-patient"),
        words.t("recall-why"),
        words.t("recall-since"),
        words.t("chart-phone"),
        words.t("clinical-next"),
    ];
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let rows: Vec<Vec<Markup>> = due.iter().map(|one| row(desk, one, &services, again)).collect();
    let content = html! {
        h1 { (title) }
        (again.notice(desk, &[]))
        @if rows.is_empty() {
            (Empty { title: &words.t("recall-empty-title"), text: &words.t("recall-empty"), action: None })
        } @else {
            (Table { caption: &words.t("recall-caption"), columns: &columns, rows: &rows })
        }
    };
    Ok(again.answer(frame::console(desk, &ConsolePage { name: "recall", title: &title }, content)))
}

fn row(desk: &Desk, due: &Due, services: &[Service], again: &Again) -> Vec<Markup> {
    let words = desk.words();
    let dialled = dial(&due.phone);
    let since = when::date(desk.lang, due.since);
    let last = words.with("recall-last", &[("date", &when::date(desk.lang, due.last_session))]);
    let book = booking_link(services, due.patient.id, due.protocol.as_str());
    vec![
        html! {
            a href={ "/console/patients/" (due.patient.id) } { (due.patient.full_name()) }
            span.hint { " " (due.patient.reading()) }
        },
        html! { (treatment(desk, due.protocol.as_str())) br; (why(desk, &due.reason)) },
        html! { (since) br; span.hint { (last) } },
        html! { @if !due.phone.is_empty() { (Telephone { dial: &dialled, shown: &due.phone }) } },
        html! {
            (LinkAction { label: &words.t("chart-book"), href: &book, weight: Weight::Inline })
            (snooze_form(desk, due, again))
        },
    ]
}

fn why(desk: &Desk, reason: &Reason) -> String {
    let words = desk.words();
    match reason {
        Reason::NextSession { number, latest: Some(latest) } => words.with(
            "recall-next-session-by",
            &[("number", &number.to_string()), ("latest", &when::date(desk.lang, *latest))],
        ),
        Reason::NextSession { number, latest: None } => {
            words.with("recall-next-session", &[("number", &number.to_string())])
        }
        Reason::Maintenance { says, until } => {
            let until = words.with("recall-window", &[("until", &when::date(desk.lang, *until))]);
            format!("{} {until}", says.get(desk.lang))
        }
    }
}

fn form_name(patient: PatientId, protocol: &str) -> String {
    format!("{patient}-{protocol}")
}

fn snooze_form(desk: &Desk, due: &Due, again: &Again) -> Markup {
    let words = desk.words();
    let form = form_name(due.patient.id, due.protocol.as_str());
    let (until, reason) = (format!("until-{form}"), format!("reason-{form}"));
    let (until_label, reason_label) = (words.t("recall-until"), words.t("recall-reason"));
    let error = again.error(words, &form, "until");
    let until_field =
        Field { name: &until, label: &until_label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    let reason_field = Field { name: &reason, label: &reason_label, hint: None, error: None, need: Need::Unmarked };
    html! {
        details.clinical-form open[again.is_of(&form)] {
            summary { (words.t("recall-snooze")) }
            form method="post" action="/console/recall/snooze" {
                input type="hidden" name="patient" value=(due.patient.id);
                input type="hidden" name="protocol" value=(due.protocol);
                (LineField {
                    field: until_field, kind: LineKind::Date, value: again.typed(&form, &until), autocomplete: None,
                    width: Width::Medium,
                })
                (LineField {
                    field: reason_field, kind: LineKind::Text, value: again.typed(&form, &reason),
                    autocomplete: Some("off"), width: Width::Full,
                })
                (actions(&[&Button { label: &words.t("recall-snooze-send"), weight: Weight::Quiet, sends: None }]))
            }
        }
    }
}

async fn snooze(desk: Desk, filled: Filled) -> Result<Response, Failure> {
    let patient = filled.get("patient").parse::<PatientId>();
    let (Ok(patient), Ok(protocol)) = (patient, ProtocolId::parse(filled.get("protocol"))) else {
        let mistake = FieldError { field: "patient", code: "field-choice" };
        return page(&desk, &Again::unread("", filled, vec![mistake])).await;
    };
    let form = form_name(patient, protocol.as_str());
    let Some(until) = filled.date(&format!("until-{form}")) else {
        let mistake = FieldError { field: "until", code: "field-date" };
        return page(&desk, &Again::unread(form, filled, vec![mistake])).await;
    };
    let reason = filled.get(&format!("reason-{form}")).to_owned();
    match desk.write(move |work| recall::snooze(work, patient, &protocol, until, &reason)).await {
        Ok(()) => Ok(Redirect::to("/console/recall").into_response()),
        Err(failure) => match Again::of(form, filled, &failure) {
            Some(again) => page(&desk, &again).await,
            None => Err(failure),
        },
    }
}
