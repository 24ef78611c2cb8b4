use super::Desk;
use crate::failure::Failure;
use crate::frame::{ConsolePage, console};
use crate::look::action::{Button, Weight};
use crate::look::badge::{Badge, Tone};
use crate::look::empty::Empty;
use crate::look::table::{Align, Column, Table};
use crate::web::Web;
use crate::when;
use app::Refusal;
use app::outbox::{Waiting, retry, waiting};
use axum::Router;
use axum::extract::Path;
use axum::response::Redirect;
use axum::routing::{get, post};
use journey::id::MessageId;
use maud::{Markup, html};

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/console/outbox", get(show)).route("/console/outbox/{message}/retry", post(again))
}

async fn show(desk: Desk) -> Result<Markup, Failure> {
    let messages = desk.read(waiting).await?;
    let words = desk.words();
    let title = words.t("console-nav-outbox");
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("outbox-lead")) }
        @if messages.is_empty() {
            (Empty { title: &words.t("outbox-none-title"), text: &words.t("outbox-none"), action: None })
        } @else { (table(&desk, &messages)) }
    };
    Ok(console(&desk, &ConsolePage { name: "outbox", title: &title }, content))
}

async fn again(desk: Desk, Path(text): Path<String>) -> Result<Redirect, Failure> {
    let id: MessageId = text.parse().map_err(|_| desk.fail(Refusal::NotFound.into()))?;
    desk.write(move |work| retry(work, id)).await?;
    Ok(Redirect::to("/console/outbox"))
}

fn table(desk: &Desk, messages: &[Waiting]) -> Markup {
    let words = desk.words();
    let labels = ["outbox-queued", "outbox-recipient", "outbox-subject", "outbox-state", "outbox-action"]
        .map(|key| words.t(key));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let rows: Vec<Vec<Markup>> = messages.iter().map(|message| row(desk, message)).collect();
    html! { (Table { caption: &words.t("outbox-caption"), columns: &columns, rows: &rows }) }
}

fn row(desk: &Desk, message: &Waiting) -> Vec<Markup> {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    let tone = match message.state.as_str() {
        "failed" => Tone::Caution,
        "sent" => Tone::Cleared,
        _ => Tone::Information,
    };
    vec![
        html! { (when::moment(desk.lang, zone, message.queued_at)) },
        html! { (message.recipient) },
        html! { (message.subject) },
        html! {
            (Badge { tone, label: &words.t(&format!("outbox-state-{}", message.state)) })
            @if let Some(error) = &message.last_error { p.hint lang="en" { (error) } }
        },
        html! {
            @if message.state == "failed" {
                form method="post" action=(format!("/console/outbox/{}/retry", message.id)) {
                    (Button { label: &words.t("outbox-retry"), weight: Weight::Quiet, sends: None })
                }
            }
        },
    ]
}
