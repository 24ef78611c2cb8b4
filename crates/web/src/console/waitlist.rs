//! The waitlist at the desk: who waits for what, in which order, and who was offered what.

use super::Desk;
use crate::booking::error_of;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{ConsolePage, console};
use crate::look::action::{Button, Weight, actions};
use crate::look::badge::{Badge, Tone};
use crate::look::field::{Choice, Field, LineField, LineKind, Need, Pick, SelectField, Width};
use crate::look::table::{Align, Column, Table};
use crate::waitlist::{hours_of, parts};
use crate::web::Web;
use crate::when;
use app::identity::{self, Contact, Patient};
use app::offering::{Service, all_services};
use app::waitlist::{self, EntryState, Joining, Waiting, Who, join, withdraw_by_staff};
use app::{FieldError, Refusal, Work};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use jiff::ToSpan;
use journey::id::{PatientId, WaitlistId};
use journey::text::Lang;
use journey::waitlist::{OfferState, Wish};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console/waitlist", get(show).post(send))
        .route("/console/waitlist/{entry}/withdraw", post(leave))
}

/// Whom and what the form is about, where somebody came from a chart.
#[derive(Deserialize, Clone, Default)]
struct Asked {
    #[serde(default)]
    patient: String,
    #[serde(default)]
    service: String,
}

struct Shown {
    asked: Asked,
    patient: Option<Patient>,
    services: Vec<Service>,
    waiting: Vec<(Waiting, Patient, Option<Contact>)>,
}

fn load(work: &mut Work<'_, '_>, asked: &Asked) -> Result<Shown, app::AppError> {
    work.actor.front_desk()?;
    let mut waiting = Vec::new();
    for one in waitlist::all(work)? {
        let patient = identity::by_id(work, one.entry.patient)?;
        let contact = identity::contact_of(work, patient.id)?;
        waiting.push((one, patient, contact));
    }
    let patient = match asked.patient.parse::<PatientId>() {
        Ok(id) => Some(identity::by_id(work, id)?),
        Err(_) => None,
    };
    Ok(Shown { asked: asked.clone(), patient, services: all_services(work)?, waiting })
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let shown = desk.read(move |work| load(work, &asked)).await?;
    Ok(page(&desk, &shown, &Filled::default(), &[]))
}

/// Puts a patient of the clinic on the list.
async fn send(desk: Desk, filled: Filled) -> Result<Response, Failure> {
    let asked = Asked { patient: filled.get("patient").to_owned(), service: filled.get("service").to_owned() };
    let today = desk.web.app.world().date_of(desk.web.app.now());
    let wish = Wish {
        from: filled.date("from").unwrap_or(today),
        until: filled.date("until").unwrap_or_else(|| today.saturating_add(30.days())),
        days: hours_of(&filled),
        practitioner: None,
    };
    let (chosen, language) = (asked.clone(), Lang::parse(filled.get("language")).unwrap_or(Lang::Ja));
    let joined = desk.write(move |work| {
        work.actor.front_desk()?;
        let who = Who::Known(chosen.patient.parse().map_err(|_| Refusal::NotFound)?);
        let (service, wish) = (chosen.service.clone(), wish.clone());
        join(work, &Joining { who, service, wish, earlier_than: None, language })
    });
    match joined.await {
        Ok(_) => Ok(Redirect::to("/console/waitlist").into_response()),
        Err(failure) => match failure.refusal() {
            Some(Refusal::Fields(errors)) => {
                let shown = desk.read(move |work| load(work, &asked)).await?;
                Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&desk, &shown, &filled, errors)).into_response())
            }
            _ => Err(failure),
        },
    }
}

async fn leave(desk: Desk, Path(text): Path<String>) -> Result<Redirect, Failure> {
    let id: WaitlistId = text.parse().map_err(|_| desk.fail(Refusal::NotFound.into()))?;
    desk.write(move |work| withdraw_by_staff(work, id)).await?;
    Ok(Redirect::to("/console/waitlist"))
}

fn page(desk: &Desk, shown: &Shown, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = desk.words();
    let title = words.t("console-nav-waitlist");
    let labels =
        ["waitlist-who", "waitlist-what", "waitlist-when", "waitlist-stands", "waitlist-do"].map(|key| words.t(key));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let rows: Vec<Vec<Markup>> = shown.waiting.iter().map(|one| row(desk, shown, one)).collect();
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("waitlist-intro")) }
        @if rows.is_empty() { p.hint { (words.t("waitlist-nobody")) } }
        @else { (Table { caption: &words.t("waitlist-caption"), columns: &columns, rows: &rows }) }
        @match &shown.patient {
            Some(patient) => (form(desk, shown, patient, filled, errors)),
            None => p.hint { (words.t("waitlist-from-chart")) },
        }
    };
    console(desk, &ConsolePage { name: "waitlist", title: &title }, content)
}

fn row(desk: &Desk, shown: &Shown, (one, patient, contact): &(Waiting, Patient, Option<Contact>)) -> Vec<Markup> {
    let words = desk.words();
    let service = shown.services.iter().find(|service| service.slug == one.entry.service);
    let mailed = contact.as_ref().is_some_and(|contact| !contact.mail.is_empty());
    let phone = contact.as_ref().map_or("", |contact| contact.phone.as_str());
    let (from, until) =
        (when::short_date(desk.lang, one.entry.wish.from), when::short_date(desk.lang, one.entry.wish.until));
    vec![
        html! {
            a href=(format!("/console/patients/{}", patient.id)) { (patient.full_name()) }
            @if !mailed { " " (Badge { tone: Tone::Caution, label: &words.with("waitlist-call", &[("phone", phone)]) }) }
        },
        html! { (service.map_or(one.entry.service.as_str(), |service| service.name.get(desk.lang)))
        @if one.entry.visit.is_some() { " " span.hint { (words.t("waitlist-earlier")) } } },
        html! { (from) "–" (until) },
        html! { (stands(desk, one)) },
        html! {
            form method="post" action=(format!("/console/waitlist/{}/withdraw", one.entry.id)) {
                (Button { label: &words.t("waitlist-withdraw"), weight: Weight::Inline, sends: None })
            }
        },
    ]
}

fn stands(desk: &Desk, one: &Waiting) -> Markup {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    let since = when::moment(desk.lang, zone, one.entry.since);
    let offer = one.offer.as_ref().filter(|_| one.entry.state == EntryState::Offered);
    let tried = one.entry.declined + one.entry.lapsed;
    html! {
        @match offer.map(|offer| (offer.starts, offer.state)) {
            Some((starts, OfferState::Open { until })) => (words.with("waitlist-offered-until", &[
                ("when", &when::moment(desk.lang, zone, starts)), ("until", &when::moment(desk.lang, zone, until)),
            ])),
            _ => (words.with("waitlist-since", &[("since", &since)])),
        }
        @if tried > 0 { " " span.hint { (words.count("waitlist-tried", i64::from(tried))) } }
    }
}

fn form(desk: &Desk, shown: &Shown, patient: &Patient, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = desk.words();
    let today = desk.web.app.world().date_of(desk.web.app.now());
    let (first, last) = (today.to_string(), today.saturating_add(30.days()).to_string());
    let pick = |slug: &str| if slug == shown.asked.service { Pick::Taken } else { Pick::Open };
    let choices: Vec<Choice<'_>> = shown
        .services
        .iter()
        .map(|one| Choice { value: &one.slug, label: one.name.get(desk.lang), hint: None, pick: pick(&one.slug) })
        .collect();
    let label = words.t("new-service");
    let field = Field { name: "service", label: &label, hint: None, error: None, need: Need::Unmarked };
    html! {
        section {
            h2 { (words.with("waitlist-add", &[("patient", &patient.full_name())])) }
            form method="post" action="/console/waitlist" {
                input type="hidden" name="patient" value=(patient.id);
                (SelectField { field, blank: None, choices: &choices })
                (line(desk, "from", "wait-from", filled.some("from").unwrap_or(&first), errors))
                (line(desk, "until", "wait-until", filled.some("until").unwrap_or(&last), errors))
                (parts(words, filled))
                (actions(&[&Button { label: &words.t("wait-join"), weight: Weight::Primary, sends: None }]))
            }
        }
    }
}

fn line(desk: &Desk, name: &str, key: &str, value: &str, errors: &[FieldError]) -> Markup {
    let (label, error) = (desk.words().t(key), error_of(desk.words(), errors, name));
    let field = Field { name, label: &label, hint: None, error: error.as_deref(), need: Need::Unmarked };
    html! { (LineField { field, kind: LineKind::Date, value, autocomplete: None, width: Width::Medium }) }
}
