use super::private::Private;
use crate::calendar::{made, subscriptions};
use crate::failure::Failure;
use crate::filled::Filled;
use crate::look::action::{Button, LinkAction, Weight, actions};
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use app::calendar_feed::{self, Detail, Subject, Subscription};
use app::{Refusal, Token};
use axum::extract::Query;
use axum::response::Redirect;
use journey::id::FeedId;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Asked {
    told: Option<String>,
}

/// How the patient's calendar can follow their visits by itself.
pub(super) async fn show(private: Private, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let told = html! {
        @if asked.told.as_deref() == Some("revoked") { (revoked(&private)) }
    };
    page(&private, told).await
}

/// Makes an address and shows it this once.
pub(super) async fn make(private: Private) -> Result<Markup, Failure> {
    let lang = private.guest.lang;
    let token: Token =
        private.write(move |work, _, who| calendar_feed::make(work, Subject::Patient(who), Detail::Busy, lang)).await?;
    let told = made(private.words(), &private.guest.web, &token);
    page(&private, told).await
}

/// Withdraws an address.
pub(super) async fn revoke(private: Private, filled: Filled) -> Result<Redirect, Failure> {
    let id: FeedId = filled.get("feed").parse().map_err(|_| private.guest.fail(Refusal::NotFound.into()))?;
    private.write(move |work, _, _| calendar_feed::revoke(work, id)).await?;
    Ok(Redirect::to(&private.to("subscribe?told=revoked")))
}

async fn page(private: &Private, told: Markup) -> Result<Markup, Failure> {
    let known: Vec<Subscription> = private
        .read(|work, visit| {
            let who = visit.patient.ok_or(Refusal::NotFound)?;
            calendar_feed::of_subject(work, Subject::Patient(who))
        })
        .await?;
    let words = private.words();
    let title = words.t("my-feed-title");
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("my-feed-lead")) }
        (told)
        form method="post" action=(private.to("subscribe")) {
            (actions(&[
                &Button { label: &words.t("my-feed-make"), weight: Weight::Primary, sends: None },
                &LinkAction { label: &words.t("my-back"), href: &private.to(""), weight: Weight::Inline },
            ]))
        }
        h2 { (words.t("feed-list")) }
        (subscriptions(words, &private.guest.web, &known, &private.to("subscribe/revoke")))
    };
    Ok(private.page(&title, content))
}

fn revoked(private: &Private) -> Markup {
    let words = private.words();
    let body = html! { p { (words.t("feed-revoked")) } };
    html! { (Notice { tone: Tone::Cleared, title: &words.t("feed-revoked-title"), body }) }
}
