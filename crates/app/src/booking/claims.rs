//! Claims: taken with a visit, freed with its end. The database has the last word on every one.

use super::layout::Layout;
use super::visit::{Visit, canceller_code};
use crate::error::{AppError, Refusal};
use crate::work::Work;
use jiff::Timestamp;
use journey::booking::VisitState;
use journey::id::VisitId;
use store::{StoreError, args};

/// Claims every lane of a layout. A claim that the database refuses means that another command was faster and this
/// one saw an older picture: it is run again on the newer one.
pub(super) fn claim(work: &mut Work<'_, '_>, visit: VisitId, layout: &Layout) -> Result<(), AppError> {
    let clinic = work.clinic();
    let groups = layout.composition.pattern.groups.iter().zip(&layout.assigned);
    let rows: Vec<_> = groups
        .flat_map(|(group, lane)| group.pieces.iter().map(move |piece| (lane, piece)))
        .map(|(lane, piece)| {
            let (starts, ends) = (layout.at(piece.offset), layout.at(piece.offset + piece.ticks));
            args![clinic, lane.subject, lane.number, starts, ends, visit].to_vec()
        })
        .collect();
    let made = work.tx.insert("booking_claim (clinic_id, subject_id, lane, starts_at, ends_at, visit_id)", &rows);
    match made {
        Ok(()) => Ok(()),
        Err(StoreError::Overlap | StoreError::Duplicate(_)) => Err(StoreError::Retry.into()),
        Err(other) => Err(other.into()),
    }
}

/// Keeps the patient's own time, so that nobody is expected in two places.
pub(crate) fn claim_patient(
    work: &mut Work<'_, '_>,
    visit: &Visit,
    starts: Timestamp,
    ends: Timestamp,
) -> Result<(), AppError> {
    let Some(patient) = visit.patient else { return Ok(()) };
    let kept = crate::identity::by_id(work, patient)?.id;
    let clinic = work.clinic();
    let made = work.tx.execute(
        "INSERT INTO booking_claim (clinic_id, subject_id, lane, starts_at, ends_at, visit_id)
         VALUES ($1, $2, 0, $3, $4, $5)",
        args![clinic, kept, starts, ends, visit.id],
    );
    match made {
        Ok(_) => Ok(()),
        Err(StoreError::Overlap | StoreError::Duplicate(_)) => Err(Refusal::ClaimsOverlap.into()),
        Err(other) => Err(other.into()),
    }
}

/// Writes the state a visit ended in and frees everything it claimed.
pub(crate) fn end(work: &mut Work<'_, '_>, id: VisitId, state: VisitState) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let by = match state {
        VisitState::Cancelled { by, .. } => Some(canceller_code(by)),
        _ => None,
    };
    work.tx.execute("DELETE FROM booking_claim WHERE clinic_id = $1 AND visit_id = $2", args![clinic, id])?;
    work.tx.execute(
        "UPDATE booking_visit SET state = $1, state_at = $2, cancelled_by = $3, sequence = sequence + 1,
         version = version + 1 WHERE clinic_id = $4 AND id = $5",
        args![state.code(), now, by, clinic, id],
    )?;
    work.tx.execute(
        "UPDATE course_session SET visit_id = NULL, state = 'planned' WHERE clinic_id = $1 AND visit_id = $2
         AND state = 'booked'",
        args![clinic, id],
    )?;
    Ok(())
}

/// Frees what lapsed holds still keep. Part of every command that needs a time, and of the house-keeping worker.
pub fn free_lapsed(work: &mut Work<'_, '_>) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let over = work.overlay()?;
    if !work.availability.has_lapsed_hold(now, &over)? {
        return Ok(());
    }
    let lapsed = work.tx.query(
        "SELECT id FROM booking_visit WHERE clinic_id = $1 AND state = 'held' AND held_until <= $2",
        args![clinic, now],
    )?;
    // One after the other: asked for all at once, SQLite reads every claim there is.
    for row in &lapsed {
        let visit: VisitId = row.get(0)?;
        work.tx.execute("DELETE FROM booking_claim WHERE clinic_id = $1 AND visit_id = $2", args![clinic, visit])?;
        work.tx.execute(
            "UPDATE booking_visit SET state = 'expired', state_at = $1, version = version + 1
             WHERE clinic_id = $2 AND id = $3",
            args![now, clinic, visit],
        )?;
    }
    Ok(())
}
