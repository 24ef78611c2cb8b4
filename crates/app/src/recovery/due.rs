use super::load::{CheckIn, check_in};
use crate::audit::{self, Object};
use crate::error::AppError;
use crate::identity::{self, Patient};
use crate::work::Work;
use jiff::ToSpan;
use journey::id::{CheckInId, PatientId};
use serde::Serialize;
use store::{Row, args};

/// A check-in without an answer stays on the list for so many days; after that the next one asks.
pub const LISTED_DAYS: i32 = 7;

/// A check-in that fell due and that nobody has answered.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Unanswered {
    /// The check-in.
    pub check_in: CheckIn,
    /// The patient.
    pub patient: Patient,
    /// The number to call; empty where none is known.
    pub phone: String,
    /// The treatment it follows.
    pub protocol: String,
}

/// The check-ins that are due by the end of today and have no answer, in the order in which they fell due. Of a
/// session only the latest is listed, and none that fell due longer than [`LISTED_DAYS`] ago. Reading the list is
/// noted for every patient on it.
pub fn due(work: &mut Work<'_, '_>) -> Result<Vec<Unanswered>, AppError> {
    work.actor.clinician()?;
    let (clinic, today) = (work.clinic(), work.today());
    let from = work.world.midnight(today.saturating_sub(LISTED_DAYS.days()));
    let to = work.world.bounds(today).1;
    let rows = work.tx.query(
        "SELECT c.id, c.patient_id, r.protocol_id FROM recovery_check_in c
         JOIN session_record r ON r.clinic_id = c.clinic_id AND r.id = c.record_id
         WHERE c.clinic_id = $1 AND c.state = 'due' AND c.due_at >= $2 AND c.due_at < $3
           AND NOT EXISTS (SELECT 1 FROM recovery_check_in l WHERE l.clinic_id = c.clinic_id
             AND l.record_id = c.record_id AND l.due_at > c.due_at AND (l.due_at < $3 OR l.state = 'answered'))
         ORDER BY c.due_at, c.id",
        args![clinic, from, to],
    )?;
    rows.iter().map(|row| listed(work, row)).collect()
}

fn listed(work: &mut Work<'_, '_>, row: &Row) -> Result<Unanswered, AppError> {
    let (id, patient): (CheckInId, PatientId) = (row.get(0)?, row.get(1)?);
    let patient = identity::by_id(work, patient)?;
    let phone = identity::contact_of(work, patient.id)?.map(|contact| contact.phone).unwrap_or_default();
    let object = Object { entity: "recovery_check_in", id: id.uuid(), patient: Some(patient.id) };
    audit::note(work, "recovery.read-due", object)?;
    Ok(Unanswered { check_in: check_in(work, id)?, patient, phone, protocol: row.get(2)? })
}
