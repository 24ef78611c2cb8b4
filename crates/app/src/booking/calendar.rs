use crate::error::AppError;
use crate::roster::{Hours, Resource, load_hours, resources};
use crate::work::Work;
use crate::world::World;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use journey::booking::Interval;
use journey::id::{ResourceId, VisitId};
use planner::{DayBits, Tick};
use std::collections::BTreeMap;
use store::args;

/// Ticks are five minutes from local midnight; they exist only here and in the planner.
pub(super) const TICK: SignedDuration = SignedDuration::from_mins(5);

/// Which stretches of time are free, for every resource, over some days.
pub(super) struct Calendar {
    pub resources: Vec<Resource>,
    hours: Hours,
    busy: BTreeMap<ResourceId, Vec<Interval>>,
}

/// Whose claims are looked through, as if they were not there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ignoring {
    /// Nobody's.
    Nobody,
    /// Those of a visit that is about to move.
    Visit(VisitId),
}

impl Calendar {
    /// Loads the days from a first to a last.
    pub fn load(work: &mut Work<'_, '_>, first: Date, last: Date, ignoring: Ignoring) -> Result<Self, AppError> {
        let hours = load_hours(work, first, last)?;
        let resources = resources(work)?;
        let (from, to) = (work.world.bounds(first).0, work.world.bounds(last).1);
        let busy = claims(work, from, to, ignoring)?;
        Ok(Self { resources, hours, busy })
    }

    /// What is free on a day, one set of bits for each resource, not before an instant.
    pub fn free(&self, world: &World, day: Date, from: Timestamp) -> Vec<DayBits> {
        let midnight = world.midnight(day);
        let past = match from.duration_since(midnight) {
            gone if gone.is_negative() => DayBits::none(),
            gone => DayBits::span(Tick(0), Tick(ticks_up(gone))),
        };
        self.resources.iter().map(|resource| self.one(world, resource, day) & !past).collect()
    }

    /// Whether a subject has a claim inside an interval.
    pub fn is_busy(&self, subject: ResourceId, span: Interval) -> bool {
        self.busy.get(&subject).is_some_and(|claims| claims.iter().any(|claim| claim.overlaps(span)))
    }

    fn one(&self, world: &World, resource: &Resource, day: Date) -> DayBits {
        let midnight = world.midnight(day);
        let tick = |minute| Tick(ticks_down(world.wall(day, minute).duration_since(midnight)));
        let mut free = DayBits::none();
        for opening in self.hours.resource(resource, day) {
            free |= DayBits::span(tick(opening.opens().get()), tick(opening.closes().get()));
        }
        for claim in self.busy.get(&resource.id).map_or(&[][..], Vec::as_slice) {
            free &= !taken(*claim, midnight);
        }
        free
    }
}

fn taken(claim: Interval, midnight: Timestamp) -> DayBits {
    let ends = claim.ends().duration_since(midnight);
    if ends <= SignedDuration::ZERO {
        return DayBits::none();
    }
    let starts = claim.starts().duration_since(midnight).max(SignedDuration::ZERO);
    DayBits::span(Tick(ticks_down(starts)), Tick(ticks_up(ends)))
}

fn ticks_down(length: SignedDuration) -> u16 {
    u16::try_from(length.as_secs() / TICK.as_secs()).unwrap_or(u16::MAX).min(320)
}

fn ticks_up(length: SignedDuration) -> u16 {
    let whole = length.as_secs() / TICK.as_secs();
    let part = i64::from(length.as_secs() % TICK.as_secs() > 0 || length.subsec_nanos() > 0);
    u16::try_from(whole + part).unwrap_or(u16::MAX).min(320)
}

/// The instant of a tick on a day.
pub(super) fn instant(midnight: Timestamp, tick: Tick) -> Timestamp {
    midnight.checked_add(SignedDuration::from_secs(i64::from(tick.0) * TICK.as_secs())).unwrap_or(Timestamp::MAX)
}

/// The tick of an instant on a day; none when it lies between two.
pub(super) fn tick_of(midnight: Timestamp, at: Timestamp) -> Option<Tick> {
    let since = at.duration_since(midnight);
    let exact = !since.is_negative() && since.as_secs() % TICK.as_secs() == 0 && since.subsec_nanos() == 0;
    exact.then(|| Tick(ticks_down(since)))
}

/// Claims on resources between two instants. Holds that have lapsed no longer count.
fn claims(
    work: &mut Work<'_, '_>,
    from: Timestamp,
    to: Timestamp,
    ignoring: Ignoring,
) -> Result<BTreeMap<ResourceId, Vec<Interval>>, AppError> {
    // A claim lasts a day at most, so only those that start within a day before can reach in.
    let reach = from.checked_sub(SignedDuration::from_hours(24)).unwrap_or(Timestamp::MIN);
    let (clinic, now) = (work.clinic(), work.now);
    let rows = work.tx.query(
        "SELECT c.subject_id, c.starts_at, c.ends_at, c.visit_id FROM booking_claim c
         JOIN booking_visit v ON v.clinic_id = c.clinic_id AND v.id = c.visit_id
         WHERE c.clinic_id = $1 AND c.starts_at >= $2 AND c.starts_at < $3 AND c.ends_at > $4
           AND (v.state <> 'held' OR v.held_until > $5)",
        args![clinic, reach, to, from, now],
    )?;
    let mut busy: BTreeMap<ResourceId, Vec<Interval>> = BTreeMap::new();
    for row in &rows {
        if ignoring == Ignoring::Visit(row.get(3)?) {
            continue;
        }
        if let Ok(interval) = Interval::new(row.get(1)?, row.get(2)?) {
            busy.entry(row.get(0)?).or_default().push(interval);
        }
    }
    Ok(busy)
}
