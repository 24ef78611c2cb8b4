use crate::booking::visit;
use crate::error::{AppError, Refusal};
use crate::outbox::{self, Occasion};
use crate::session::Record;
use crate::work::Work;
use journey::id::CheckInId;
use journey::recovery::check_ins;
use journey::slug::ProtocolId;
use store::args;

/// Plans the check-ins that the protocol asks for after a session, and tells the patient where to find them.
pub(crate) fn schedule(work: &mut Work<'_, '_>, record: &Record) -> Result<(), AppError> {
    let id = ProtocolId::parse(&record.protocol).map_err(|_| Refusal::NotFound)?;
    let protocol = work.world.library.get(&id).ok_or(Refusal::NotFound)?;
    let ended = record.ended_at.ok_or(Refusal::NotRecorded)?;
    let clinic = work.clinic();
    for due in check_ins(protocol, ended) {
        let key = work.ids.next(CheckInId::new);
        work.tx.execute(
            "INSERT INTO recovery_check_in (clinic_id, id, record_id, patient_id, day, due_at, state)
             VALUES ($1, $2, $3, $4, $5, $6, 'due') ON CONFLICT (clinic_id, record_id, day) DO NOTHING",
            args![clinic, key, record.id, record.patient, i64::from(due.day), due.due],
        )?;
    }
    let visit = visit(work, record.visit)?;
    outbox::tell(work, &visit, Occasion::Aftercare)
}
