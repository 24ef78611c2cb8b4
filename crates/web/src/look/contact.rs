//! How to reach the clinic; on every page, and first on a page that alarms.

use maud::{Markup, Render, html};

/// A telephone number as it is dialled and as it is read.
#[derive(Clone, Copy, Debug)]
pub struct Telephone<'a> {
    /// The number for the machine, as in `+81300000000`.
    pub dial: &'a str,
    /// The number for the reader, as in `03-0000-0000`.
    pub shown: &'a str,
}

impl Render for Telephone<'_> {
    fn render(&self) -> Markup {
        html! { a.telephone href={ "tel:" (self.dial) } { (self.shown) } }
    }
}

/// The clinic's name, number, hours and way.
#[derive(Clone, Copy, Debug)]
pub struct Contact<'a> {
    /// The heading.
    pub title: &'a str,
    /// The number.
    pub telephone: Telephone<'a>,
    /// When it is answered, one line each.
    pub hours: &'a [&'a str],
    /// Where the clinic is, one line each.
    pub address: &'a [&'a str],
    /// What to do when it cannot wait.
    pub emergency: Option<&'a str>,
}

impl Render for Contact<'_> {
    fn render(&self) -> Markup {
        html! {
            section.contact aria-labelledby="contact-title" {
                h2 #contact-title { (self.title) }
                p.number { (self.telephone) }
                @if !self.hours.is_empty() {
                    ul.lines { @for line in self.hours { li { (line) } } }
                }
                @if !self.address.is_empty() {
                    address { ul.lines { @for line in self.address { li { (line) } } } }
                }
                @if let Some(text) = self.emergency { p.emergency { (text) } }
            }
        }
    }
}
