//! What there is to choose from: for every open session the days that the rules leave and the times that are free.

use super::brief::{Brief, Case, Series};
use super::rhythm::{Apart, Count, Gaps, Latest};
use super::why::Broke;
use crate::booking::{Fitting, Opening};
use crate::world::World;
use jiff::civil::{Date, Weekday};
use jiff::{SignedDuration, Timestamp};
use journey::course::{CourseQuestion, Screened, check_date, closed_days};
use journey::facts::AsOf;
use journey::id::StaffId;
use journey::roster::hours::MinuteOfDay;
use journey::screening::{Finding, Headline, Overrides};
use planner::course::Day;

/// A time that could be had for a session.
#[derive(Clone, Copy)]
pub(super) struct Candidate {
    pub day: Day,
    pub opening: Opening,
    /// With whom, by the place among the people of the series; nobody where nobody is needed.
    pub person: Option<StaffId>,
    pub place: u16,
    /// Whether it is what the patient wishes for.
    pub suits: bool,
    /// Whether it is with whom the patient wishes for; true where nobody is.
    pub with_wished: bool,
    /// Whether it is a time that a session of the series has now.
    pub stands: bool,
}

/// One series on the ground.
pub(super) struct Lane<'a> {
    pub series: &'a Series,
    pub candidates: Vec<Candidate>,
    /// Which days the rules close, whatever is ahead.
    pub closed: Vec<bool>,
    /// For each event ahead, which days it closes.
    pub closed_by_event: Vec<Vec<bool>>,
}

/// Everything that a plan chooses from.
pub(super) struct Ground<'a> {
    pub brief: &'a Brief,
    pub world: &'a World,
    pub count: Count,
    pub lanes: Vec<Lane<'a>>,
    pub apart: Apart,
}

impl<'a> Ground<'a> {
    pub fn of(brief: &'a Brief, world: &'a World) -> Self {
        let case = &brief.case;
        let days = brief.until.since(case.first).map_or(0, |span| span.get_days()) + 1;
        let count = Count { first: case.first, days: u16::try_from(days).unwrap_or(0) };
        let series: Vec<&Series> = case.series.iter().collect();
        let apart = Apart::of(world, &series, count);
        let lanes = series.iter().map(|one| lane(brief, world, count, one)).collect();
        Self { brief, world, count, lanes, apart }
    }

    /// Whether neither a rule nor anything ahead closes a day for a lane.
    pub fn is_open(&self, lane: usize, day: Day) -> bool {
        let Some(lane) = self.lanes.get(lane) else { return false };
        let closes = |closed: &Vec<bool>| closed.get(usize::from(day.0)) == Some(&true);
        !closes(&lane.closed) && !lane.closed_by_event.iter().any(closes)
    }

    /// The windows of a lane.
    pub fn gaps(&self, lane: usize, latest: Latest) -> Option<Gaps> {
        Gaps::of(&self.brief.case, self.world, self.lanes.get(lane)?.series, self.count, latest)
    }
}

fn lane<'a>(brief: &Brief, world: &World, count: Count, series: &'a Series) -> Lane<'a> {
    let case = &brief.case;
    let closed = closed(case, world, series, count);
    let by_event = |event: usize| closed_by(case, world, series, event, count);
    let closed_by_event = (0..case.ahead.len()).map(by_event).collect();
    let mut candidates = Vec::new();
    let mut people: Vec<(u16, Option<StaffId>, Fitting<'_>)> = people(series)
        .into_iter()
        .map(|(place, person)| (place, person, Fitting::new(&brief.openings, &series.service, person)))
        .collect();
    for (day, _) in (0..count.days).zip(&closed).filter(|(_, closed)| !**closed) {
        let date = count.date(Day(day));
        let (free, sky) = (brief.openings.on(world, date), Sky::of(world, Day(day), date));
        for (place, person, fitting) in &mut people {
            let (place, person) = (*place, *person);
            let free = fitting.on(&free).into_iter().filter(|one| !case.is_busy(*one));
            let all: Vec<Candidate> =
                free.map(|one| candidate(case, world, series, sky, one, (place, person))).collect();
            candidates.extend(best(&all));
        }
    }
    Lane { series, candidates, closed, closed_by_event }
}

fn people(series: &Series) -> Vec<(u16, Option<StaffId>)> {
    if series.people.is_empty() {
        return vec![(0, None)];
    }
    (0..).zip(series.people.iter().map(|person| Some(*person))).collect()
}

/// A day as wishes see it: its weekday, and whether its clock runs through from midnight to midnight.
#[derive(Clone, Copy)]
struct Sky {
    day: Day,
    weekday: Weekday,
    is_whole: bool,
}

impl Sky {
    fn of(world: &World, day: Day, date: Date) -> Self {
        let (from, to) = world.bounds(date);
        Self { day, weekday: date.weekday(), is_whole: to.duration_since(from) == SignedDuration::from_hours(24) }
    }

    /// The minute that the clock shows when a session begins.
    fn minute(self, world: &World, opening: Opening) -> Option<MinuteOfDay> {
        if self.is_whole {
            return MinuteOfDay::new(opening.from.0.checked_mul(5)?).ok();
        }
        let local = opening.starts.to_zoned(world.zone.clone());
        MinuteOfDay::new(u16::from(local.hour().unsigned_abs()) * 60 + u16::from(local.minute().unsigned_abs())).ok()
    }
}

fn candidate(
    case: &Case,
    world: &World,
    series: &Series,
    sky: Sky,
    opening: Opening,
    (place, person): (u16, Option<StaffId>),
) -> Candidate {
    let suits = sky.minute(world, opening).is_some_and(|minute| case.wishes.suits(sky.weekday, minute));
    let here =
        |(at, with): (Timestamp, Option<StaffId>)| at == opening.starts && with.is_none_or(|with| Some(with) == person);
    let stands = series.due.iter().any(|due| due.now.is_some_and(here));
    let with_wished = case.wishes.practitioner.is_none_or(|wished| person == Some(wished));
    Candidate { day: sky.day, opening, person, place, suits, with_wished, stands }
}

/// Of a day with somebody: what stands, the first time that suits, and the first at all.
fn best(all: &[Candidate]) -> Vec<Candidate> {
    let mut kept: Vec<Candidate> = all.iter().filter(|one| one.stands).copied().collect();
    kept.extend(all.iter().find(|one| one.suits).copied());
    if !all.iter().any(|one| one.suits) {
        kept.extend(all.first().copied());
    }
    kept
}

impl Case {
    fn is_busy(&self, opening: Opening) -> bool {
        self.busy.iter().any(|(starts, ends)| *starts < opening.ends && opening.starts < *ends)
    }
}

/// What speaks against a day, events apart: what was done, what stands, what was answered. A day on which another
/// treatment stands is left alone, even where both might be done in an order.
pub(super) fn against(case: &Case, world: &World, series: &Series, on: Date) -> Option<Broke> {
    if case.booked.iter().any(|one| one.on == on) {
        return Some(Broke::AnotherVisit);
    }
    let overrides = Overrides::none();
    let known = AsOf::new(world.library.facts(), &case.facts, case.today);
    let screened = Some(Screened { known, activation: &series.activation, overrides: &overrides });
    series.ask(world, |question| {
        let (history, booked) = (&case.history, &case.booked);
        let question = CourseQuestion { history, booked, screened, today: case.today, ..*question };
        worst(check_date(&question, on)).map(Broke::rule)
    })?
}

/// The days that are closed to a series, events apart.
fn closed(case: &Case, world: &World, series: &Series, count: Count) -> Vec<bool> {
    let overrides = Overrides::none();
    let known = AsOf::new(world.library.facts(), &case.facts, case.today);
    let screened = Some(Screened { known, activation: &series.activation, overrides: &overrides });
    let asked = |question: &CourseQuestion<'_>| {
        let (history, booked) = (&case.history, &case.booked);
        let whole = CourseQuestion { history, booked, screened, today: case.today, ..*question };
        closed_days(&whole, count.first, count.days)
    };
    let mut closed = series.ask(world, asked).unwrap_or_else(|| vec![true; usize::from(count.days)]);
    for one in &case.booked {
        if let Some(day) = closed.get_mut(usize::from(count.day(one.on).0)).filter(|_| one.on >= count.first) {
            *day = true;
        }
    }
    closed
}

/// The days that one event ahead closes to a series.
fn closed_by(case: &Case, world: &World, series: &Series, event: usize, count: Count) -> Vec<bool> {
    let events = case.ahead.get(event).map_or(&[][..], |one| std::slice::from_ref(&one.event));
    let asked = |question: &CourseQuestion<'_>| {
        closed_days(&CourseQuestion { events, today: case.today, ..*question }, count.first, count.days)
    };
    series.ask(world, asked).unwrap_or_default()
}

/// What needs a physician, or more.
pub(super) fn worst(findings: Vec<Finding>) -> Option<Finding> {
    findings.into_iter().find(|finding| finding.headline >= Headline::NeedsDoctor)
}
