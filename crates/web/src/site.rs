//! The public site: found by search, read in both languages, generated from the protocols and the price list.

mod access;
mod addresses;
mod articles;
mod concerns;
mod counselling;
mod evidence;
mod home;
mod hours;
mod language;
mod manner;
mod offered;
mod page;
mod practitioners;
mod privacy;
mod robots;
mod sitemap;
mod structured;
mod treatment;
mod treatments;
mod xml;

pub(crate) use addresses::addresses;

use crate::failure::Failure;
use crate::gate;
use crate::guest::Guest;
use crate::web::Web;
use app::Refusal;
use axum::Router;
use axum::middleware;
use axum::routing::get;
use journey::text::Lang;

/// The public site behind its gate.
pub(crate) fn routes(web: &Web) -> Router<Web> {
    pages().layer(middleware::from_fn_with_state(web.clone(), gate::guard))
}

/// The public site as it would be without the gate, which judges what it shows.
pub(crate) fn pages() -> Router<Web> {
    let fixed = Router::new()
        .route("/", get(language::choose))
        .route("/robots.txt", get(robots::show))
        .route("/sitemap.xml", get(sitemap::show));
    Lang::ALL.into_iter().fold(fixed, |router, lang| router.merge(pages_in(lang)))
}

/// The pages of one language. Any other first part of an address has no page.
fn pages_in(lang: Lang) -> Router<Web> {
    let at = |rest: &str| format!("/{}{rest}", lang.code());
    Router::new()
        .route(&at(""), get(language::to_home))
        .route(&at("/"), get(home::show))
        .route(&at("/treatments"), get(treatments::show))
        .route(&at("/treatments/{id}"), get(treatment::show))
        .route(&at("/concerns"), get(concerns::all))
        .route(&at("/concerns/{id}"), get(concerns::one))
        .route(&at("/practitioners"), get(practitioners::show))
        .route(&at("/access"), get(access::show))
        .route(&at("/counselling"), get(counselling::show))
        .route(&at("/articles"), get(articles::all))
        .route(&at("/articles/{slug}"), get(articles::one))
        .route(&at("/feed.xml"), get(articles::feed))
        .route(&at("/privacy"), get(privacy::show))
}

/// Whatever has no page.
pub(crate) async fn not_found(guest: Guest) -> Failure {
    guest.fail(Refusal::NotFound.into())
}
