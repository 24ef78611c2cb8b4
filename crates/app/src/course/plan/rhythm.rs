//! The rhythm of a course on the days of a plan, and how far its sessions keep from those of other courses.

use super::brief::{Case, SLACK, Series};
use crate::world::World;
use jiff::ToSpan;
use jiff::civil::Date;
use journey::course::{CourseQuestion, PastSession, Treated, forecast, may_follow};
use planner::course::{Day, Rhythm, Spacing, Window};

/// How long a session that is overdue may still be put off: four weeks, a rule of the house.
const OVERDUE: i32 = 28;

/// The dates between which a session may lie, and the best of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Dates {
    pub earliest: Date,
    pub ideal: Date,
    pub latest: Date,
}

/// Whether the last day of a rhythm is kept. A plan only lets it go to show what that would allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Latest {
    Kept,
    LetGo,
}

impl Series {
    /// When a session may lie, by the rhythm of its own course alone: the first that is open, or one after `before`,
    /// which is so many open sessions behind it. The sessions between are taken to lie in the ideal rhythm.
    pub fn dates(&self, case: &Case, world: &World, session: u16, before: Option<Date>) -> Option<Dates> {
        self.dates_after(case, world, &self.begun(case, world), session, before)
    }

    fn dates_after(
        &self,
        case: &Case,
        world: &World,
        begun: &[PastSession],
        session: u16,
        before: Option<Date>,
    ) -> Option<Dates> {
        self.ask(world, |question| self.dates_in(question, case, world, begun, (session, before)))
    }

    fn dates_in(
        &self,
        question: &CourseQuestion<'_>,
        case: &Case,
        world: &World,
        begun: &[PastSession],
        (session, before): (u16, Option<Date>),
    ) -> Dates {
        let (history, today) = match before {
            None => {
                let last = begun.iter().map(|one| one.on).max();
                (begun.to_vec(), last.map_or(case.first, |on| on.max(case.first)))
            }
            Some(before) => (self.with_virtual(world, question, begun, session, before), before),
        };
        let found = forecast(&CourseQuestion { history: &history, today, ..*question });
        // A course that has not begun begins when its physician said.
        let proposed = self.due.first().filter(|_| before.is_none() && begun.is_empty());
        let earliest = found.earliest.max(case.first).max(proposed.map_or(Date::MIN, |due| due.earliest));
        let ideal = found.ideal.max(earliest).max(proposed.map_or(Date::MIN, |due| due.ideal));
        let latest = match found.latest {
            None => ideal.saturating_add(SLACK.days()),
            Some(latest) if latest < ideal => ideal.saturating_add(OVERDUE.days()),
            Some(latest) => latest,
        };
        Dates { earliest, ideal, latest }
    }

    /// What was done of this course, and what stands and is not moved.
    fn begun(&self, case: &Case, world: &World) -> Vec<PastSession> {
        let own = |treated: &Treated| matches!(treated, Treated::Protocol(id) if *id == self.protocol);
        let stands = case.booked.iter().filter(|one| own(&one.treated)).map(|one| self.done_on(world, one.on));
        let mut begun: Vec<PastSession> = case.history.iter().filter(|one| own(&one.treated)).cloned().collect();
        begun.extend(stands);
        begun.sort_by_key(|one| one.on);
        begun
    }

    fn with_virtual(
        &self,
        world: &World,
        question: &CourseQuestion<'_>,
        begun: &[PastSession],
        session: u16,
        before: Date,
    ) -> Vec<PastSession> {
        let ideal = question.indication.interval.value.ideal;
        let steps = std::iter::successors(Some(before), |day| Some(ideal.before(*day)));
        let mut days: Vec<Date> = steps.take(usize::from(session)).collect();
        days.reverse();
        begun.iter().cloned().chain(days.into_iter().map(|day| self.done_on(world, day))).collect()
    }

    /// The last day on which the last open session may lie.
    pub fn last_day(&self, case: &Case, world: &World) -> Option<Date> {
        let mut last = self.dates(case, world, 0, None)?.latest;
        for session in 1..u16::try_from(self.due.len()).unwrap_or(u16::MAX) {
            last = self.dates(case, world, session, Some(last))?.latest;
        }
        Some(last)
    }
}

/// Days counted from the first day of a plan.
#[derive(Clone, Copy)]
pub(super) struct Count {
    pub first: Date,
    pub days: u16,
}

impl Count {
    /// The day of a date: the first where it lies before, one past the last where it lies beyond.
    pub fn day(self, date: Date) -> Day {
        let since = date.since(self.first).map_or(0, |span| span.get_days());
        Day(u16::try_from(since.max(0)).unwrap_or(u16::MAX).min(self.days))
    }

    /// The date of a day.
    pub fn date(self, day: Day) -> Date {
        self.first.saturating_add(i32::from(day.0).days())
    }

    fn window(self, dates: Dates, latest: Latest) -> Window {
        let latest = match latest {
            Latest::Kept => self.day(dates.latest),
            Latest::LetGo => Day(self.days),
        };
        Window { earliest: self.day(dates.earliest), ideal: self.day(dates.ideal), latest }
    }
}

/// The windows of every session after every day, looked up.
pub(super) struct Gaps {
    first: Window,
    next: Vec<Vec<Option<Window>>>,
}

impl Gaps {
    pub fn of(case: &Case, world: &World, series: &Series, count: Count, latest: Latest) -> Option<Self> {
        let begun = series.begun(case, world);
        let first = count.window(series.dates_after(case, world, &begun, 0, None)?, latest);
        let last = count.date(Day(count.days));
        let after = |session: u16| {
            let windows = series.ask(world, |question| {
                let window = |day: u16| {
                    let before = (session, Some(count.date(Day(day))));
                    let dates = series.dates_in(question, case, world, &begun, before);
                    (dates.earliest <= last).then(|| count.window(dates, latest))
                };
                (0..count.days).map(window).collect()
            });
            windows.unwrap_or_default()
        };
        let sessions = u16::try_from(series.due.len()).unwrap_or(u16::MAX);
        Some(Self { first, next: (1..sessions).map(after).collect() })
    }
}

impl Rhythm for Gaps {
    fn first(&self) -> Window {
        self.first
    }

    fn next(&self, session: u16, previous: Day) -> Option<Window> {
        *self.next.get(usize::from(session).checked_sub(1)?)?.get(usize::from(previous.0))?
    }
}

/// From which day on a session of one series may follow one of another, looked up. A plan puts no two of them on one
/// day, even where both might be done in an order: the search would take too long for somebody who waits for it.
pub(super) struct Apart {
    table: Vec<Vec<Vec<Day>>>,
}

impl Apart {
    pub fn of(world: &World, series: &[&Series], count: Count) -> Self {
        let between = |first: &Series, then: &Series| -> Vec<Day> {
            let mut done = first.done_on(world, count.first);
            let found = then.ask(world, |question| {
                let mut day = |number: u16| {
                    done.on = count.date(Day(number));
                    count.day(may_follow(question, &done).max(done.on.saturating_add(1.day())))
                };
                (0..count.days).map(&mut day).collect()
            });
            found.unwrap_or_else(|| vec![Day(count.days); usize::from(count.days)])
        };
        let from = |first: &&Series| series.iter().map(|then| between(first, then)).collect();
        Self { table: series.iter().map(from).collect() }
    }
}

impl Spacing for Apart {
    fn earliest(&self, first: usize, then: usize, day: Day) -> Day {
        let row = self.table.get(first).and_then(|row| row.get(then));
        row.and_then(|row| row.get(usize::from(day.0))).copied().unwrap_or(Day(u16::MAX))
    }
}
