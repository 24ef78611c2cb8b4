use super::load::{Record, RecordState, record};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal};
use crate::ids::digest;
use crate::staff::{Checked, confirm_again};
use crate::work::Work;
use journey::id::RecordId;
use store::args;

/// Signs a record: the session has ended, check-ins begin, and the course counts it. Whoever signs shows again who
/// they are. Refused for a record without a setting or one that was signed before.
pub fn sign(work: &mut Work<'_, '_>, id: RecordId, again: &Checked, note: &str) -> Result<Record, AppError> {
    let clinician = work.actor.clinician()?.id();
    let signer = confirm_again(work, again)?;
    debug_assert_eq!(clinician, signer, "the password belongs to whoever is signed in");
    let open = record(work, id)?;
    if open.state == RecordState::Signed {
        return Err(Refusal::Signed.into());
    }
    if open.settings.is_empty() {
        return Err(Refusal::NotRecorded.into());
    }
    let (clinic, now) = (work.clinic(), work.now);
    let content = serde_json::to_string(&open.settings)?;
    work.tx.execute(
        "UPDATE session_record SET state = 'signed', ended_at = $1, note = $2, signed_by = $3, signed_at = $1,
         digest = $4, version = version + 1 WHERE clinic_id = $5 AND id = $6",
        args![now, note.trim(), signer, digest(content.as_bytes()), clinic, id],
    )?;
    let signed = record(work, id)?;
    let object = Object { entity: "session_record", id: id.uuid(), patient: Some(signed.patient) };
    audit::keep(work, "session.sign", object, signed.version, &signed)?;
    crate::recovery::schedule(work, &signed)?;
    crate::course::use_session(work, signed.patient, &signed.protocol, signed.visit, signer)?;
    Ok(signed)
}
