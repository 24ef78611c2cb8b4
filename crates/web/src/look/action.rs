//! Things to press.

use maud::{Markup, Render, html};

/// How much an action asks for attention. A page has at most one `Primary`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Weight {
    /// The one next step.
    Primary,
    /// Any other step.
    Quiet,
    /// A step within a line or a table.
    Inline,
}

impl Weight {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "action action-primary",
            Self::Quiet => "action action-quiet",
            Self::Inline => "action action-inline",
        }
    }
}

/// A button that sends its form.
#[derive(Clone, Copy, Debug)]
pub struct Button<'a> {
    /// What it does, as a verb.
    pub label: &'a str,
    /// How much it asks for attention.
    pub weight: Weight,
    /// Name and value that it adds to the form.
    pub sends: Option<(&'a str, &'a str)>,
}

impl Render for Button<'_> {
    fn render(&self) -> Markup {
        let (name, value) = self.sends.unzip();
        html! {
            button class=(self.weight.class()) type="submit" name=[name] value=[value] { (self.label) }
        }
    }
}

/// A link that looks like what it is: the next step.
#[derive(Clone, Copy, Debug)]
pub struct LinkAction<'a> {
    /// Where it leads, in words.
    pub label: &'a str,
    /// Where it leads.
    pub href: &'a str,
    /// How much it asks for attention.
    pub weight: Weight,
}

impl Render for LinkAction<'_> {
    fn render(&self) -> Markup {
        html! { a class=(self.weight.class()) href=(self.href) { (self.label) } }
    }
}

/// Several actions in a row, the primary first.
pub fn actions(items: &[&dyn Render]) -> Markup {
    html! { div.actions { @for item in items { (item.render()) } } }
}
