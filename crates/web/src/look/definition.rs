//! Terms and what stands beside them.

use maud::{Markup, Render, html};

/// A list of terms with their values, side by side where there is room.
#[derive(Clone, Debug)]
pub struct Definitions<'a> {
    /// Term and value.
    pub items: &'a [(&'a str, Markup)],
}

impl Render for Definitions<'_> {
    fn render(&self) -> Markup {
        html! {
            dl.definitions {
                @for (term, value) in self.items { div { dt { (term) } dd { (value) } } }
            }
        }
    }
}
