//! What the rest of one series costs, seen from a label.

use super::State;
use crate::course::alone::Alone;
use crate::course::table::{Lane, NEVER, Span};

/// For each last session of a series, what all after it cost at least if the next is not before a day. Reckoned when
/// first asked for, and kept for the sweep.
#[derive(Clone, Debug)]
pub(super) struct Ahead {
    known: Vec<Vec<u32>>,
    first: u32,
    people: usize,
    costs: Vec<i64>,
    now: Span,
    at: usize,
    complete: bool,
}

const UNKNOWN: u32 = u32::MAX;

impl Ahead {
    pub fn of(lane: &Lane) -> Self {
        let known = lane.layers.iter().map(|layer| vec![UNKNOWN; layer.width() * lane.people]).collect();
        let people = lane.people;
        Self { known, first: UNKNOWN, people, costs: Vec::new(), now: Span::NONE, at: 0, complete: false }
    }

    /// How much room is taken by what was looked up.
    pub const fn bytes(&self) -> usize {
        self.costs.len() * size_of::<i64>()
    }

    /// Turns to the state of a label; the other questions are about that.
    pub fn look(&mut self, lane: &Lane, alone: &Alone, state: State) {
        let session = usize::from(state.done);
        self.complete = session == lane.sessions;
        let (last, known) = match session.checked_sub(1) {
            _ if self.complete => return,
            None => (None, &mut self.first),
            Some(before) => {
                let day = usize::from(state.last - lane.layers[before].from);
                let cell = &mut self.known[before][day * self.people + usize::from(state.who)];
                (Some((before, state.last, state.who)), cell)
            }
        };
        self.now = last.map_or(lane.first, |(before, day, _)| lane.layers[before].span(day));
        if *known == UNKNOWN {
            *known = self.costs.len() as u32;
            self.costs.extend(alone.least_from(lane, last).1);
        }
        self.at = *known as usize;
    }

    /// What the rest costs at least if the next session is not before the day.
    pub fn least_from(&self, day: u16) -> i64 {
        if self.complete {
            return 0;
        }
        if day > self.now.to || self.now.from > self.now.to {
            return NEVER;
        }
        self.costs[self.at + usize::from(day.saturating_sub(self.now.from))]
    }

    /// Whether the next session may be on the day.
    pub const fn may_be_on(&self, day: u16) -> bool {
        !self.complete && self.now.from <= day && day <= self.now.to
    }
}
