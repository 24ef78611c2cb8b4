use super::{Shown, Standing, today};
use crate::frame::{self, dial};
use crate::guest::Guest;
use crate::look::action::{LinkAction, Weight, actions};
use crate::look::contact::Telephone;
use crate::web::Web;
use axum::body::Bytes;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};

/// What stands in the place of a page that is withheld. It is not found, for the time being: what a search engine
/// keeps of the page is advertising too, and "not found" is what makes it let go.
pub(super) async fn page(web: &Web, path: &str) -> Response {
    let guest = Guest::of_path(web, path);
    let title = guest.words().t("gate-withheld-title");
    let calm = frame::plain(web, guest.lang, &title, content(&guest, &title));
    let shown = Shown { path: String::new(), html: Bytes::from(calm.into_string()) };
    let html = match verdict(web, &shown).await {
        Standing::Open => shown.html,
        Standing::Withheld => Bytes::from(bare(&guest, &title).into_string()),
    };
    (StatusCode::NOT_FOUND, [("content-type", "text/html; charset=utf-8")], html).into_response()
}

/// The frame says what the clinic says about itself; that is judged like everything else.
async fn verdict(web: &Web, shown: &Shown) -> Standing {
    let today = today(web);
    match web.gate.recall(today, shown) {
        Some(known) => known.standing(),
        None => web.gate.weigh(today, shown, None).await.standing(),
    }
}

fn content(guest: &Guest, title: &str) -> Markup {
    let (words, phone) = (guest.words(), &guest.web.clinic.particulars.phone);
    let [book, counselling] = ["book", "counselling"].map(|rest| guest.to(rest));
    html! {
        h1 { (title) }
        p.lead { (words.t("gate-withheld")) }
        p { (words.t("gate-withheld-call")) " " (Telephone { dial: &dial(phone), shown: phone }) }
        p { (words.t("gate-withheld-visits")) }
        (actions(&[
            &LinkAction { label: &words.t("menu-book"), href: &book, weight: Weight::Primary },
            &LinkAction { label: &words.t("site-counselling-link"), href: &counselling, weight: Weight::Inline },
        ]))
    }
}

/// Where even the frame is withheld: nothing but the telephone.
fn bare(guest: &Guest, title: &str) -> Markup {
    let phone = &guest.web.clinic.particulars.phone;
    html! {
        (DOCTYPE)
        html lang=(guest.lang.code()) {
            head { meta charset="utf-8"; meta name="robots" content="noindex, nofollow"; title { (title) } }
            body { main {
                h1 { (title) }
                p { (guest.words().t("gate-withheld-call")) " " (Telephone { dial: &dial(phone), shown: phone }) }
            } }
        }
    }
}
