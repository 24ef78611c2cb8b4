use super::{Shown, Standing, Verdict, survey, today, withheld};
use crate::guest::Guest;
use crate::site;
use crate::web::Web;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::sync::Arc;
use tower::ServiceExt;

/// No page of ours is larger than this.
const MOST: usize = 16 * 1024 * 1024;

/// Stands before every public page: what has not been judged is judged, and what is withheld does not leave.
pub(crate) async fn guard(State(web): State<Web>, request: Request, next: Next) -> Response {
    let (path, method) = (request.uri().path().to_owned(), request.method().clone());
    let response = next.run(request).await;
    if !is_page(&response) {
        return response;
    }
    if method == Method::HEAD {
        return if web.gate.is_open(&path) { response } else { withheld::page(&web, &path).await };
    }
    let (parts, body) = response.into_parts();
    let Ok(html) = to_bytes(body, MOST).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
    let shown = Shown { path, html };
    match verdict(&web, &shown).await.standing() {
        Standing::Open => Response::from_parts(parts, Body::from(shown.html)),
        Standing::Withheld => second_look(&web, shown).await,
    }
}

fn is_page(response: &Response) -> bool {
    let is_html = |kind: &HeaderValue| kind.as_bytes().starts_with(b"text/html");
    response.status() == StatusCode::OK && response.headers().get(header::CONTENT_TYPE).is_some_and(is_html)
}

/// The verdict on a page, remembered or fresh.
async fn verdict(web: &Web, shown: &Shown) -> Arc<Verdict> {
    let today = today(web);
    match web.gate.recall(today, shown) {
        Some(known) => known,
        None => web.gate.weigh(today, shown, twin(web, &shown.path).await.as_ref()).await,
    }
}

/// The fault may be what the page quotes of another: that page is left out once it has been judged itself.
async fn second_look(web: &Web, shown: Shown) -> Response {
    survey(web).await;
    match render(web, &shown.path).await {
        Some(html) if html != shown.html => {
            let again = Shown { html, ..shown };
            match verdict(web, &again).await.standing() {
                Standing::Open => {
                    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], Body::from(again.html)).into_response()
                }
                Standing::Withheld => withheld::page(web, &again.path).await,
            }
        }
        _ => withheld::page(web, &shown.path).await,
    }
}

/// The same page in the other language, where it has one.
async fn twin(web: &Web, path: &str) -> Option<Shown> {
    let guest = Guest::of_path(web, path);
    let path = guest.path_in(guest.lang.other());
    let html = render(web, &path).await?;
    Some(Shown { path, html })
}

/// A page as a visitor would get it if there were no gate; nothing where there is no such page.
pub(super) async fn render(web: &Web, path: &str) -> Option<Bytes> {
    let request = Request::get(path).body(Body::empty()).ok()?;
    let response = site::pages().with_state(web.clone()).oneshot(request).await.ok()?;
    if !is_page(&response) {
        return None;
    }
    to_bytes(response.into_body(), MOST).await.ok()
}
