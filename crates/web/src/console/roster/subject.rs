use super::{Subject, Week, effect, forms, loaded, one, read, summary, written};
use crate::console::Desk;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{ConsolePage, console};
use crate::look::action::{Button, Weight};
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use crate::when;
use app::roster::repair::to_call;
use app::roster::{Affected, Change, Closed, House, apply, effects};
use app::{FieldError, Refusal};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use journey::roster::hours::Exception;
use maud::{Markup, html};
use serde::Deserialize;

/// Hours, days that differ and absences of the house, of a person or of a thing.
pub(super) async fn show(desk: Desk, Path(text): Path<String>, Query(after): Query<After>) -> Result<Markup, Failure> {
    let house = loaded(&desk).await?;
    let subject = one(&desk, &house, &text)?;
    let left = left(&desk, &subject).await?;
    let told = Told { left: &left, moved: after.moved, ..Told::default() };
    Ok(page(&desk, &house, &subject, &Filled::default(), &told))
}

/// What the page is asked to say first.
#[derive(Deserialize)]
pub(super) struct After {
    /// How many visits were moved just now.
    moved: Option<u32>,
}

/// What a page says beside the roster itself.
#[derive(Default)]
struct Told<'a> {
    errors: &'a [FieldError],
    refusal: Option<&'a Refusal>,
    left: &'a [Affected],
    moved: Option<u32>,
}

async fn left(desk: &Desk, subject: &Subject) -> Result<Vec<Affected>, Failure> {
    let id = subject.id;
    desk.read(move |work| to_call(work, id)).await
}

/// First shows what a change would do to agreed visits; kept only when it was seen.
pub(super) async fn send(desk: Desk, Path(text): Path<String>, filled: Filled) -> Result<Response, Failure> {
    let house = loaded(&desk).await?;
    let subject = one(&desk, &house, &text)?;
    let change = match read::change(&desk, subject.id, &filled) {
        Ok(change) => change,
        Err(errors) => return again(&desk, &house, &subject, &filled, &errors, None).await,
    };
    let outcome = if filled.get("seen") == "yes" {
        let kept = change.clone();
        desk.write(move |work| apply(work, &kept)).await.map(|()| None)
    } else {
        preview(&desk, change).await.map(Some)
    };
    match outcome {
        Ok(None) => Ok(Redirect::to(&format!("/console/roster/{text}")).into_response()),
        Ok(Some(affected)) => Ok(effect::page(&desk, &subject, &filled, &affected).into_response()),
        Err(failure) => match failure.refusal() {
            Some(Refusal::Fields(errors)) => again(&desk, &house, &subject, &filled, errors, None).await,
            Some(refusal @ Refusal::Roster(_)) => again(&desk, &house, &subject, &filled, &[], Some(refusal)).await,
            _ => Err(failure),
        },
    }
}

/// What the change would do. It is tried and taken back, so that whatever would be refused is refused here.
async fn preview(desk: &Desk, change: Change) -> Result<Vec<Affected>, Failure> {
    desk.read(move |work| {
        app::roster::check(work, &change)?;
        effects(work, &change)
    })
    .await
}

/// The page once more, with what is wrong.
pub(super) async fn again(
    desk: &Desk,
    house: &House,
    subject: &Subject,
    filled: &Filled,
    errors: &[FieldError],
    refusal: Option<&Refusal>,
) -> Result<Response, Failure> {
    let left = left(desk, subject).await?;
    let told = Told { errors, refusal, left: &left, moved: None };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page(desk, house, subject, filled, &told)).into_response())
}

fn page(desk: &Desk, house: &House, subject: &Subject, filled: &Filled, told: &Told<'_>) -> Markup {
    let (errors, count) = (told.errors, |number: usize| i64::try_from(number).unwrap_or(i64::MAX));
    let words = desk.words();
    let title = words.with("roster-of", &[("name", &subject.name)]);
    let today = desk.web.app.world().date_of(desk.web.app.now());
    let content = html! {
        h1 { (title) }
        @if let Some(moved) = told.moved {
            (Notice { tone: Tone::Cleared, title: &words.count("repair-done", i64::from(moved)), body: html! {} })
        }
        @if let Some(refusal) = told.refusal { (effect::contradictions(desk, refusal)) }
        @if !told.left.is_empty() {
            section {
                h2 { (words.t("repair-to-call")) }
                p { (words.count("repair-to-call-some", count(told.left.len()))) }
                (effect::visits(desk, told.left))
            }
        }
        @if subject.week == Week::Own {
            section {
                h2 { (words.t("roster-week")) }
                (summary(words, house.hours.week(subject.id), today))
                (forms::week(desk, house, subject, filled, errors))
            }
            section {
                h2 { (words.t("roster-days")) }
                (days(desk, house, subject))
                (forms::day(desk, subject, filled, errors))
            }
        } @else { p { (words.t("roster-as-house")) } }
        @if subject.id != app::roster::house_of(desk.web.app.world().clinic) {
            section {
                h2 { (words.t("roster-closures")) }
                (closures(desk, house, subject))
                (forms::close(desk, house, subject, filled, errors))
            }
        }
        p { a href="/console/roster" { (words.t("roster-back")) } }
    };
    console(desk, &ConsolePage { name: "roster", title: &title }, content)
}

fn days(desk: &Desk, house: &House, subject: &Subject) -> Markup {
    let words = desk.words();
    let today = desk.web.app.world().date_of(desk.web.app.now());
    let mut ahead: Vec<_> = house.hours.exceptions(subject.id).iter().filter(|(day, _)| *day >= today).collect();
    ahead.sort_by_key(|(day, _)| *day);
    html! {
        @if ahead.is_empty() { p.hint { (words.t("roster-no-days")) } }
        ul.plain {
            @for (day, hours) in ahead {
                li {
                    form.inline-form method="post" action=(address(subject)) {
                        input type="hidden" name="change" value="usual-day";
                        input type="hidden" name="day" value=(day);
                        span { strong { (when::date(desk.lang, *day)) } " " @match hours {
                            Exception::Closed => (words.t("roster-closed")),
                            Exception::Open(hours) => (written(hours)),
                        } }
                        (Button { label: &words.t("roster-usual-again"), weight: Weight::Inline, sends: None })
                    }
                }
            }
        }
    }
}

fn closures(desk: &Desk, house: &House, subject: &Subject) -> Markup {
    let words = desk.words();
    let now = desk.web.app.now();
    let ahead: Vec<&Closed> = house.hours.closures(subject.id).iter().filter(|closed| closed.ends > now).collect();
    let zone = &desk.web.app.world().zone;
    html! {
        @if ahead.is_empty() { p.hint { (words.t("roster-no-closures")) } }
        ul.plain {
            @for closed in ahead {
                li {
                    form.inline-form method="post" action=(address(subject)) {
                        input type="hidden" name="change" value="reopen";
                        input type="hidden" name="closure" value=(closed.id);
                        span {
                            strong { (words.t(&format!("closure-{}", closed.kind.code()))) } " "
                            (when::moment(desk.lang, zone, closed.starts)) "–" (when::moment(desk.lang, zone, closed.ends))
                            @if !closed.reason.get(desk.lang).is_empty() { " " span.hint { (closed.reason.get(desk.lang)) } }
                        }
                        (Button { label: &words.t("roster-take-back"), weight: Weight::Inline, sends: None })
                    }
                }
            }
        }
    }
}

pub(super) fn address(subject: &Subject) -> String {
    format!("/console/roster/{}", subject.id)
}
