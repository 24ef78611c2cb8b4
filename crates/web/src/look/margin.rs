//! A passage with its notes and sources in the margin.

use maud::{Markup, Render, html};

/// A section whose notes stand beside it where there is room, and below it on a phone.
#[derive(Clone, Debug)]
pub struct WithMargin<'a> {
    /// The passage.
    pub body: Markup,
    /// What the notes are called for those who hear them.
    pub label: &'a str,
    /// The notes.
    pub notes: Markup,
}

impl Render for WithMargin<'_> {
    fn render(&self) -> Markup {
        html! {
            div.with-margin {
                div.passage { (self.body) }
                div.notes role="note" aria-label=(self.label) { (self.notes) }
            }
        }
    }
}

/// A source of a statement.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// Author, title, year.
    pub citation: &'a str,
    /// How far it carries, in words.
    pub confidence: &'a str,
    /// Where to read it.
    pub href: Option<&'a str>,
}

impl Render for Source<'_> {
    fn render(&self) -> Markup {
        html! {
            p.source {
                @if let Some(href) = self.href { a href=(href) rel="noopener" { (self.citation) } }
                @else { (self.citation) }
                " " span.confidence { (self.confidence) }
            }
        }
    }
}
