use super::hours;
use super::page::{SitePage, page};
use super::structured;
use crate::failure::Failure;
use crate::frame::dial;
use crate::guest::Guest;
use crate::look::contact::Telephone;
use crate::look::definition::Definitions;
use crate::look::head::Robots;
use crate::look::margin::WithMargin;
use app::clinic::Route;
use maud::{Markup, html};

/// Where the clinic is, how to walk there, and when it is open.
pub(super) async fn show(guest: Guest) -> Result<Markup, Failure> {
    let hours = guest.read(hours::load).await?;
    let words = guest.words();
    let (title, lead) = (words.t("site-access-title"), words.t("site-access-lead"));
    let body = html! { h1 { (title) } p.lead { (lead) } (place(&guest)) };
    let notes = html! {
        p { strong { (hours::state_line(&guest, &hours)) } }
        p { (hours::today_line(&guest, &hours)) }
    };
    let content = html! {
        (WithMargin { body, label: &words.t("site-hours-today"), notes })
        section {
            h2 { (words.t("site-routes")) }
            @for route in &guest.web.clinic.particulars.routes { (way(&guest, route)) }
        }
        section {
            h2 { (words.t("site-hours")) }
            (hours::week(&guest, &hours))
            p.hint { (words.t("site-hours-on-holidays")) }
        }
        section {
            h2 { (words.t("site-closures")) }
            (hours::closures(&guest, &hours))
        }
    };
    let about = SitePage {
        name: "access",
        title: &title,
        description: &lead,
        crumbs: &[(&title, None)],
        robots: Robots::Index,
        about: Some(structured::clinic(&guest, &hours)),
    };
    Ok(page(&guest, about, content))
}

fn place(guest: &Guest) -> Markup {
    let (words, lang, about) = (guest.words(), guest.lang, &guest.web.clinic.particulars);
    let (address, floor, landmark, phone) =
        (words.t("site-address"), words.t("site-floor"), words.t("site-landmark"), words.t("site-phone"));
    let items = [
        (address.as_str(), html! { address { (about.postal_code) " " (about.address.get(lang)) } }),
        (floor.as_str(), html! { (about.floor.get(lang)) }),
        (landmark.as_str(), html! { (about.landmark.says.get(lang)) }),
        (phone.as_str(), html! { (Telephone { dial: &dial(&about.phone), shown: &about.phone }) }),
    ];
    html! { (Definitions { items: &items }) }
}

fn way(guest: &Guest, route: &Route) -> Markup {
    let minutes = route.minutes.to_string();
    let (from, lang) = (route.from.get(guest.lang), guest.lang);
    html! {
        h3 { (guest.words().with("site-route", &[("from", from), ("minutes", &minutes)])) }
        ol.steps { @for step in &route.steps { li { (step.get(lang)) } } }
    }
}
