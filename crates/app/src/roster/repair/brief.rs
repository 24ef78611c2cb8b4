use crate::availability::{Ask, Claim, Lane};
use crate::booking::{Ignoring, claims_of, only, services_of};
use crate::error::AppError;
use crate::offering::Service;
use crate::roster::change::{Change, check};
use crate::roster::effect::{Affected, effects};
use crate::roster::house::House;
use crate::screening::Asked;
use crate::work::Work;
use crate::world::World;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use journey::booking::Interval;
use journey::id::VisitId;
use planner::DayBits;
use std::sync::Arc;
use store::{Row, args};

/// How many days before and after the agreed day a new time is looked for.
const AROUND: i32 = 28;

/// Everything that a proposal needs to know, read in one look.
pub struct Brief {
    pub(super) cases: Vec<Case>,
    /// The house as the change would make it.
    pub(super) house: Arc<House>,
    pub(super) days: Vec<Day>,
    /// Before it nothing else than the time that is agreed may be proposed.
    pub(super) first: Timestamp,
}

/// A visit that lies outside the roster after the change.
pub(super) struct Case {
    pub affected: Affected,
    pub services: Vec<Service>,
    /// When the patient is here for something that stays.
    pub elsewhere: Vec<(Timestamp, Timestamp)>,
    /// The questions on which days its treatments may lie; the other affected visits are looked through.
    pub asked: Vec<Asked>,
    /// What it claims now, and goes on claiming if it stays: lanes, and the patient's own time.
    pub claims: Vec<(Lane, Claim)>,
}

/// A day that may be proposed, with what is free of each lane after the change, the affected visits looked through.
pub(super) struct Day {
    pub date: Date,
    pub midnight: Timestamp,
    pub free: Vec<DayBits>,
}

impl Case {
    /// Whether a day is near enough to the agreed one; from the first that may be proposed on, never fewer days.
    pub fn is_near(&self, brief: &Brief, world: &World, day: Date) -> bool {
        let agreed = world.date_of(self.affected.visit.starts.max(brief.first));
        (day - agreed).get_days().abs() <= AROUND
    }
}

impl Brief {
    /// How many visits are affected.
    pub const fn len(&self) -> usize {
        self.cases.len()
    }

    /// Whether no visit is affected.
    pub const fn is_empty(&self) -> bool {
        self.cases.is_empty()
    }
}

/// Reads what a proposal for a change needs. Refused for whoever is no manager, and where the roster would contradict
/// itself.
pub fn brief(work: &mut Work<'_, '_>, change: &Change) -> Result<Brief, AppError> {
    check(work, change)?;
    let affected = effects(work, change)?;
    let house = Arc::new(change.made_in(work.house()?.as_ref()));
    let moving: Vec<VisitId> = affected.iter().map(|one| one.visit.id).collect();
    let first = work.world.policy.first_offer(work.now);
    let latest = affected.iter().map(|one| one.visit.starts).max().map_or(first, |latest| latest.max(first));
    let days = days(work, &house, &moving, work.world.date_of(latest).saturating_add(AROUND.days()))?;
    let mut cases = Vec::with_capacity(affected.len());
    for one in affected {
        cases.push(case(work, one, &moving, &days)?);
    }
    Ok(Brief { cases, house, days, first })
}

fn days(work: &mut Work<'_, '_>, house: &Arc<House>, moving: &[VisitId], last: Date) -> Result<Vec<Day>, AppError> {
    let first = work.today();
    let ask = Ask { first, last, ignoring: moving.to_vec(), now: work.now };
    let over = work.overlay()?;
    let free = work.availability.free_in(house, &ask, &over)?;
    let world = work.world;
    let days = first.series(1.day()).zip(free);
    Ok(days
        .map(|(date, free)| {
            let midnight = world.midnight(date);
            let past = crate::availability::before(work.now, midnight);
            Day { date, midnight, free: free.into_iter().map(|lane| lane & !past).collect() }
        })
        .collect())
}

fn case(work: &mut Work<'_, '_>, affected: Affected, moving: &[VisitId], days: &[Day]) -> Result<Case, AppError> {
    let visit = &affected.visit;
    let services = services_of(work, visit.id)?;
    let asked = Asked::of_visit(work, visit, moving)?;
    let ends = days.last().map_or(work.now, |day| work.world.bounds(day.date).1);
    let elsewhere = match Interval::new(work.now, ends) {
        Ok(span) => claims_of(work, only(affected.patient.id.uuid()), span, Ignoring::Visits(moving))?,
        Err(_) => Vec::new(),
    };
    let elsewhere = elsewhere.iter().map(|claim| (claim.starts, claim.ends)).collect();
    let claims = claims(work, visit.id)?;
    Ok(Case { affected, services, elsewhere, asked, claims })
}

fn claims(work: &mut Work<'_, '_>, visit: VisitId) -> Result<Vec<(Lane, Claim)>, AppError> {
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT subject_id, lane, starts_at, ends_at FROM booking_claim WHERE clinic_id = $1 AND visit_id = $2",
        args![clinic, visit],
    )?;
    let claim = |row: &Row| {
        let lane = Lane { subject: row.get(0)?, number: row.get(1)? };
        Ok((lane, Claim { starts: row.get(2)?, ends: row.get(3)?, visit }))
    };
    rows.iter().map(claim).collect()
}
