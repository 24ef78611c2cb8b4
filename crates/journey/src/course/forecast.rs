//! What counts so far, and from when to when the next session may be.

use super::counted::{Counted, Evaluated, evaluate};
use super::history::{CourseQuestion, Treated};
use super::hold::{Landing, first_free};
use super::scene::Scene;
use super::touch_up::{self, TouchUp, TouchUpWindow};
use super::why::{Bearing, Because, Bound, BoundKind, bound, is_ahead};
use super::words;
use crate::screening::Finding;
use crate::slug::RuleId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// Which rule decides each day of the window; none where nothing stands before it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Binding {
    /// Of the earliest day.
    pub earliest: Option<RuleId>,
    /// Of the ideal day.
    pub ideal: Option<RuleId>,
    /// Of the latest day.
    pub latest: Option<RuleId>,
}

/// The next session of a course.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Forecast {
    /// Which session is next, counting from one. A touch-up bears the number of the session that comes after it.
    pub number: u16,
    /// The first day that needs nobody; a touch-up needs a physician on every day.
    pub earliest: Date,
    /// The best day.
    pub ideal: Date,
    /// The last day that keeps the rhythm; none for a first session, or where nothing is known.
    pub latest: Option<Date>,
    /// Which rule decides each of these.
    pub binding: Binding,
    /// Why.
    pub bounds: Vec<Bound>,
    /// What was done so far, and whether it counts.
    pub evaluated: Vec<Evaluated>,
    /// Deferrals without a day and contraindications: until they are settled, no day will do.
    pub blocked_by: Vec<Finding>,
    /// When a physician may decide for a touch-up of the last session.
    pub touch_up: Option<TouchUpWindow>,
}

/// Evaluates the history and says from when to when the next session may be: against what was done, everything booked,
/// what the patient answered and what the patient has ahead.
///
/// An interval that the clinic's physician has not approved still holds here: waiting needs nobody's leave.
pub fn forecast(question: &CourseQuestion<'_>) -> Forecast {
    let scene = Scene::of(question);
    let evaluated = evaluate(question);
    let last = last_of(&evaluated);
    let window = Window::of(question, &scene, last);
    let counted = evaluated.iter().filter(|session| session.counted == Counted::Counts).count();
    Forecast {
        number: u16::try_from(counted + 1).unwrap_or(u16::MAX),
        earliest: window.earliest.day,
        ideal: window.ideal.day,
        latest: latest(question, last),
        binding: window.binding(question, &scene, last),
        bounds: window.bounds(question, &scene, last),
        touch_up: touch_up::window(question, last),
        evaluated,
        blocked_by: scene.answers.blocking,
    }
}

/// Every rule that was looked at for the next date, whether it decides, holds or is over, by its day.
pub fn considered(question: &CourseQuestion<'_>) -> Vec<Bound> {
    let scene = Scene::of(question);
    let last = last_of(&evaluate(question));
    let window = Window::of(question, &scene, last);
    let each = scene.holds.iter().enumerate();
    let mut all: Vec<Bound> = each.map(|(place, hold)| bound(hold, question.today, || window.bearing(place))).collect();
    all.sort_by_key(|bound| bound.date);
    all.extend(rhythm(question, last, &window));
    all
}

/// The last day that keeps the rhythm, or the touch-up's window.
pub(super) fn latest(question: &CourseQuestion<'_>, last: Option<Date>) -> Option<Date> {
    match touch_up::planned(question) {
        Some(touch_up) => last.map(|last| touch_up.to.after(last)),
        None => last.and_then(|last| question.indication.interval.value.latest.map(|latest| latest.after(last))),
    }
}

/// The last session that sets the rhythm.
pub(super) fn last_of(evaluated: &[Evaluated]) -> Option<Date> {
    evaluated.iter().rev().find(|session| session.counted.sets_the_rhythm()).map(|session| session.on)
}

/// The two days of the window that are searched for.
struct Window {
    earliest: Landing,
    ideal: Landing,
    /// Whence the search for the ideal day began, where the rhythm asks for a day later than the earliest.
    wished: Option<Date>,
}

impl Window {
    fn of(question: &CourseQuestion<'_>, scene: &Scene<'_>, last: Option<Date>) -> Self {
        let earliest = first_free(&scene.holds, question.today);
        let by_rhythm = match touch_up::planned(question) {
            Some(_) => None,
            None => last.map(|last| question.indication.interval.value.ideal.after(last)),
        };
        let wished = by_rhythm.filter(|wished| *wished > earliest.day);
        let ideal = wished.map_or(earliest, |wished| first_free(&scene.holds, wished));
        Self { earliest, ideal, wished }
    }

    fn bearing(&self, place: usize) -> Bearing {
        let decides = [self.earliest.pushed_by, self.ideal.pushed_by].contains(&Some(place));
        if decides { Bearing::Binds } else { Bearing::Holds }
    }

    fn binding(&self, question: &CourseQuestion<'_>, scene: &Scene<'_>, last: Option<Date>) -> Binding {
        let pusher = |landing: Landing| {
            let place = landing.pushed_by?;
            scene.holds.get(place).map(|hold| hold.reason.rule())
        };
        let interval = || question.indication.interval_rule();
        let by_rhythm = self.wished.map(|_| interval());
        let by_latest = if touch_up::planned(question).is_some() { TouchUp::rule() } else { interval() };
        Binding {
            earliest: pusher(self.earliest),
            ideal: pusher(self.ideal).or(by_rhythm),
            latest: latest(question, last).map(|_| by_latest),
        }
    }

    fn bounds(&self, question: &CourseQuestion<'_>, scene: &Scene<'_>, last: Option<Date>) -> Vec<Bound> {
        let ahead = scene.holds.iter().enumerate().filter(|(_, hold)| is_ahead(hold, question.today));
        let mut found: Vec<Bound> =
            ahead.map(|(place, hold)| bound(hold, question.today, || self.bearing(place))).collect();
        found.sort_by_key(|bound| bound.date);
        found.extend(rhythm(question, last, self));
        found
    }
}

/// The ideal and the latest day of the course's own rhythm; a touch-up has none.
fn rhythm(question: &CourseQuestion<'_>, last: Option<Date>, window: &Window) -> Vec<Bound> {
    let Some(last) = last.filter(|_| touch_up::planned(question).is_none()) else {
        return Vec::new();
    };
    let interval = &question.indication.interval;
    let made = |kind, date, bearing, says| Bound {
        date,
        kind,
        bearing,
        rule: question.indication.interval_rule(),
        because_of: Because::Session(Treated::Protocol(question.protocol.id.clone()), last),
        says,
        source: interval.evidence.source.clone(),
    };
    let ideal = interval.value.ideal.after(last);
    let bears = if window.ideal.day == ideal { Bearing::Binds } else { Bearing::Holds };
    let latest = interval.value.latest.map(|latest| latest.after(last));
    std::iter::once(made(BoundKind::Ideal, ideal, bears, words::ideal()))
        .chain(latest.map(|day| made(BoundKind::Latest, day, Bearing::Binds, words::latest())))
        .collect()
}
