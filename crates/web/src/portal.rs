//! The patient's private page.

use crate::web::Web;
use axum::Router;

pub(crate) fn routes(_web: &Web) -> Router<Web> {
    Router::new()
}
