//! What the law wants said beside a treatment: in plain text, in equal weight.

use maud::{Markup, Render, html};

/// One statement under its heading.
#[derive(Clone, Copy, Debug)]
pub struct Statement<'a> {
    /// What it is about.
    pub heading: &'a str,
    /// The statement.
    pub text: &'a str,
}

/// The statements on an unapproved product or use, one after the other, never folded away.
#[derive(Clone, Copy, Debug)]
pub struct Disclosures<'a> {
    /// The heading.
    pub title: &'a str,
    /// The statements: that it is unapproved, how it is obtained, domestic equivalents, safety information from
    /// abroad, and that the relief system does not cover it.
    pub statements: [Statement<'a>; 5],
}

impl Render for Disclosures<'_> {
    fn render(&self) -> Markup {
        html! {
            section.disclosures {
                h2 { (self.title) }
                dl {
                    @for statement in self.statements {
                        dt { (statement.heading) }
                        dd { (statement.text) }
                    }
                }
            }
        }
    }
}

/// Price and risk side by side, in the same size.
#[derive(Clone, Debug)]
pub struct PriceAndRisk<'a> {
    /// The heading over the prices.
    pub price_title: &'a str,
    /// The prices.
    pub price: Markup,
    /// The heading over the risks.
    pub risk_title: &'a str,
    /// The risks.
    pub risk: Markup,
}

impl Render for PriceAndRisk<'_> {
    fn render(&self) -> Markup {
        html! {
            div.price-and-risk {
                section { h2 { (self.price_title) } (self.price) }
                section { h2 { (self.risk_title) } (self.risk) }
            }
        }
    }
}
