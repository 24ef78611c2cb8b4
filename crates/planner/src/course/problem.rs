//! The problem: several series of sessions for one patient, and what each of them may and costs.

use crate::tick::Tick;

/// A day of the calendar that is planned in, counted from nought.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Day(pub u16);

/// The days on which a session may lie, and the best of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    /// Not before this.
    pub earliest: Day,
    /// Best on this.
    pub ideal: Day,
    /// Not after this.
    pub latest: Day,
}

/// When the sessions of one series may lie, as far as that hangs on the session before.
///
/// The bounds may be any function of the day before, so that calendar months, pauses after so many sessions and
/// courses already begun are all told by it. Days past the calendar are cut off by the planner. A later day before
/// must never allow an earlier day next.
pub trait Rhythm {
    /// The window of the first session that is to be planned.
    fn first(&self) -> Window;

    /// The window of a session (1 is the second) after one on a day; none where none may follow.
    fn next(&self, session: u16, previous: Day) -> Option<Window>;
}

/// How far sessions of different series lie apart.
pub trait Spacing {
    /// The first day on which a session of the series `then` may follow one of the series `first`. The day itself
    /// where one day may hold both in this order. A later day must never give an earlier answer.
    fn earliest(&self, first: usize, then: usize, day: Day) -> Day;
}

/// A time at which a session of a series can be had: everything it needs is free, nothing else of the patient's
/// stands against it, and no wish forbids it.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Start {
    /// The day.
    pub day: Day,
    /// When the patient's time begins.
    pub from: Tick,
    /// When it ends; only looked at where one day may hold two sessions.
    pub to: Tick,
    /// With whom, by any numbering.
    pub practitioner: u16,
    /// What the time costs.
    pub penalty: u32,
}

/// What the days of a series cost, in points.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Weights {
    /// Each day that the first session lies after the ideal day of its window.
    pub first: u32,
    /// Each day that a later session lies after its ideal day.
    pub late: u32,
    /// Each day that a session lies before its ideal day.
    pub early: u32,
    /// Each session with somebody else than the one before.
    pub change: u32,
}

/// Sessions of one treatment.
pub struct Series<'a> {
    /// How many are to be planned; all of them must be.
    pub sessions: u16,
    /// When they may lie.
    pub rhythm: &'a dyn Rhythm,
    /// What their days cost.
    pub weights: Weights,
    /// The times that can be had, in any order.
    pub starts: Vec<Start>,
}

/// A course for one patient. One day holds one session, unless the spacing allows another on the same day.
pub struct Course<'a> {
    /// How many days the calendar has.
    pub days: u16,
    /// The series.
    pub series: Vec<Series<'a>>,
    /// What keeps them apart.
    pub spacing: &'a dyn Spacing,
}

/// A whole plan: for each series the indexes of its sessions' starts, in the order of the sessions.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Plan {
    /// By series, then by session.
    pub starts: Vec<Vec<usize>>,
    /// What it costs, in points.
    pub cost: u64,
}

/// How a search ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Answer {
    /// A plan, and no plan costs less than the bound; the best where they are equal.
    Planned {
        /// The best that was found.
        plan: Plan,
        /// No plan costs less.
        lower_bound: u64,
    },
    /// There is no plan.
    Impossible,
    /// Time or memory ran out before a plan was found; if there is one, it costs no less than the bound.
    Unknown {
        /// No plan costs less.
        lower_bound: u64,
    },
}
