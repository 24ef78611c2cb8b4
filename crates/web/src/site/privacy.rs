use super::page::{SitePage, page};
use crate::frame::dial;
use crate::guest::Guest;
use crate::look::contact::Telephone;
use crate::look::head::Robots;
use maud::{Markup, html};

/// What is stored, why, how long, and whom to ask.
pub(super) async fn show(guest: Guest) -> Markup {
    let words = guest.words();
    let (title, lead) = (words.t("site-privacy-title"), words.t("site-privacy-lead"));
    let parts = [
        (words.t("site-privacy-what"), vec![words.t("site-privacy-what-booking"), words.t("site-privacy-what-chart")]),
        (words.t("site-privacy-why"), vec![words.t("site-privacy-why-text")]),
        (words.t("site-privacy-how-long"), vec![words.t("site-privacy-how-long-text")]),
        (
            words.t("site-privacy-guard"),
            vec![words.t("site-privacy-link"), words.t("site-privacy-mail"), words.t("site-privacy-audit")],
        ),
        (words.t("site-privacy-site"), vec![words.t("site-privacy-site-text")]),
    ];
    let content = html! {
        article.prose {
            h1 { (title) }
            p { (lead) }
            @for (heading, passages) in &parts {
                h2 { (heading) }
                @for passage in passages { p { (passage) } }
            }
            (whom(&guest))
        }
    };
    let about = SitePage {
        name: "privacy",
        title: &title,
        description: &lead,
        crumbs: &[(&title, None)],
        robots: Robots::Index,
        about: None,
    };
    page(&guest, about, content)
}

fn whom(guest: &Guest) -> Markup {
    let (words, about) = (guest.words(), &guest.web.clinic.particulars);
    html! {
        h2 { (words.t("site-privacy-whom")) }
        p { (words.t("site-privacy-whom-text")) }
        p { (Telephone { dial: &dial(&about.phone), shown: &about.phone }) }
        p { a href={ "mailto:" (about.mail) } { (about.mail) } }
    }
}
