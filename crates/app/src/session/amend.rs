use super::load::{Record, RecordState, record};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::work::Work;
use journey::id::RecordId;
use store::args;

/// Adds to a signed record. The old text stays; the new one stands beside it with author, time and reason.
pub fn amend(work: &mut Work<'_, '_>, id: RecordId, reason: &str, text: &str) -> Result<Record, AppError> {
    let author = work.actor.clinician()?.id();
    let signed = record(work, id)?;
    if signed.state != RecordState::Signed {
        return Err(Refusal::NotRecorded.into());
    }
    if reason.trim().chars().count() < 3 {
        return Err(field("reason", "field-reason"));
    }
    if text.trim().is_empty() {
        return Err(field("text", "field-required"));
    }
    let (clinic, now, key) = (work.clinic(), work.now, work.ids.uuid());
    work.tx.execute(
        "INSERT INTO session_amendment (clinic_id, id, record_id, author_id, amended_at, reason, text)
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        args![clinic, key, id, author, now, reason.trim(), text.trim()],
    )?;
    work.tx.execute(
        "UPDATE session_record SET version = version + 1 WHERE clinic_id = $1 AND id = $2",
        args![clinic, id],
    )?;
    let amended = record(work, id)?;
    let object = Object { entity: "session_record", id: id.uuid(), patient: Some(amended.patient) };
    audit::keep(work, "session.amend", object, amended.version, &amended)?;
    Ok(amended)
}
