use crate::failure::Failure;
use crate::guest::Guest;
use crate::look::empty::Empty;
use crate::look::head::Robots;
use crate::look::listing::{Date, Listing, ListingEntry};
use crate::look::navigation::Link;
use crate::site::page::{SitePage, page};
use crate::when;
use app::Refusal;
use app::content::{self, Article};
use axum::extract::Query;
use maud::{Markup, Render, html};
use serde::Deserialize;

/// What to list.
#[derive(Deserialize)]
pub(in crate::site) struct Asked {
    /// Only what carries this tag.
    tag: Option<String>,
}

/// Every article, newest first, or those with one tag.
pub(in crate::site) async fn all(guest: Guest, Query(asked): Query<Asked>) -> Result<Markup, Failure> {
    let lang = guest.lang;
    let mut articles = shown_to(&guest, guest.read(move |work| content::latest(work, lang)).await?);
    let tag = asked.tag.filter(|tag| !tag.is_empty());
    if let Some(tag) = &tag {
        articles.retain(|article| article.front.tags.contains(tag));
        if articles.is_empty() {
            // What nobody wrote is not said by a page of ours.
            return Err(guest.fail(Refusal::NotFound.into()));
        }
    }
    let words = guest.words();
    let (title, lead) = (words.t("site-articles-title"), words.t("site-articles-lead"));
    let content = html! {
        h1 { (title) }
        p.lead { (lead) }
        @if let Some(tag) = &tag {
            p { (words.with("site-articles-tagged", &[("tag", tag)])) " " a href=(guest.to("articles")) { (words.t("site-all-articles")) } }
        }
        @if articles.is_empty() { (empty(&guest)) } @else { (listing(&guest, articles.iter())) }
        p { a href=(guest.to("feed.xml")) { (words.t("site-feed")) } }
    };
    let about = SitePage {
        name: "articles",
        title: &title,
        description: &lead,
        crumbs: &[(&title, None)],
        robots: if tag.is_some() { Robots::Hide } else { Robots::Index },
        about: None,
    };
    Ok(page(&guest, about, content))
}

fn empty(guest: &Guest) -> Markup {
    let words = guest.words();
    Empty { title: &words.t("site-articles-none"), text: &words.t("site-articles-none-text"), action: None }.render()
}

/// An article as the list shows it, owned so that the list can borrow it.
struct Shown<'a> {
    article: &'a Article,
    href: String,
    machine: String,
    date: String,
    tags: Vec<(&'a str, String)>,
}

/// The articles that are not withheld in the guest's language.
pub(in crate::site) fn shown_to(guest: &Guest, mut articles: Vec<Article>) -> Vec<Article> {
    articles.retain(|article| guest.shows(&format!("articles/{}", article.front.slug)));
    articles
}

/// Articles with title, date, excerpt and tags.
pub(in crate::site) fn listing<'a>(guest: &Guest, articles: impl Iterator<Item = &'a Article>) -> Markup {
    let shown: Vec<Shown<'_>> = articles.map(|article| shown(guest, article)).collect();
    let tags: Vec<Vec<Link<'_>>> =
        shown.iter().map(|one| one.tags.iter().map(|(label, href)| Link { label, href }).collect()).collect();
    let entries: Vec<ListingEntry<'_>> = shown
        .iter()
        .zip(&tags)
        .map(|(one, tags)| ListingEntry {
            link: Link { label: &one.article.front.title, href: &one.href },
            date: Some(Date { machine: &one.machine, shown: &one.date }),
            excerpt: &one.article.front.excerpt,
            tags,
        })
        .collect();
    html! { nav aria-label=(guest.words().t("menu-articles")) { (Listing { entries: &entries }) } }
}

fn shown<'a>(guest: &Guest, article: &'a Article) -> Shown<'a> {
    let front = &article.front;
    Shown {
        article,
        href: guest.to(&format!("articles/{}", front.slug)),
        machine: front.published.to_string(),
        date: when::date(guest.lang, front.published),
        tags: front.tags.iter().map(|tag| (tag.as_str(), tagged(guest, tag))).collect(),
    }
}

/// The address of the articles with a tag.
fn tagged(guest: &Guest, tag: &str) -> String {
    guest.to(&format!("articles?tag={}", query(tag)))
}

/// A text as it stands in a query.
fn query(text: &str) -> String {
    text.bytes().fold(String::new(), |mut shown, byte| {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => shown.push(char::from(byte)),
            other => shown.push_str(&format!("%{other:02X}")),
        }
        shown
    })
}

#[cfg(test)]
mod tests {
    use super::query;

    #[test]
    fn a_tag_in_japanese_survives_an_address() {
        assert_eq!(query("acne-scars"), "acne-scars");
        assert_eq!(query("肌 & 皮脂"), "%E8%82%8C%20%26%20%E7%9A%AE%E8%84%82");
    }
}
