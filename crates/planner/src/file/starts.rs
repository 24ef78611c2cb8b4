//! Every start at which a service can be had.

use super::calendar::{Calendar, Kind, Need, Resource, Service};

/// The starts of the calendar's grid at which something holds, as bits.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    words: Vec<u64>,
    slots: u32,
    step: u32,
}

impl Grid {
    pub fn none(calendar: &Calendar) -> Self {
        let slots = calendar.end().div_ceil(calendar.start_step);
        Self { words: vec![0; slots as usize / 64 + 1], slots, step: calendar.start_step }
    }

    /// Adds every start at which one of the resources serves the need.
    pub fn add(&mut self, need: &Need, resource: &Resource) {
        for &interval in &resource.free {
            if let Some((from, to)) = served(need, interval, self.step, self.slots) {
                self.set(from, to);
            }
        }
    }

    /// Sets the slots from the first to the last, both inclusive.
    fn set(&mut self, from: u32, to: u32) {
        let (first, last) = ((from / 64) as usize, (to / 64) as usize);
        let (low, high) = (u64::MAX << (from % 64), u64::MAX >> (63 - to % 64));
        if first == last {
            self.words[first] |= low & high;
            return;
        }
        self.words[first] |= low;
        self.words[last] |= high;
        self.words[first + 1..last].fill(u64::MAX);
    }

    pub fn add_slot(&mut self, slot: u32) {
        self.set(slot, slot);
    }

    pub fn holds(&self, slot: u32) -> bool {
        self.words.get((slot / 64) as usize).is_some_and(|word| word >> (slot % 64) & 1 == 1)
    }

    pub fn and(&mut self, other: &Self) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    pub fn all(calendar: &Calendar) -> Self {
        let mut grid = Self::none(calendar);
        grid.words.fill(u64::MAX);
        grid
    }
}

/// The first and the last slot at which the need lies inside a free interval.
fn served(need: &Need, (from, to): (u32, u32), step: u32, slots: u32) -> Option<(u32, u32)> {
    let first = (i64::from(from) - i64::from(need.from)).max(0);
    let last = i64::from(to) - i64::from(need.to);
    let step = i64::from(step);
    let (first, last) = ((first + step - 1) / step, last.div_euclid(step));
    let last = last.min(i64::from(slots) - 1);
    if first > last { None } else { Some((first as u32, last as u32)) }
}

/// The slots at which a room and a device can be had.
pub(super) fn rooms_and_devices(calendar: &Calendar, service: &Service) -> Grid {
    let mut grid = Grid::all(calendar);
    for kind in [Kind::Room, Kind::Device] {
        if let Some(need) = service.need(kind) {
            grid.and(&supply(calendar, need));
        }
    }
    grid
}

/// The slots at which somebody or something serves a need.
pub(super) fn supply(calendar: &Calendar, need: &Need) -> Grid {
    let mut supply = Grid::none(calendar);
    for resource in calendar.resources.iter().filter(|resource| need.suits(resource)) {
        supply.add(need, resource);
    }
    supply
}

/// Calls with every start of the calendar's grid, in order, at which a resource serves a need.
pub(super) fn each_start(calendar: &Calendar, need: &Need, resource: &Resource, mut with: impl FnMut(u32)) {
    let slots = calendar.end().div_ceil(calendar.start_step);
    let mut next = 0;
    for &interval in &resource.free {
        if let Some((from, to)) = served(need, interval, calendar.start_step, slots) {
            (from.max(next)..=to).for_each(|slot| with(slot * calendar.start_step));
            next = next.max(to + 1);
        }
    }
}

/// Whether a resource serves a need at a start, inside one of its free intervals.
pub(super) fn serves(need: &Need, resource: &Resource, start: u32) -> bool {
    let Some((from, to)) = need.ticks(start) else { return false };
    let after = resource.free.partition_point(|interval| interval.0 <= from);
    let inside = after.checked_sub(1).and_then(|place| resource.free.get(place));
    need.suits(resource) && inside.is_some_and(|interval| to <= interval.1)
}
