//! Reasons as nested lists that open and close.

use journey::tree::Tree;
use maud::{Markup, Render, html};

/// Up to so many lines a branch stands open from the start.
const SHORT: usize = 12;

/// A tree of reasons: each branch of the first level can be opened and closed.
pub struct Reasons<'a>(pub &'a Tree);

impl Render for Reasons<'_> {
    fn render(&self) -> Markup {
        html! {
            p.lead { (self.0.text) }
            @for (at, branch) in self.0.below.iter().enumerate() {
                @if branch.below.is_empty() {
                    p { (branch.text) }
                } @else {
                    details.reasons-group open[at < 2 || branch.lines() <= SHORT] {
                        summary { (branch.text) }
                        (list(&branch.below))
                    }
                }
            }
        }
    }
}

fn list(branches: &[Tree]) -> Markup {
    html! {
        ul.reasons-tree {
            @for branch in branches {
                li { (branch.text) @if !branch.below.is_empty() { (list(&branch.below)) } }
            }
        }
    }
}
