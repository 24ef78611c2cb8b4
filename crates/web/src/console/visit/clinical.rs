use super::{back, item_id, visit_id};
use crate::console::Desk;
use crate::failure::Failure;
use crate::filled::Filled;
use app::{Refusal, booking, screening, session};
use axum::extract::Path;
use axum::response::Redirect;
use journey::slug::{IndicationId, RuleId};
use journey::text::Lang;

/// Notes that a physician explained and the patient agreed.
pub(super) async fn consent(desk: Desk, Path(text): Path<String>, filled: Filled) -> Result<Redirect, Failure> {
    let id = visit_id(&desk, &text)?;
    let lang = Lang::parse(filled.get("language")).unwrap_or(Lang::Ja);
    desk.write(move |work| session::give_consent(work, id, lang)).await?;
    Ok(back(id))
}

/// Reaches the verdict again on the day.
pub(super) async fn review(desk: Desk, Path((visit, item)): Path<(String, String)>) -> Result<Redirect, Failure> {
    let (visit, item) = (visit_id(&desk, &visit)?, item_id(&desk, &item)?);
    desk.write(move |work| {
        work.actor.front_desk()?;
        screening::review(work, visit, item)
    })
    .await?;
    Ok(back(visit))
}

/// A physician sets a finding aside, in writing.
pub(super) async fn set_aside(
    desk: Desk,
    Path((visit, item)): Path<(String, String)>,
    filled: Filled,
) -> Result<Redirect, Failure> {
    let (visit, item) = (visit_id(&desk, &visit)?, item_id(&desk, &item)?);
    let rule = RuleId::parse(filled.get("rule")).map_err(|_| desk.fail(Refusal::NotFound.into()))?;
    let reason = filled.get("reason").to_owned();
    desk.write(move |work| screening::set_aside(work, visit, item, &rule, &reason)).await?;
    Ok(back(visit))
}

/// A physician releases the treatment after examining the patient.
pub(super) async fn release(
    desk: Desk,
    Path((visit, item)): Path<(String, String)>,
    filled: Filled,
) -> Result<Redirect, Failure> {
    let (visit, item) = (visit_id(&desk, &visit)?, item_id(&desk, &item)?);
    let indication = filled.some("indication").and_then(|id| IndicationId::parse(id).ok());
    desk.write(move |work| booking::release(work, visit, item, indication.clone())).await?;
    Ok(back(visit))
}
