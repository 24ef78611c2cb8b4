use super::{STAFF, back, load, visit_id};
use crate::booking::{calendar, month_of, parts_of_day};
use crate::console::Desk;
use crate::console::day::starts_at;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{ConsolePage, console};
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use crate::when;
use app::Refusal;
use app::booking::{self, DayOffer, TimeOffer, Wanted};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use journey::id::VisitId;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize, Default)]
pub(super) struct Asked {
    month: Option<String>,
    day: Option<String>,
}

/// The page for moving a visit: the month, and the times of a day.
pub(super) async fn show(desk: Desk, Path(text): Path<String>, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let id = visit_id(&desk, &text)?;
    page(&desk, id, &asked, None).await
}

async fn page(desk: &Desk, id: VisitId, asked: &Asked, refused: Option<&Refusal>) -> Result<Markup, Failure> {
    let whole = desk.write(move |work| load(work, id)).await?;
    let world = desk.web.app.world();
    let today = world.date_of(desk.web.app.now());
    let day: Option<Date> = asked.day.as_deref().and_then(|text| text.parse().ok());
    let from = asked.month.as_deref().and_then(month_of).or(day).unwrap_or(today).first_of_month();
    let wanted = Wanted { service: String::new(), practitioner: None, moving: Some(id) };
    let (days, times) = desk
        .read(move |work| {
            let days = booking::month(work, &wanted, from)?;
            let times = day.map(|day| booking::day(work, &wanted, day)).transpose()?;
            Ok((days, times.unwrap_or_default()))
        })
        .await?;
    let title = desk.words().with("visit-move-title", &[("patient", &whole.patient.full_name())]);
    let content = html! {
        h1 { (title) }
        p.lead { (desk.words().with("visit-move-now", &[("when", &when::moment(desk.lang, &world.zone, whole.visit.starts))])) }
        @if let Some(refusal) = refused { (told(desk, refusal)) }
        (choose(desk, id, from, today, day, &days, &times))
        p { a href=(format!("/console/visits/{id}")) { (desk.words().t("visit-back")) } }
    };
    Ok(console(desk, &ConsolePage { name: "visit", title: &title }, content))
}

fn choose(
    desk: &Desk,
    id: VisitId,
    from: Date,
    today: Date,
    day: Option<Date>,
    days: &[DayOffer],
    times: &[TimeOffer],
) -> Markup {
    let base = format!("/console/visits/{id}/move");
    let turn = |month: Date| format!("{base}?month={}-{:02}", month.year(), month.month());
    let open = |day: Date| format!("{base}?day={day}");
    let starts: Vec<Timestamp> = times.iter().map(|time| time.starts).collect();
    html! {
        (calendar(desk.words(), from, today, days, &turn, &open))
        @if let Some(day) = day {
            h2 { (when::date(desk.lang, day)) }
            form method="post" action=(base) {
                (parts_of_day(desk.words(), &desk.web.app.world().zone, &starts))
            }
        }
    }
}

fn told(desk: &Desk, refusal: &Refusal) -> Markup {
    let zone = &desk.web.app.world().zone;
    let body = html! {
        @if let Refusal::TimeTaken { next } = refusal {
            ul { @for at in next { li { (when::moment(desk.lang, zone, *at)) } } }
        }
        @if let Refusal::TooSoon(found) = refusal {
            ul { @for finding in found { li { (finding.says.get(desk.lang)) } } }
        }
    };
    let title = crate::failure::refusal_in_words(desk.words(), &desk.web, refusal);
    html! { (Notice { tone: Tone::Caution, title: &title, body }) }
}

/// Moves a visit: to the time of a pressed button, or to where it was dragged on the day grid.
pub(super) async fn send(desk: Desk, Path(text): Path<String>, filled: Filled) -> Result<Response, Failure> {
    let id = visit_id(&desk, &text)?;
    let chosen = filled.get("starts").parse().ok().and_then(|micros| Timestamp::from_microsecond(micros).ok());
    let dragged = filled.date("day").zip(filled.get("at").parse::<i64>().ok());
    let world = desk.web.app.world();
    let starts = chosen.or_else(|| dragged.map(|(day, step)| starts_at(world.midnight(day), step)));
    let Some(starts) = starts else { return Err(desk.fail(Refusal::NotOffered.into())) };
    let practitioner = filled.get("practitioner").parse().ok();
    match desk.write(move |work| booking::reschedule(work, id, starts, practitioner, STAFF)).await {
        Ok(_) if dragged.is_some() => {
            let day = world.date_of(starts);
            Ok(axum::response::Redirect::to(&format!("/console?day={day}")).into_response())
        }
        Ok(_) => Ok(back(id).into_response()),
        Err(failure) => match failure.refusal() {
            Some(refusal @ (Refusal::TimeTaken { .. } | Refusal::TooSoon(_))) => {
                let asked = Asked { month: None, day: Some(world.date_of(starts).to_string()) };
                let page = page(&desk, id, &asked, Some(refusal)).await?;
                Ok((StatusCode::CONFLICT, page).into_response())
            }
            _ => Err(failure),
        },
    }
}
