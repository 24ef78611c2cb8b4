//! The record of a session: opened after a release, written zone by zone within the bounds, signed, amended.

mod amendments;
mod bounds;
mod entry;
mod form;
mod load;
mod map;
mod page;
mod place;
mod sign;
mod written;

use super::Desk;
use super::chart::again::Again;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::web::Web;
use app::{Refusal, session, staff};
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use journey::id::{ItemId, RecordId, VisitId};
use serde::Deserialize;
use uuid::Uuid;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console/visits/{visit}/items/{item}/session", post(open))
        .route("/console/records/{record}", get(show))
        .route("/console/records/{record}/settings", post(write_setting))
        .route("/console/records/{record}/settings/{setting}/take-back", post(take_back))
        .route("/console/records/{record}/sign", post(sign_record))
        .route("/console/records/{record}/amendments", post(amend))
}

/// Which zone the form begins with.
#[derive(Default, Deserialize)]
struct Chosen {
    #[serde(default)]
    place: String,
}

async fn open(desk: Desk, Path((visit, item)): Path<(VisitId, ItemId)>) -> Result<Response, Failure> {
    let record = desk.write(move |work| session::open(work, visit, item)).await?;
    Ok(to_record(record.id, ""))
}

fn to_record(id: RecordId, anchor: &str) -> Response {
    Redirect::to(&format!("/console/records/{id}{anchor}")).into_response()
}

async fn show(desk: Desk, Path(id): Path<RecordId>, Query(chosen): Query<Chosen>) -> Result<Response, Failure> {
    shown(&desk, id, &chosen.place, &Again::none()).await
}

async fn shown(desk: &Desk, id: RecordId, place: &str, again: &Again) -> Result<Response, Failure> {
    let sheet = desk.write(move |work| load::sheet(work, id)).await?;
    Ok(again.answer(page::page(desk, &sheet, place, again)))
}

async fn write_setting(desk: Desk, Path(id): Path<RecordId>, filled: Filled) -> Result<Response, Failure> {
    let place = filled.get("place").to_owned();
    let entry = match entry::read(&filled, &desk.web.app.world().library) {
        Ok(entry) => entry,
        Err(mistakes) => return shown(&desk, id, &place, &Again::unread(form::FORM, filled, mistakes)).await,
    };
    match desk.write(move |work| session::write_setting(work, id, &entry)).await {
        Ok(_) => Ok(to_record(id, "#settings")),
        Err(failure) => match Again::of(form::FORM, filled, &failure) {
            Some(again) => shown(&desk, id, &place, &again).await,
            None => Err(failure),
        },
    }
}

async fn take_back(desk: Desk, Path((id, setting)): Path<(RecordId, Uuid)>) -> Result<Response, Failure> {
    desk.write(move |work| session::take_back(work, id, setting)).await?;
    Ok(to_record(id, "#settings"))
}

async fn sign_record(desk: Desk, Path(id): Path<RecordId>, filled: Filled) -> Result<Response, Failure> {
    let checked = sign::check(&desk, filled.get("password")).await?;
    let note = filled.get("note").to_owned();
    let given = checked.clone();
    match desk.write(move |work| session::sign(work, id, &checked, &note)).await {
        Ok(_) => Ok(to_record(id, "")),
        Err(failure) if failure.refusal() == Some(&Refusal::SignIn) => {
            desk.write(move |work| staff::count_wrong(work, &given)).await?;
            match Again::of(sign::FORM, filled, &failure) {
                Some(again) => shown(&desk, id, "", &again).await,
                None => Err(failure),
            }
        }
        Err(failure) => match Again::of(sign::FORM, filled, &failure) {
            Some(again) => shown(&desk, id, "", &again).await,
            None => Err(failure),
        },
    }
}

async fn amend(desk: Desk, Path(id): Path<RecordId>, filled: Filled) -> Result<Response, Failure> {
    let (reason, text) = (filled.get("reason").to_owned(), filled.get("text").to_owned());
    match desk.write(move |work| session::amend(work, id, &reason, &text)).await {
        Ok(_) => Ok(to_record(id, "#amendments")),
        Err(failure) => match Again::of(amendments::FORM, filled, &failure) {
            Some(again) => shown(&desk, id, "", &again).await,
            None => Err(failure),
        },
    }
}
