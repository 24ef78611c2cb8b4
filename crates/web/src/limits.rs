use crate::failure::Failure;
use crate::guest::Guest;
use crate::web::Web;
use axum::extract::{ConnectInfo, Request, State};
use axum::http::Method;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::num::NonZeroU32;

/// Forms that anybody may send, per address and minute. A family on one line books without noticing.
const FORMS: NonZeroU32 = NonZeroU32::new(60).expect("sixty is not nought");
/// Attempts to sign in or to open a private page, per address and minute.
const DOORS: NonZeroU32 = NonZeroU32::new(20).expect("twenty is not nought");

/// How often one address may knock. Kept in memory; the lock-out of an account is kept in the database.
pub(crate) struct Limits {
    forms: DefaultKeyedRateLimiter<IpAddr>,
    doors: DefaultKeyedRateLimiter<IpAddr>,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            forms: RateLimiter::keyed(Quota::per_minute(FORMS)),
            doors: RateLimiter::keyed(Quota::per_minute(DOORS)),
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

async fn guard(
    web: &Web,
    request: Request,
    next: Next,
    which: fn(&Limits) -> &DefaultKeyedRateLimiter<IpAddr>,
) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let address = peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    if request.method() == Method::POST && which(&web.limits).check_key(&address).is_err() {
        return Failure::too_many(&Guest::of_path(web, request.uri().path())).into_response();
    }
    next.run(request).await
}
