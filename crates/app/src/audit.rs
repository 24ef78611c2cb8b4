//! Audit: every change in its own transaction, every read of patient data before the answer leaves. Rows hold
//! ids and digests, never content; the content of a version is kept beside the record it belongs to.

use crate::error::AppError;
use crate::ids::digest;
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{ClinicId, PatientId};
use serde::Serialize;
use store::{Tx, args};
use uuid::Uuid;

/// What a deed was done to.
#[derive(Clone, Copy, Debug)]
pub struct Object {
    /// The kind of record, by its table.
    pub entity: &'static str,
    /// The record.
    pub id: Uuid,
    /// The patient it belongs to, where there is one.
    pub patient: Option<PatientId>,
}

/// When the last deed of a clinic was done; its keys tell, for they begin with the time.
pub fn last_deed(tx: &mut Tx<'_>, clinic: ClinicId) -> Result<Option<Timestamp>, AppError> {
    let row = tx.first("SELECT id FROM audit_event WHERE clinic_id = $1 ORDER BY id DESC LIMIT 1", args![clinic])?;
    let Some(row) = row else { return Ok(None) };
    let made = row.get::<Uuid>(0)?.get_timestamp().map(|made| made.to_unix());
    Ok(made.and_then(|(seconds, nanos)| Timestamp::new(i64::try_from(seconds).ok()?, i32::try_from(nanos).ok()?).ok()))
}

/// Notes a deed. `action` is a stage word and a verb: `booking.confirm`.
pub fn note(work: &mut Work<'_, '_>, action: &str, object: Object) -> Result<(), AppError> {
    note_with(work, action, object, "")
}

/// Notes a deed together with the digest of what was written.
pub fn note_with(work: &mut Work<'_, '_>, action: &str, object: Object, content: &str) -> Result<(), AppError> {
    let (id, clinic, now) = (work.ids.uuid(), work.clinic(), work.now);
    let actor = work.actor.clone();
    let summary = if content.is_empty() { String::new() } else { digest(content.as_bytes()) };
    work.tx.execute(
        "INSERT INTO audit_event (clinic_id, id, happened_at, actor, actor_id, action, entity, entity_id, patient_id,
         digest) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![
            clinic,
            id,
            now,
            actor.kind(),
            actor.staff_id(),
            action,
            object.entity,
            object.id,
            object.patient,
            summary
        ],
    )?;
    Ok(())
}

/// Notes a deed and keeps the record as it now stands under its version.
pub fn keep(
    work: &mut Work<'_, '_>,
    action: &str,
    object: Object,
    version: i64,
    record: &impl Serialize,
) -> Result<(), AppError> {
    let content = serde_json::to_string(record)?;
    let (clinic, now, by) = (work.clinic(), work.now, work.actor.staff_id());
    work.tx.execute(
        "INSERT INTO audit_version (clinic_id, entity, entity_id, version, written_at, written_by, content)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![clinic, object.entity, object.id, version, now, by, content.clone()],
    )?;
    note_with(work, action, object, &content)
}
