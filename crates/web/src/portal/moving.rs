use super::change::{Change, change};
use super::private::Private;
use crate::booking::{calendar, month_of, parts_of_day};
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::dial;
use crate::look::badge::Tone;
use crate::look::contact::Telephone;
use crate::look::notice::Notice;
use crate::when;
use app::Refusal;
use app::booking::{self, By, DayOffer, Wanted};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::civil::Date;
use journey::booking::ChangeRefused;
use journey::id::VisitId;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Asked {
    month: Option<String>,
}

const fn wanted(visit: VisitId) -> Wanted {
    Wanted { service: String::new(), practitioner: None, moving: Some(visit) }
}

/// A page instead, where the visit cannot be moved online.
fn instead(private: &Private) -> Option<Response> {
    match change(private) {
        Change::Open { .. } => None,
        Change::Over => Some(Redirect::to(&private.to("")).into_response()),
        Change::TooLate { until } => Some(too_late(private, until).into_response()),
    }
}

/// The free days of a month for the same visit.
pub(super) async fn month(private: Private, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    if let Some(page) = instead(&private) {
        return Ok(page);
    }
    let today = private.today();
    let start = private.world().date_of(private.own.visit.starts).max(today);
    let shown = asked.month.as_deref().and_then(month_of).unwrap_or(start).first_of_month();
    let days = private.read(move |work, visit| booking::month(work, &wanted(visit.id), shown)).await?;
    Ok(month_page(&private, shown, today, &days).into_response())
}

fn month_page(private: &Private, shown: Date, today: Date, days: &[DayOffer]) -> Markup {
    let words = private.words();
    let title = words.t("my-move-title");
    let now = when::moment(private.guest.lang, private.zone(), private.own.visit.starts);
    let base = private.to("move");
    let turn = |month: Date| format!("{base}?month={}-{:02}", month.year(), month.month());
    let day = |day: Date| format!("{base}/{day}");
    let content = html! {
        h1 { (title) }
        p.lead { (words.with("my-move-lead", &[("when", &now)])) }
        (calendar(words, shown, today, days, &turn, &day))
        @if days.iter().all(|day| day.times == 0) { p { (words.t("book-month-none")) } }
        p { a href=(private.to("")) { (words.t("my-back")) } }
    };
    private.page(&title, content)
}

/// The free times of a day for the same visit.
pub(super) async fn day(
    private: Private,
    Path((_, _, on)): Path<(String, String, String)>,
) -> Result<Response, Failure> {
    if let Some(page) = instead(&private) {
        return Ok(page);
    }
    let on: Date = on.parse().map_err(|_| private.guest.fail(Refusal::NotFound.into()))?;
    let times = private.read(move |work, visit| booking::day(work, &wanted(visit.id), on)).await?;
    let starts: Vec<Timestamp> = times.iter().map(|time| time.starts).collect();
    let words = private.words();
    let title = when::date(private.guest.lang, on);
    let month = private.to(&format!("move?month={}-{:02}", on.year(), on.month()));
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("my-move-day-lead")) }
        (choose(&private, &words.t("book-day-times-heading"), &starts))
        p { a href=(month) { (words.t("book-other-day")) } }
    };
    Ok(private.page(&title, content).into_response())
}

/// Times to press under a heading; pressing one moves the visit there.
fn choose(private: &Private, heading: &str, starts: &[Timestamp]) -> Markup {
    html! {
        form method="post" action=(private.to("move")) {
            h2 { (heading) }
            (parts_of_day(private.words(), private.zone(), starts))
        }
    }
}

/// Moves the visit. A lost race shows the next free times in place.
pub(super) async fn save(private: Private, filled: Filled) -> Result<Response, Failure> {
    let starts = instant(&filled).ok_or_else(|| private.guest.fail(Refusal::NotOffered.into()))?;
    match private.write(move |work, visit, _| booking::reschedule(work, visit.id, starts, None, By::Patient)).await {
        Ok(_) => Ok(Redirect::to(&format!("{}?told=moved", private.to(""))).into_response()),
        Err(failure) => match failure.refusal() {
            Some(Refusal::TimeTaken { next }) => Ok((StatusCode::CONFLICT, taken(&private, next)).into_response()),
            Some(Refusal::TooSoon(_)) if private.own.has_plan => {
                Ok(Redirect::to(&private.to(&format!("plan?moving={}", starts.as_microsecond()))).into_response())
            }
            Some(Refusal::Change(ChangeRefused::TooLate { until })) => {
                Ok((StatusCode::CONFLICT, too_late(&private, *until)).into_response())
            }
            _ => Err(failure),
        },
    }
}

fn instant(filled: &Filled) -> Option<Timestamp> {
    Timestamp::from_microsecond(filled.get("starts").parse().ok()?).ok()
}

fn taken(private: &Private, next: &[Timestamp]) -> Markup {
    let words = private.words();
    let title = words.t("book-taken-title");
    let mut days: Vec<(Date, Vec<Timestamp>)> = Vec::new();
    for at in next {
        let on = private.world().date_of(*at);
        match days.last_mut() {
            Some((last, times)) if *last == on => times.push(*at),
            _ => days.push((on, vec![*at])),
        }
    }
    let content = html! {
        h1 { (title) }
        (Notice {
            tone: Tone::Information,
            title: &words.t("my-move-unchanged"),
            body: html! { p { (words.t("refusal-time-taken")) } },
        })
        @for (on, times) in &days { (choose(private, &when::date(private.guest.lang, *on), times)) }
        p { a href=(private.to("move")) { (words.t("book-other-day")) } }
    };
    private.page(&title, content)
}

/// Says until when the visit could be changed online, and whom to call now.
pub(super) fn too_late(private: &Private, until: Timestamp) -> Markup {
    let words = private.words();
    let title = words.t("my-late-title");
    let until = when::moment(private.guest.lang, private.zone(), until);
    let phone = private.phone();
    let content = html! {
        h1 { (title) }
        p.lead { (words.with("refusal-change-too-late", &[("until", &until)])) }
        p { (words.t("my-closed-call")) " " (Telephone { dial: &dial(phone), shown: phone }) }
        p { a href=(private.to("")) { (words.t("my-back")) } }
    };
    private.page(&title, content)
}
