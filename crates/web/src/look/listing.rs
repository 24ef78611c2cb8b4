//! Lists of pages: articles with excerpts, treatments with a sentence each.

use maud::{Markup, Render, html};

use super::navigation::Link;

/// A date for the machine and for the reader.
#[derive(Clone, Copy, Debug)]
pub struct Date<'a> {
    /// As in `2026-11-22`.
    pub machine: &'a str,
    /// As in 2026年11月22日(日).
    pub shown: &'a str,
}

/// One page of the list.
#[derive(Clone, Copy, Debug)]
pub struct ListingEntry<'a> {
    /// Title and address.
    pub link: Link<'a>,
    /// When it was written or last revised.
    pub date: Option<Date<'a>>,
    /// The first sentences, or the one sentence that says what it is.
    pub excerpt: &'a str,
    /// What it is about.
    pub tags: &'a [Link<'a>],
}

/// The list.
#[derive(Clone, Copy, Debug)]
pub struct Listing<'a> {
    /// The pages in order.
    pub entries: &'a [ListingEntry<'a>],
}

impl Render for Listing<'_> {
    fn render(&self) -> Markup {
        html! { ul.listing { @for entry in self.entries { li { (line(entry)) } } } }
    }
}

fn line(entry: &ListingEntry) -> Markup {
    html! {
        h2 { a href=(entry.link.href) { (entry.link.label) } }
        @if let Some(date) = entry.date { time datetime=(date.machine) { (date.shown) } }
        p { (entry.excerpt) }
        @if !entry.tags.is_empty() {
            ul.tags { @for tag in entry.tags { li { a href=(tag.href) { (tag.label) } } } }
        }
    }
}
