use super::load::{CheckIn, check_in};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::identity::{self, Patient};
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{CheckInId, EscalationId, PatientId};
use serde::Serialize;
use store::{Row, args};

/// Something a person must answer for.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Escalation {
    /// The key.
    pub id: EscalationId,
    /// How urgent, 0 to 3.
    pub tier: i64,
    /// Who may close it: `nurse` or `physician`.
    pub role: String,
    /// The flag that raised it, or `read-by-a-person`.
    pub reason: String,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Until when it must be answered.
    pub deadline: Timestamp,
    /// The patient.
    pub patient: Patient,
    /// The number to call.
    pub phone: String,
    /// The check-in behind it.
    pub check_in: CheckIn,
}

/// What is open, by deadline. Reading it is noted for every patient on the list.
pub fn inbox(work: &mut Work<'_, '_>) -> Result<Vec<Escalation>, AppError> {
    work.actor.clinician()?;
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT id, tier, role, reason, opened_at, deadline, patient_id, check_in_id FROM recovery_escalation
         WHERE clinic_id = $1 AND state = 'open' ORDER BY deadline, tier DESC, id",
        args![clinic],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let escalation = whole(work, row)?;
        let object =
            Object { entity: "recovery_escalation", id: escalation.id.uuid(), patient: Some(escalation.patient.id) };
        audit::note(work, "recovery.read-inbox", object)?;
        found.push(escalation);
    }
    Ok(found)
}

fn whole(work: &mut Work<'_, '_>, row: &Row) -> Result<Escalation, AppError> {
    let (patient, check): (PatientId, CheckInId) = (row.get(6)?, row.get(7)?);
    let patient = identity::by_id(work, patient)?;
    let phone = identity::contact_of(work, patient.id)?.map(|contact| contact.phone).unwrap_or_default();
    Ok(Escalation {
        id: row.get(0)?,
        tier: row.get(1)?,
        role: row.get(2)?,
        reason: row.get(3)?,
        opened_at: row.get(4)?,
        deadline: row.get(5)?,
        check_in: check_in(work, check)?,
        patient,
        phone,
    })
}

/// How many escalations of a person are open.
pub fn open_for(work: &mut Work<'_, '_>, patient: PatientId) -> Result<i64, AppError> {
    let kept = identity::by_id(work, patient)?.id;
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT COUNT(*) FROM recovery_escalation WHERE clinic_id = $1 AND state = 'open' AND patient_id IN
         (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2))",
        args![clinic, kept],
    )?;
    Ok(row.map_or(Ok(0), |row| row.get(0))?)
}

/// Closes an escalation with what was done. One that asks for a physician is closed by a physician.
pub fn close(work: &mut Work<'_, '_>, id: EscalationId, outcome: &str) -> Result<(), AppError> {
    let clinician = work.actor.clinician()?;
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT role, state, patient_id FROM recovery_escalation WHERE clinic_id = $1 AND id = $2",
        args![clinic, id],
    )?;
    let row = row.ok_or(Refusal::NotFound)?;
    let by = match row.get::<String>(0)?.as_str() {
        "physician" => work.actor.physician()?.id(),
        _ => clinician.id(),
    };
    if row.get::<String>(1)? != "open" {
        return Err(Refusal::AlreadyDecided.into());
    }
    if outcome.trim().chars().count() < 5 {
        return Err(field("outcome", "field-reason"));
    }
    let now = work.now;
    work.tx.execute(
        "UPDATE recovery_escalation SET state = 'closed', closed_by = $1, closed_at = $2, outcome = $3
         WHERE clinic_id = $4 AND id = $5",
        args![by, now, outcome.trim(), clinic, id],
    )?;
    let object = Object { entity: "recovery_escalation", id: id.uuid(), patient: row.get(2)? };
    audit::note_with(work, "recovery.close", object, outcome.trim())
}
