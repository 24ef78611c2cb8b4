use super::calendar::{Calendar, Ignoring, claims_of};
use super::compose::{Composition, compose};
use super::offer::{GRID, Outlook, Wanted, horizon, next_free, preference, services_for};
use crate::actor::Actor;
use crate::availability::{hours_of, instant};
use crate::error::AppError;
use crate::roster::{Closed, House, ResourceKind, Slot};
use crate::work::Work;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::booking::Interval;
use journey::id::VisitId;
use journey::roster::closure::ClosureKind;
use journey::roster::holidays;
use journey::text::Bilingual;
use planner::{DayBits, Piece, Tick, on_grid, why_not};

/// Why a time is not offered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Why {
    /// The house is closed then: on that day of the week, by an exception, or on a public holiday, which is named.
    House(Option<Bilingual>),
    /// Too near: bookings online need some notice.
    Notice,
    /// Further ahead than is offered online.
    Horizon,
    /// Something that is needed is not to be had.
    Missing(Missing),
}

/// Somebody or something that is needed and not to be had.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Missing {
    /// A practitioner, a room, a device.
    pub kind: ResourceKind,
    /// Who or what, for the clinic's own people and only where there is no choice. Visitors are told no name.
    pub only: Option<Bilingual>,
    /// What stands against it.
    pub because: Because,
}

/// What stands against a resource at a time: of several the first that is free again.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Because {
    /// Claimed for somebody's visit.
    Visit,
    /// Kept while somebody fills in a form.
    Held,
    /// On leave, out of order, under maintenance, in a meeting.
    Away(Away),
    /// Not at work.
    OffDuty,
    /// Nobody or nothing in the house can do it on that day.
    Nobody,
}

/// The kind of a closure, in the order in which people ask.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Away {
    /// A meeting or training.
    Block,
    /// Maintenance of a device.
    Maintenance,
    /// A room out of order.
    OutOfOrder,
    /// Somebody's leave.
    Leave,
}

impl From<ClosureKind> for Away {
    fn from(kind: ClosureKind) -> Self {
        match kind {
            ClosureKind::Block => Self::Block,
            ClosureKind::Maintenance => Self::Maintenance,
            ClosureKind::OutOfOrder => Self::OutOfOrder,
            ClosureKind::Leave => Self::Leave,
        }
    }
}

/// Times of a day that are closed for the same reasons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// The first start that is closed.
    pub from: Timestamp,
    /// The last one.
    pub to: Timestamp,
    /// Why: everything that stands against it.
    pub why: Vec<Why>,
    /// The next start that is free.
    pub opens: Option<Timestamp>,
}

/// Why the times of a day that are not offered are not: those within the hours of the house, or the whole day where
/// it is closed.
pub fn why_closed(work: &mut Work<'_, '_>, wanted: &Wanted, day: Date) -> Result<Vec<Stretch>, AppError> {
    let services = services_for(work, &wanted.service)?;
    let offered = Outlook::over(work, services.clone(), wanted, day, day)?.times(work, day);
    let calendar = Calendar::load(work, day, day, Ignoring::Nobody)?;
    let composition = compose(&services, &calendar.house, day, preference(wanted));
    let midnight = work.world.midnight(day);
    let duty: Vec<DayBits> =
        calendar.house.slots.iter().map(|slot| hours_of(work.world, &calendar.house, *slot, day)).collect();
    let mut found: Vec<Stretch> = Vec::new();
    for tick in asked(&calendar.house, &duty) {
        let at = instant(midnight, tick);
        if offered.iter().any(|time| time.starts == at) {
            continue;
        }
        let why = reasons(work, &calendar, &composition, &duty, (day, tick))?;
        match found.last_mut() {
            Some(last) if last.why == why => last.to = at,
            _ => found.push(Stretch { from: at, to: at, why, opens: None }),
        }
    }
    let after = next_free(work, wanted, work.world.bounds(day).1, 1)?.first().copied();
    for stretch in &mut found {
        let same_day = offered.iter().map(|time| time.starts).find(|at| *at > stretch.to);
        stretch.opens = same_day.or(after);
    }
    Ok(found)
}

/// The starts that somebody may ask about: those on the grid while the house is open, or its first minute.
fn asked(house: &House, duty: &[DayBits]) -> Vec<Tick> {
    let is_room = |place: usize| house.behind(place).is_some_and(|one| one.kind == ResourceKind::Room);
    let rooms = duty.iter().enumerate().filter(|(place, _)| is_room(*place));
    let open = rooms.fold(DayBits::none(), |open, (_, hours)| open | *hours);
    let starts: Vec<Tick> = on_grid(open, GRID).iter().collect();
    if starts.is_empty() { vec![Tick(0)] } else { starts }
}

fn reasons(
    work: &mut Work<'_, '_>,
    calendar: &Calendar,
    composition: &Composition,
    duty: &[DayBits],
    (day, tick): (Date, Tick),
) -> Result<Vec<Why>, AppError> {
    let house = &calendar.house;
    if house.hours.house(day).is_empty() {
        return Ok(vec![Why::House(holidays::name(day))]);
    }
    let at = instant(work.world.midnight(day), tick);
    let staff = matches!(work.actor, Actor::Staff(_));
    let first = if staff { work.now } else { work.world.policy.first_offer(work.now) };
    if at < first {
        return Ok(vec![Why::Notice]);
    }
    if !staff && day > horizon(work) {
        return Ok(vec![Why::Horizon]);
    }
    let free = calendar.free(work.world, day, at);
    let mut why = Vec::new();
    for group in why_not(&composition.pattern, &free, tick) {
        let missing = missing(work, house, (composition, group), duty, (day, tick), staff)?;
        if !why.contains(&missing) {
            why.push(missing);
        }
    }
    Ok(why)
}

fn missing(
    work: &mut Work<'_, '_>,
    house: &House,
    (composition, group): (&Composition, usize),
    duty: &[DayBits],
    at: (Date, Tick),
    staff: bool,
) -> Result<Why, AppError> {
    let kind = composition.kinds[group];
    let candidates = &composition.pattern.groups[group].candidates;
    let only = match candidates.as_slice() {
        [one] if staff => house.behind(*one).map(|resource| resource.name.clone()),
        _ => None,
    };
    let mut because = Because::Nobody;
    for place in candidates {
        let pieces = &composition.pattern.groups[group].pieces;
        let hours = duty.get(*place).copied().unwrap_or_default();
        because = because.min(stands_against(work, house, (*place, hours), pieces, at)?);
        if because == Because::Visit {
            break;
        }
    }
    Ok(Why::Missing(Missing { kind, only, because }))
}

/// What stands against one candidate for a group at a time.
fn stands_against(
    work: &mut Work<'_, '_>,
    house: &House,
    (place, duty): (usize, DayBits),
    pieces: &[Piece],
    (day, tick): (Date, Tick),
) -> Result<Because, AppError> {
    let Some(slot) = house.slots.get(place).copied() else { return Ok(Because::Nobody) };
    let midnight = work.world.midnight(day);
    for piece in pieces {
        let (from, to) = (tick.0 + piece.offset, tick.0 + piece.offset + piece.ticks);
        let Ok(span) = Interval::new(instant(midnight, Tick(from)), instant(midnight, Tick(to))) else { continue };
        if let Some(closed) = closed_then(house, slot, span) {
            return Ok(Because::Away(closed.kind.into()));
        }
        if (from..to).any(|one| !duty.get(Tick(one))) {
            return Ok(Because::OffDuty);
        }
        if let Some(claim) = claims_of(work, house.lane(slot), span, Ignoring::Nobody)?.first() {
            return Ok(if is_held(work, claim.visit)? { Because::Held } else { Because::Visit });
        }
    }
    Ok(Because::Visit)
}

fn closed_then(house: &House, slot: Slot, span: Interval) -> Option<&Closed> {
    let resource = house.resources.get(slot.resource)?;
    let meets = |closed: &&Closed| closed.starts < span.ends() && closed.ends > span.starts();
    house.hours.closures(resource.id).iter().find(meets)
}

fn is_held(work: &mut Work<'_, '_>, visit: VisitId) -> Result<bool, AppError> {
    let over = work.overlay()?;
    work.availability.is_held(visit, work.now, &over)
}
