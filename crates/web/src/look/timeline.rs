//! What has happened and what is to come, in order.

use maud::{Markup, Render, html};

/// Where an entry stands in time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tense {
    /// It has happened.
    Past,
    /// It is today.
    Now,
    /// It is to come.
    Planned,
}

impl Tense {
    const fn class(self) -> &'static str {
        match self {
            Self::Past => "past",
            Self::Now => "now",
            Self::Planned => "planned",
        }
    }
}

/// One entry.
#[derive(Clone, Debug)]
pub struct Entry<'a> {
    /// The date for the machine, as in `2026-11-22`.
    pub date: &'a str,
    /// The date for the reader.
    pub shown: &'a str,
    /// What it is.
    pub title: &'a str,
    /// More about it.
    pub body: Option<Markup>,
    /// Where it stands in time.
    pub tense: Tense,
}

/// Entries in order.
#[derive(Clone, Debug)]
pub struct Timeline<'a> {
    /// What the list is called for those who hear it.
    pub label: &'a str,
    /// The entries, in order.
    pub entries: &'a [Entry<'a>],
}

impl Render for Timeline<'_> {
    fn render(&self) -> Markup {
        html! {
            ol.timeline aria-label=(self.label) {
                @for entry in self.entries { (line(entry)) }
            }
        }
    }
}

fn line(entry: &Entry) -> Markup {
    let current = (entry.tense == Tense::Now).then_some("date");
    html! {
        li class=(entry.tense.class()) aria-current=[current] {
            time datetime=(entry.date) { (entry.shown) }
            div {
                p.timeline-title { (entry.title) }
                @if let Some(body) = &entry.body { (body) }
            }
        }
    }
}
