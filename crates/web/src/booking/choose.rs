use crate::failure::Failure;
use crate::frame::{Page, public};
use crate::guest::Guest;
use crate::look::action::{LinkAction, Weight};
use crate::look::head::Robots;
use app::offering::{Online, Service, ServiceKind, all_services};
use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use journey::protocol::Library;
use maud::{Markup, html};
use serde::Deserialize;

#[derive(Deserialize)]
pub(super) struct Asked {
    service: Option<String>,
    concern: Option<String>,
}

/// What to come for: a treatment by name, a concern, or talking first.
pub(super) async fn show(guest: Guest, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    let mut services = guest.read(all_services).await?;
    services.retain(|service| service.online == Online::Bookable);
    if let Some(slug) = asked.service.filter(|slug| services.iter().any(|service| service.slug == *slug)) {
        return Ok(Redirect::to(&guest.to(&format!("book/{slug}"))).into_response());
    }
    // A treatment whose page is withheld is not offered here; whoever holds its address can still book it.
    let open = |id: &String| guest.shows(&format!("treatments/{id}"));
    services.retain(|service| service.protocol.as_ref().is_none_or(open));
    let words = guest.words();
    let title = words.t("book-choose-title");
    let content = html! {
        h1 { (title) }
        p.lead { (words.t("book-choose-lead")) }
        @if let Some(concern) = &asked.concern { (for_concern(&guest, &services, concern)) }
        (first_steps(&guest, &services))
        (list(&guest, &words.t("book-choose-treatments"), &services, ServiceKind::Protocol))
        (list(&guest, &words.t("book-choose-basic"), &services, ServiceKind::Basic))
    };
    let page = Page {
        name: "booking",
        title: &title,
        description: None,
        crumbs: &[(&title, None)],
        robots: Robots::Index,
        structured_data: None,
    };
    Ok(public(&guest, &page, content).into_response())
}

fn first_steps(guest: &Guest, services: &[Service]) -> Markup {
    let talk = |service: &&Service| matches!(service.kind, ServiceKind::Counselling | ServiceKind::Examination);
    html! {
        section aria-labelledby="first-steps" {
            h2 #first-steps { (guest.words().t("book-choose-first")) }
            ul.plain { @for service in services.iter().filter(talk) { (entry(guest, service)) } }
        }
    }
}

fn list(guest: &Guest, heading: &str, services: &[Service], kind: ServiceKind) -> Markup {
    let of_kind: Vec<&Service> = services.iter().filter(|service| service.kind == kind).collect();
    html! {
        @if !of_kind.is_empty() {
            section {
                h2 { (heading) }
                ul.plain { @for service in of_kind { (entry(guest, service)) } }
            }
        }
    }
}

fn for_concern(guest: &Guest, services: &[Service], concern: &str) -> Markup {
    let library: &Library = &guest.web.app.world().library;
    let Some(known) = library.concerns().iter().find(|one| one.id.as_str() == concern) else {
        return Markup::default();
    };
    let treats = |service: &&Service| {
        service.protocol.as_ref().is_some_and(|id| library.for_concern(&known.id).any(|one| one.id.as_str() == id))
    };
    html! {
        section {
            h2 { (guest.words().with("book-choose-concern", &[("concern", known.name.get(guest.lang))])) }
            p { (guest.words().t("book-choose-concern-lead")) }
            ul.plain { @for service in services.iter().filter(treats) { (entry(guest, service)) } }
        }
    }
}

fn entry(guest: &Guest, service: &Service) -> Markup {
    let href = guest.to(&format!("book/{}", service.slug));
    html! {
        li.choice-entry {
            (LinkAction { label: service.name.get(guest.lang), href: &href, weight: Weight::Inline })
            p.hint {
                // What a treatment does is said on its page, beside its risks.
                @if service.kind != ServiceKind::Protocol { (service.summary.get(guest.lang)) " " }
                (guest.words().with("book-minutes", &[("minutes", &service.minutes().to_string())]))
            }
        }
    }
}
