//! Who and what is taken when, while visits are moved about.

use super::problem::{Link, Placed, Repair, Repaired, around};
use super::ticks::Ticks;

/// One resource taken by one visit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Taken {
    from: u32,
    to: u32,
    visit: usize,
}

/// The visits of a proposal that an offer of another visit would push aside.
pub fn in_the_way(repair: &Repair, proposal: &Repaired, visit: usize, offer: usize) -> Vec<usize> {
    let mut book = Book::of(repair);
    for (other, placed) in proposal.placed.iter().enumerate() {
        if let Some(placed) = placed {
            book.restore(other, placed.clone());
        }
    }
    book.in_the_way(visit, offer)
}

/// A proposal in the making.
#[derive(Clone, Debug)]
pub(super) struct Book<'a> {
    repair: &'a Repair,
    taken: Vec<Vec<Taken>>,
    /// By resource the ticks that the calendar closes, and those that are closed or taken.
    closed: Vec<Ticks>,
    ticks: Vec<Ticks>,
    /// By resource whether two of its free intervals touch: a visit must lie within one of them.
    has_seams: Vec<bool>,
    placed: Vec<Option<Placed>>,
    /// By visit its links.
    links: Vec<Vec<Link>>,
    /// Who got another room or device, in order.
    shifts: Vec<Shift>,
}

/// A visit that got another resource for one of its needs.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Shift {
    visit: usize,
    need: usize,
    from: usize,
    to: usize,
}

impl<'a> Book<'a> {
    pub fn of(repair: &'a Repair) -> Self {
        let mut links = vec![Vec::new(); repair.visits.len()];
        for link in &repair.links {
            for end in [link.a, link.b] {
                if let Some(links) = links.get_mut(end) {
                    links.push(*link);
                }
            }
        }
        let (taken, placed) = (vec![Vec::new(); repair.free.len()], vec![None; repair.visits.len()]);
        let closed: Vec<Ticks> = repair.free.iter().map(|free| Ticks::outside(free)).collect();
        let seams = |free: &Vec<(u32, u32)>| free.iter().zip(free.iter().skip(1)).any(|(one, next)| one.1 >= next.0);
        let has_seams = repair.free.iter().map(seams).collect();
        Self { repair, taken, ticks: closed.clone(), closed, has_seams, placed, links, shifts: Vec::new() }
    }

    pub fn placed(&self) -> &[Option<Placed>] {
        &self.placed
    }

    /// What a visit costs now.
    pub fn cost(&self, visit: usize) -> u32 {
        let asked = &self.repair.visits[visit];
        self.placed[visit].as_ref().map_or(asked.unplaced, |placed| asked.offers[placed.offer].cost)
    }

    pub fn total(&self) -> u64 {
        (0..self.placed.len()).map(|visit| u64::from(self.cost(visit))).sum()
    }

    /// Puts a visit without a time where an offer says; another visit may get another room or device for it. Says
    /// whether that was possible.
    pub fn place(&mut self, visit: usize, offer: usize) -> bool {
        let asked = &self.repair.visits[visit];
        let start = asked.offers[offer].start;
        let practitioner = asked.offers[offer].practitioner;
        let Some((from, to)) = around(start, asked.treated) else { return false };
        if !self.may_take(practitioner, from, to) || !self.links_hold(visit, asked.offers[offer].day) {
            return false;
        }
        let mut resources = Vec::with_capacity(asked.needs.len());
        for need in &asked.needs {
            let Some((from, to)) = around(start, (need.from, need.to)) else { break };
            let free = |resource: &usize| !resources.contains(resource) && self.may_take(*resource, from, to);
            let found = need.candidates.iter().copied().find(free);
            let Some(resource) = found.or_else(|| self.make_room(&need.candidates, &resources, from, to)) else {
                break;
            };
            resources.push(resource);
        }
        if resources.len() < asked.needs.len() {
            return false;
        }
        self.take(practitioner, from, to, visit);
        for (need, &resource) in asked.needs.iter().zip(&resources) {
            if let Some((from, to)) = around(start, (need.from, need.to)) {
                self.take(resource, from, to, visit);
            }
        }
        self.placed[visit] = Some(Placed { offer, resources });
        true
    }

    /// Who got another room or device so far.
    pub fn shifts(&self) -> &[Shift] {
        &self.shifts
    }

    /// Gives back the rooms and devices that changed hands since there were so many shifts, the last first.
    pub fn shift_back(&mut self, to: usize) {
        while self.shifts.len() > to {
            if let Some(shift) = self.shifts.pop() {
                self.exchange(Shift { from: shift.to, to: shift.from, ..shift });
            }
        }
    }

    /// Makes a shift again, unless the visit has no time now.
    pub fn shift_again(&mut self, shift: Shift) {
        if self.placed[shift.visit].is_some() {
            self.exchange(shift);
        }
    }

    /// Forgets that there were shifts.
    pub fn keep_shifts(&mut self) {
        self.shifts.clear();
    }

    fn exchange(&mut self, shift: Shift) {
        let Some(placed) = &mut self.placed[shift.visit] else { return };
        placed.resources[shift.need] = shift.to;
        if let Some(at) = self.taken[shift.from].iter().position(|taken| taken.visit == shift.visit) {
            let taken = self.taken[shift.from].swap_remove(at);
            self.ticks[shift.from].give_back(taken.from, taken.to);
            self.take(shift.to, taken.from, taken.to, taken.visit);
        }
    }

    /// Takes a visit's time away.
    pub fn unplace(&mut self, visit: usize) -> Option<Placed> {
        let placed = self.placed[visit].take()?;
        let practitioner = self.repair.visits[visit].offers[placed.offer].practitioner;
        for &resource in placed.resources.iter().chain([&practitioner]) {
            while let Some(at) = self.taken[resource].iter().position(|taken| taken.visit == visit) {
                let taken = self.taken[resource].swap_remove(at);
                self.ticks[resource].give_back(taken.from, taken.to);
            }
        }
        Some(placed)
    }

    /// Puts a visit back exactly where it was.
    pub fn restore(&mut self, visit: usize, placed: Placed) {
        let asked = &self.repair.visits[visit];
        let offer = &asked.offers[placed.offer];
        if let Some((from, to)) = around(offer.start, asked.treated) {
            self.take(offer.practitioner, from, to, visit);
        }
        for (need, &resource) in asked.needs.iter().zip(&placed.resources) {
            if let Some((from, to)) = around(offer.start, (need.from, need.to)) {
                self.take(resource, from, to, visit);
            }
        }
        self.placed[visit] = Some(placed);
    }

    /// The visits that an offer of another would push aside: those with the practitioner, those whose link it
    /// breaks, and where no room or device is left those with the first that would do.
    pub fn in_the_way(&self, visit: usize, offer: usize) -> Vec<usize> {
        let asked = &self.repair.visits[visit];
        let offer = &asked.offers[offer];
        let mut found: Vec<usize> = Vec::new();
        if let Some((from, to)) = around(offer.start, asked.treated) {
            found.extend(self.takers(offer.practitioner, from, to));
        }
        for link in &self.links[visit] {
            let other = if link.a == visit { link.b } else { link.a };
            if !self.link_holds(*link, visit, offer.day) {
                found.push(other);
            }
        }
        for need in &asked.needs {
            let Some((from, to)) = around(offer.start, (need.from, need.to)) else { continue };
            let open = |resource: &&usize| self.is_free(**resource, from, to);
            let takers = need.candidates.iter().filter(open).map(|&one| self.takers(one, from, to).collect());
            found.extend(takers.min_by_key(|takers: &Vec<usize>| takers.len()).unwrap_or_default());
        }
        found.sort_unstable();
        found.dedup();
        found.retain(|other| *other != visit);
        found
    }

    /// Whether an offer's practitioner has the time and its day keeps the distances, as things stand; rooms and devices
    /// may still stand in its way.
    pub fn is_open(&self, visit: usize, offer: usize) -> bool {
        let asked = &self.repair.visits[visit];
        let offer = &asked.offers[offer];
        let time = around(offer.start, asked.treated);
        time.is_some_and(|(from, to)| !self.ticks[offer.practitioner].is_taken(from, to))
            && self.links_hold(visit, offer.day)
    }

    fn may_take(&self, resource: usize, from: u32, to: u32) -> bool {
        !self.ticks[resource].is_taken(from, to) && self.is_whole(resource, from, to)
    }

    /// Whether the calendar leaves a resource free for the whole of a time.
    fn is_free(&self, resource: usize, from: u32, to: u32) -> bool {
        !self.closed[resource].is_taken(from, to) && self.is_whole(resource, from, to)
    }

    fn is_whole(&self, resource: usize, from: u32, to: u32) -> bool {
        !self.has_seams[resource] || self.repair.is_free(resource, from, to)
    }

    fn takers(&self, resource: usize, from: u32, to: u32) -> impl Iterator<Item = usize> {
        let overlaps = move |taken: &&Taken| taken.from < to && from < taken.to;
        self.taken[resource].iter().filter(overlaps).map(|taken| taken.visit)
    }

    fn take(&mut self, resource: usize, from: u32, to: u32, visit: usize) {
        self.taken[resource].push(Taken { from, to, visit });
        self.ticks[resource].take(from, to);
    }

    /// Moves one visit out of a room or device into another, so that the ticks become free.
    fn make_room(&mut self, candidates: &[usize], kept: &[usize], from: u32, to: u32) -> Option<usize> {
        for &resource in candidates.iter().filter(|one| !kept.contains(one)) {
            if !self.is_free(resource, from, to) {
                continue;
            }
            let mut takers = self.takers(resource, from, to);
            let (first, second) = (takers.next(), takers.next());
            drop(takers);
            let Some(taker) = first.filter(|_| second.is_none()) else { continue };
            if self.shift(taker, resource, kept) {
                return Some(resource);
            }
        }
        None
    }

    /// Gives a visit another resource for one that it has.
    fn shift(&mut self, visit: usize, resource: usize, kept: &[usize]) -> bool {
        let Some(placed) = &self.placed[visit] else { return false };
        let asked = &self.repair.visits[visit];
        let Some(index) = placed.resources.iter().position(|one| *one == resource) else { return false };
        let need = &asked.needs[index];
        let Some((from, to)) = around(asked.offers[placed.offer].start, (need.from, need.to)) else { return false };
        let fits = |other: &usize| {
            *other != resource
                && !placed.resources.contains(other)
                && !kept.contains(other)
                && self.may_take(*other, from, to)
        };
        let Some(other) = need.candidates.iter().copied().find(fits) else { return false };
        let shift = Shift { visit, need: index, from: resource, to: other };
        self.shifts.push(shift);
        self.exchange(shift);
        true
    }

    fn links_hold(&self, visit: usize, day: u16) -> bool {
        self.links[visit].iter().all(|link| self.link_holds(*link, visit, day))
    }

    fn link_holds(&self, link: Link, visit: usize, day: u16) -> bool {
        let other = if link.a == visit { link.b } else { link.a };
        let Some(placed) = &self.placed[other] else { return true };
        let there = self.repair.visits[other].offers[placed.offer].day;
        if link.a == visit { link.holds(day, there) } else { link.holds(there, day) }
    }
}
