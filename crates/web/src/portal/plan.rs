use super::private::Private;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use crate::planning::{Page, look, sent, think};
use app::course::plan::{self, Pin};
use app::{FieldError, Refusal, course};
use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Asked {
    told: Option<String>,
    moving: Option<String>,
}

/// What was sent and not taken.
#[derive(Default)]
struct Again<'a> {
    errors: &'a [FieldError],
    typed: (&'a str, &'a str),
    refusal: Option<&'a Refusal>,
}

/// The plan of every open course: ways to compare, what is ahead, wishes.
pub(super) async fn show(private: Private, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let words = private.words();
    let told = html! {
        @if asked.told.as_deref() == Some("accepted") {
            (Notice { tone: Tone::Cleared, title: &words.t("plan-accepted-title"), body: html! { p { (words.t("plan-accepted")) } } })
        }
    };
    page(&private, told, asked.moving, &Again::default()).await
}

async fn page(private: &Private, told: Markup, moving: Option<String>, again: &Again<'_>) -> Result<Markup, Failure> {
    let pin = pin(private, moving.as_deref());
    let looked = private.read(move |work, visit| look(work, visit.patient.ok_or(Refusal::NotFound)?, pin)).await?;
    let shown = think(&private.guest.web, looked).await;
    let words = private.words();
    let title = words.t("plan-title");
    let page = Page {
        words,
        world: private.world(),
        base: private.to("plan"),
        errors: again.errors,
        typed: again.typed,
        refusal: again.refusal,
        moving: moving.filter(|_| pin.is_some()),
    };
    let lead = if pin.is_some() { "plan-lead-moving" } else { "plan-lead" };
    let content = html! {
        h1 { (title) }
        p.lead { (words.t(lead)) }
        (told)
        (page.content(&shown))
    };
    Ok(private.page(&title, content))
}

/// The visit of this page at a time to which it would move, with the rest of the plan around it.
fn pin(private: &Private, moving: Option<&str>) -> Option<Pin> {
    let starts = Timestamp::from_microsecond(moving?.parse().ok()?).ok()?;
    (starts > private.now()).then_some(Pin { visit: private.own.visit.id, starts })
}

/// Keeps what the person wishes and plans again.
pub(super) async fn wish(private: Private, filled: Filled) -> Result<Redirect, Failure> {
    let (asked, lang) = (sent(&filled), private.guest.lang);
    private.write(move |work, _, who| plan::write_planning(work, who, &asked.wishes, asked.turn, lang)).await?;
    Ok(Redirect::to(&private.to("plan")))
}

/// Notes something ahead and plans again.
pub(super) async fn note(private: Private, filled: Filled) -> Result<Response, Failure> {
    let (name, day) = (filled.get("event-name").to_owned(), filled.date("event-day"));
    let typed = (filled.get("event-name"), filled.get("event-day"));
    let missing = [FieldError { field: "event-day", code: "field-date" }];
    let Some(day) = day else {
        let again = Again { errors: &missing, typed, refusal: None };
        return Ok(wrong(page(&private, html! {}, None, &again).await?));
    };
    match private.write(move |work, _, who| course::note_ahead(work, who, day, &name)).await {
        Ok(()) => Ok(Redirect::to(&private.to("plan")).into_response()),
        Err(failure) => match failure.refusal() {
            Some(Refusal::Fields(errors)) => {
                Ok(wrong(page(&private, html! {}, None, &Again { errors, typed, refusal: None }).await?))
            }
            _ => Err(failure),
        },
    }
}

fn wrong(page: Markup) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}

/// Takes back something ahead and plans again.
pub(super) async fn forget(private: Private, filled: Filled) -> Result<Redirect, Failure> {
    let id: uuid::Uuid = filled.get("event").parse().map_err(|_| private.guest.fail(Refusal::NotFound.into()))?;
    private.write(move |work, _, who| course::drop_ahead(work, who, id)).await?;
    Ok(Redirect::to(&private.to("plan")))
}

/// Accepts a plan. What cannot be had any more is said above newly planned ways.
pub(super) async fn accept(private: Private, filled: Filled) -> Result<Response, Failure> {
    let lang = private.guest.lang;
    let chosen = sent(&filled).chosen.ok_or_else(|| private.guest.fail(Refusal::NotOffered.into()))?;
    match private.write(move |work, _, who| plan::accept(work, who, &chosen, lang)).await {
        Ok(_) => Ok(Redirect::to(&private.to("plan?told=accepted")).into_response()),
        Err(failure) => match failure.refusal() {
            Some(
                refusal @ (Refusal::TimeTaken { .. }
                | Refusal::TooSoon(_)
                | Refusal::NotOffered
                | Refusal::ClaimsOverlap),
            ) => {
                let again = Again { refusal: Some(refusal), ..Again::default() };
                let moving = filled.some("moving").map(str::to_owned);
                Ok((StatusCode::CONFLICT, page(&private, html! {}, moving, &again).await?).into_response())
            }
            _ => Err(failure),
        },
    }
}
