use crate::failure::Failure;
use crate::guest::Guest;
use crate::web::Web;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::{Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::NonZeroU32;

/// Forms that anybody may send, per address and minute. A family on one line books without noticing.
const FORMS: NonZeroU32 = NonZeroU32::new(60).expect("sixty is not nought");
/// Attempts to sign in or to open a private page, per address and minute.
const DOORS: NonZeroU32 = NonZeroU32::new(20).expect("twenty is not nought");

/// Calendars that one address may ask for in a minute: everybody behind one line, on every device, and nobody's door
/// into the console or a private page is shut by it.
const FEEDS: NonZeroU32 = NonZeroU32::new(60).expect("sixty is not nought");

/// How often one address may knock. Kept in memory; the lock-out of an account is kept in the database.
pub(crate) struct Limits {
    forms: DefaultKeyedRateLimiter<IpAddr>,
    doors: DefaultKeyedRateLimiter<IpAddr>,
    feeds: DefaultKeyedRateLimiter<IpAddr>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            forms: RateLimiter::keyed(Quota::per_minute(FORMS)),
            doors: RateLimiter::keyed(Quota::per_minute(DOORS)),
            feeds: RateLimiter::keyed(Quota::per_minute(FEEDS)),
        }
    }
}

/// Slows down whoever sends more forms than a person would.
pub(crate) async fn forms(State(web): State<Web>, request: Request, next: Next) -> Response {
    guard(&web, request, next, |limits| &limits.forms).await
}

/// Slows down whoever tries more doors than a person would.
pub(crate) async fn doors(State(web): State<Web>, request: Request, next: Next) -> Response {
    guard(&web, request, next, |limits| &limits.doors).await
}

/// Slows down whoever asks for more calendars than the programs of a clinic would. Asking is enough to be counted.
pub(crate) async fn feeds(State(web): State<Web>, request: Request, next: Next) -> Response {
    if web.limits.feeds.check_key(&address(&request)).is_err() {
        return (StatusCode::TOO_MANY_REQUESTS, [(header::RETRY_AFTER, "60")], "Too many requests.\n").into_response();
    }
    next.run(request).await
}

fn address(request: &Request) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST))
}

async fn guard(
    web: &Web,
    request: Request,
    next: Next,
    which: fn(&Limits) -> &DefaultKeyedRateLimiter<IpAddr>,
) -> Response {
    if request.method() == Method::POST && which(&web.limits).check_key(&address(&request)).is_err() {
        return Failure::too_many(&Guest::of_path(web, request.uri().path())).into_response();
    }
    next.run(request).await
}
