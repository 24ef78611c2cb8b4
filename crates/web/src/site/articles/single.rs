use super::list::{listing, shown_to};
use super::markdown;
use crate::failure::Failure;
use crate::guest::Guest;
use crate::look::head::Robots;
use crate::site::offered::{self, Offer};
use crate::site::page::{SitePage, page};
use crate::site::structured::{clinic_id, whole};
use crate::when;
use app::content::{self, Article, Front};
use app::staff::{self, StaffMember};
use app::{AppError, Work};
use axum::extract::Path;
use journey::text::Lang;
use maud::{Markup, html};
use serde_json::{Value, json};

/// How many other articles stand below one.
const OTHERS: usize = 3;

/// An article with what it leads to.
struct Loaded {
    article: Article,
    others: Vec<Article>,
    author: Option<StaffMember>,
    offer: Offer,
}

fn load(work: &mut Work<'_, '_>, lang: Lang, slug: &str) -> Result<Loaded, AppError> {
    let article = content::by_slug(work, lang, slug)?;
    let mut others = content::latest(work, lang)?;
    others.retain(|other| other.front.slug != slug);
    others.sort_by_key(|other| !article.front.related.contains(&other.front.slug));
    let author = staff::all(work)?.into_iter().find(|member| member.login == article.front.author);
    Ok(Loaded { article, others, author, offer: offered::load(work)? })
}

/// One article.
pub(in crate::site) async fn one(guest: Guest, Path(slug): Path<String>) -> Result<Markup, Failure> {
    let lang = guest.lang;
    let loaded = guest.read(move |work| load(work, lang, &slug)).await?;
    let (offer, others) = (loaded.offer.shown_to(&guest), shown_to(&guest, loaded.others));
    let loaded = Loaded { offer, others, ..loaded };
    let (words, front) = (guest.words(), &loaded.article.front);
    let content = html! {
        article.prose {
            h1 { (front.title) }
            (byline(&guest, front, loaded.author.as_ref()))
            p.lead { (front.excerpt) }
            (markdown::body(words, &loaded.article.body))
        }
        (leads(&guest, front, &loaded.offer))
        @if !loaded.others.is_empty() {
            section {
                h2 { (words.t("site-other-articles")) }
                (listing(&guest, loaded.others.iter().take(OTHERS)))
            }
        }
    };
    let (up, parent) = (words.t("site-articles-title"), guest.to("articles"));
    let about = SitePage {
        name: "article",
        title: &front.title,
        description: &front.excerpt,
        crumbs: &[(&up, Some(&parent)), (&front.title, None)],
        robots: Robots::Index,
        about: Some(described(&guest, front, loaded.author.as_ref())),
    };
    Ok(page(&guest, about, content))
}

fn byline(guest: &Guest, front: &Front, author: Option<&StaffMember>) -> Markup {
    let lang = guest.lang;
    html! {
        p.byline {
            time datetime=(front.published) { (when::date(lang, front.published)) }
            @if let Some(author) = author {
                " " span {
                    @if author.listed {
                        a href=(guest.to(&format!("practitioners#{}", author.login))) { (author.name.get(lang)) }
                    } @else { (author.name.get(lang)) }
                    " " (author.profile.title.get(lang))
                }
            }
        }
    }
}

/// Where an article leads: concerns and treatments that it is about.
fn leads(guest: &Guest, front: &Front, offer: &Offer) -> Markup {
    let (words, lang) = (guest.words(), guest.lang);
    let concerns = guest.web.app.world().library.concerns().iter();
    let concerns: Vec<_> = concerns
        .filter(|one| front.concerns.iter().any(|id| id == one.id.as_str()))
        .filter(|one| guest.shows(&format!("concerns/{}", one.id)))
        .collect();
    let treatments: Vec<_> = front.treatments.iter().filter_map(|id| offer.treatment(id)).collect();
    html! {
        @if !concerns.is_empty() {
            section {
                h2 { (words.t("site-related-concerns")) }
                nav aria-label=(words.t("site-related-concerns")) { ul.links { @for one in concerns {
                    li { a href=(guest.to(&format!("concerns/{}", one.id))) { (one.name.get(lang)) } }
                } } }
            }
        }
        @if !treatments.is_empty() {
            section {
                h2 { (words.t("site-related-treatments")) }
                (offered::list(guest, treatments.into_iter()))
            }
        }
    }
}

fn described(guest: &Guest, front: &Front, author: Option<&StaffMember>) -> Value {
    let address = whole(guest, &guest.path);
    let author = author.map_or_else(
        || json!({ "@id": clinic_id(guest) }),
        |one| {
            json!({
                "@type": "Person",
                "name": one.name.get(guest.lang),
                "jobTitle": one.profile.title.get(guest.lang),
            })
        },
    );
    json!({
        "@type": "Article",
        "@id": format!("{address}#article"),
        "headline": front.title,
        "description": front.excerpt,
        "inLanguage": guest.lang.code(),
        "datePublished": front.published,
        "keywords": front.tags,
        "author": author,
        "publisher": {
            "@type": "MedicalClinic",
            "@id": clinic_id(guest),
            "name": guest.web.clinic.particulars.name.get(guest.lang),
        },
        "mainEntityOfPage": address,
    })
}
