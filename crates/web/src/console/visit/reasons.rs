use super::{item_id, visit_id};
use crate::console::Desk;
use crate::failure::Failure;
use crate::frame::{self, ConsolePage};
use crate::look::action::{LinkAction, Weight, actions};
use crate::look::tree::Reasons;
use app::{Refusal, screening};
use axum::extract::Path;
use maud::{Markup, html};

/// Why the verdict is what it is: every rule, what it looked at, and what would change it.
pub(super) async fn show(desk: Desk, Path((visit, item)): Path<(String, String)>) -> Result<Markup, Failure> {
    let (visit, item) = (visit_id(&desk, &visit)?, item_id(&desk, &item)?);
    let explanation = desk.write(move |work| screening::reasons(work, visit, item)).await?;
    let explanation = explanation.ok_or_else(|| desk.fail(Refusal::NotFound.into()))?;
    let words = desk.words();
    let title = words.t("reasons-title");
    let back = format!("/console/visits/{visit}");
    let content = html! {
        h1 { (title) }
        (Reasons(&explanation.tree(desk.lang)))
        (actions(&[&LinkAction { label: &words.t("reasons-back"), href: &back, weight: Weight::Quiet }]))
    };
    Ok(frame::console(&desk, &ConsolePage { name: "day", title: &title }, content))
}
