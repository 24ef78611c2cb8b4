use super::{STAFF, back, visit_id};
use crate::console::Desk;
use crate::failure::Failure;
use crate::filled::{Filled, ascii_digit};
use crate::frame::{ConsolePage, console};
use crate::look::action::{LinkAction, Weight};
use crate::look::badge::Tone;
use crate::look::notice::Notice;
use app::booking::{self, By};
use axum::extract::Path;
use axum::response::Redirect;
use maud::{Markup, html};

pub(super) async fn arrive(desk: Desk, Path(text): Path<String>) -> Result<Redirect, Failure> {
    let id = visit_id(&desk, &text)?;
    desk.write(move |work| booking::arrive(work, id)).await?;
    Ok(back(id))
}

pub(super) async fn fulfil(desk: Desk, Path(text): Path<String>) -> Result<Redirect, Failure> {
    let id = visit_id(&desk, &text)?;
    desk.write(move |work| booking::fulfil(work, id)).await?;
    Ok(back(id))
}

pub(super) async fn no_show(desk: Desk, Path(text): Path<String>) -> Result<Redirect, Failure> {
    let id = visit_id(&desk, &text)?;
    desk.write(move |work| booking::no_show(work, id)).await?;
    Ok(back(id))
}

pub(super) async fn late(desk: Desk, Path(text): Path<String>, filled: Filled) -> Result<Redirect, Failure> {
    let id = visit_id(&desk, &text)?;
    let minutes: String = filled.get("minutes").chars().map(ascii_digit).collect();
    let minutes: u16 = minutes.parse().unwrap_or(0);
    desk.write(move |work| booking::note_lateness(work, id, minutes)).await?;
    Ok(back(id))
}

/// Calls a visit off: for the clinic, or for a patient who called, which may have the consequence the service states.
pub(super) async fn cancel(desk: Desk, Path(text): Path<String>, filled: Filled) -> Result<Redirect, Failure> {
    let id = visit_id(&desk, &text)?;
    let by = if filled.get("by") == "patient" { By::ForPatient } else { STAFF };
    desk.write(move |work| booking::cancel(work, id, by)).await?;
    Ok(back(id))
}

/// Makes a new link for a patient on the telephone, and shows it once.
pub(super) async fn reissue(desk: Desk, Path(text): Path<String>) -> Result<Markup, Failure> {
    let id = visit_id(&desk, &text)?;
    let link = desk.write(move |work| booking::reissue(work, id)).await?;
    let words = desk.words();
    let title = words.t("visit-link-title");
    let address = format!("{}/{}/my/{}", desk.web.settings.public_url, desk.lang.code(), link.reveal());
    let content = html! {
        h1 { (title) }
        (Notice { tone: Tone::Information, title: &words.t("visit-link-once"), body: html! { p.address { (address) } } })
        (LinkAction { label: &words.t("visit-back"), href: &format!("/console/visits/{id}"), weight: Weight::Quiet })
    };
    Ok(console(&desk, &ConsolePage { name: "visit", title: &title }, content))
}
