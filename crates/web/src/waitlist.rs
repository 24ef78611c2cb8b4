//! The waitlist for visitors: joining it, and answering an offer behind a secret link. No account, no script.

mod answer;
mod join;

use crate::limits;
use crate::web::Web;
use axum::Router;
use axum::middleware;
use axum::routing::get;

pub(crate) use join::{hours_of, parts};

pub(crate) fn routes(web: &Web) -> Router<Web> {
    let joining = Router::new()
        .route("/{lang}/book/{service}/wait", get(join::show).post(join::send))
        .layer(middleware::from_fn_with_state(web.clone(), limits::forms));
    let answering = Router::new()
        .route("/{lang}/wait/{token}", get(answer::show).post(answer::send))
        .layer(middleware::from_fn_with_state(web.clone(), limits::doors));
    joining.merge(answering)
}
