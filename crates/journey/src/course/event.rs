//! What a patient has ahead, and how long before it a session must be.

use crate::evidence::Evidence;
use crate::quantity::DepthRange;
use crate::slug::RuleId;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

use super::history::CourseQuestion;
use super::hold::{CommonDay, Hold, Stretch};
use super::reason::{Origin, Reason};
use jiff::ToSpan;
use jiff::civil::Date;

/// Something on a day before which the skin should be calm, such as a wedding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LifeEvent {
    /// When it is.
    pub on: Date,
    /// What it is.
    pub name: Bilingual,
}

/// How long before such an event a session must be.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Downtime {
    /// Its name.
    pub id: RuleId,
    /// For which depths; an undecided depth counts as deep enough.
    pub depth: Option<DepthRange>,
    /// The least number of days from the session to the event.
    pub days: u16,
    /// The wording.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

impl Downtime {
    fn speaks_for(&self, question: &CourseQuestion<'_>) -> bool {
        let deep = |range: DepthRange| question.planned.depth.is_none_or(|depth| range.contains(depth));
        self.evidence.acts() && self.depth.is_none_or(deep)
    }
}

/// The days before each event, and the event's own day, that downtime closes.
pub(super) fn holds<'a>(question: &CourseQuestion<'a>) -> impl Iterator<Item = Hold<'a>> {
    let question = *question;
    let rules = question.protocol.downtime.iter().filter(move |rule| rule.speaks_for(&question));
    rules.flat_map(move |rule| {
        question.events.iter().map(move |event| Hold {
            reason: Reason::Downtime(rule),
            origin: Origin::Event(event),
            stretch: Stretch::Days {
                from: event.on.saturating_sub(i64::from(rule.days).days()).saturating_add(1.day()),
                until: event.on.saturating_add(1.day()),
            },
            common_day: CommonDay::Forbidden,
        })
    })
}
