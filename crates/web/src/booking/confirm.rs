use super::form::{Asking, load, page};
use super::hold::token_of;
use super::{details, outcome};
use crate::answers;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::guest::Guest;
use app::booking::{self, Booking, Outcome};
use app::{Refusal, Token};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};

/// Agrees the held time. Mistakes come back in place, with everything that was typed.
pub(super) async fn send(
    guest: Guest,
    Path((_, text)): Path<(String, String)>,
    filled: Filled,
) -> Result<Response, Failure> {
    let token = token_of(&guest, &text)?;
    let asking = load(&guest, &token).await?;
    let today = guest.web.app.world().date_of(guest.web.app.now());
    let vocabulary = guest.web.app.world().library.facts();
    let (facts, mut mistakes) = answers::read(&filled, &asking.questions.questionnaire, vocabulary, today);
    if !mistakes.is_empty() {
        mistakes.extend(details::read(&filled).mistakes(guest.lang, app::identity::Urgency::Form, today));
        return Ok(again(&guest, &text, &asking, &filled, &mistakes));
    }
    let booking = Booking {
        token: Token::clone(&token),
        details: details::read(&filled),
        answers: facts,
        wish: filled.get("wish").chars().take(2000).collect(),
        language: guest.lang,
    };
    match guest.write(move |work| booking::confirm(work, &booking)).await {
        Ok(Outcome::Booked(_)) => Ok(Redirect::to(&guest.to(&format!("book/done/{text}"))).into_response()),
        Ok(Outcome::NotBefore { day, verdict }) => {
            Ok(outcome::not_before(&guest, &asking.service, day, &verdict).into_response())
        }
        Ok(Outcome::NotOnline { verdict }) => {
            Ok(outcome::not_online(&guest, &asking.service, &verdict).into_response())
        }
        Err(failure) => match failure.refusal() {
            Some(Refusal::Fields(errors)) => Ok(again(&guest, &text, &asking, &filled, errors)),
            _ => Err(failure),
        },
    }
}

fn again(guest: &Guest, token: &str, asking: &Asking, filled: &Filled, errors: &[app::FieldError]) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page(guest, token, asking, filled, errors)).into_response()
}
