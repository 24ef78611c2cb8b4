//! The steps of one series: from not begun, or a session on some day, to the next session on some day.

use super::table::{Lane, NEVER, SCALE, Span};
use std::ops::Range;

/// What a step costs, scaled: wide for a series by itself, narrow where there are very many sums.
pub(super) trait Cost: Copy {
    /// The cost as wide as it is; no more than what is told apart where it is narrow.
    fn of(cost: i64) -> Self;
    /// As wide as can be.
    fn wide(self) -> i64;
}

impl Cost for i64 {
    fn of(cost: i64) -> Self {
        cost
    }

    fn wide(self) -> i64 {
        self
    }
}

impl Cost for i32 {
    fn of(cost: i64) -> Self {
        cost.min(MOST) as Self
    }

    fn wide(self) -> i64 {
        i64::from(self)
    }
}

/// What is told apart where costs are narrow.
const MOST: i64 = 1 << 28;

/// A series as a line of places, those with fewer sessions first; the first place is the one before it begins. What
/// the steps between them cost may be changed, as long as somebody else bears the difference.
#[derive(Clone, Debug)]
pub(super) struct Steps<C> {
    /// By number of sessions that lie, the places.
    pub blocks: Vec<Range<usize>>,
    /// By place its day; nought for the first place.
    pub days: Vec<u16>,
    /// By place the days of the next session.
    pub spans: Vec<Span>,
    /// By place where its steps begin among the costs.
    from: Vec<usize>,
    costs: Vec<C>,
}

impl<C: Cost> Steps<C> {
    /// The steps of a series, each at such a part of what its gap costs.
    pub fn of(lane: &Lane, (part, parts): (i64, i64)) -> Self {
        Self::laid(lane, |done, _, span, costs| {
            let cost = |day: u16| match lane.days[usize::from(day)].is_empty() {
                true => NEVER,
                false if done == 0 => lane.opening(day) / SCALE * (SCALE * part / parts),
                false => lane.gap(span, day) / SCALE * (SCALE * part / parts),
            };
            costs.extend((span.from..=span.to).map(|day| C::of(cost(day))));
        })
    }

    /// The steps that are left of a series on fewer days, at the same costs.
    pub fn narrowed(&self, lane: &Lane) -> Self {
        Self::laid(lane, |done, day, span, costs| {
            let (_, known) = self.onward(done, self.place(done, day), span.from);
            let open = |day: u16| !lane.days[usize::from(day)].is_empty();
            let cost = |(day, cost): (u16, &C)| if open(day) { *cost } else { C::of(NEVER) };
            costs.extend((span.from..=span.to).zip(known).map(cost));
        })
    }

    /// The places of a series; what the steps out of each cost is asked for by number of sessions, day and window.
    fn laid(lane: &Lane, mut cost: impl FnMut(usize, u16, Span, &mut Vec<C>)) -> Self {
        let (mut blocks, mut days, mut spans) = (Vec::with_capacity(lane.sessions + 1), vec![0], vec![lane.first]);
        blocks.push(0..1);
        for layer in &lane.layers {
            let from = days.len();
            days.extend(layer.from..layer.to);
            spans.extend(layer.next.iter().copied());
            spans.resize(days.len(), Span::NONE);
            blocks.push(from..days.len());
        }
        let (mut from, mut costs) = (vec![0], Vec::new());
        for (done, block) in blocks.iter().enumerate() {
            for place in block.clone() {
                cost(done, days[place], spans[place], &mut costs);
                from.push(costs.len());
            }
        }
        Self { blocks, days, spans, from, costs }
    }

    /// How many places there are.
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// How many sessions there are.
    pub fn sessions(&self) -> usize {
        self.blocks.len() - 1
    }

    /// The place after so many sessions, the last on a day.
    pub fn place(&self, done: usize, last: u16) -> usize {
        let block = &self.blocks[done];
        block.start + usize::from(last - self.days[block.start])
    }

    /// The first of the places that the next session may lead to, with what it costs to get there and to those after
    /// it; not before a day.
    pub fn onward(&self, done: usize, place: usize, earliest: u16) -> (usize, &[C]) {
        let span = self.spans[place];
        let from = span.from.max(earliest);
        if from > span.to {
            return (0, &[]);
        }
        let costs = &self.costs[self.from[place] + usize::from(from - span.from)..self.from[place + 1]];
        (self.place(done + 1, from), costs)
    }

    /// Where the costs of all steps out of a block lie.
    pub fn out_of(&self, done: usize) -> Range<usize> {
        let block = &self.blocks[done];
        self.from[block.start]..self.from[block.end]
    }

    /// Where the costs of the steps out of a place lie, from a day on.
    pub fn steps(&self, place: usize, earliest: u16) -> Range<usize> {
        let span = self.spans[place];
        let skipped = usize::from(earliest.saturating_sub(span.from));
        let (from, to) = (self.from[place], self.from[place + 1]);
        (from + skipped).min(to)..to
    }

    /// Adds to what some steps cost.
    pub fn add(&mut self, steps: Range<usize>, more: &[i64]) {
        for (cost, more) in self.costs[steps].iter_mut().zip(more) {
            *cost = C::of(cost.wide() + more);
        }
    }

    /// Takes from what some steps cost.
    pub fn take(&mut self, steps: Range<usize>, less: &[i64]) {
        for (cost, less) in self.costs[steps].iter_mut().zip(less) {
            *cost = C::of(cost.wide() - less);
        }
    }

    /// Adds to what the steps to each day cost, by day.
    pub fn charge(&mut self, by_day: &[i64]) {
        for place in 0..self.spans.len() {
            let span = self.spans[place];
            if span.from <= span.to {
                let steps = self.from[place]..self.from[place + 1];
                self.add(steps, &by_day[usize::from(span.from)..=usize::from(span.to)]);
            }
        }
    }
}
