use super::articles::{listing, shown_to};
use super::hours::{self, HouseHours};
use super::offered::{self, Offer};
use super::page::{SitePage, page};
use super::structured;
use crate::failure::Failure;
use crate::guest::Guest;
use crate::look::action::{LinkAction, Weight, actions};
use crate::look::contact::Telephone;
use crate::look::head::Robots;
use crate::look::margin::WithMargin;
use app::content::{self, Article};
use maud::{Markup, html};

/// How many articles the first page shows.
const ARTICLES: usize = 3;

/// The first page.
pub(super) async fn show(guest: Guest) -> Result<Markup, Failure> {
    let lang = guest.lang;
    let (offer, hours, articles) =
        guest.read(move |work| Ok((offered::load(work)?, hours::load(work)?, content::latest(work, lang)?))).await?;
    let (offer, articles) = (offer.shown_to(&guest), shown_to(&guest, articles));
    let (words, about) = (guest.words(), &guest.web.clinic.particulars);
    let departments: Vec<&str> = about.departments.iter().map(|one| one.get(lang)).collect();
    let title = departments.join(&words.t("site-list-separator"));
    let content = html! {
        (first(&guest, &hours))
        (treatments(&guest, &offer))
        (concerns(&guest))
        (opening(&guest, &hours))
        (latest(&guest, &articles))
    };
    let about_page = SitePage {
        name: "home",
        title: &title,
        description: about.tagline.get(lang),
        crumbs: &[],
        robots: Robots::Index,
        about: Some(structured::clinic(&guest, &hours)),
    };
    Ok(page(&guest, about_page, content))
}

fn first(guest: &Guest, hours: &HouseHours) -> Markup {
    let (words, about) = (guest.words(), &guest.web.clinic.particulars);
    let (book, counselling) = (guest.to("book"), guest.to("counselling"));
    let body = html! {
        h1 { (about.name.get(guest.lang)) }
        p.lead { (about.tagline.get(guest.lang)) }
        p { (words.t("site-home-how")) }
        (actions(&[
            &LinkAction { label: &words.t("site-book"), href: &book, weight: Weight::Primary },
            &LinkAction { label: &words.t("site-counselling-link"), href: &counselling, weight: Weight::Inline },
        ]))
    };
    let label = words.t("site-hours-today");
    html! { (WithMargin { body, label: &label, notes: now(guest, hours) }) }
}

fn now(guest: &Guest, hours: &HouseHours) -> Markup {
    let phone = &guest.web.clinic.particulars.phone;
    html! {
        p { strong { (hours::state_line(guest, hours)) } }
        p { (hours::today_line(guest, hours)) }
        p { (Telephone { dial: &crate::frame::dial(phone), shown: phone }) }
        p { a href=(guest.to("access")) { (guest.words().t("site-way-here")) } }
    }
}

fn treatments(guest: &Guest, offer: &Offer) -> Markup {
    let words = guest.words();
    html! {
        section {
            h2 { (words.t("menu-treatments")) }
            (offered::list(guest, offer.treatments.iter()))
            p { a href=(guest.to("treatments")) { (words.t("site-all-treatments")) } }
        }
    }
}

fn concerns(guest: &Guest) -> Markup {
    let concerns = guest.web.app.world().library.concerns().iter();
    let concerns = concerns.filter(|one| guest.shows(&format!("concerns/{}", one.id)));
    html! {
        section {
            h2 { (guest.words().t("site-by-concern")) }
            nav aria-label=(guest.words().t("site-by-concern")) {
                ul.links {
                    @for concern in concerns {
                        li { a href=(guest.to(&format!("concerns/{}", concern.id))) { (concern.name.get(guest.lang)) } }
                    }
                }
            }
        }
    }
}

fn opening(guest: &Guest, hours: &HouseHours) -> Markup {
    html! {
        section {
            h2 { (guest.words().t("site-hours")) }
            (hours::week(guest, hours))
            p.hint { (guest.words().t("site-hours-holidays")) }
        }
    }
}

fn latest(guest: &Guest, articles: &[Article]) -> Markup {
    let words = guest.words();
    html! {
        section {
            h2 { (words.t("menu-articles")) }
            (listing(guest, articles.iter().take(ARTICLES)))
            p { a href=(guest.to("articles")) { (words.t("site-all-articles")) } }
            p.hint { a href=(guest.to("privacy")) { (words.t("site-privacy-title")) } }
        }
    }
}
