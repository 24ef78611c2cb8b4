use super::articles::{listing, shown_to};
use super::offered::{self, Offered};
use super::page::{SitePage, page};
use crate::failure::Failure;
use crate::guest::Guest;
use crate::look::action::{LinkAction, Weight, actions};
use crate::look::head::Robots;
use app::content::{self, Article};
use axum::extract::Path;
use journey::catalogue::Concern;
use journey::slug::ConcernId;
use maud::{Markup, html};

/// What people come with.
pub(super) async fn all(guest: Guest) -> Markup {
    let words = guest.words();
    let (title, lead) = (words.t("site-concerns-title"), words.t("site-concerns-lead"));
    let all = guest.web.app.world().library.concerns().iter();
    let shown = all.filter(|one| guest.shows(&format!("concerns/{}", one.id)));
    let content = html! {
        h1 { (title) }
        p.lead { (lead) }
        ul.index {
            @for concern in shown {
                li {
                    a href=(guest.to(&format!("concerns/{}", concern.id))) { (concern.name.get(guest.lang)) }
                    p { (concern.summary.get(guest.lang)) }
                }
            }
        }
    };
    let about = SitePage {
        name: "concerns",
        title: &title,
        description: &lead,
        crumbs: &[(&title, None)],
        robots: Robots::Index,
        about: None,
    };
    page(&guest, about, content)
}

/// One concern: what it is, what may be done, what has been written about it.
pub(super) async fn one(guest: Guest, Path(id): Path<String>) -> Result<Markup, Failure> {
    let lang = guest.lang;
    let library = &guest.web.app.world().library;
    let known = ConcernId::parse(&id).ok().and_then(|id| library.concern(&id));
    let Some(concern) = known else { return Err(super::not_found(guest.clone()).await) };
    let (offer, articles) = guest.read(move |work| Ok((offered::load(work)?, content::latest(work, lang)?))).await?;
    let (offer, articles) = (offer.shown_to(&guest), shown_to(&guest, articles));
    let treats = |one: &&Offered| library.get(&one.protocol).is_some_and(|it| it.concerns.contains(&concern.id));
    let treatments: Vec<&Offered> = offer.treatments.iter().filter(treats).collect();
    let about_it = |article: &&Article| article.front.concerns.iter().any(|one| one == concern.id.as_str());
    let articles: Vec<&Article> = articles.iter().filter(about_it).collect();
    let (name, summary, up) =
        (concern.name.get(lang), concern.summary.get(lang), guest.words().t("site-concerns-title"));
    let content = html! {
        h1 { (name) }
        p.lead { (summary) }
        (booking(&guest, concern))
        (ways(&guest, &treatments))
        (reading(&guest, &articles))
    };
    let parent = guest.to("concerns");
    let about = SitePage {
        name: "concern",
        title: name,
        description: summary,
        crumbs: &[(&up, Some(&parent)), (name, None)],
        robots: Robots::Index,
        about: None,
    };
    Ok(page(&guest, about, content))
}

fn booking(guest: &Guest, concern: &Concern) -> Markup {
    let words = guest.words();
    let (book, counselling) = (guest.to(&format!("book?concern={}", concern.id)), guest.to("counselling"));
    html! {
        (actions(&[
            &LinkAction { label: &words.t("site-book-examination"), href: &book, weight: Weight::Primary },
            &LinkAction { label: &words.t("site-counselling-link"), href: &counselling, weight: Weight::Inline },
        ]))
        p.hint { (words.t("site-doctor-decides")) }
    }
}

fn ways(guest: &Guest, treatments: &[&Offered]) -> Markup {
    let words = guest.words();
    html! {
        section {
            h2 { (words.t("site-concern-treatments")) }
            @if treatments.is_empty() {
                p { (words.t("site-concern-none")) }
            } @else {
                (offered::list(guest, treatments.iter().copied()))
                p.hint { (words.t("site-treatments-lead")) }
            }
        }
    }
}

fn reading(guest: &Guest, articles: &[&Article]) -> Markup {
    html! {
        @if !articles.is_empty() {
            section {
                h2 { (guest.words().t("site-related-articles")) }
                (listing(guest, articles.iter().copied()))
            }
        }
    }
}
