use super::refused;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::guest::Guest;
use app::booking::{self, Hold, Wanted};
use app::{Refusal, Token};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;

/// Holds the chosen time and leads to the form; a lost race shows the next free times in place.
pub(super) async fn make(
    guest: Guest,
    Path((_, slug)): Path<(String, String)>,
    filled: Filled,
) -> Result<Response, Failure> {
    let starts = instant(&filled).ok_or_else(|| guest.fail(Refusal::NotOffered.into()))?;
    let wanted = Wanted { service: slug.clone(), practitioner: filled.get("with").parse().ok(), moving: None };
    let request = Token::parse(filled.get("request"));
    let command = Hold { wanted, starts, language: guest.lang, request };
    let held = guest.write(move |work| booking::hold(work, &command)).await;
    match held {
        Ok((token, _)) => Ok(Redirect::to(&guest.to(&format!("book/hold/{}", token.reveal()))).into_response()),
        Err(failure) => match failure.refusal() {
            Some(Refusal::TimeTaken { next }) => {
                Ok(refused::time_taken(&guest, &slug, filled.get("with"), next).await?.into_response())
            }
            _ => Err(failure),
        },
    }
}

fn instant(filled: &Filled) -> Option<Timestamp> {
    Timestamp::from_microsecond(filled.get("starts").parse().ok()?).ok()
}

/// The secret of a hold in an address. Whatever cannot be one is not found.
pub(super) fn token_of(guest: &Guest, text: &str) -> Result<Token, Failure> {
    Token::parse(text).ok_or_else(|| guest.fail(Refusal::NotFound.into()))
}

/// Keeps a held time longer.
pub(super) async fn extend(guest: Guest, Path((_, text)): Path<(String, String)>) -> Result<Redirect, Failure> {
    let token = token_of(&guest, &text)?;
    guest.write(move |work| booking::extend(work, &token)).await?;
    Ok(Redirect::to(&guest.to(&format!("book/hold/{text}"))))
}

/// Lets a held time go.
pub(super) async fn release(guest: Guest, Path((_, text)): Path<(String, String)>) -> Result<Redirect, Failure> {
    let token = token_of(&guest, &text)?;
    guest.write(move |work| booking::let_go(work, &token)).await?;
    Ok(Redirect::to(&guest.to("book")))
}
