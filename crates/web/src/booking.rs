//! Booking around the clock: what, which day, which time, who, and the verdict.

use crate::web::Web;
use axum::Router;

pub(crate) fn routes(_web: &Web) -> Router<Web> {
    Router::new()
}
