//! A patient's plan at the desk: the same page as the patient's own, while the patient stands there or is on the
//! telephone.

use super::Desk;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{ConsolePage, console};
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use crate::planning::{Page, look, sent, think};
use crate::web::Web;
use app::audit::{self, Object};
use app::course::plan;
use app::identity::{self, Patient};
use app::{FieldError, Refusal, course};
use axum::Router;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use journey::id::PatientId;
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console/patients/{patient}/plan", get(show))
        .route("/console/patients/{patient}/plan/wishes", post(wish))
        .route("/console/patients/{patient}/plan/events", post(note))
        .route("/console/patients/{patient}/plan/events/drop", post(forget))
        .route("/console/patients/{patient}/plan/accept", post(accept))
}

#[derive(Deserialize)]
struct Asked {
    told: Option<String>,
}

/// What was sent and not taken.
#[derive(Default)]
struct Again<'a> {
    errors: &'a [FieldError],
    typed: (&'a str, &'a str),
    refusal: Option<&'a Refusal>,
}

/// The address of a patient's plan.
pub(in crate::console) fn address(patient: PatientId) -> String {
    format!("/console/patients/{patient}/plan")
}

async fn show(desk: Desk, Path(patient): Path<PatientId>, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let words = desk.words();
    let told = html! {
        @if asked.told.as_deref() == Some("accepted") {
            (Notice { tone: Tone::Cleared, title: &words.t("plan-accepted-title"), body: html! { p { (words.t("plan-accepted")) } } })
        }
    };
    page(&desk, patient, told, &Again::default()).await
}

async fn page(desk: &Desk, patient: PatientId, told: Markup, again: &Again<'_>) -> Result<Markup, Failure> {
    let person: Patient = desk
        .write(move |work| {
            work.actor.front_desk()?;
            let person = identity::by_id(work, patient)?;
            let object = Object { entity: "course_wish", id: person.id.uuid(), patient: Some(person.id) };
            audit::note(work, "course.read-plan", object)?;
            Ok(person)
        })
        .await?;
    let looked = desk.read(move |work| look(work, patient, None)).await?;
    let shown = think(&desk.web, looked).await;
    let words = desk.words();
    let name = person.full_name();
    let title = words.with("plan-of", &[("name", &name)]);
    let page = Page {
        words,
        world: desk.web.app.world(),
        base: address(patient),
        errors: again.errors,
        typed: again.typed,
        refusal: again.refusal,
        moving: None,
    };
    let content = html! {
        h1 { (title) }
        p { a href=(format!("/console/patients/{patient}")) { (name) } }
        (told)
        (page.content(&shown))
    };
    Ok(console(desk, &ConsolePage { name: "plan", title: &title }, content))
}

async fn wish(desk: Desk, Path(patient): Path<PatientId>, filled: Filled) -> Result<Redirect, Failure> {
    let asked = sent(&filled);
    desk.write(move |work| {
        work.actor.front_desk()?;
        let language = plan::planning(work, patient)?.language;
        plan::write_planning(work, patient, &asked.wishes, asked.turn, language)
    })
    .await?;
    Ok(Redirect::to(&address(patient)))
}

async fn note(desk: Desk, Path(patient): Path<PatientId>, filled: Filled) -> Result<Response, Failure> {
    let name = filled.get("event-name").to_owned();
    let typed = (filled.get("event-name"), filled.get("event-day"));
    let Some(day) = filled.date("event-day") else {
        let errors = [FieldError { field: "event-day", code: "field-date" }];
        return wrong(&desk, patient, &Again { errors: &errors, typed, refusal: None }).await;
    };
    match desk.write(move |work| course::note_ahead(work, patient, day, &name)).await {
        Ok(()) => Ok(Redirect::to(&address(patient)).into_response()),
        Err(failure) => match failure.refusal() {
            Some(Refusal::Fields(errors)) => wrong(&desk, patient, &Again { errors, typed, refusal: None }).await,
            _ => Err(failure),
        },
    }
}

async fn wrong(desk: &Desk, patient: PatientId, again: &Again<'_>) -> Result<Response, Failure> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(desk, patient, html! {}, again).await?).into_response())
}

async fn forget(desk: Desk, Path(patient): Path<PatientId>, filled: Filled) -> Result<Redirect, Failure> {
    let id: uuid::Uuid = filled.get("event").parse().map_err(|_| desk.fail(Refusal::NotFound.into()))?;
    desk.write(move |work| course::drop_ahead(work, patient, id)).await?;
    Ok(Redirect::to(&address(patient)))
}

async fn accept(desk: Desk, Path(patient): Path<PatientId>, filled: Filled) -> Result<Response, Failure> {
    let chosen = sent(&filled).chosen.ok_or_else(|| desk.fail(Refusal::NotOffered.into()))?;
    let accepted = desk
        .write(move |work| {
            work.actor.front_desk()?;
            let language = plan::planning(work, patient)?.language;
            plan::accept(work, patient, &chosen, language)
        })
        .await;
    match accepted {
        Ok(_) => Ok(Redirect::to(&format!("{}?told=accepted", address(patient))).into_response()),
        Err(failure) => match failure.refusal() {
            Some(
                refusal @ (Refusal::TimeTaken { .. }
                | Refusal::TooSoon(_)
                | Refusal::NotOffered
                | Refusal::ClaimsOverlap),
            ) => {
                let again = Again { refusal: Some(refusal), ..Again::default() };
                Ok((StatusCode::CONFLICT, page(&desk, patient, html! {}, &again).await?).into_response())
            }
            _ => Err(failure),
        },
    }
}
