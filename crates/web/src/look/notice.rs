//! A passage that stands apart from the rest of the page.

use maud::{Markup, Render, html};

use super::badge::Tone;
use super::contact::Telephone;

/// Something to know before going on.
#[derive(Clone, Debug)]
pub struct Notice<'a> {
    /// What it means. An alarm that a person must act on is [`Alarm`], not this.
    pub tone: Tone,
    /// The one sentence.
    pub title: &'a str,
    /// What follows from it.
    pub body: Markup,
}

impl Render for Notice<'_> {
    fn render(&self) -> Markup {
        html! {
            div class={ "notice " (self.tone.class()) } {
                (self.tone.shape())
                div {
                    p.notice-title { (self.title) }
                    (self.body)
                }
            }
        }
    }
}

/// The whole page when an answer alarms: what to do, and the number.
#[derive(Clone, Copy, Debug)]
pub struct Alarm<'a> {
    /// What should happen, in one calm sentence; it is the `h1` of the page.
    pub title: &'a str,
    /// Why, and what if nobody answers.
    pub lines: &'a [&'a str],
    /// Numbers with their names, the first to be tried first.
    pub numbers: &'a [(&'a str, Telephone<'a>)],
}

impl Render for Alarm<'_> {
    fn render(&self) -> Markup {
        html! {
            section.alarm role="alert" {
                h1 { (Tone::Alarm.shape()) (self.title) }
                ul.numbers {
                    @for (name, number) in self.numbers { li { span { (name) } (number) } }
                }
                @for line in self.lines { p { (line) } }
            }
        }
    }
}
