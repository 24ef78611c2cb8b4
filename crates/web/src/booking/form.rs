use super::details;
use super::hold::token_of;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::frame::{Page, public};
use crate::guest::Guest;
use crate::look::action::{Button, Weight, actions};
use crate::look::error_summary::ErrorSummary;
use crate::look::field::{Field, Need, PassageField};
use crate::look::head::Robots;
use crate::look::times::Held as HeldTime;
use crate::questions;
use crate::when;
use crate::wording::Wording;
use app::booking::{self, Held};
use app::offering::{Service, service_by_id};
use app::screening::{Questions, questions_for_service};
use app::{FieldError, Token};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use journey::booking::VisitState;
use journey::booking::cancellation::{Cancellation, Consequence};
use maud::{Markup, html};

/// A held time with what is asked for it.
pub(super) struct Asking {
    pub held: Held,
    pub service: Service,
    pub questions: Questions,
}

/// Loads what the form of a hold needs.
pub(super) async fn load(guest: &Guest, token: &Token) -> Result<Asking, Failure> {
    let token = token.clone();
    guest
        .read(move |work| {
            let held = booking::held(work, &token)?;
            let visit = booking::visit(work, held.visit)?;
            let wanted = visit.items.last().map(|item| item.service).ok_or(app::Refusal::NotFound)?;
            let service = service_by_id(work, wanted)?;
            let questions = questions_for_service(work, &service.slug)?;
            Ok(Asking { held, service, questions })
        })
        .await
}

/// The form behind a held time: who, a few questions, and one button.
pub(super) async fn show(guest: Guest, Path((_, text)): Path<(String, String)>) -> Result<Response, Failure> {
    let token = token_of(&guest, &text)?;
    let asking = load(&guest, &token).await?;
    if let VisitState::Booked { .. } = asking.held.state {
        return Ok(Redirect::to(&guest.to(&format!("book/done/{text}"))).into_response());
    }
    if let Err(refused) = asking.held.state.book(guest.web.app.now()) {
        return Err(guest.fail(refused.into()));
    }
    Ok(page(&guest, &text, &asking, &Filled::default(), &[]).into_response())
}

/// The page itself, with what was filled in before and what was wrong with it.
pub(super) fn page(guest: &Guest, token: &str, asking: &Asking, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = guest.words();
    let zone = &guest.web.app.world().zone;
    let title = words.t("book-form-title");
    let what =
        format!("{} {}", asking.service.name.get(guest.lang), when::moment(guest.lang, zone, asking.held.starts));
    let until = words.with("book-held-until", &[("time", &when::time(zone, asking.held.until))]);
    let action = guest.to(&format!("book/hold/{token}"));
    let content = html! {
        h1 { (title) }
        (HeldTime { what: &what, until: &until, action: Some(around_hold(guest, token, asking)) })
        (summary(guest, errors))
        form method="post" action=(action) novalidate {
            section aria-labelledby="who" {
                h2 #who { (words.t("book-form-who")) }
                (details::fields(words, filled, errors))
            }
            (asked(guest, asking, filled))
            section aria-labelledby="wish-title" {
                h2 #wish-title { (words.t("book-form-wish")) }
                (wish(guest, filled))
            }
            (cancellation(words, asking.service.cancellation))
            p.hint { (words.t("book-form-privacy")) " " a href=(guest.to("privacy")) { (words.t("book-form-privacy-link")) } }
            (actions(&[&Button { label: &words.t("book-form-send"), weight: Weight::Primary, sends: None }]))
        }
    };
    let (start, start_label) = (guest.to("book"), words.t("menu-book"));
    let page = Page {
        name: "booking",
        title: &title,
        description: None,
        crumbs: &[(&start_label, Some(&start)), (&title, None)],
        robots: Robots::Hide,
        structured_data: None,
    };
    public(guest, &page, content)
}

fn asked(guest: &Guest, asking: &Asking, filled: &Filled) -> Markup {
    let words = guest.words();
    let items = &asking.questions.questionnaire.items;
    html! {
        @if !items.is_empty() {
            section aria-labelledby="questions" {
                h2 #questions { (words.t("book-form-questions")) }
                p.lead { (words.t("book-form-questions-lead")) }
                (questions::fields(words, &guest.web.app.world().library, items, filled))
            }
        }
    }
}

fn wish(guest: &Guest, filled: &Filled) -> Markup {
    let words = guest.words();
    let field = Field {
        name: "wish",
        label: &words.t("book-form-wish-label"),
        hint: Some(&words.t("book-form-wish-hint")),
        error: None,
        need: Need::Optional(&words.t("details-optional")),
    };
    html! { (PassageField { field, rows: 3, value: filled.get("wish") }) }
}

/// What the clinic asks of those who do not come, said before anybody agrees.
fn cancellation(words: Wording, policy: Cancellation) -> Markup {
    let hours = policy.notice.as_hours().to_string();
    html! {
        p.hint {
            (words.with("policy-notice", &[("hours", &hours)]))
            @if policy.late == Consequence::Session { " " (words.t("policy-late")) }
            @if policy.no_show == Consequence::Session { " " (words.t("policy-no-show")) }
        }
    }
}

/// What is wrong with a form, each mistake leading to its field.
pub(crate) fn summary(guest: &Guest, errors: &[FieldError]) -> Markup {
    let words = guest.words();
    let owned: Vec<(String, String)> = errors
        .iter()
        .map(|error| {
            let anchor = if error.field == "birth_date" { "birth" } else { error.field };
            (anchor.to_owned(), words.t(error.code))
        })
        .collect();
    let lines: Vec<(&str, &str)> = owned.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    html! {
        @if !lines.is_empty() { (ErrorSummary { title: &words.t("refusal-fields"), errors: &lines }) }
    }
}

/// Holding it longer, and letting it go.
fn around_hold(guest: &Guest, token: &str, asking: &Asking) -> Markup {
    let words = guest.words();
    let more = asking.held.extensions < i64::from(guest.web.app.world().policy.extensions);
    html! {
        div.actions {
            @if more {
                form method="post" action=(guest.to(&format!("book/hold/{token}/extend"))) {
                    button.action.action-inline type="submit" { (words.t("book-held-extend")) }
                }
            }
            form method="post" action=(guest.to(&format!("book/hold/{token}/release"))) {
                button.action.action-inline type="submit" { (words.t("book-held-release")) }
            }
        }
    }
}
