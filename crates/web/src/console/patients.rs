use super::Desk;
use crate::failure::Failure;
use crate::frame::{ConsolePage, console};
use crate::look::action::{LinkAction, Weight};
use crate::look::badge::{Badge, Tone};
use crate::look::empty::Empty;
use crate::look::field::{Field, LineField, LineKind, Need, Width};
use crate::look::table::{Align, Column, Table};
use crate::web::Web;
use crate::when;
use app::audit::{self, Object};
use app::identity::{Found, find};
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use journey::identity::Standing;
use maud::{Markup, html};
use serde::Deserialize;

pub(crate) fn routes() -> Router<Web> {
    Router::new().route("/console/patients", get(show))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    q: String,
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let wanted = asked.q.clone();
    let found = desk
        .write(move |work| {
            let found = find(work, &wanted)?;
            let clinic = work.clinic().uuid();
            audit::note(work, "identity.find", Object { entity: "clinic", id: clinic, patient: None })?;
            Ok(found)
        })
        .await?;
    Ok(page(&desk, &asked.q, &found))
}

fn page(desk: &Desk, wanted: &str, found: &[Found]) -> Markup {
    let words = desk.words();
    let title = words.t("console-nav-patients");
    let field = Field {
        name: "q",
        label: &words.t("patients-search"),
        hint: Some(&words.t("patients-search-hint")),
        error: None,
        need: Need::Unmarked,
    };
    let content = html! {
        h1 { (title) }
        form.inline-form method="get" action="/console/patients" role="search" {
            (LineField { field, kind: LineKind::Search, value: wanted, autocomplete: None, width: Width::Medium })
            button.action.action-primary type="submit" { (words.t("patients-search-go")) }
        }
        @if found.is_empty() {
            (Empty {
                title: &words.t("patients-none-title"),
                text: &words.t("patients-none"),
                action: Some(html! { (LinkAction { label: &words.t("console-nav-new"), href: "/console/book", weight: Weight::Primary }) }),
            })
        } @else { (table(desk, found)) }
    };
    console(desk, &ConsolePage { name: "patients", title: &title }, content)
}

fn table(desk: &Desk, found: &[Found]) -> Markup {
    let words = desk.words();
    let labels = ["patients-name", "patients-kana", "patients-birth", "patients-phone", "patients-standing"]
        .map(|key| words.t(key));
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let rows: Vec<Vec<Markup>> = found
        .iter()
        .map(|one| {
            let patient = &one.patient;
            let born = patient.birth_date.map(|day| when::date(desk.lang, day)).unwrap_or_default();
            vec![
                html! { a href=(format!("/console/patients/{}", patient.id)) { (patient.full_name()) } },
                html! { (patient.reading()) },
                html! { (born) },
                html! { a href={ "tel:" (crate::frame::dial(&one.phone)) } { (one.phone) } },
                html! { (standing(desk, patient.standing)) },
            ]
        })
        .collect();
    html! { (Table { caption: &words.t("patients-found"), columns: &columns, rows: &rows }) }
}

fn standing(desk: &Desk, standing: Standing) -> Markup {
    let words = desk.words();
    let tone = if standing == Standing::Provisional { Tone::Caution } else { Tone::Plain };
    html! { (Badge { tone, label: &words.t(&format!("standing-{}", standing.code())) }) }
}
