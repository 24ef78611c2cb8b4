//! The protocols that the clinic runs from: their versions, their support, and who approved them.

pub(super) mod condition;
pub(super) mod evidence;
mod list;
pub(super) mod measure;
mod page;
mod rules;
mod ruling;
pub(super) mod signs;

use super::Desk;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::web::Web;
use app::catalogue::{self, Approval};
use app::{AppError, Refusal, Work, staff};
use axum::Router;
use axum::extract::Path;
use axum::response::Redirect;
use axum::routing::{get, post};
use journey::protocol::Protocol;
use journey::slug::ProtocolId;
use journey::text::Bilingual;
use maud::Markup;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console/protocols", get(list))
        .route("/console/protocols/{id}", get(show))
        .route("/console/protocols/{id}/approve", post(approve))
        .route("/console/protocols/{id}/rules", post(ruling::rule))
}

/// The first digits of a version, for people.
pub(super) fn short(hash: &str) -> &str {
    hash.get(..12).unwrap_or(hash)
}

/// Who approved a version, with the name.
struct Approved {
    approval: Approval,
    by: Bilingual,
}

fn approved(work: &mut Work<'_, '_>, hash: &str) -> Result<Option<Approved>, AppError> {
    let Some(approval) = catalogue::approval_of(work, hash)? else { return Ok(None) };
    Ok(Some(Approved { by: staff::by_id(work, approval.by)?.name, approval }))
}

async fn list(desk: Desk) -> Result<Markup, Failure> {
    let approvals = desk
        .read(|work| {
            work.actor.clinician()?;
            let world = work.world;
            world
                .library
                .iter()
                .map(|protocol| approved(work, &protocol.hash.to_string()))
                .collect::<Result<Vec<_>, _>>()
        })
        .await?;
    Ok(list::page(&desk, &approvals))
}

fn known<'a>(desk: &'a Desk, id: &str) -> Result<&'a Protocol, AppError> {
    let id = ProtocolId::parse(id).map_err(|_| Refusal::NotFound)?;
    desk.web.app.world().library.get(&id).ok_or_else(|| Refusal::NotFound.into())
}

async fn show(desk: Desk, Path(id): Path<String>) -> Result<Markup, Failure> {
    let protocol = known(&desk, &id).map_err(|error| desk.fail(error))?;
    let whole = protocol.clone();
    let (approval, standings) = desk
        .read(move |work| {
            work.actor.clinician()?;
            Ok((approved(work, &whole.hash.to_string())?, ruling::standings(work, &whole)?))
        })
        .await?;
    Ok(page::page(&desk, protocol, approval.as_ref(), &standings))
}

/// Approves the version that was on the page; another one that came since is not meant.
async fn approve(desk: Desk, Path(id): Path<String>, filled: Filled) -> Result<Redirect, Failure> {
    let hash = known(&desk, &id).map_err(|error| desk.fail(error))?.hash.to_string();
    let seen = filled.get("hash").to_owned();
    desk.write(move |work| {
        work.actor.physician()?;
        if seen == hash { catalogue::approve(work, &hash) } else { Err(Refusal::NotFound.into()) }
    })
    .await?;
    Ok(Redirect::to(&format!("/console/protocols/{id}")))
}
