//! Which past sessions count towards a course, and why the others do not.

use super::history::{CourseQuestion, PastSession, Purpose, Release, Treated};
use crate::slug::IndicationId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Whether a past session counts towards the course.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// It counts.
    Counts,
    /// It was earlier than the interval, and no physician released it.
    TooEarly {
        /// The first day on which it would have counted.
        valid_from: Date,
    },
    /// It was a touch-up: a dose, and no session of the course.
    TouchUp,
    /// It was for something else, or nobody wrote down what for.
    OtherIndication(Option<IndicationId>),
    /// It was nowhere that this course treats.
    OtherZone,
}

impl Counted {
    /// The stable word.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::TooEarly { .. } => "too-early",
            Self::TouchUp => "touch-up",
            Self::OtherIndication(_) => "other-indication",
            Self::OtherZone => "other-zone",
        }
    }

    /// Whether the session belongs to the rhythm of the course: the next is reckoned from it, whether or not it counts.
    pub(super) const fn sets_the_rhythm(&self) -> bool {
        matches!(self, Self::Counts | Self::TooEarly { .. })
    }
}

/// A past session of this treatment and whether it counts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Evaluated {
    /// When it was.
    pub on: Date,
    /// Whether it counts.
    pub counted: Counted,
}

/// Every past session of the protocol up to today, the oldest first.
pub(super) fn evaluate(question: &CourseQuestion<'_>) -> Vec<Evaluated> {
    let ours = |treated: &Treated| matches!(treated, Treated::Protocol(id) if *id == question.protocol.id);
    let mut sessions: Vec<&PastSession> =
        question.history.iter().filter(|s| s.on <= question.today && ours(&s.treated)).collect();
    sessions.sort_by_key(|session| session.on);
    let mut valid_from: Option<Date> = None;
    let mut evaluated = Vec::with_capacity(sessions.len());
    for session in sessions {
        let counted = count(question, session, valid_from);
        if matches!(counted, Counted::Counts | Counted::TouchUp) {
            valid_from = Some(question.indication.interval.value.floor.after(session.on));
        }
        evaluated.push(Evaluated { on: session.on, counted });
    }
    evaluated
}

fn count(question: &CourseQuestion<'_>, session: &PastSession, valid_from: Option<Date>) -> Counted {
    if session.indication.as_ref() != Some(&question.indication.id) {
        return Counted::OtherIndication(session.indication.clone());
    }
    if !question.shares_a_zone(&session.zones) {
        return Counted::OtherZone;
    }
    if session.purpose == Purpose::TouchUp {
        return Counted::TouchUp;
    }
    match valid_from {
        Some(valid_from) if session.on < valid_from && session.release == Release::None => {
            Counted::TooEarly { valid_from }
        }
        _ => Counted::Counts,
    }
}
