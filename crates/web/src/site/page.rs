use super::structured;
use crate::frame::{Page, public};
use crate::guest::Guest;
use crate::look::head::Robots;
use maud::Markup;
use serde_json::Value;

/// What a page of the site says about itself.
pub(super) struct SitePage<'a> {
    /// One word, for the style of the page.
    pub name: &'a str,
    /// The title, without the clinic's name.
    pub title: &'a str,
    /// One or two sentences for search engines.
    pub description: &'a str,
    /// The way here from the first page, without it; the last has no address.
    pub crumbs: &'a [(&'a str, Option<&'a str>)],
    /// Whether search engines may show it.
    pub robots: Robots,
    /// What the page is about, as JSON-LD.
    pub about: Option<Value>,
}

/// A page of the site with its breadcrumbs told to machines as well.
pub(super) fn page(guest: &Guest, about: SitePage<'_>, content: Markup) -> Markup {
    let data = structured::graph(guest, about.crumbs, about.about);
    let page = Page {
        name: about.name,
        title: about.title,
        description: Some(about.description),
        crumbs: about.crumbs,
        robots: about.robots,
        structured_data: data.as_deref(),
    };
    public(guest, &page, content)
}
