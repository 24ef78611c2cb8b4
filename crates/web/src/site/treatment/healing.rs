//! Healing day by day, for each class of depths that the protocol tells apart. No evidence, no strip.

mod days;

use super::Sheet;
use crate::look::plot::{HealingDay, HealingStrip, Phase, Visibility};
use crate::wording::Wording;
use days::{DepthClass, Stretch};
use journey::evidence::Evidence;
use journey::quantity::DepthRange;
use journey::recovery::{ExpectedDay, ExpectedSign, Severity};
use maud::{Markup, Render, html};

pub(super) use days::longest;

impl Sheet<'_> {
    /// What the days after are like.
    pub(super) fn healing(&self) -> Markup {
        let words = self.words();
        let classes = days::classes(self.protocol);
        let curves = self.protocol.recovery.expected.iter().map(|curve| &curve.evidence);
        let statements: Vec<&Evidence> = curves.filter(|evidence| evidence.acts()).collect();
        let body = html! {
            p { (self.say(&self.protocol.catalogue.downtime)) }
            @if classes.is_empty() {
                p { (words.t("site-healing-none")) }
            } @else {
                p.hint { (words.t("site-healing-lead")) }
                @for class in &classes { (self.class(class)) }
            }
        };
        self.part(&self.told("site-healing"), body, &statements)
    }

    fn class(&self, class: &DepthClass) -> Markup {
        let words = self.words();
        let depth = class.range.map(|range| depth(words, range));
        let label = words.t("site-healing-strip");
        let label = depth.as_ref().map_or_else(|| label.clone(), |depth| format!("{label} {depth}"));
        html! {
            @if let Some(depth) = &depth { h3 { (depth) } }
            (self.strip(&label, &class.days))
        }
    }

    fn strip(&self, label: &str, days: &[ExpectedDay]) -> Markup {
        let words = self.words();
        let told: Vec<(String, String, Visibility)> = days
            .iter()
            .map(|day| {
                (short(words, day.day), format!("{} {}", name(words, day.day), self.signs(&day.signs)), seen(day))
            })
            .collect();
        let squares: Vec<HealingDay<'_>> = told
            .iter()
            .map(|(short, spoken, visibility)| HealingDay { short, spoken, visibility: *visibility })
            .collect();
        let phases: Vec<(String, String, Visibility)> = days::stretches(days)
            .iter()
            .map(|stretch| (between(words, stretch), self.signs(&stretch.first.signs), seen(stretch.first)))
            .collect();
        let phases: Vec<Phase<'_>> =
            phases.iter().map(|(days, text, visibility)| Phase { days, text, visibility: *visibility }).collect();
        HealingStrip { label, days: &squares, phases: &phases }.render()
    }

    /// The signs of a day, without those that are not expected at all.
    fn signs(&self, signs: &[ExpectedSign]) -> String {
        let words = self.words();
        let told: Vec<String> =
            signs.iter().filter(|sign| sign.upper > Severity::None).map(|sign| self.sign(sign)).collect();
        if told.is_empty() { words.t("site-sign-nothing") } else { told.join(&words.t("site-sign-separator")) }
    }

    fn sign(&self, sign: &ExpectedSign) -> String {
        let words = self.words();
        let (usual, upper) = (severity(words, sign.usual), severity(words, sign.upper));
        let named = self.symptom(sign);
        if sign.usual == sign.upper {
            words.with("site-sign-one", &[("sign", &named), ("usual", &usual)])
        } else {
            words.with("site-sign-range", &[("sign", &named), ("usual", &usual), ("upper", &upper)])
        }
    }

    /// A symptom as a noun.
    fn symptom(&self, sign: &ExpectedSign) -> String {
        let short = self.protocol.symptom(&sign.symptom).and_then(|symptom| symptom.short.as_ref());
        short.map_or(sign.symptom.as_str(), |short| self.say(short)).to_owned()
    }
}

fn severity(words: Wording, severity: Severity) -> String {
    match severity {
        Severity::None => words.t("site-severity-none"),
        Severity::Mild => words.t("site-severity-mild"),
        Severity::Moderate => words.t("site-severity-moderate"),
        Severity::Severe => words.t("site-severity-severe"),
    }
}

/// The shade of a day: its strongest usual sign. The words beside it carry the meaning.
fn seen(day: &ExpectedDay) -> Visibility {
    match day.signs.iter().map(|sign| sign.usual).max() {
        Some(Severity::Moderate | Severity::Severe) => Visibility::Seen,
        Some(Severity::Mild) => Visibility::Covered,
        Some(Severity::None) | None => Visibility::Unseen,
    }
}

fn short(words: Wording, day: u16) -> String {
    if day == 0 { words.t("site-day-zero-short") } else { day.to_string() }
}

fn name(words: Wording, day: u16) -> String {
    if day == 0 { words.t("site-day-zero") } else { words.with("site-day-nth", &[("day", &day.to_string())]) }
}

fn between(words: Wording, stretch: &Stretch<'_>) -> String {
    let (first, last) = (stretch.first.day, stretch.last.day);
    if first == last {
        return name(words, first);
    }
    words.with("site-day-range", &[("from", &name(words, first)), ("to", &name(words, last))])
}

fn depth(words: Wording, range: DepthRange) -> String {
    match (range.at_least, range.below) {
        (Some(low), Some(high)) => {
            words.with("site-depth-between", &[("low", &low.to_string()), ("high", &high.to_string())])
        }
        (Some(low), None) => words.with("site-depth-from", &[("low", &low.to_string())]),
        (None, Some(high)) => words.with("site-depth-below", &[("high", &high.to_string())]),
        (None, None) => words.t("site-depth-any"),
    }
}
