use super::change::Change;
use super::overlay::{Folded, Overlay};
use super::{Ask, bits};
use crate::roster::House;
use crate::world::World;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use journey::id::VisitId;
use planner::DayBits;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use uuid::Uuid;

/// What can be claimed once at a time: a person, a room, a device, or one lane of what serves several at once.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) struct Lane {
    /// Who or what.
    pub subject: Uuid,
    /// Which lane of it, from nought.
    pub number: i64,
}

/// A stretch of time that is kept for a visit, its end not included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Claim {
    /// From when.
    pub starts: Timestamp,
    /// Until when.
    pub ends: Timestamp,
    /// For which visit.
    pub visit: VisitId,
}

struct Hold {
    until: Timestamp,
    days: BTreeSet<Date>,
}

/// How many days ahead are kept worked out at least: whole courses are planned over twelve months.
const PLANNED: i32 = 366;
/// How many days beyond the horizon: a month that begins inside it is shown to its end.
const BEYOND: i32 = 32;

/// The picture: every claim that is not long over, and for each day that may be offered the free ticks of each lane.
pub(super) struct Index {
    seen: i64,
    house: Arc<House>,
    claims: BTreeMap<(Lane, Timestamp), Claim>,
    holds: BTreeMap<VisitId, Hold>,
    days: BTreeMap<Date, Vec<DayBits>>,
}

impl Index {
    pub fn new(seen: i64, house: Arc<House>) -> Self {
        Self { seen, house, claims: BTreeMap::new(), holds: BTreeMap::new(), days: BTreeMap::new() }
    }

    pub const fn seen(&self) -> i64 {
        self.seen
    }

    pub fn house(&self) -> Arc<House> {
        Arc::clone(&self.house)
    }

    /// Works out the days that may be offered and are not worked out yet.
    pub fn keep_ready(&mut self, world: &World, now: Timestamp) {
        let today = world.date_of(now);
        let ahead = (i32::from(world.policy.horizon_days) + BEYOND).max(PLANNED);
        let last = today.saturating_add(ahead.days());
        self.days.retain(|day, _| *day >= today);
        for day in today.series(1.day()).take_while(|day| *day <= last) {
            if !self.days.contains_key(&day) {
                let free = self.whole_day(world, day);
                self.days.insert(day, free);
            }
        }
    }

    /// Applies lines of the log that are newer than what is shown.
    pub fn apply(&mut self, world: &World, news: &[(i64, Change)], house: Option<Arc<House>>) {
        let seen = self.seen;
        for (seq, change) in news.iter().filter(|(seq, _)| *seq > seen) {
            self.seen = *seq;
            match change {
                Change::Claimed(lane, claim) => self.claim(world, *lane, *claim),
                Change::Freed(lane, claim) => self.free_up(world, *lane, *claim),
                Change::Held(visit, until) => self.hold(*visit, *until),
                Change::House => {}
            }
        }
        if let Some(house) = house {
            self.house = house;
            let shown: Vec<Date> = self.days.keys().copied().collect();
            for day in shown {
                let free = self.whole_day(world, day);
                self.days.insert(day, free);
            }
        }
    }

    pub fn claim(&mut self, world: &World, lane: Lane, claim: Claim) {
        self.claims.insert((lane, claim.starts), claim);
        let place = self.house.place(lane.subject, lane.number);
        for day in days_of(world, claim) {
            if let Some(hold) = self.holds.get_mut(&claim.visit) {
                hold.days.insert(day);
            }
            if let (Some(place), Some(free)) = (place, self.days.get_mut(&day))
                && let Some(bits) = free.get_mut(place)
            {
                *bits &= !bits::taken(claim, world.midnight(day));
            }
        }
    }

    fn free_up(&mut self, world: &World, lane: Lane, claim: Claim) {
        self.claims.remove(&(lane, claim.starts));
        let Some(place) = self.house.place(lane.subject, lane.number) else { return };
        for day in days_of(world, claim) {
            if self.days.contains_key(&day) {
                let free = self.lane_on(world, place, day);
                if let Some(bits) = self.days.get_mut(&day).and_then(|free| free.get_mut(place)) {
                    *bits = free;
                }
            }
        }
    }

    pub fn hold(&mut self, visit: VisitId, until: Option<Timestamp>) {
        match until {
            Some(until) => {
                self.holds.entry(visit).or_insert_with(|| Hold { until, days: BTreeSet::new() }).until = until;
            }
            None => drop(self.holds.remove(&visit)),
        }
    }

    /// The free ticks of each lane of a house on a day, as a command sees them.
    pub fn free(&self, world: &World, house: &Arc<House>, ask: &Ask, over: &Overlay, day: Date) -> Vec<DayBits> {
        let bounds = world.bounds(day);
        let same_house = Arc::ptr_eq(house, &self.house);
        let untouched = over.is_empty() || !self.is_touched(over, day, bounds);
        let plain = ask.ignoring.is_empty() && !self.has_lapsed_on(day, ask.now) && untouched;
        match self.days.get(&day) {
            Some(free) if plain && same_house => free.clone(),
            _ => {
                let folded = over.after(self.seen);
                (0..house.slots.len()).map(|place| self.seen_by(world, house, place, day, ask, &folded)).collect()
            }
        }
    }

    fn is_touched(&self, over: &Overlay, day: Date, (from, to): (Timestamp, Timestamp)) -> bool {
        let held = |visit: &VisitId| self.holds.get(visit).is_some_and(|hold| hold.days.contains(&day));
        over.touched(self.seen).any(|claim| claim.starts < to && claim.ends > from)
            || over.after(self.seen).holds.keys().any(held)
    }

    fn has_lapsed_on(&self, day: Date, now: Timestamp) -> bool {
        self.holds.values().any(|hold| hold.until <= now && hold.days.contains(&day))
    }

    /// Whether a hold has lapsed whose claims are still there.
    pub fn has_lapsed_hold(&self, now: Timestamp, over: &Overlay) -> bool {
        let folded = over.after(self.seen);
        let lapsed = |until: Timestamp| until <= now;
        folded.holds.values().flatten().any(|until| lapsed(*until))
            || self.holds.iter().any(|(visit, hold)| lapsed(hold.until) && !folded.holds.contains_key(visit))
    }

    /// Whether a visit is only a hold.
    pub fn is_held(&self, visit: VisitId, over: &Overlay) -> bool {
        match over.after(self.seen).holds.get(&visit) {
            Some(newer) => newer.is_some(),
            None => self.holds.contains_key(&visit),
        }
    }

    /// The claims on a lane that reach into a stretch of time, as a command sees them, in order.
    pub fn claims(&self, lane: Lane, span: (Timestamp, Timestamp), ask: &Ask, over: &Overlay) -> Vec<Claim> {
        self.standing(lane, span, ask, &over.after(self.seen))
    }

    fn standing(&self, lane: Lane, (from, to): (Timestamp, Timestamp), ask: &Ask, over: &Folded) -> Vec<Claim> {
        // A claim lasts a day at most, so only those that start within a day before can reach in.
        let reach = from.checked_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
        let range = (lane, reach)..(lane, to);
        let kept = self.claims.range(range.clone()).filter(|(key, _)| !over.claims.contains_key(key));
        let added = over.claims.range(range).filter_map(|(_, claim)| claim.as_ref());
        let stands = |claim: &&Claim| {
            claim.ends > from && !ask.ignoring.contains(&claim.visit) && !self.has_lapsed(claim.visit, ask.now, over)
        };
        let mut standing: Vec<Claim> = kept.map(|(_, claim)| claim).chain(added).filter(stands).copied().collect();
        standing.sort_by_key(|claim| claim.starts);
        standing
    }

    fn has_lapsed(&self, visit: VisitId, now: Timestamp, over: &Folded) -> bool {
        let until = match over.holds.get(&visit) {
            Some(newer) => *newer,
            None => self.holds.get(&visit).map(|hold| hold.until),
        };
        until.is_some_and(|until| until <= now)
    }

    fn seen_by(&self, world: &World, house: &House, place: usize, day: Date, ask: &Ask, over: &Folded) -> DayBits {
        let Some(slot) = house.slots.get(place).copied() else { return DayBits::none() };
        let midnight = world.midnight(day);
        let mut free = bits::hours(world, house, slot, day);
        for claim in self.standing(house.lane(slot), world.bounds(day), ask, over) {
            free &= !bits::taken(claim, midnight);
        }
        free
    }

    fn whole_day(&self, world: &World, day: Date) -> Vec<DayBits> {
        (0..self.house.slots.len()).map(|place| self.lane_on(world, place, day)).collect()
    }

    /// The free ticks of a lane with every claim standing, those of holds that have lapsed too.
    fn lane_on(&self, world: &World, place: usize, day: Date) -> DayBits {
        let everything = Ask { first: day, last: day, ignoring: Vec::new(), now: Timestamp::MIN };
        self.seen_by(world, &self.house, place, day, &everything, &Overlay::default().after(self.seen))
    }
}

fn days_of(world: &World, claim: Claim) -> impl Iterator<Item = Date> {
    let last_moment = claim.ends.checked_sub(SignedDuration::from_nanos(1)).unwrap_or(claim.ends);
    let (first, last) = (world.date_of(claim.starts), world.date_of(last_moment));
    first.series(1.day()).take_while(move |day| *day <= last)
}
