use super::calendar::{Calendar, Ignoring};
use super::compose::{Preference, compose};
use crate::availability::instant;
use crate::error::AppError;
use crate::offering::{Service, ServiceKind, examination, service_by_slug};
use crate::roster::{Resource, ResourceKind, resources};
use crate::work::Work;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use journey::id::{StaffId, VisitId};
use journey::text::Bilingual;
use planner::{DayBits, on_grid, starts};

/// Times are offered at every so many ticks: a quarter of an hour.
pub(crate) const GRID: u16 = 3;
/// How far ahead the next free times are looked for, in days.
const AHEAD: i32 = 28;

/// What somebody wants to come for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// The service, by its name in addresses.
    pub service: String,
    /// A practitioner, where one was chosen.
    pub practitioner: Option<StaffId>,
    /// A visit that is to be moved; its own claims do not stand in its way.
    pub moving: Option<VisitId>,
}

/// One day of a month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DayOffer {
    /// The day.
    pub day: Date,
    /// How many times are free.
    pub times: u32,
}

/// One free time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TimeOffer {
    /// When the visit would begin.
    pub starts: Timestamp,
}

/// The services of a visit made online: an examination comes before a first treatment.
pub(crate) fn services_for(work: &mut Work<'_, '_>, slug: &str) -> Result<Vec<Service>, AppError> {
    let wanted = service_by_slug(work, slug)?;
    match wanted.kind {
        ServiceKind::Counselling | ServiceKind::Examination => Ok(vec![wanted]),
        ServiceKind::Protocol | ServiceKind::Basic => Ok(vec![examination(work)?, wanted]),
    }
}

pub(super) fn preference(wanted: &Wanted) -> Preference {
    wanted.practitioner.map_or(Preference::Anybody, Preference::Person)
}

pub(super) fn ignoring(wanted: &Wanted) -> Ignoring<'static> {
    wanted.moving.map_or(Ignoring::Nobody, Ignoring::Visit)
}

/// Looks over a stretch of days with one load, one day after the other.
pub(crate) struct Outlook {
    services: Vec<Service>,
    calendar: Calendar,
    wish: Preference,
    first: Timestamp,
}

impl Outlook {
    pub fn load(work: &mut Work<'_, '_>, wanted: &Wanted, from: Date, to: Date) -> Result<Self, AppError> {
        let services = match wanted.moving {
            Some(visit) => super::visit::services_of(work, visit)?,
            None => services_for(work, &wanted.service)?,
        };
        Self::over(work, services, wanted, from, to)
    }

    /// Looks for a place for certain services, whatever the service would usually bring with it.
    pub fn over(
        work: &mut Work<'_, '_>,
        services: Vec<Service>,
        wanted: &Wanted,
        from: Date,
        to: Date,
    ) -> Result<Self, AppError> {
        let calendar = Calendar::load(work, from, to, ignoring(wanted))?;
        let first = match work.actor {
            crate::actor::Actor::Staff(_) => work.now,
            _ => work.world.policy.first_offer(work.now),
        };
        Ok(Self { services, calendar, wish: preference(wanted), first })
    }

    fn on(&self, work: &Work<'_, '_>, day: Date) -> DayBits {
        let composition = compose(&self.services, &self.calendar.house, day, self.wish);
        on_grid(starts(&composition.pattern, &self.calendar.free(work.world, day, self.first)), GRID)
    }

    pub fn times(&self, work: &Work<'_, '_>, day: Date) -> Vec<TimeOffer> {
        let midnight = work.world.midnight(day);
        self.on(work, day).iter().map(|tick| TimeOffer { starts: instant(midnight, tick) }).collect()
    }
}

/// The last day that is offered online.
pub(crate) fn horizon(work: &Work<'_, '_>) -> Date {
    work.today().saturating_add(i32::from(work.world.policy.horizon_days).days())
}

/// The days of a month with how many times are free on each. Days past or beyond the horizon have none.
pub fn month(work: &mut Work<'_, '_>, wanted: &Wanted, month: Date) -> Result<Vec<DayOffer>, AppError> {
    let (first, last) = (month.first_of_month(), month.last_of_month());
    let (today, horizon) = (work.today(), horizon(work));
    let outlook = Outlook::load(work, wanted, first.max(today), last.max(today))?;
    Ok((1..=last.day())
        .filter_map(|number| first.with().day(number).build().ok())
        .map(|day| {
            let offered = today <= day && day <= horizon;
            DayOffer { day, times: if offered { outlook.on(work, day).count() } else { 0 } }
        })
        .collect())
}

/// The free times of a day.
pub fn day(work: &mut Work<'_, '_>, wanted: &Wanted, day: Date) -> Result<Vec<TimeOffer>, AppError> {
    if day < work.today() || day > horizon(work) {
        return Ok(Vec::new());
    }
    let outlook = Outlook::load(work, wanted, day, day)?;
    Ok(outlook.times(work, day))
}

/// The next free times from an instant on, nearest first.
pub fn next_free(
    work: &mut Work<'_, '_>,
    wanted: &Wanted,
    from: Timestamp,
    most: usize,
) -> Result<Vec<Timestamp>, AppError> {
    let start = work.world.date_of(from.max(work.now));
    let end = start.saturating_add(AHEAD.days()).min(horizon(work));
    if end < start {
        return Ok(Vec::new());
    }
    let outlook = Outlook::load(work, wanted, start, end)?;
    let mut found = Vec::new();
    let mut day = start;
    while day <= end && found.len() < most {
        found.extend(outlook.times(work, day).into_iter().map(|time| time.starts).filter(|at| *at >= from));
        day = day.tomorrow().unwrap_or(Date::MAX);
        if day == Date::MAX {
            break;
        }
    }
    found.truncate(most);
    Ok(found)
}

/// The people who can be chosen for a service today: those who hold a competence that one of its steps asks for.
pub fn practitioners(work: &mut Work<'_, '_>, slug: &str) -> Result<Vec<(StaffId, Bilingual)>, AppError> {
    let service = service_by_slug(work, slug)?;
    let today = work.today();
    let able = |resource: &Resource| {
        resource.kind == ResourceKind::Practitioner
            && service
                .segments
                .iter()
                .filter_map(|step| step.practitioner.as_deref())
                .any(|need| resource.serves(need, today))
    };
    let people = resources(work)?.into_iter().filter(able);
    Ok(people.filter_map(|resource| Some((resource.staff?, resource.name))).collect())
}
