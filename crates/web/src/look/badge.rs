//! A state as a word and a shape; the colour only repeats what both say.

use maud::{Markup, Render, html};

/// What a state means to the person who reads it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Tone {
    /// Nothing to be done.
    Plain,
    /// Done, cleared.
    Cleared,
    /// Worth knowing.
    Information,
    /// Care, or the doctor first.
    Caution,
    /// Not now, or not at all: a refusal is neutral.
    Refusal,
    /// A red flag, and nothing else.
    Alarm,
}

impl Tone {
    /// The class that colours it.
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Plain => "tone-plain",
            Self::Cleared => "tone-cleared",
            Self::Information => "tone-information",
            Self::Caution => "tone-caution",
            Self::Refusal => "tone-refusal",
            Self::Alarm => "tone-alarm",
        }
    }

    /// The shape that says the same without colour.
    pub(super) fn shape(self) -> Markup {
        html! {
            svg.shape viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false" {
                @match self {
                    Self::Plain => { circle.line cx="6" cy="6" r="4.25" {} }
                    Self::Cleared => { circle.solid cx="6" cy="6" r="5" {} path.cut d="M3.4 6.2 5.3 8 8.6 4.2" {} }
                    Self::Information => { rect.line x="1.75" y="1.75" width="8.5" height="8.5" {} }
                    Self::Caution => { path.line d="M6 1.2 11 10.6H1Z" {} }
                    Self::Refusal => { circle.line cx="6" cy="6" r="4.75" {} path.line d="M3 6h6" {} }
                    Self::Alarm => { path.solid d="M6 .4 11.6 6 6 11.6.4 6Z" {} }
                }
            }
        }
    }
}

/// A state in one or two words.
#[derive(Clone, Copy, Debug)]
pub struct Badge<'a> {
    /// What it means.
    pub tone: Tone,
    /// The word.
    pub label: &'a str,
}

impl Render for Badge<'_> {
    fn render(&self) -> Markup {
        html! { span class={ "badge " (self.tone.class()) } { (self.tone.shape()) span { (self.label) } } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn no_two_tones_share_a_shape_or_a_class() {
        let tones = [Tone::Plain, Tone::Cleared, Tone::Information, Tone::Caution, Tone::Refusal, Tone::Alarm];
        let shapes: BTreeSet<_> = tones.iter().map(|tone| tone.shape().into_string()).collect();
        let classes: BTreeSet<_> = tones.iter().map(|tone| tone.class()).collect();
        assert_eq!((shapes.len(), classes.len()), (tones.len(), tones.len()));
    }
}
