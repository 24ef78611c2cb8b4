use super::visit::{Visit, between};
use crate::audit::{self, Object};
use crate::error::AppError;
use crate::identity::{self, Patient};
use crate::roster::Resource;
use crate::work::Work;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::id::{ResourceId, VisitId};
use journey::roster::hours::Opening;
use serde::Serialize;
use store::args;

/// Everything about one day: who comes, who is there, what is taken.
#[derive(Clone, Debug)]
pub struct DaySheet {
    /// The day.
    pub day: Date,
    /// When the house is open.
    pub house: Vec<Opening>,
    /// Every resource with its hours that day.
    pub resources: Vec<(Resource, Vec<Opening>)>,
    /// Every visit with its patient, by time.
    pub visits: Vec<(Visit, Patient)>,
    /// Every claim on a resource.
    pub busy: Vec<Busy>,
}

/// A claim on a resource.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Busy {
    /// Who or what.
    pub resource: ResourceId,
    /// From when.
    pub starts: Timestamp,
    /// Until when.
    pub ends: Timestamp,
    /// For which visit.
    pub visit: VisitId,
}

/// One day, for those who meet patients. Reading it is noted: it shows who comes for what.
pub fn day_sheet(work: &mut Work<'_, '_>, day: Date) -> Result<DaySheet, AppError> {
    work.actor.front_desk()?;
    let (house_now, resources) = {
        let house = work.house()?;
        let own = house.resources.iter().map(|one| (one.clone(), house.hours.resource(one, day))).collect();
        (house.hours.house(day), own)
    };
    let (from, to) = work.world.bounds(day);
    let mut visits = Vec::new();
    for visit in between(work, from, to)? {
        if let Some(patient) = visit.patient {
            visits.push((visit, identity::by_id(work, patient)?));
        }
    }
    let clinic = work.clinic();
    audit::note(work, "booking.read-day", Object { entity: "clinic", id: clinic.uuid(), patient: None })?;
    Ok(DaySheet { day, house: house_now, resources, visits, busy: busy(work, from, to)? })
}

fn busy(work: &mut Work<'_, '_>, from: Timestamp, to: Timestamp) -> Result<Vec<Busy>, AppError> {
    let clinic = work.clinic();
    work.tx
        .query(
            "SELECT c.subject_id, c.starts_at, c.ends_at, c.visit_id FROM booking_claim c
             JOIN roster_resource r ON r.clinic_id = c.clinic_id AND r.id = c.subject_id
             WHERE c.clinic_id = $1 AND c.starts_at >= $2 AND c.starts_at < $3 ORDER BY c.starts_at",
            args![clinic, from, to],
        )?
        .iter()
        .map(|row| Ok(Busy { resource: row.get(0)?, starts: row.get(1)?, ends: row.get(2)?, visit: row.get(3)? }))
        .collect()
}
