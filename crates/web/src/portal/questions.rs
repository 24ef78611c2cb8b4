use super::private::Private;
use crate::answers;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::look::action::{Button, LinkAction, Weight, actions};
use crate::look::error_summary::ErrorSummary;
use crate::questions;
use app::FieldError;
use app::screening::{self, Questions, questions_for_visit};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};

async fn open_questions(private: &Private) -> Result<Questions, Failure> {
    private.read(|work, visit| questions_for_visit(work, visit.id)).await
}

const fn how_many(questions: &Questions) -> usize {
    questions.questionnaire.items.len() + questions.questionnaire.later.len()
}

/// The questions that are still open, all of which may stay blank.
pub(super) async fn show(private: Private) -> Result<Response, Failure> {
    let open = open_questions(&private).await?;
    if how_many(&open) == 0 {
        return Ok(Redirect::to(&private.to("questions/thanks")).into_response());
    }
    Ok(page(&private, &open, &Filled::default(), &[]).into_response())
}

fn page(private: &Private, open: &Questions, filled: &Filled, errors: &[FieldError]) -> Markup {
    let words = private.words();
    let title = words.t("my-questions-title");
    let library = &private.world().library;
    let lines: Vec<(&str, String)> = errors.iter().map(|error| (error.field, words.t(error.code))).collect();
    let lent: Vec<(&str, &str)> = lines.iter().map(|(field, text)| (*field, text.as_str())).collect();
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("book-form-questions-lead")) }
        (ErrorSummary { title: &words.t("refusal-fields"), errors: &lent })
        form #answers method="post" action=(private.to("questions")) novalidate {
            (questions::fields(words, library, &open.questionnaire.items, filled))
            (questions::fields(words, library, &open.questionnaire.later, filled))
            (actions(&[
                &Button { label: &words.t("my-questions-save"), weight: Weight::Primary, sends: None },
                &LinkAction { label: &words.t("my-back"), href: &private.to(""), weight: Weight::Inline },
            ]))
        }
    };
    private.page(&title, content)
}

/// Keeps what was answered; what stayed blank stays open.
pub(super) async fn save(private: Private, filled: Filled) -> Result<Response, Failure> {
    let open = open_questions(&private).await?;
    let vocabulary = private.world().library.facts();
    let (facts, mistakes) = answers::read(&filled, &open.questionnaire, vocabulary, private.today());
    if !mistakes.is_empty() {
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page(&private, &open, &filled, &mistakes)).into_response());
    }
    private.write(move |work, visit, patient| screening::answer(work, patient, Some(visit.id), &facts)).await?;
    Ok(Redirect::to(&private.to("questions/thanks")).into_response())
}

/// Says thanks, and what happens next.
pub(super) async fn thanks(private: Private) -> Result<Markup, Failure> {
    let left = how_many(&open_questions(&private).await?);
    let words = private.words();
    let title = words.t("my-thanks-title");
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("my-thanks-says")) }
        @if left > 0 { p { (words.t("my-thanks-left")) } }
        (actions(&[&LinkAction { label: &words.t("my-back"), href: &private.to(""), weight: Weight::Quiet }]))
        @if left > 0 { p { a href=(private.to("questions")) { (words.t("my-thanks-more")) } } }
    };
    Ok(private.page(&title, content))
}
