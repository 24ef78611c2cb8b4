use super::hold::token_of;
use super::outcome::with_reasons;
use crate::failure::Failure;
use crate::frame::{Page, public};
use crate::guest::Guest;
use crate::look::action::{LinkAction, Weight};
use crate::look::definition::Definitions;
use crate::look::head::Robots;
use crate::look::verdict::Verdict as Shown;
use crate::when;
use app::booking::{self, Confirmed, policy_among};
use app::offering::{Service, all_services};
use axum::extract::Path;
use journey::booking::OnlineOutcome;
use maud::{Markup, html};

/// What was booked, and the way to the private page.
pub(super) async fn show(guest: Guest, Path((_, text)): Path<(String, String)>) -> Result<Markup, Failure> {
    let token = token_of(&guest, &text)?;
    let (confirmed, services) =
        guest.read(move |work| Ok((booking::confirmed(work, &token)?, all_services(work)?))).await?;
    let words = guest.words();
    let title = words.t("book-done-title");
    let content = html! {
        (verdict(&guest, &confirmed))
        (facts(&guest, &confirmed, &services))
        p { (words.t("book-done-mail")) }
    };
    let page = Page {
        name: "booking",
        title: &title,
        description: None,
        crumbs: &[(&title, None)],
        robots: Robots::Hide,
        structured_data: None,
    };
    Ok(public(&guest, &page, content))
}

fn verdict(guest: &Guest, confirmed: &Confirmed) -> Markup {
    let words = guest.words();
    let link = guest.to(&format!("my/{}", confirmed.link.reveal()));
    let next = html! {
        (LinkAction { label: &words.t("book-done-private"), href: &link, weight: Weight::Primary })
    };
    let caveat = words.t(caveat_of(confirmed));
    let sentence = words.t("book-done-sentence");
    match &confirmed.verdict {
        Some(found) => with_reasons(guest, found, |reasons| {
            html! { (Shown { sentence: &sentence, caveat: Some(&caveat), reasons, next: next.clone() }) }
        }),
        None => html! { (Shown { sentence: &sentence, caveat: Some(&caveat), reasons: &[], next }) },
    }
}

const fn caveat_of(confirmed: &Confirmed) -> &'static str {
    match (&confirmed.outcome, &confirmed.verdict) {
        (OnlineOutcome::ExaminationWithBlock, Some(_)) => "book-done-with-block",
        (OnlineOutcome::ExaminationWithBlock, None) => "book-done-talk",
        _ => "book-done-examination",
    }
}

fn facts(guest: &Guest, confirmed: &Confirmed, services: &[Service]) -> Markup {
    let words = guest.words();
    let zone = &guest.web.app.world().zone;
    let visit = &confirmed.visit;
    let about = &guest.web.clinic.particulars;
    let minutes = visit.ends.duration_since(visit.starts).as_mins();
    let named =
        |id| services.iter().find(|service| service.id == id).map_or("", |service| service.name.get(guest.lang));
    let until = policy_among(visit, services).in_time_until(visit.starts);
    let items = [
        (words.t("visit-when"), html! { (when::moment(guest.lang, zone, visit.starts)) }),
        (words.t("visit-length"), html! { (words.with("book-minutes", &[("minutes", &minutes.to_string())])) }),
        (words.t("visit-what"), html! { ul.plain { @for item in &visit.items { li { (named(item.service)) } } } }),
        (words.t("visit-where"), html! { (about.address.get(guest.lang)) " " (about.floor.get(guest.lang)) }),
        (
            words.t("visit-change"),
            html! { (words.with("visit-change-until", &[("until", &when::moment(guest.lang, zone, until))])) },
        ),
    ];
    let lent: Vec<(&str, Markup)> = items.iter().map(|(label, value)| (label.as_str(), value.clone())).collect();
    html! { (Definitions { items: &lent }) }
}
