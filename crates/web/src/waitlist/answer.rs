use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{Page, public};
use crate::guest::Guest;
use crate::look::action::{Button, LinkAction, Weight, actions};
use crate::look::badge::Tone;
use crate::look::head::Robots;
use crate::look::notice::Notice;
use crate::when;
use app::waitlist::{Answered, EntryState, Offer, Waiting, by_link, decline, take, withdraw};
use app::{Refusal, Token};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use journey::waitlist::OfferState;
use maud::{Markup, html};

/// The address of somebody's page on the waitlist.
pub(super) fn address(guest: &Guest, link: &Token) -> String {
    guest.to(&format!("wait/{}", link.reveal()))
}

fn link_of(guest: &Guest, text: &str) -> Result<Token, Failure> {
    Token::parse(text).ok_or_else(|| guest.fail(Refusal::NotFound.into()))
}

/// Where one stands: waiting, offered a time, or done. It says nothing about who or what for.
pub(super) async fn show(guest: Guest, Path((_, text)): Path<(String, String)>) -> Result<Markup, Failure> {
    let link = link_of(&guest, &text)?;
    let asked = link.clone();
    let waiting = guest.read(move |work| by_link(work, &asked)).await?;
    Ok(page(&guest, &link, &waiting))
}

/// Takes or declines what is offered, or leaves the list.
pub(super) async fn send(
    guest: Guest,
    Path((_, text)): Path<(String, String)>,
    filled: Filled,
) -> Result<Response, Failure> {
    let link = link_of(&guest, &text)?;
    let (own, back) = (link.clone(), Redirect::to(&address(&guest, &link)));
    match filled.get("answer") {
        "take" => {
            let answered = guest.write(move |work| take(work, &own)).await?;
            Ok(taken(&guest, &link, &answered))
        }
        "decline" => {
            guest.write(move |work| decline(work, &own)).await?;
            Ok(back.into_response())
        }
        "leave" => {
            guest.write(move |work| withdraw(work, &own)).await?;
            Ok(back.into_response())
        }
        _ => Ok(back.into_response()),
    }
}

/// To the private page of a visit that is new; otherwise back, where it says that the visit was moved.
fn taken(guest: &Guest, link: &Token, answered: &Answered) -> Response {
    let onward = match &answered.link {
        Some(private) => guest.to(&format!("my/{}", private.reveal())),
        None => address(guest, link),
    };
    Redirect::to(&onward).into_response()
}

fn page(guest: &Guest, link: &Token, waiting: &Waiting) -> Markup {
    let words = guest.words();
    let title = words.t("wait-page-title");
    let open = waiting.offer.as_ref().filter(|offer| is_open(guest, offer));
    let content = html! {
        h1 { (title) }
        @match (waiting.entry.state, open) {
            (EntryState::Offered, Some(offer)) => (offered(guest, link, offer)),
            (EntryState::Waiting | EntryState::Offered, _) => (still_waiting(guest, link, waiting)),
            (EntryState::Done, _) => (Notice { tone: Tone::Cleared, title: &words.t("wait-done"), body: html! { p { (words.t("wait-done-says")) } } }),
            (EntryState::Withdrawn | EntryState::Ended, _) => p.lead { (words.t("wait-over")) },
        }
        p.hint { (words.with("book-by-phone", &[("phone", &guest.web.clinic.particulars.phone)])) }
    };
    let page = Page {
        name: "booking",
        title: &title,
        description: None,
        crumbs: &[(&title, None)],
        robots: Robots::Hide,
        structured_data: None,
    };
    public(guest, &page, content)
}

fn is_open(guest: &Guest, offer: &Offer) -> bool {
    matches!(offer.state, OfferState::Open { until } if until > guest.web.app.now())
}

fn offered(guest: &Guest, link: &Token, offer: &Offer) -> Markup {
    let words = guest.words();
    let zone = &guest.web.app.world().zone;
    let OfferState::Open { until } = offer.state else { return html! {} };
    let starts = when::moment(guest.lang, zone, offer.starts);
    html! {
        p.lead { (words.with("wait-offered", &[("when", &starts)])) }
        p { (words.with("wait-kept-until", &[("until", &when::moment(guest.lang, zone, until))])) }
        form method="post" action=(address(guest, link)) {
            (actions(&[
                &Button { label: &words.t("wait-take"), weight: Weight::Primary, sends: Some(("answer", "take")) },
                &Button { label: &words.t("wait-decline"), weight: Weight::Quiet, sends: Some(("answer", "decline")) },
            ]))
        }
    }
}

fn still_waiting(guest: &Guest, link: &Token, waiting: &Waiting) -> Markup {
    let words = guest.words();
    let (from, until) =
        (when::date(guest.lang, waiting.entry.wish.from), when::date(guest.lang, waiting.entry.wish.until));
    let ran_out = waiting.entry.lapsed > 0 || waiting.entry.state == EntryState::Offered;
    html! {
        p.lead { (words.t("wait-waiting")) }
        p { (words.with("wait-days", &[("from", &from), ("until", &until)])) }
        @if ran_out { p { (words.t("wait-ran-out")) } }
        p.hint { (words.t("wait-keep-address")) }
        form method="post" action=(address(guest, link)) {
            (actions(&[
                &Button { label: &words.t("wait-leave"), weight: Weight::Quiet, sends: Some(("answer", "leave")) },
                &LinkAction { label: &words.t("menu-book"), href: &guest.to("book"), weight: Weight::Inline },
            ]))
        }
    }
}
