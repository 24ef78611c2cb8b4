//! Booking around the clock: what, which day, which time, who, and the verdict. No account, no script needed.

mod choose;
mod closed;
mod confirm;
mod details;
mod done;
mod form;
mod hold;
mod month;
mod outcome;
mod refused;
mod times;

use crate::limits;
use crate::web::Web;
use axum::Router;
use axum::middleware;
use axum::routing::{get, post};

pub(crate) use closed::closed_times;
pub(crate) use details::{error_of, fields as details_fields, read as details_of};
pub(crate) use form::summary as mistakes;
pub(crate) use month::{calendar, month_of};
pub(crate) use times::parts_of_day;

pub(crate) fn routes(web: &Web) -> Router<Web> {
    Router::new()
        .route("/{lang}/book", get(choose::show))
        .route("/{lang}/book/start", get(choose::show))
        .route("/{lang}/book/{service}", get(month::show))
        .route("/{lang}/book/{service}/hold", post(hold::make))
        .route("/{lang}/book/{service}/day/{day}", get(times::show))
        .route("/{lang}/book/hold/{token}", get(form::show).post(confirm::send))
        .route("/{lang}/book/hold/{token}/extend", post(hold::extend))
        .route("/{lang}/book/hold/{token}/release", post(hold::release))
        .route("/{lang}/book/done/{token}", get(done::show))
        .layer(middleware::from_fn_with_state(web.clone(), limits::forms))
}
