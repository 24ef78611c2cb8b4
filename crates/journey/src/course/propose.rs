//! A whole course from a first day on, as windows.

use super::forecast::forecast;
use super::history::{CourseQuestion, PastSession, Planned, Purpose, Release, Treated};
use super::why::Bound;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A session of a proposed course. Its window is reckoned from the ideal day of the session before.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ProposedSession {
    /// Which session, counting from one.
    pub number: u16,
    /// The first day that needs nobody.
    pub earliest: Date,
    /// The best day.
    pub ideal: Date,
    /// The last day that keeps the rhythm.
    pub latest: Option<Date>,
    /// Why.
    pub why: Vec<Bound>,
}

/// The remaining sessions up to the usual number, from `start` on; none where the course is complete.
pub fn propose(question: &CourseQuestion<'_>, start: Date) -> Vec<ProposedSession> {
    let usual = question.indication.sessions.value.usual;
    let planned = Planned { purpose: Purpose::Course, ..question.planned.clone() };
    let mut history = question.history.to_vec();
    let mut today = start.max(question.today);
    let mut proposed = Vec::new();
    loop {
        let next = forecast(&CourseQuestion { history: &history, planned: &planned, today, ..*question });
        if next.number > usual {
            return proposed;
        }
        history.push(assumed(question, next.ideal));
        today = next.ideal;
        proposed.push(ProposedSession {
            number: next.number,
            earliest: next.earliest,
            ideal: next.ideal,
            latest: next.latest,
            why: next.bounds,
        });
    }
}

fn assumed(question: &CourseQuestion<'_>, on: Date) -> PastSession {
    PastSession {
        treated: Treated::Protocol(question.protocol.id.clone()),
        on,
        indication: Some(question.indication.id.clone()),
        zones: question.planned.zones.clone(),
        product: question.planned.product.clone(),
        depth: question.planned.depth,
        doses: Vec::new(),
        release: Release::ByPhysician,
        purpose: Purpose::Course,
    }
}
