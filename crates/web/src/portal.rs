//! The patient's private page: behind a secret link and a birth date, everything about one's own visit and healing.

mod aftercare;
mod cancel;
mod change;
mod check_in;
mod course;
mod cover;
mod curves;
mod earlier;
mod entry;
mod feed;
mod gate;
mod moving;
mod own;
mod plan;
mod private;
mod questions;
mod recovery;
mod result;
mod symptoms;
mod visit;

use crate::limits;
use crate::web::Web;
use axum::Router;
use axum::middleware;
use axum::routing::{get, post};

pub(crate) fn routes(web: &Web) -> Router<Web> {
    Router::new()
        .route("/{lang}/my/{token}", get(visit::show).post(gate::open))
        .route("/{lang}/my/{token}/calendar.ics", get(entry::send))
        .route("/{lang}/my/{token}/subscribe", get(feed::show).post(feed::make))
        .route("/{lang}/my/{token}/subscribe/revoke", post(feed::revoke))
        .route("/{lang}/my/{token}/questions", get(questions::show).post(questions::save))
        .route("/{lang}/my/{token}/questions/thanks", get(questions::thanks))
        .route("/{lang}/my/{token}/move", get(moving::month).post(moving::save))
        .route("/{lang}/my/{token}/move/{day}", get(moving::day))
        .route("/{lang}/my/{token}/cancel", get(cancel::ask).post(cancel::save))
        .route("/{lang}/my/{token}/earlier", post(earlier::save))
        .route("/{lang}/my/{token}/recovery", get(recovery::show))
        .route("/{lang}/my/{token}/recovery/{id}", get(check_in::show).post(check_in::save))
        .route("/{lang}/my/{token}/aftercare", get(aftercare::show))
        .route("/{lang}/my/{token}/course", get(course::show))
        .route("/{lang}/my/{token}/plan", get(plan::show))
        .route("/{lang}/my/{token}/plan/wishes", post(plan::wish))
        .route("/{lang}/my/{token}/plan/events", post(plan::note))
        .route("/{lang}/my/{token}/plan/events/drop", post(plan::forget))
        .route("/{lang}/my/{token}/plan/accept", post(plan::accept))
        .layer(middleware::from_fn_with_state(web.clone(), limits::doors))
}
