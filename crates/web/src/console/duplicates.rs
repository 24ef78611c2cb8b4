use super::Desk;
use crate::failure::Failure;
use crate::frame::{ConsolePage, console};
use crate::look::action::{Button, Weight};
use crate::look::badge::Tone;
use crate::look::empty::Empty;
use crate::look::notice::Notice;
use crate::web::Web;
use crate::when;
use app::Refusal;
use app::audit::{self, Object};
use app::identity::{Pair, Patient, dismiss, merge, pairs, unmerge};
use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Redirect;
use axum::routing::{get, post};
use journey::id::{MatchId, MergeId};
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console/duplicates", get(show))
        .route("/console/duplicates/{pair}/merge", post(join))
        .route("/console/duplicates/{pair}/dismiss", post(part))
        .route("/console/merges/{merge}/undo", post(undo))
}

#[derive(Deserialize)]
struct Asked {
    merged: Option<String>,
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let waiting = desk
        .write(|work| {
            let waiting = pairs(work)?;
            for pair in &waiting {
                let object = Object { entity: "identity_match", id: pair.id.uuid(), patient: Some(pair.older.id) };
                audit::note(work, "identity.read-pair", object)?;
            }
            Ok(waiting)
        })
        .await?;
    let merged = asked.merged.and_then(|text| text.parse().ok());
    Ok(page(&desk, &waiting, merged))
}

async fn join(desk: Desk, Path(text): Path<String>) -> Result<Redirect, Failure> {
    let id: MatchId = parse(&desk, &text)?;
    let merged = desk.write(move |work| merge(work, id)).await?;
    Ok(Redirect::to(&format!("/console/duplicates?merged={}", merged.id)))
}

async fn part(desk: Desk, Path(text): Path<String>) -> Result<Redirect, Failure> {
    let id: MatchId = parse(&desk, &text)?;
    desk.write(move |work| dismiss(work, id)).await?;
    Ok(Redirect::to("/console/duplicates"))
}

async fn undo(desk: Desk, Path(text): Path<String>) -> Result<Redirect, Failure> {
    let id: MergeId = parse(&desk, &text)?;
    desk.write(move |work| unmerge(work, id)).await?;
    Ok(Redirect::to("/console/duplicates"))
}

fn parse<T: std::str::FromStr>(desk: &Desk, text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| desk.fail(Refusal::NotFound.into()))
}

fn page(desk: &Desk, waiting: &[Pair], merged: Option<MergeId>) -> Markup {
    let words = desk.words();
    let title = words.t("console-nav-duplicates");
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("duplicates-lead")) }
        @if let Some(id) = merged { (undo_notice(desk, id)) }
        @if waiting.is_empty() {
            (Empty { title: &words.t("duplicates-none-title"), text: &words.t("duplicates-none"), action: None })
        }
        @for pair in waiting { (side_by_side(desk, pair)) }
    };
    console(desk, &ConsolePage { name: "duplicates", title: &title }, content)
}

fn undo_notice(desk: &Desk, id: MergeId) -> Markup {
    let words = desk.words();
    let body = html! {
        p { (words.t("duplicates-merged")) }
        form method="post" action=(format!("/console/merges/{id}/undo")) {
            (Button { label: &words.t("duplicates-undo"), weight: Weight::Quiet, sends: None })
        }
    };
    html! { (Notice { tone: Tone::Information, title: &words.t("duplicates-merged-title"), body }) }
}

fn side_by_side(desk: &Desk, pair: &Pair) -> Markup {
    let words = desk.words();
    let shared: Vec<String> = pair.likeness.0.iter().map(|likeness| words.t(likeness.code())).collect();
    html! {
        section.pair {
            h2 { (pair.older.full_name()) "　/　" (pair.newer.full_name()) }
            p.hint { (words.with("duplicates-shared", &[("what", &shared.join(&words.t("list-comma")))])) }
            div.pair-records {
                (record(desk, &words.t("duplicates-older"), &pair.older))
                (record(desk, &words.t("duplicates-newer"), &pair.newer))
            }
            div.actions {
                form method="post" action=(format!("/console/duplicates/{}/merge", pair.id)) {
                    (Button { label: &words.t("duplicates-merge"), weight: Weight::Primary, sends: None })
                }
                form method="post" action=(format!("/console/duplicates/{}/dismiss", pair.id)) {
                    (Button { label: &words.t("duplicates-dismiss"), weight: Weight::Quiet, sends: None })
                }
            }
        }
    }
}

fn record(desk: &Desk, heading: &str, patient: &Patient) -> Markup {
    let words = desk.words();
    let born = patient.birth_date.map_or_else(|| words.t("patients-birth-unknown"), |day| when::date(desk.lang, day));
    html! {
        div {
            h3 { (heading) }
            ul.plain {
                li { a href=(format!("/console/patients/{}", patient.id)) { (patient.full_name()) } }
                li { (patient.reading()) }
                li { (born) }
            }
        }
    }
}
