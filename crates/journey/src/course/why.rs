//! The bounds of a window, each with its rule and what it looks at.

use super::event::LifeEvent;
use super::history::Treated;
use super::hold::{Hold, Stretch};
use crate::slug::{RuleId, SourceId};
use crate::text::Bilingual;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What a bound says about the next date.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BoundKind {
    /// Not before this day without a physician.
    NotBefore,
    /// Best on this day.
    Ideal,
    /// Preferably not after this day.
    Latest,
    /// From this day on too near before something that is booked or ahead, until that is over.
    ClosedFrom,
}

impl BoundKind {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotBefore => "not-before",
            Self::Ideal => "ideal",
            Self::Latest => "latest",
            Self::ClosedFrom => "closed-from",
        }
    }
}

/// How much a bound matters for the window.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bearing {
    /// It decides the earliest, ideal or latest day.
    Binds,
    /// It closes days ahead, but another decides.
    Holds,
    /// It was considered and is over.
    Over,
}

impl Bearing {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Binds => "binds",
            Self::Holds => "holds",
            Self::Over => "over",
        }
    }
}

/// What a bound looks at.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Because {
    /// A session, past or booked.
    Session(Treated, Date),
    /// Something the patient has ahead.
    Event(LifeEvent),
    /// What the patient answered.
    Answers,
}

/// One bound with its reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bound {
    /// The day.
    pub date: Date,
    /// What it means.
    pub kind: BoundKind,
    /// Whether it decides.
    pub bearing: Bearing,
    /// The rule.
    pub rule: RuleId,
    /// What it comes from.
    pub because_of: Because,
    /// The wording.
    pub says: Bilingual,
    /// The sources.
    pub source: Vec<SourceId>,
}

/// What a hold says, seen from a day.
pub(super) fn bound(hold: &Hold<'_>, today: Date, binds: impl FnOnce() -> Bearing) -> Bound {
    let (kind, date) = edge(hold, today);
    Bound {
        date,
        kind,
        bearing: if is_ahead(hold, today) { binds() } else { Bearing::Over },
        rule: hold.reason.rule(),
        because_of: hold.origin.into(),
        says: hold.reason.says(),
        source: hold.reason.evidence().source.clone(),
    }
}

/// Whether a hold still closes a day after today.
pub(super) fn is_ahead(hold: &Hold<'_>, today: Date) -> bool {
    match hold.stretch {
        Stretch::After { until, .. } => today < until,
        Stretch::Days { from, until } => today < until && from < until,
        Stretch::Before { on, wait } => today < on && wait.before(on).saturating_add(1.day()) < on,
    }
}

fn edge(hold: &Hold<'_>, today: Date) -> (BoundKind, Date) {
    match hold.stretch {
        Stretch::After { until, .. } => (BoundKind::NotBefore, until),
        Stretch::Days { from, until } if from <= today => (BoundKind::NotBefore, until),
        Stretch::Days { from, .. } => (BoundKind::ClosedFrom, from),
        Stretch::Before { on, wait } => (BoundKind::ClosedFrom, wait.before(on).saturating_add(1.day())),
    }
}
