//! What the screening found, as a sentence with its reasons and the one next step.

use maud::{Markup, Render, html};

use super::badge::{Badge, Tone};

/// One finding with what it rests on.
#[derive(Clone, Copy, Debug)]
pub struct Reason<'a> {
    /// What it means.
    pub tone: Tone,
    /// The word for it ("医師の確認").
    pub label: &'a str,
    /// The reason, in a sentence.
    pub text: &'a str,
    /// What would change it.
    pub changes: Option<&'a str>,
}

/// The verdict: a sentence, the reasons below, the next step as the one button.
#[derive(Clone, Debug)]
pub struct Verdict<'a> {
    /// The sentence; it is the `h1` of the page.
    pub sentence: &'a str,
    /// What the sentence does not decide.
    pub caveat: Option<&'a str>,
    /// The reasons, the weightiest first.
    pub reasons: &'a [Reason<'a>],
    /// The next step.
    pub next: Markup,
}

impl Render for Verdict<'_> {
    fn render(&self) -> Markup {
        html! {
            section.verdict {
                h1 { (self.sentence) }
                @if let Some(text) = self.caveat { p.lead { (text) } }
                @if !self.reasons.is_empty() {
                    ul.reasons { @for reason in self.reasons { li { (found(reason)) } } }
                }
                div.actions { (self.next) }
            }
        }
    }
}

fn found(reason: &Reason) -> Markup {
    html! {
        (Badge { tone: reason.tone, label: reason.label })
        p { (reason.text) }
        @if let Some(text) = reason.changes { p.hint { (text) } }
    }
}
