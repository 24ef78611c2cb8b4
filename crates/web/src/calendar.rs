//! Calendars that other programs read by a secret address, and the parts of pages that give such an address out.

mod ics;
mod shown;

pub(crate) use ics::stamp;
pub(crate) use shown::{made, subscriptions};

use crate::limits;
use crate::web::Web;
use app::actor::Actor;
use app::calendar_feed::{self, Feed, Noted};
use app::{AppError, Refusal, Token};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use axum::middleware;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

/// A calendar that was asked for may be kept by the program that asked, and by nobody in between.
const KEPT: &str = "private, max-age=300";

pub(crate) fn routes(web: &Web) -> Router<Web> {
    Router::new()
        .route("/calendar/{*file}", get(send))
        .layer(middleware::from_fn_with_state(web.clone(), limits::feeds))
}

/// A feed. Whatever is no feed gets the same answer, so that it does not tell what it might have been.
async fn send(State(web): State<Web>, request: Request) -> Response {
    let Some(token) = token_of(request.uri().path()) else { return absent() };
    match asked(&web, token).await {
        Ok(feed) => answer(&ics::written(&feed, &web.clinic.particulars), request.headers()),
        Err(AppError::Refused(Refusal::NotFound)) => absent(),
        Err(error) => {
            tracing::error!(?error, "a calendar cannot be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

fn token_of(path: &str) -> Option<Token> {
    path.strip_prefix("/calendar/")?.strip_suffix(".ics").and_then(Token::parse)
}

async fn asked(web: &Web, token: Token) -> Result<Feed, AppError> {
    let feed = web.app.read(Actor::Visitor, move |work| calendar_feed::read(work, &token)).await?;
    if feed.noted == Noted::NotYet {
        let read = feed.clone();
        web.app.write(Actor::Visitor, move |work| calendar_feed::note_read(work, &read)).await?;
    }
    Ok(feed)
}

fn absent() -> Response {
    let headers = [
        (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("x-robots-tag"), "noindex"),
    ];
    (StatusCode::NOT_FOUND, headers, "Not found.\n").into_response()
}

fn answer(text: &str, asked: &HeaderMap) -> Response {
    let tag = tag(text);
    let mut headers = HeaderMap::new();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(KEPT));
    headers.insert("x-robots-tag", HeaderValue::from_static("noindex"));
    if let Ok(value) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, value);
    }
    if knows(asked, &tag) {
        return (StatusCode::NOT_MODIFIED, headers).into_response();
    }
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/calendar; charset=utf-8"));
    (headers, text.to_owned()).into_response()
}

/// The tag of a text. It is weak: on its way the text may be packed.
fn tag(text: &str) -> String {
    let digest: String = Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect();
    format!("W/\"{digest}\"")
}

fn knows(asked: &HeaderMap, tag: &str) -> bool {
    let strong = tag.trim_start_matches("W/");
    let given = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    given.flat_map(|value| value.split(',')).any(|one| one.trim().trim_start_matches("W/") == strong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_secret_with_its_ending_is_an_address() {
        let secret = "a".repeat(64);
        assert!(token_of(&format!("/calendar/{secret}.ics")).is_some());
        for path in [format!("/calendar/{secret}"), format!("/calendar/x/{secret}.ics"), "/calendar/.ics".into()] {
            assert!(token_of(&path).is_none(), "{path}");
        }
    }

    #[test]
    fn a_tag_is_known_among_others_and_whether_weak_or_not() {
        let tag = tag("text");
        let mut asked = HeaderMap::new();
        assert!(!knows(&asked, &tag));
        asked.insert(header::IF_NONE_MATCH, HeaderValue::from_static("\"another\""));
        assert!(!knows(&asked, &tag));
        let several = format!("\"another\", {}", tag.trim_start_matches("W/"));
        asked.insert(header::IF_NONE_MATCH, HeaderValue::from_str(&several).unwrap());
        assert!(knows(&asked, &tag));
    }
}
