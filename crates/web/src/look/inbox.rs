//! A list that is worked from top to bottom.

use maud::{Markup, Render, html};

use super::badge::Badge;

/// One thing to be done.
#[derive(Clone, Debug)]
pub struct Task<'a> {
    /// The instant for the machine.
    pub deadline: &'a str,
    /// The deadline for the reader.
    pub deadline_shown: &'a str,
    /// How much it matters.
    pub badge: Badge<'a>,
    /// Who it is about.
    pub who: Markup,
    /// What was said.
    pub what: &'a str,
    /// The curve in miniature.
    pub curve: Option<Markup>,
    /// The next step.
    pub action: Markup,
}

/// The tasks, the most pressing first.
#[derive(Clone, Debug)]
pub struct Inbox<'a> {
    /// What the list is called for those who hear it.
    pub label: &'a str,
    /// The tasks in order.
    pub tasks: &'a [Task<'a>],
}

impl Render for Inbox<'_> {
    fn render(&self) -> Markup {
        html! { ol.inbox aria-label=(self.label) { @for task in self.tasks { (line(task)) } } }
    }
}

fn line(task: &Task) -> Markup {
    html! {
        li {
            div.inbox-when { time datetime=(task.deadline) { (task.deadline_shown) } (task.badge) }
            div.inbox-who { (task.who) }
            p.inbox-what { (task.what) }
            div.inbox-curve { @if let Some(curve) = &task.curve { (curve) } }
            div.inbox-action { (task.action) }
        }
    }
}
