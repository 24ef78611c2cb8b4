//! New times for all visits that a change of the roster hits: proposed, edited, and kept in one go.

mod form;
mod page;
mod picture;
mod words;

use super::{one, read, subject};
use crate::console::Desk;
use crate::failure::Failure;
use crate::filled::Filled;
use app::roster::Change;
use app::roster::repair::{Applied, Order, Proposal, Wishes, apply, brief, propose};
use app::{AppError, Refusal, StoreError};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use form::{Decided, Step};
use jiff::SignedDuration;
use journey::id::VisitId;

/// What happened since the page was shown last.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum News {
    /// Nothing.
    None,
    /// Something was changed, and has been computed again.
    Edited,
    /// Somebody was faster, for this visit: nothing was kept, and this is a new proposal.
    Overtaken(VisitId),
}

/// Proposes, proposes again with what was decided, or keeps what was looked at.
pub(super) async fn send(desk: Desk, Path(text): Path<String>, filled: Filled) -> Result<Response, Failure> {
    let house = super::loaded(&desk).await?;
    let of = one(&desk, &house, &text)?;
    let change = match read::change(&desk, of.id, &filled) {
        Ok(change) => change,
        Err(errors) => return subject::again(&desk, &house, &of, &filled, &errors, None).await,
    };
    let decided = form::decided(&filled);
    let mut news = if decided.step == Step::First { News::None } else { News::Edited };
    if let (Step::Keep, Some(request)) = (decided.step, decided.request.clone()) {
        let order = Order { request, change: change.clone(), moves: decided.moves.clone() };
        match keep(&desk, order).await {
            Ok(applied) => return Ok(done(&text, applied)),
            Err(failure) => match failure.refusal() {
                Some(Refusal::Overtaken { visit }) => news = News::Overtaken(*visit),
                _ => return Err(failure),
            },
        }
    }
    let proposal = match computed(&desk, change, wishes(&decided, news)).await {
        Ok(proposal) => proposal,
        Err(failure) => {
            return match failure.refusal() {
                Some(refusal @ Refusal::Roster(_)) => {
                    subject::again(&desk, &house, &of, &filled, &[], Some(refusal)).await
                }
                Some(Refusal::Fields(errors)) => subject::again(&desk, &house, &of, &filled, errors, None).await,
                _ => Err(failure),
            };
        }
    };
    let status = if matches!(news, News::Overtaken(_)) { StatusCode::CONFLICT } else { StatusCode::OK };
    Ok((status, page::page(&desk, &of, &filled, &proposal, news)).into_response())
}

/// A new proposal begins anew; otherwise what was decided stays.
fn wishes(decided: &Decided, news: News) -> Wishes {
    if matches!(news, News::Overtaken(_)) { Wishes::new() } else { decided.wishes.clone() }
}

async fn keep(desk: &Desk, order: Order) -> Result<Applied, Failure> {
    desk.write(move |work| apply(work, &order)).await
}

fn done(subject: &str, applied: Applied) -> Response {
    Redirect::to(&format!("/console/roster/{subject}?moved={}", applied.moved)).into_response()
}

/// How long a proposal may be thought over.
const PATIENCE: SignedDuration = SignedDuration::from_millis(150);

/// Reads in one look and computes outside of it, away from the requests of others.
async fn computed(desk: &Desk, change: Change, wishes: Wishes) -> Result<Proposal, Failure> {
    let read = desk.read(move |work| brief(work, &change)).await?;
    let app = desk.web.app.clone();
    let search = move || propose(&read, app.world(), &wishes, &app.deadline(PATIENCE));
    let found = tokio::task::spawn_blocking(search).await;
    let found = found.unwrap_or_else(|error| Err(AppError::Store(StoreError::Fault(error.to_string()))));
    found.map_err(|error| desk.fail(error))
}
