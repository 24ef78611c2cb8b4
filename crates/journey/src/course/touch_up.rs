//! A touch-up: a second dose soon after the first, always a physician's decision.

use super::history::{CourseQuestion, Purpose};
use crate::evidence::Evidence;
use crate::period::Period;
use crate::slug::{RuleId, SourceId};
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// When a touch-up may be considered, after the session it follows.
///
/// It is a dose and counts in the ledger; it is no session of the course, and the course's interval runs from it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TouchUp {
    /// Not before this.
    pub from: Period,
    /// Preferably not after this.
    pub to: Period,
    /// The wording.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

/// The days on which a physician may decide for a touch-up of the last session.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct TouchUpWindow {
    /// The first.
    pub from: Date,
    /// The last.
    pub to: Date,
    /// The wording.
    pub says: Bilingual,
    /// The sources.
    pub source: Vec<SourceId>,
}

impl TouchUp {
    /// The rule it stands for.
    pub fn rule() -> RuleId {
        RuleId::derived("touch", "up")
    }
}

/// What the protocol says of touch-ups, where one is planned and the statement acts.
pub(super) fn planned<'a>(question: &CourseQuestion<'a>) -> Option<&'a TouchUp> {
    let acting = question.protocol.touch_up.as_ref().filter(|touch_up| touch_up.evidence.acts());
    acting.filter(|_| question.planned.purpose == Purpose::TouchUp)
}

/// The window after the last session of the course, unless it is over.
pub(super) fn window(question: &CourseQuestion<'_>, last: Option<Date>) -> Option<TouchUpWindow> {
    let touch_up = question.protocol.touch_up.as_ref().filter(|touch_up| touch_up.evidence.acts())?;
    let (from, to) = (touch_up.from.after(last?), touch_up.to.after(last?));
    (question.today <= to).then(|| TouchUpWindow {
        from,
        to,
        says: touch_up.says.clone(),
        source: touch_up.evidence.source.clone(),
    })
}
