//! What must be mended before the form can go on.

use maud::{Markup, Render, html};

/// The list of what must be mended, at the head of the page, each a link to its field.
#[derive(Clone, Copy, Debug)]
pub struct ErrorSummary<'a> {
    /// The heading.
    pub title: &'a str,
    /// The name of the field and what to do there.
    pub errors: &'a [(&'a str, &'a str)],
}

impl Render for ErrorSummary<'_> {
    fn render(&self) -> Markup {
        html! {
            @if !self.errors.is_empty() {
                div.error-summary role="alert" tabindex="-1" {
                    h2 { (self.title) }
                    ul { @for (name, text) in self.errors { li { a href={ "#" (name) } { (text) } } } }
                }
            }
        }
    }
}
