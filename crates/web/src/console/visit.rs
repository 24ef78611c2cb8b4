use crate::web::Web;
use axum::Router;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
}
