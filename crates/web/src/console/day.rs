use super::{Desk, pages};
use crate::failure::Failure;
use crate::frame::{ConsolePage, console};
use crate::look::empty::Empty;
use crate::look::table::{Align, Column as TableColumn, Table};
use crate::web::Web;
use crate::when;
use app::actor::FrontDesk;
use app::booking::{DaySheet, day_sheet};
use app::identity::Patient;
use app::offering::{Service, all_services};
use app::roster::ResourceKind;
use axum::Router;
use axum::extract::Query;
use axum::routing::get;
use jiff::ToSpan;
use jiff::civil::Date;
use maud::{Markup, html};
use serde::Deserialize;

mod explain;
pub(crate) use explain::starts_at;
mod grid;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console", get(show))
        .route("/console/day/explain", get(explain::show))
        .route("/console/welcome", get(welcome))
}

#[derive(Deserialize)]
struct Asked {
    day: Option<String>,
    by: Option<String>,
}

/// Everything that a day page shows.
struct Shown {
    sheet: DaySheet,
    services: Vec<Service>,
}

/// Where somebody lands after signing in: those who meet no patients are told what the console has for them.
async fn welcome(desk: Desk) -> Markup {
    let words = desk.words();
    let title = words.with("welcome-title", &[("name", &desk.name)]);
    let key = if desk.may(FrontDesk::ROLES) { "welcome-day" } else { "welcome-other" };
    let content = html! {
        h1 { (title) }
        p.lead { (words.t(key)) }
        (pages::notice(&desk))
        @if desk.may(FrontDesk::ROLES) { p { a href="/console" { (words.t("console-nav-day")) } } }
    };
    console(&desk, &ConsolePage { name: "welcome", title: &title }, content)
}

async fn show(desk: Desk, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let today = desk.web.app.world().date_of(desk.web.app.now());
    let day: Date = asked.day.and_then(|text| text.parse().ok()).unwrap_or(today);
    let kind = if asked.by.as_deref() == Some("room") { ResourceKind::Room } else { ResourceKind::Practitioner };
    let shown =
        desk.write(move |work| Ok(Shown { sheet: day_sheet(work, day)?, services: all_services(work)? })).await?;
    Ok(page(&desk, &shown, kind, today))
}

fn page(desk: &Desk, shown: &Shown, kind: ResourceKind, today: Date) -> Markup {
    let (words, day) = (desk.words(), shown.sheet.day);
    let title = when::date(desk.lang, day);
    let content = html! {
        h1 { (title) }
        (pages::notice(desk))
        (turn(desk, day, today, kind))
        @if shown.sheet.house.is_empty() {
            p.hint { (words.t("day-closed")) }
        }
        (grid::grid(desk, shown, kind))
        h2 { (words.t("day-list")) }
        @if shown.sheet.visits.is_empty() {
            (Empty { title: &words.t("day-empty-title"), text: &words.t("day-empty"), action: None })
        } @else {
            (list(desk, shown))
        }
    };
    console(desk, &ConsolePage { name: "day", title: &title }, content)
}

/// Yesterday, today, tomorrow; practitioners or rooms; any other day.
fn turn(desk: &Desk, day: Date, today: Date, kind: ResourceKind) -> Markup {
    let words = desk.words();
    let by = if kind == ResourceKind::Room { "room" } else { "practitioner" };
    let other = if kind == ResourceKind::Room { "practitioner" } else { "room" };
    let (before, after) = (day.saturating_sub(1.day()), day.saturating_add(1.day()));
    let address = |day: Date, by: &str| format!("/console?day={day}&by={by}");
    html! {
        nav.day-turn aria-label=(words.t("day-turn")) {
            a rel="prev" href=(address(before, by)) { (when::short_date(desk.lang, before)) }
            a href=(address(today, by)) { (words.t("day-today")) }
            a rel="next" href=(address(after, by)) { (when::short_date(desk.lang, after)) }
            a href=(address(day, other)) { (words.t(if other == "room" { "day-by-room" } else { "day-by-practitioner" })) }
            form.inline-form method="get" action="/console" {
                input type="hidden" name="by" value=(by);
                label for="day" { (words.t("day-other")) }
                input #day type="date" name="day" value=(day);
                button.action.action-quiet type="submit" { (words.t("day-go")) }
            }
        }
    }
}

/// The same day as a list, for phones and for readers.
fn list(desk: &Desk, shown: &Shown) -> Markup {
    let words = desk.words();
    let zone = &desk.web.app.world().zone;
    let labels = ["day-time", "day-patient", "day-what", "day-state"].map(|key| words.t(key));
    let columns: Vec<TableColumn<'_>> = labels.iter().map(|label| TableColumn { label, align: Align::Start }).collect();
    let rows: Vec<Vec<Markup>> = shown
        .sheet
        .visits
        .iter()
        .map(|(visit, patient)| {
            let late = visit.late_minutes.map(|minutes| words.count("visit-late-by", minutes));
            vec![
                html! { (when::time(zone, visit.starts)) "–" (when::time(zone, visit.ends)) },
                html! { a href=(format!("/console/visits/{}", visit.id)) { (named(patient)) } },
                html! { (what(desk, shown, visit)) },
                html! { (words.t(&format!("visit-state-{}", visit.state.code()))) @if let Some(late) = late { " " (late) } },
            ]
        })
        .collect();
    html! { (Table { caption: &words.t("day-list"), columns: &columns, rows: &rows }) }
}

/// A patient as the day shows one: the name, and the reading where it differs.
fn named(patient: &Patient) -> String {
    let (name, reading) = (patient.full_name(), patient.reading());
    if reading.is_empty() || reading == name { name } else { format!("{name}（{reading}）") }
}

/// What a visit is for, in the words of the price list.
fn what(desk: &Desk, shown: &Shown, visit: &app::booking::Visit) -> String {
    let name = |id| shown.services.iter().find(|service| service.id == id).map(|service| service.name.get(desk.lang));
    visit.items.iter().filter_map(|item| name(item.service)).collect::<Vec<_>>().join(&desk.words().t("list-comma"))
}
