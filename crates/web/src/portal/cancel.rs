use super::change::{Change, change};
use super::moving::too_late;
use super::private::Private;
use crate::failure::Failure;
use crate::look::action::{Button, LinkAction, Weight, actions};
use crate::when;
use app::Refusal;
use app::booking::{self, By};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use maud::html;

/// Asks once more before a visit is called off.
pub(super) async fn ask(private: Private) -> Response {
    match change(&private) {
        Change::Over => return Redirect::to(&private.to("")).into_response(),
        Change::TooLate { until } => return too_late(&private, until).into_response(),
        Change::Open { .. } => {}
    }
    let words = private.words();
    let title = words.t("my-cancel-title");
    let starts = when::moment(private.guest.lang, private.zone(), private.own.visit.starts);
    let content = html! {
        h1 { (title) }
        p.lead { (words.with("my-cancel-lead", &[("when", &starts)])) }
        form method="post" action=(private.to("cancel")) {
            (actions(&[
                &Button { label: &words.t("my-cancel-do"), weight: Weight::Quiet, sends: None },
                &LinkAction { label: &words.t("my-cancel-keep"), href: &private.to(""), weight: Weight::Inline },
            ]))
        }
        p { a href=(private.to("move")) { (words.t("my-cancel-move")) } }
    };
    private.page(&title, content).into_response()
}

/// Calls the visit off.
pub(super) async fn save(private: Private) -> Result<Response, Failure> {
    match private.write(|work, visit, _| booking::cancel(work, visit.id, By::Patient)).await {
        Ok(_) => Ok(Redirect::to(&private.to("")).into_response()),
        Err(failure) => match failure.refusal() {
            Some(Refusal::Change(journey::booking::ChangeRefused::TooLate { until })) => {
                Ok((StatusCode::CONFLICT, too_late(&private, *until)).into_response())
            }
            _ => Err(failure),
        },
    }
}
