use super::{back, load, show, visit_id};
use crate::console::Desk;
use crate::failure::Failure;
use crate::filled::{Filled, ascii_digit};
use app::{FieldError, Refusal};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use journey::money::{Entry, Means, Yen};

/// Notes something on a visit's account.
pub(super) async fn send(desk: Desk, Path(text): Path<String>, filled: Filled) -> Result<Response, Failure> {
    let id = visit_id(&desk, &text)?;
    let digits: String = filled.get("yen").chars().map(ascii_digit).filter(|c| *c != ',').collect();
    let yen = Yen(digits.parse().unwrap_or(0));
    let label = filled.get("label").chars().take(80).collect::<String>();
    let Some(entry) = entry(&filled) else {
        return Err(desk.fail(Refusal::Fields(vec![FieldError { field: "entry", code: "field-choice" }]).into()));
    };
    match desk.write(move |work| app::money::note(work, id, entry, yen, &label)).await {
        Ok(_) => Ok(back(id).into_response()),
        Err(failure) => {
            let Some(Refusal::Fields(errors)) = failure.refusal() else { return Err(failure) };
            let said = errors.first().map(|error| desk.words().t(error.code)).unwrap_or_default();
            let whole = desk.write(move |work| load(work, id)).await?;
            let page = show::page(&desk, &whole, &filled, Some(&said));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn entry(filled: &Filled) -> Option<Entry> {
    let means = || Means::parse(filled.get("means"));
    match filled.get("entry") {
        "due" => Some(Entry::Due),
        "discount" => Some(Entry::Discount),
        "paid" => means().map(Entry::Paid),
        "refunded" => means().map(Entry::Refunded),
        _ => None,
    }
}
