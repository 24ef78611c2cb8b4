//! The problem as tables: by series, session and day.

use super::choices::{choices, people};
use super::layers::lay;
use super::problem::{Course, Day, Series, Weights};
use crate::watch::Watch;
use std::rc::Rc;

/// Points are counted in fractions, so that prices may be finer than costs and every bound stays exact.
pub(super) const SCALE: i64 = 1 << 12;

/// More than any plan costs.
pub(super) const NEVER: i64 = i64::MAX / 256;

/// No table has more cells than this, over all series.
const MOST_CELLS: usize = 1 << 24;

/// No more room than this is taken by the prices of a problem.
const MOST_BYTES: usize = 16 << 20;

/// A start worth looking at.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice {
    /// The practitioner, numbered within the series.
    pub who: u16,
    pub from: u16,
    pub to: u16,
    /// What it costs, scaled.
    pub cost: i64,
    /// Its place among the starts of the series.
    pub start: usize,
}

/// The days on which the next session may lie, cut to those that lead on.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub from: u16,
    pub ideal: u16,
    /// Inclusive; before `from` where there is no such day.
    pub to: u16,
}

impl Span {
    pub const NONE: Self = Self { from: 1, ideal: 1, to: 0 };
}

/// One session of a series, and the days on which it may lie.
#[derive(Clone, Debug)]
pub(super) struct Layer {
    pub from: u16,
    /// Exclusive.
    pub to: u16,
    /// For each of its days the window of the next session; empty for the last session.
    pub next: Vec<Span>,
}

impl Layer {
    pub fn width(&self) -> usize {
        usize::from(self.to - self.from)
    }

    /// The window of the next session after this one on a day.
    pub fn span(&self, day: u16) -> Span {
        self.next[usize::from(day - self.from)]
    }
}

/// One series as tables.
#[derive(Clone, Debug)]
pub(super) struct Lane {
    pub sessions: usize,
    pub people: usize,
    /// What a change of practitioner costs, scaled.
    pub change: i64,
    pub weights: Weights,
    pub first: Span,
    pub layers: Vec<Layer>,
    /// For each day its choices.
    pub days: Vec<Rc<[Choice]>>,
}

impl Lane {
    fn bytes(&self) -> usize {
        let places: usize = self.layers.iter().map(Layer::width).sum();
        8 * self.breadth() + 16 * places * self.people
    }

    /// Whether prices for all its steps would take too much room.
    pub fn is_vast(&self) -> bool {
        self.bytes() > MOST_BYTES
    }

    /// What the gap to a day in the window costs, scaled.
    pub fn gap(&self, span: Span, day: u16) -> i64 {
        let late = i64::from(day.saturating_sub(span.ideal)) * i64::from(self.weights.late);
        let early = i64::from(span.ideal.saturating_sub(day)) * i64::from(self.weights.early);
        (late + early) * SCALE
    }

    /// The day of a start and what is known of it; none where it is not worth looking at.
    pub fn choice(&self, start: usize) -> Option<(u16, &Choice)> {
        let on = |(day, choices): (usize, &'_ Rc<[Choice]>)| {
            choices.iter().position(|choice| choice.start == start).map(|place| (day, place))
        };
        let (day, place) = self.days.iter().enumerate().find_map(on)?;
        Some((day as u16, &self.days[day][place]))
    }

    /// What the series costs with these starts, scaled.
    pub fn cost(&self, starts: &[usize]) -> i64 {
        let mut before: Option<(usize, u16, u16)> = None;
        let mut cost = 0;
        for choice in starts.iter().map(|&start| self.choice(start)) {
            let Some((day, choice)) = choice else { return NEVER };
            cost += choice.cost;
            cost += match before {
                None => self.opening(day),
                Some((session, last, who)) => {
                    let change = if who == choice.who { 0 } else { self.change };
                    self.gap(self.layers[session].span(last), day) + change
                }
            };
            before = Some((before.map_or(0, |(session, _, _)| session + 1), day, choice.who));
        }
        cost
    }

    /// What the day of the first session costs, scaled.
    pub fn opening(&self, day: u16) -> i64 {
        let late = i64::from(day.saturating_sub(self.first.ideal)) * i64::from(self.weights.first);
        let early = i64::from(self.first.ideal.saturating_sub(day)) * i64::from(self.weights.early);
        (late + early) * SCALE
    }
}

/// The whole problem as tables.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub days: u16,
    pub lanes: Vec<Lane>,
    /// `after[a][b][day]`: from when on b may follow a session of a on the day.
    pub after: Vec<Vec<Vec<u16>>>,
    /// Whether a day may hold two sessions.
    pub touching: bool,
}

/// Why a problem cannot be tabulated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Unfit {
    /// A series has no plan even by itself.
    Alone,
    /// The tables would not fit into memory.
    TooLarge,
    /// Time was up before that was known.
    Late,
}

impl Table {
    pub fn of(course: &Course<'_>, watch: &dyn Watch) -> Result<Self, Unfit> {
        let after = apart(course, watch)?;
        let mut lanes = Vec::with_capacity(course.series.len());
        let mut cells = 0_usize;
        for (index, series) in course.series.iter().enumerate() {
            let shared = after[index].iter().zip(&after).any(|(out, back)| touches(out) || touches(&back[index]));
            lanes.push(lane(course.days, series, shared, &mut cells, watch)?);
        }
        let touching = after.iter().flatten().any(|after| touches(after));
        Ok(Self { days: course.days, lanes, after, touching })
    }

    /// Whether there are more sessions than days that could hold one.
    pub fn is_crowded(&self) -> bool {
        let open = |day: &usize| self.lanes.iter().any(|lane| !lane.days[*day].is_empty());
        let sessions: usize = self.lanes.iter().map(|lane| lane.sessions).sum();
        !self.touching && sessions > (0..usize::from(self.days)).filter(open).count()
    }

    /// Whether prices for all its steps would take too much room.
    pub fn is_vast(&self) -> bool {
        self.bytes() > MOST_BYTES
    }

    /// About how much room prices for all its steps take, and what is reckoned from them.
    pub fn bytes(&self) -> usize {
        self.lanes.iter().map(Lane::bytes).sum()
    }

    /// Some of the series alone, on the days that sessions of the others leave them; never on the same day as one.
    pub fn part(&self, lanes: &[usize], others: &[(usize, u16)]) -> Self {
        let lane = |&index: &usize| {
            let mut lane = self.lanes[index].clone();
            let none = Rc::from([]);
            for (day, choices) in (0..self.days).zip(&mut lane.days) {
                if others.iter().any(|&(other, on)| day == on || self.collide(other, on, index, day)) {
                    *choices = Rc::clone(&none);
                }
            }
            lane
        };
        let after = |&first: &usize| lanes.iter().map(|&then| self.after[first][then].clone()).collect();
        let (lanes, after) = (lanes.iter().map(lane).collect(), lanes.iter().map(after).collect());
        Self { lanes, after, ..*self }
    }

    /// Whether sessions of two series on two days lie too close.
    pub fn collide(&self, one: usize, on: u16, other: usize, day: u16) -> bool {
        let follows = day >= on && day >= self.after[one][other][usize::from(on)];
        let leads = on >= day && on >= self.after[other][one][usize::from(day)];
        !follows && !leads
    }

    /// The same days without costs and without practitioners: whether there is any plan.
    pub fn bare(&self) -> Self {
        let lane = |lane: &Lane| {
            let mut layers = lane.layers.clone();
            let kept = if self.touching { usize::MAX } else { 1 };
            let bare = |choice: &Choice| Choice { who: 0, cost: 0, ..*choice };
            let days = lane.days.iter().map(|day| day.iter().take(kept).map(bare).collect()).collect();
            // The sooner the better: that leaves most room behind.
            for span in layers.iter_mut().flat_map(|layer| &mut layer.next) {
                span.ideal = span.from;
            }
            let first = Span { ideal: lane.first.from, ..lane.first };
            let weights = Weights { first: 1, late: 1, early: 0, change: 0 };
            Lane { people: 1, change: 0, weights, first, layers, days, ..*lane }
        };
        Self { lanes: self.lanes.iter().map(lane).collect(), after: self.after.clone(), ..*self }
    }
}

/// Whether a day may hold both.
fn touches(after: &[u16]) -> bool {
    after.iter().enumerate().any(|(day, &then)| usize::from(then) == day)
}

fn apart(course: &Course<'_>, watch: &dyn Watch) -> Result<Vec<Vec<Vec<u16>>>, Unfit> {
    let count = course.series.len();
    let row = |first: usize, then: usize| -> Vec<u16> {
        if first == then {
            return Vec::new();
        }
        let days = (0..course.days).map(|day| course.spacing.earliest(first, then, Day(day)).0.clamp(day, course.days));
        let mut latest = 0;
        days.map(|day| {
            latest = latest.max(day);
            latest
        })
        .collect()
    };
    let rows = |first: usize| match watch.is_over() {
        true => Err(Unfit::Late),
        false => Ok((0..count).map(|then| row(first, then)).collect()),
    };
    (0..count).map(rows).collect()
}

fn lane(days: u16, series: &Series<'_>, shared: bool, cells: &mut usize, watch: &dyn Watch) -> Result<Lane, Unfit> {
    let sessions = usize::from(series.sessions);
    if sessions > usize::from(days) {
        return Err(Unfit::Alone);
    }
    *cells = cells.saturating_add(sessions.saturating_mul(usize::from(days)));
    if *cells > MOST_CELLS {
        return Err(Unfit::TooLarge);
    }
    let people = people(&series.starts);
    let choices = choices(days, &series.starts, &people, shared, watch)?;
    let open: Vec<bool> = choices.iter().map(|day| !day.is_empty()).collect();
    let first = span(series.rhythm.first(), days);
    let next = |session: usize, day: u16| {
        let window = series.rhythm.next(session as u16, Day(day));
        let span = window.map_or(Span::NONE, |window| span(window, days));
        Span { from: span.from.max(day + 1), ..span }
    };
    let layers = lay(sessions, first, &open, next, |_, _| true, watch)?;
    let first = match layers.first() {
        Some(layer) => Span { from: first.from.max(layer.from), to: first.to.min(layer.to - 1), ..first },
        None => Span::NONE,
    };
    let change = i64::from(series.weights.change) * SCALE;
    Ok(Lane { sessions, people: people.len(), change, weights: series.weights, first, layers, days: choices })
}

fn span(window: super::problem::Window, days: u16) -> Span {
    if window.earliest > window.latest || window.earliest.0 >= days {
        return Span::NONE;
    }
    Span { from: window.earliest.0, ideal: window.ideal.0, to: window.latest.0.min(days - 1) }
}
