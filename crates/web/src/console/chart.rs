//! A patient's chart: who it is, the next thing to do, how it is going, and everything that happened.

pub(super) mod again;
mod head;
mod lasting;
mod load;
pub(super) mod next;
mod progress;
mod scores;
pub(super) mod story;

use super::Desk;
use super::course;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{self, ConsolePage};
use crate::web::Web;
use again::Again;
use app::actor::{Clinician, Physician};
use app::outcome::Assessment;
use app::{AppError, FieldError, identity, outcome};
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use journey::id::PatientId;
use load::Chart;
use maud::{Markup, html};

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console/patients/{patient}", get(show))
        .route("/console/patients/{patient}/birth-date", post(set_birth_date))
        .route("/console/patients/{patient}/scores", post(write_score))
        .route("/console/patients/{patient}/lasting", post(lasting::note))
}

/// The address of a chart.
pub(super) fn address(patient: PatientId) -> String {
    format!("/console/patients/{patient}")
}

async fn show(desk: Desk, Path(patient): Path<PatientId>) -> Result<Response, Failure> {
    page(&desk, patient, &Again::none()).await
}

/// The chart, with the form that was not taken, if one was sent.
pub(super) async fn page(desk: &Desk, patient: PatientId, again: &Again) -> Result<Response, Failure> {
    let chart = desk.write(move |work| load::chart(work, patient)).await?;
    Ok(again.answer(shown(desk, &chart, again)))
}

fn shown(desk: &Desk, chart: &Chart, again: &Again) -> Markup {
    let title = chart.patient.full_name();
    let content = html! {
        (head::head(desk, chart, again))
        (again.notice(desk, &[]))
        (next::next(desk, chart))
        @if desk.may(Clinician::ROLES) { (progress::section(desk, chart, again)) }
        (story::section(desk, chart))
        @if desk.may(Physician::ROLES) { (course::proposal_form(desk, chart.patient.id, again)) }
    };
    frame::console(desk, &ConsolePage { name: "chart", title: &title }, content)
}

async fn set_birth_date(desk: Desk, Path(patient): Path<PatientId>, filled: Filled) -> Result<Response, Failure> {
    let Some(born) = filled.date_parts("birth_date") else {
        let mistake = FieldError { field: "birth_date", code: "field-birth-date" };
        return page(&desk, patient, &Again::unread(head::BIRTH_FORM, filled, vec![mistake])).await;
    };
    match desk.write(move |work| identity::set_birth_date(work, patient, born)).await {
        Ok(()) => Ok(Redirect::to(&address(patient)).into_response()),
        Err(failure) => match Again::of(head::BIRTH_FORM, filled, &failure) {
            Some(again) => page(&desk, patient, &again).await,
            None => Err(failure),
        },
    }
}

async fn write_score(desk: Desk, Path(patient): Path<PatientId>, filled: Filled) -> Result<Response, Failure> {
    if !desk.may(Clinician::ROLES) {
        return Err(desk.fail(AppError::Forbidden));
    }
    let form = scores::form_of(&filled);
    let assessment = match scores::read(&filled, patient) {
        Ok(assessment) => assessment,
        Err(mistakes) => return page(&desk, patient, &Again::unread(form, filled, mistakes)).await,
    };
    match assess(&desk, assessment).await {
        Ok(()) => Ok(Redirect::to(&format!("{}#progress", address(patient))).into_response()),
        Err(failure) => match Again::of(form, filled, &failure) {
            Some(again) => page(&desk, patient, &again).await,
            None => Err(failure),
        },
    }
}

async fn assess(desk: &Desk, assessment: Assessment) -> Result<(), Failure> {
    desk.write(move |work| outcome::assess(work, &assessment).map(drop)).await
}
