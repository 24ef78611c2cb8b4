use super::offered::{self, Offer};
use super::page::{SitePage, page};
use crate::failure::Failure;
use crate::guest::Guest;
use crate::look::head::Robots;
use crate::when;
use app::offering::{Online, Service, ServiceKind};
use maud::{Markup, html};

/// Everything that is offered, by name.
pub(super) async fn show(guest: Guest) -> Result<Markup, Failure> {
    let offer = guest.read(offered::load).await?.shown_to(&guest);
    let words = guest.words();
    let title = words.t("site-treatments-title");
    let lead = words.t("site-treatments-lead");
    let content = html! {
        h1 { (title) }
        p.lead { (lead) }
        p.hint { (words.t("site-private")) }
        section {
            h2 { (words.t("site-treatments-protocols")) }
            (offered::list(&guest, offer.treatments.iter()))
        }
        (others(&guest, &offer))
    };
    let about = SitePage {
        name: "treatments",
        title: &title,
        description: &lead,
        crumbs: &[(&title, None)],
        robots: Robots::Index,
        about: None,
    };
    Ok(page(&guest, about, content))
}

fn others(guest: &Guest, offer: &Offer) -> Markup {
    let (first, rest): (Vec<&Service>, Vec<&Service>) =
        offer.others.iter().partition(|one| matches!(one.kind, ServiceKind::Examination | ServiceKind::Counselling));
    let words = guest.words();
    html! {
        (services(guest, &words.t("site-treatments-first"), &first))
        (services(guest, &words.t("site-treatments-basic"), &rest))
    }
}

fn services(guest: &Guest, heading: &str, services: &[&Service]) -> Markup {
    html! {
        @if !services.is_empty() {
            section {
                h2 { (heading) }
                ul.index { @for service in services { li { (service_entry(guest, service)) } } }
            }
        }
    }
}

fn service_entry(guest: &Guest, service: &Service) -> Markup {
    let href = match service.kind {
        ServiceKind::Counselling => guest.to("counselling"),
        _ => guest.to(&format!("book?service={}", service.slug)),
    };
    html! {
        @match service.online {
            Online::Bookable => { a href=(href) { (service.name.get(guest.lang)) } }
            Online::StaffOnly => { strong { (service.name.get(guest.lang)) } }
        }
        p { (service.summary.get(guest.lang)) }
        (prices(guest, service))
    }
}

/// Every price of a service, with what it buys; nothing where it is free.
fn prices(guest: &Guest, service: &Service) -> Markup {
    let shown: Vec<String> = service
        .prices
        .iter()
        .filter(|price| price.yen.0 > 0)
        .map(|price| format!("{} {}", price.label.get(guest.lang), when::yen(guest.lang, price.yen)))
        .collect();
    html! { @if !shown.is_empty() { p.hint { (shown.join(&guest.words().t("site-price-separator"))) } } }
}
