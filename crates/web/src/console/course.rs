//! Courses: proposed by a physician, accepted or refused, their sessions moved with the reason in view.

mod decide;
mod page;
mod picture;
mod proposal;

pub(super) use proposal::proposal_form;

use super::Desk;
use super::chart::again::Again;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::look::badge::{Badge, Tone};
use crate::web::Web;
use crate::wording::Wording;
use app::actor::Physician;
use app::audit::{self, Object};
use app::course::{self, Course, CourseState};
use app::identity::{self, Patient};
use app::offering::{self, Service};
use app::{AppError, FieldError, Work};
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use journey::id::{CourseId, CourseSessionId, PatientId};
use maud::{Markup, html};

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console/patients/{patient}/course", post(propose))
        .route("/console/courses/{course}", get(show))
        .route("/console/courses/{course}/decide", post(decide_course))
        .route("/console/courses/{course}/sessions/{session}/move", post(move_session))
}

/// What the page of a course shows.
struct Plan {
    course: Course,
    patient: Patient,
    services: Vec<Service>,
    /// How many sessions count as used without having taken place.
    forfeited: i64,
}

/// Where a course stands, as a word and a shape.
pub(super) fn state(words: Wording, state: CourseState) -> Markup {
    let (tone, label) = match state {
        CourseState::Proposed => (Tone::Information, words.t("course-state-proposed")),
        CourseState::Accepted => (Tone::Cleared, words.t("course-state-accepted")),
        CourseState::Refused => (Tone::Refusal, words.t("course-state-refused")),
        CourseState::Stopped => (Tone::Refusal, words.t("course-state-stopped")),
    };
    html! { (Badge { tone, label: &label }) }
}

async fn propose(desk: Desk, Path(patient): Path<PatientId>, filled: Filled) -> Result<Response, Failure> {
    if !desk.may(Physician::ROLES) {
        return Err(desk.fail(AppError::Forbidden));
    }
    let wanted = match proposal::read(&filled) {
        Ok(wanted) => wanted,
        Err(mistakes) => {
            let again = Again::unread(proposal::FORM, filled, mistakes);
            return super::chart::page(&desk, patient, &again).await;
        }
    };
    let made = desk
        .write(move |work| course::propose(work, patient, &wanted.protocol, &wanted.indication, wanted.start))
        .await;
    match made {
        Ok(course) => Ok(to_page(course.id)),
        Err(failure) => match Again::of(proposal::FORM, filled, &failure) {
            Some(again) => super::chart::page(&desk, patient, &again).await,
            None => Err(failure),
        },
    }
}

fn to_page(id: CourseId) -> Response {
    Redirect::to(&format!("/console/courses/{id}")).into_response()
}

async fn show(desk: Desk, Path(id): Path<CourseId>) -> Result<Response, Failure> {
    shown(&desk, id, &Again::none()).await
}

async fn shown(desk: &Desk, id: CourseId, again: &Again) -> Result<Response, Failure> {
    let plan = desk.write(move |work| load(work, id)).await?;
    Ok(again.answer(page::page(desk, &plan, again)))
}

fn load(work: &mut Work<'_, '_>, id: CourseId) -> Result<Plan, AppError> {
    let course = course::course(work, id)?;
    let patient = identity::by_id(work, course.patient)?;
    let object = Object { entity: "course_plan", id: id.uuid(), patient: Some(patient.id) };
    audit::note(work, "course.read", object)?;
    let forfeited = course::forfeited(work, id)?;
    Ok(Plan { services: offering::all_services(work)?, course, patient, forfeited })
}

async fn decide_course(desk: Desk, Path(id): Path<CourseId>, filled: Filled) -> Result<Response, Failure> {
    let Some((form, to)) = decide::read(&filled) else {
        let mistake = FieldError { field: "to", code: "field-choice" };
        return shown(&desk, id, &Again::unread("", filled, vec![mistake])).await;
    };
    let reason = filled.get(&format!("reason-{form}")).to_owned();
    match desk.write(move |work| course::decide(work, id, to, &reason)).await {
        Ok(_) => Ok(to_page(id)),
        Err(failure) => match Again::of(form, filled, &failure) {
            Some(again) => shown(&desk, id, &again).await,
            None => Err(failure),
        },
    }
}

async fn move_session(
    desk: Desk,
    Path((id, session)): Path<(CourseId, CourseSessionId)>,
    filled: Filled,
) -> Result<Response, Failure> {
    let form = decide::move_form(session);
    let Some(to) = filled.date(&form) else {
        let mistake = FieldError { field: "to", code: "field-date" };
        return shown(&desk, id, &Again::unread(form, filled, vec![mistake])).await;
    };
    match desk.write(move |work| course::move_session(work, id, session, to)).await {
        Ok(_) => Ok(to_page(id)),
        Err(failure) => match Again::of(form, filled, &failure) {
            Some(again) => shown(&desk, id, &again).await,
            None => Err(failure),
        },
    }
}
