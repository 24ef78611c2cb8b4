//! What stands where nothing is yet.

use maud::{Markup, Render, html};

/// An empty place that says what will be here and how it gets here.
#[derive(Clone, Debug)]
pub struct Empty<'a> {
    /// What will be here.
    pub title: &'a str,
    /// How it gets here.
    pub text: &'a str,
    /// The step that brings the first one.
    pub action: Option<Markup>,
}

impl Render for Empty<'_> {
    fn render(&self) -> Markup {
        html! {
            div.empty {
                p.empty-title { (self.title) }
                p { (self.text) }
                @if let Some(action) = &self.action { (action) }
            }
        }
    }
}
