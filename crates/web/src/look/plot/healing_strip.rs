//! The days after a session, one by one.

use maud::{Markup, Render, html};

/// How much others see of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Visibility {
    /// It is seen.
    Seen,
    /// Make-up covers it.
    Covered,
    /// It is not seen.
    Unseen,
}

impl Visibility {
    const fn class(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Covered => "covered",
            Self::Unseen => "not-seen",
        }
    }
}

/// One day.
#[derive(Clone, Copy, Debug)]
pub struct HealingDay<'a> {
    /// What stands in its square ("当日", "3").
    pub short: &'a str,
    /// The day and its state in words ("3日目 赤みがひいてくる").
    pub spoken: &'a str,
    /// How much others see of it.
    pub visibility: Visibility,
}

/// Days that belong together, in words; the words carry what the shades repeat.
#[derive(Clone, Copy, Debug)]
pub struct Phase<'a> {
    /// Which days ("当日〜2日目").
    pub days: &'a str,
    /// What is expected.
    pub text: &'a str,
    /// How much others see of it.
    pub visibility: Visibility,
}

/// The strip with the words below it.
#[derive(Clone, Copy, Debug)]
pub struct HealingStrip<'a> {
    /// What the strip is called for those who hear it.
    pub label: &'a str,
    /// The days in order.
    pub days: &'a [HealingDay<'a>],
    /// The same days in words.
    pub phases: &'a [Phase<'a>],
}

impl Render for HealingStrip<'_> {
    fn render(&self) -> Markup {
        html! {
            figure.healing-strip {
                ol.days aria-label=(self.label) { @for day in self.days { (square(day)) } }
                ul.phases { @for phase in self.phases { (words(phase)) } }
            }
        }
    }
}

fn square(day: &HealingDay) -> Markup {
    html! {
        li class=(day.visibility.class()) {
            span aria-hidden="true" { (day.short) }
            span.unseen { (day.spoken) }
        }
    }
}

fn words(phase: &Phase) -> Markup {
    html! {
        li {
            span class={ "swatch " (phase.visibility.class()) } aria-hidden="true" {}
            span.phase-days { (phase.days) }
            span { (phase.text) }
        }
    }
}
