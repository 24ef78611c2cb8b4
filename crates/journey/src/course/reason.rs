//! Which rule closes days, and because of what.

use super::event::{Downtime, LifeEvent};
use super::history::Treated;
use super::indication::{Indication, Pause};
use super::spacing::Spacing;
use super::touch_up::TouchUp;
use super::why::Because;
use super::words;
use crate::evidence::Evidence;
use crate::screening::{FindingKind, OverrideBy, Rule};
use crate::slug::RuleId;
use crate::text::Bilingual;
use jiff::civil::Date;

/// The rule, borrowed; its words are copied only where somebody reads them.
#[derive(Clone, Copy)]
pub(super) enum Reason<'a> {
    Spacing(&'a Spacing),
    Interval(&'a Indication),
    Pause(&'a Indication, &'a Pause),
    TouchUp(&'a TouchUp),
    Downtime(&'a Downtime),
    Screening(&'a Rule),
}

impl<'a> Reason<'a> {
    pub fn rule(&self) -> RuleId {
        match self {
            Self::Spacing(rule) => rule.id.clone(),
            Self::Interval(indication) => indication.interval_rule(),
            Self::Pause(indication, _) => indication.pause_rule(),
            Self::TouchUp(_) => TouchUp::rule(),
            Self::Downtime(rule) => rule.id.clone(),
            Self::Screening(rule) => rule.id.clone(),
        }
    }

    pub fn says(&self) -> Bilingual {
        match self {
            Self::Spacing(rule) => rule.says.clone(),
            Self::Interval(_) => words::interval(),
            Self::Pause(_, pause) => pause.says.clone(),
            Self::TouchUp(touch_up) => touch_up.says.clone(),
            Self::Downtime(rule) => rule.says.clone(),
            Self::Screening(rule) => rule.says.clone(),
        }
    }

    pub fn evidence(&self) -> &'a Evidence {
        match self {
            Self::Spacing(rule) => &rule.evidence,
            Self::Interval(indication) => &indication.interval.evidence,
            Self::Pause(_, pause) => &pause.evidence,
            Self::TouchUp(touch_up) => &touch_up.evidence,
            Self::Downtime(rule) => &rule.evidence,
            Self::Screening(rule) => &rule.evidence,
        }
    }

    pub const fn override_by(&self) -> OverrideBy {
        match self {
            Self::Spacing(rule) => rule.override_by,
            Self::Screening(rule) => rule.override_by,
            Self::Interval(_) | Self::Pause(..) | Self::TouchUp(_) | Self::Downtime(_) => OverrideBy::Physician,
        }
    }

    pub const fn kind(&self) -> FindingKind {
        match self {
            Self::Screening(_) => FindingKind::Screening,
            Self::Downtime(_) => FindingKind::EventAhead,
            Self::Spacing(_) | Self::Interval(_) | Self::Pause(..) | Self::TouchUp(_) => FindingKind::TooEarly,
        }
    }
}

/// What the rule looks at.
#[derive(Clone, Copy)]
pub(super) enum Origin<'a> {
    Session(&'a Treated, Date),
    Event(&'a LifeEvent),
    Answers,
}

impl From<Origin<'_>> for Because {
    fn from(origin: Origin<'_>) -> Self {
        match origin {
            Origin::Session(treated, on) => Self::Session(treated.clone(), on),
            Origin::Event(event) => Self::Event(event.clone()),
            Origin::Answers => Self::Answers,
        }
    }
}
