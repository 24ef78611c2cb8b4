//! The public site.

use crate::failure::Failure;
use crate::guest::Guest;
use crate::web::Web;
use app::Refusal;
use axum::Router;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
}

/// Whatever has no page.
pub(crate) async fn not_found(guest: Guest) -> Failure {
    guest.fail(Refusal::NotFound.into())
}

