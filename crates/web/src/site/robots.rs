use crate::web::Web;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};

/// What search engines may visit: everything public, nothing private.
pub(super) async fn show(State(web): State<Web>) -> Response {
    let text = format!(
        "User-agent: *\nDisallow: /console\nDisallow: /ja/my/\nDisallow: /en/my/\nDisallow: /ja/book/hold/\n\
         Disallow: /en/book/hold/\nDisallow: /api\n\nSitemap: {}/sitemap.xml\n",
        web.settings.public_url
    );
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}
