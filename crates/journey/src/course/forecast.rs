//! What counts so far, and from when to when the next session may be.

use super::gap::{First, Gap, gaps};
use super::history::{CourseQuestion, PastSession, Release, Treated};
use super::words;
use crate::slug::{RuleId, SourceId};
use crate::text::Bilingual;
use jiff::ToSpan;
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
}

impl Counted {
    /// The stable word.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::TooEarly { .. } => "too-early",
        }
    }
}

/// A past session of this course and whether it counts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Evaluated {
    /// When it was.
    pub on: Date,
    /// Whether it counts.
    pub counted: Counted,
}

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
    /// From this day on too near before a booked session, until that session's own wait is over.
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

/// One bound with its reason.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bound {
    /// The day.
    pub date: Date,
    /// What it means.
    pub kind: BoundKind,
    /// The rule.
    pub rule: RuleId,
    /// The session it comes from.
    pub because_of: (Treated, Date),
    /// The wording.
    pub says: Bilingual,
    /// The sources.
    pub source: Vec<SourceId>,
}

/// The next session of a course.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Forecast {
    /// Which session is next, counting from one.
    pub number: u16,
    /// The first day that needs nobody.
    pub earliest: Date,
    /// The best day.
    pub ideal: Date,
    /// The last day that keeps the rhythm; none for a first session, or where nothing is known.
    pub latest: Option<Date>,
    /// Why.
    pub bounds: Vec<Bound>,
    /// What was done so far, and whether it counts.
    pub evaluated: Vec<Evaluated>,
}

/// Evaluates the history and says from when to when the next session may be, against past *and* booked future.
///
/// An interval that the clinic's physician has not approved still holds here: waiting needs nobody's leave.
pub fn forecast(question: &CourseQuestion<'_>) -> Forecast {
    let evaluated = evaluate(question);
    let gaps = gaps(question);
    let last = evaluated.last().map(|session| session.on);
    let interval = question.indication.interval.value;
    let earliest = first_free(&gaps, question.today);
    let ideal = last.map_or(earliest, |day| first_free(&gaps, interval.ideal.after(day).max(earliest)));
    let counted = evaluated.iter().filter(|session| session.counted == Counted::Counts).count();
    Forecast {
        number: u16::try_from(counted + 1).unwrap_or(u16::MAX),
        earliest,
        ideal,
        latest: last.and_then(|day| interval.latest.map(|latest| latest.after(day))),
        bounds: bounds(question, &gaps, last),
        evaluated,
    }
}

fn evaluate(question: &CourseQuestion<'_>) -> Vec<Evaluated> {
    let mut sessions: Vec<&PastSession> = question
        .history
        .iter()
        .filter(|s| s.on <= question.today && question.is_of_course(&s.treated, s.indication.as_ref()))
        .collect();
    sessions.sort_by_key(|session| session.on);
    let floor = question.indication.interval.value.floor;
    let mut last: Option<Date> = None;
    let mut evaluated = Vec::new();
    for session in sessions {
        let valid_from = last.map(|day| floor.after(day));
        let counted = match valid_from {
            Some(valid_from) if session.on < valid_from && session.release == Release::None => {
                Counted::TooEarly { valid_from }
            }
            _ => Counted::Counts,
        };
        if counted == Counted::Counts {
            last = Some(session.on);
        }
        evaluated.push(Evaluated { on: session.on, counted });
    }
    evaluated
}

/// The first day from `from` on that every gap admits. Every gap closes one stretch of days around its session, so
/// the search ends; the calendar's last day is the answer only where the calendar itself ends.
pub(super) fn first_free(gaps: &[Gap<'_>], from: Date) -> Date {
    let mut day = from;
    while day < Date::MAX && !gaps.iter().all(|gap| gap.admits(day)) {
        day = day.saturating_add(1.day());
    }
    day
}

fn bounds(question: &CourseQuestion<'_>, gaps: &[Gap<'_>], last: Option<Date>) -> Vec<Bound> {
    let mut found: Vec<Bound> = gaps.iter().filter_map(|gap| bound(gap, question.today)).collect();
    found.sort_by_key(|bound| bound.date);
    if let Some(last) = last {
        found.extend(rhythm(question, last));
    }
    found
}

fn bound(gap: &Gap<'_>, today: Date) -> Option<Bound> {
    let session = gap.neighbour.on;
    let (kind, date) = match gap.first {
        First::Neighbour => (BoundKind::NotBefore, gap.wait.after(session)),
        First::Asked => (BoundKind::ClosedFrom, gap.wait.before(session).saturating_add(1.day())),
    };
    let speaks = match gap.first {
        First::Neighbour => today < date,
        First::Asked => today < session && date < session,
    };
    speaks.then(|| Bound {
        date,
        kind,
        rule: gap.rule.clone(),
        because_of: (gap.neighbour.treated.clone(), session),
        says: gap.says.clone(),
        source: gap.evidence.source.clone(),
    })
}

fn rhythm(question: &CourseQuestion<'_>, last: Date) -> Vec<Bound> {
    let interval = &question.indication.interval;
    let made = |kind, date, says| Bound {
        date,
        kind,
        rule: question.indication.interval_rule(),
        because_of: (Treated::Protocol(question.protocol.id.clone()), last),
        says,
        source: interval.evidence.source.clone(),
    };
    let latest = interval.value.latest.map(|latest| made(BoundKind::Latest, latest.after(last), words::latest()));
    std::iter::once(made(BoundKind::Ideal, interval.value.ideal.after(last), words::ideal())).chain(latest).collect()
}
