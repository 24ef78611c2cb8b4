use super::index::Claim;
use crate::roster::{House, Slot};
use crate::world::World;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use planner::{DayBits, Tick};

/// Ticks are five minutes from local midnight; they exist only here and in the planner.
pub(crate) const TICK: SignedDuration = SignedDuration::from_mins(5);

/// When a lane could be claimed on a day if nobody had claimed it: its hours without its closures.
pub(crate) fn hours(world: &World, house: &House, slot: Slot, day: Date) -> DayBits {
    let Some(resource) = house.resources.get(slot.resource) else { return DayBits::none() };
    let midnight = world.midnight(day);
    let since = |minute| world.wall(day, minute).duration_since(midnight);
    let mut free = DayBits::none();
    for opening in house.hours.resource(resource, day) {
        let (opens, closes) = (since(opening.opens().get()), since(opening.closes().get()));
        free |= DayBits::span(Tick(ticks_up(opens)), Tick(ticks_down(closes)));
    }
    for closure in house.hours.closures(resource.id) {
        free &= !span(closure.starts, closure.ends, midnight);
    }
    free
}

/// The ticks of a day that a claim takes, a tick that it only touches among them.
pub(crate) fn taken(claim: Claim, midnight: Timestamp) -> DayBits {
    span(claim.starts, claim.ends, midnight)
}

fn span(starts: Timestamp, ends: Timestamp, midnight: Timestamp) -> DayBits {
    let ends = ends.duration_since(midnight);
    if ends <= SignedDuration::ZERO {
        return DayBits::none();
    }
    let starts = starts.duration_since(midnight).max(SignedDuration::ZERO);
    DayBits::span(Tick(ticks_down(starts)), Tick(ticks_up(ends)))
}

/// The ticks of a day that lie before an instant, one that is half over among them.
pub(crate) fn before(at: Timestamp, midnight: Timestamp) -> DayBits {
    match at.duration_since(midnight) {
        gone if gone.is_negative() => DayBits::none(),
        gone => DayBits::span(Tick(0), Tick(ticks_up(gone))),
    }
}

fn ticks_down(length: SignedDuration) -> u16 {
    u16::try_from(length.as_secs() / TICK.as_secs()).unwrap_or(u16::MAX).min(Tick::LIMIT)
}

fn ticks_up(length: SignedDuration) -> u16 {
    let whole = length.as_secs() / TICK.as_secs();
    let part = i64::from(length.as_secs() % TICK.as_secs() > 0 || length.subsec_nanos() > 0);
    u16::try_from(whole + part).unwrap_or(u16::MAX).min(Tick::LIMIT)
}

/// The instant of a tick on a day.
pub(crate) fn instant(midnight: Timestamp, tick: Tick) -> Timestamp {
    midnight.checked_add(SignedDuration::from_secs(i64::from(tick.0) * TICK.as_secs())).unwrap_or(Timestamp::MAX)
}

/// The tick of an instant on a day; none when it lies between two.
pub(crate) fn tick_of(midnight: Timestamp, at: Timestamp) -> Option<Tick> {
    let since = at.duration_since(midnight);
    let exact = !since.is_negative() && since.as_secs() % TICK.as_secs() == 0 && since.subsec_nanos() == 0;
    exact.then(|| Tick(ticks_down(since)))
}
