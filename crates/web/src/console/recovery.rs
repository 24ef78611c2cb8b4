//! Recovery: what somebody must answer for, and the check-ins that nobody has answered yet.

mod asked;
mod check_in;
mod curve;
mod inbox;
mod unanswered;

use super::Desk;
use super::chart::again::Again;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{self, ConsolePage};
use crate::web::Web;
use app::recovery;
use app::{AppError, Work};
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use journey::id::EscalationId;
use maud::html;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console/recovery", get(show))
        .route("/console/escalations/{escalation}/close", post(close))
        .merge(check_in::routes())
}

async fn show(desk: Desk) -> Result<Response, Failure> {
    page(&desk, &Again::none()).await
}

async fn page(desk: &Desk, again: &Again) -> Result<Response, Failure> {
    let (tasks, due, now) = desk.write(load).await?;
    let words = desk.words();
    let title = words.t("recovery-title");
    let content = html! {
        h1 { (title) }
        (again.notice(desk, &[]))
        (inbox::section(desk, &tasks, now, again))
        (unanswered::section(desk, &due, now))
    };
    Ok(again.answer(frame::console(desk, &ConsolePage { name: "recovery", title: &title }, content)))
}

type Waiting = (Vec<inbox::Waiting>, Vec<recovery::Unanswered>, jiff::Timestamp);

fn load(work: &mut Work<'_, '_>) -> Result<Waiting, AppError> {
    let escalations = recovery::inbox(work)?;
    let tasks = escalations.into_iter().map(|one| inbox::waiting(work, one)).collect::<Result<_, _>>()?;
    Ok((tasks, recovery::due(work)?, work.now))
}

async fn close(desk: Desk, Path(id): Path<EscalationId>, filled: Filled) -> Result<Response, Failure> {
    let form = inbox::form_name(id);
    let outcome = filled.get(&form).to_owned();
    match desk.write(move |work| recovery::close(work, id, &outcome)).await {
        Ok(()) => Ok(Redirect::to("/console/recovery").into_response()),
        Err(failure) => match Again::of(form, filled, &failure) {
            Some(again) => page(&desk, &again).await,
            None => Err(failure),
        },
    }
}
