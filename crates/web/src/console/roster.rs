//! The roster: hours, days that differ, and times when somebody or something is away.

mod effect;
mod forms;
mod read;
mod repair;
mod subject;

use super::Desk;
use crate::failure::Failure;
use crate::frame::{ConsolePage, console};
use crate::look::table::{Align, Column, Table};
use crate::web::Web;
use crate::when;
use crate::wording::Wording;
use app::roster::{House, house, house_of};
use app::{Refusal, Work};
use axum::Router;
use axum::routing::{get, post};
use jiff::civil::{Date, Weekday};
use journey::id::ResourceId;
use journey::roster::hours::{Opening, Weekly};
use journey::text::Bilingual;
use maud::{Markup, html};
use std::sync::Arc;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console/roster", get(show))
        .route("/console/roster/{subject}", get(subject::show).post(subject::send))
        .route("/console/roster/{subject}/repair", post(repair::send))
}

/// The house or one of its resources, as a page of the roster speaks of it.
struct Subject {
    id: ResourceId,
    name: String,
    /// Whether it has a week of its own: the house and people do; rooms and devices follow the house.
    week: Week,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Week {
    Own,
    OfTheHouse,
}

async fn loaded(desk: &Desk) -> Result<Arc<House>, Failure> {
    desk.read(|work: &mut Work<'_, '_>| {
        work.actor.manager()?;
        house(work)
    })
    .await
}

fn subjects(desk: &Desk, house: &House) -> Vec<Subject> {
    let own = |id, name: &Bilingual, week| Subject { id, name: name.get(desk.lang).to_owned(), week };
    let itself = house_of(desk.web.app.world().clinic);
    let first = Subject { id: itself, name: desk.words().t("roster-house"), week: Week::Own };
    let rest = house
        .resources
        .iter()
        .map(|one| own(one.id, &one.name, if one.staff.is_some() { Week::Own } else { Week::OfTheHouse }));
    std::iter::once(first).chain(rest).collect()
}

fn one(desk: &Desk, house: &House, text: &str) -> Result<Subject, Failure> {
    let id: Option<ResourceId> = text.parse().ok();
    let found = subjects(desk, house).into_iter().find(|subject| Some(subject.id) == id);
    found.ok_or_else(|| desk.fail(Refusal::NotFound.into()))
}

async fn show(desk: Desk) -> Result<Markup, Failure> {
    let house = loaded(&desk).await?;
    let words = desk.words();
    let title = words.t("roster-title");
    let today = desk.web.app.world().date_of(desk.web.app.now());
    let rows: Vec<Vec<Markup>> = subjects(&desk, &house).iter().map(|one| row(&desk, &house, one, today)).collect();
    let labels = [words.t("roster-who"), words.t("roster-week"), words.t("roster-ahead")];
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("roster-intro")) }
        (Table { caption: &words.t("roster-caption"), columns: &columns, rows: &rows })
    };
    Ok(console(&desk, &ConsolePage { name: "roster", title: &title }, content))
}

fn row(desk: &Desk, house: &House, subject: &Subject, today: Date) -> Vec<Markup> {
    let words = desk.words();
    let ahead = house.hours.exceptions(subject.id).iter().filter(|(day, _)| *day >= today).count()
        + house.hours.closures(subject.id).iter().filter(|closed| closed.ends > desk.web.app.now()).count();
    let week = match subject.week {
        Week::Own => html! { (summary(words, house.hours.week(subject.id), today)) },
        Week::OfTheHouse => html! { span.hint { (words.t("roster-as-house")) } },
    };
    let link = format!("/console/roster/{}", subject.id);
    let count = words.count("roster-ahead-count", i64::try_from(ahead).unwrap_or(i64::MAX));
    vec![html! { a href=(link) { (subject.name) } }, week, html! { (count) }]
}

/// The week as it stands on a day: days with the same hours together.
fn summary(words: Wording, week: &[Weekly], today: Date) -> Markup {
    let lang = words.lang();
    let mut groups: Vec<(Vec<&str>, String)> = Vec::new();
    for weekday in DAYS {
        let hours = written(&hours_on(week, weekday, today));
        if hours.is_empty() {
            continue;
        }
        match groups.iter_mut().find(|(_, known)| *known == hours) {
            Some((days, _)) => days.push(when::weekday(lang, weekday)),
            None => groups.push((vec![when::weekday(lang, weekday)], hours)),
        }
    }
    html! {
        @if groups.is_empty() { span.hint { (words.t("roster-no-week")) } }
        ul.plain { @for (days, hours) in &groups { li { strong { (days.join(&words.t("list-comma"))) } " " (hours) } } }
    }
}

const DAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

/// The hours of a day of the week under the rows that hold on a date.
fn hours_on(week: &[Weekly], weekday: Weekday, on: Date) -> Vec<Opening> {
    let mut hours: Vec<Opening> =
        week.iter().filter(|row| row.weekday == weekday && row.valid.holds_on(on)).map(|row| row.opening).collect();
    hours.sort_unstable();
    hours
}

/// Hours as they are typed: `10:00-13:00, 14:00-19:00`.
fn written(hours: &[Opening]) -> String {
    let clock = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let one = |opening: &Opening| format!("{}-{}", clock(opening.opens().get()), clock(opening.closes().get()));
    hours.iter().map(one).collect::<Vec<_>>().join(", ")
}
