//! One more session in a plan begun.

use super::bucket::Label;
use super::{Goal, State, Step, Sweep};
use crate::course::table::{Choice, NEVER, SCALE};

/// One practitioner's session on a day.
#[derive(Clone, Copy, Debug)]
pub struct Offer {
    bound: i64,
    /// What it costs with its gap.
    cost: i64,
    /// Its place among the choices of the day.
    place: usize,
}

impl Sweep<'_> {
    /// Adds the next session of one series on a day, with everybody.
    pub fn place(&mut self, label: &Label, states: &[State], index: usize, day: u16, refund: i64) {
        let after = &self.table.after[index];
        let charged = label.charged + refund;
        let mut base = charged - self.market.back;
        for (other, ahead) in self.ahead.iter().enumerate().filter(|(other, _)| *other != index) {
            base += ahead.least_from(states[other].open.max(after[other][usize::from(day)]));
        }
        let lane = &self.table.lanes[index];
        let state = states[index];
        let session = usize::from(state.done);
        if let Some(paired) = &self.market.paired {
            base += paired.rest_after(&self.places, index, state.done + 1, day);
        }
        let gap = match session.checked_sub(1) {
            None => lane.opening(day),
            Some(before) => lane.gap(lane.layers[before].span(state.last), day),
        };
        let price = self.market.by_day[index][usize::from(day)];
        let mut offers = std::mem::take(&mut self.offers);
        for (place, choice) in lane.days[usize::from(day)].iter().enumerate() {
            let change = if session > 0 && choice.who != state.who { lane.change } else { 0 };
            let cost = gap + choice.cost + change;
            let rest = self.market.alone[index].rest(lane, session, day, choice.who);
            let bound = (base + cost + price + rest).max(label.bound);
            if bound <= self.below - SCALE && self.in_time(label, choice, day) {
                offers.push(Offer { bound, cost, place });
            }
        }
        self.choose(&mut offers);
        // Each is cheap to find, and dear to keep.
        let mut work = lane.days[usize::from(day)].len();
        for offer in offers.drain(..) {
            let choice = &lane.days[usize::from(day)][offer.place];
            let (paid, charged) = (label.paid + offer.cost, charged + offer.cost + price);
            let child = Label { paid, charged, bound: offer.bound, step: self.steps.len() as u32, busy: choice.to };
            work += self.add(child, label.step, states, index, day, (offer.place, choice));
        }
        self.offers = offers;
        self.is_cut(work);
    }

    /// Keeps the best offers, no more than are asked for.
    fn choose(&mut self, offers: &mut Vec<Offer>) {
        let people = self.keep.people;
        if offers.len() > people {
            offers.select_nth_unstable_by_key(people, |offer| (offer.bound, offer.place));
            self.left = offers[people..].iter().fold(self.left, |left, offer| left.min(offer.bound));
            offers.truncate(people);
        }
    }

    /// Whether the patient has time: on a day with another session before, not before that has ended.
    fn in_time(&self, label: &Label, choice: &Choice, day: u16) -> bool {
        let last = self.day_of(label.step);
        last != Some(day) || choice.from >= label.busy
    }

    fn day_of(&self, step: u32) -> Option<u16> {
        let step = self.steps.get(step as usize)?;
        Some((step.start >> 16) as u16)
    }

    /// Adds a plan begun; says how much work that was.
    fn add(
        &mut self,
        child: Label,
        before: u32,
        states: &[State],
        index: usize,
        day: u16,
        (place, choice): (usize, &Choice),
    ) -> usize {
        let lanes = &self.table.lanes;
        self.after.clear();
        self.after.extend_from_slice(states);
        let done = states[index].done + 1;
        let complete = usize::from(done) == lanes[index].sessions;
        self.after[index] = if complete {
            State { done, last: 0, open: 0, who: 0 }
        } else {
            let open = lanes[index].layers[usize::from(done) - 1].span(day).from;
            State { done, last: day, open, who: choice.who }
        };
        let mut all = complete;
        for (other, state) in self.after.iter_mut().enumerate().filter(|(other, _)| *other != index) {
            if usize::from(state.done) < lanes[other].sessions {
                state.open = state.open.max(self.table.after[index][other][usize::from(day)]);
                all = false;
            }
        }
        let step = Step { before, lane: index as u16, start: u32::from(day) << 16 | place as u32 };
        let busy = if self.table.touching { child.busy } else { 0 };
        if all {
            self.finish(child, step);
            return 1;
        }
        let (added, work) = self.buckets[usize::from(day)].add(child, &self.after, &self.changes, busy);
        if added {
            self.held += 1;
            self.steps.push(step);
        }
        work
    }

    /// A complete plan.
    fn finish(&mut self, label: Label, step: Step) {
        if label.paid < self.below {
            self.cost = label.paid;
            self.below = if self.goal == Goal::Any { -NEVER } else { label.paid };
            self.best = Some(self.steps.len() as u32);
            self.steps.push(step);
        }
    }
}
