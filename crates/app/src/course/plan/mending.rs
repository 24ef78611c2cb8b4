//! When a visit of a plan was moved, missed or called off.

use crate::error::AppError;
use crate::outbox;
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{CourseSessionId, VisitId};
use store::args;

/// Takes the time away from the session that a visit was booked for, and tells the patient that the plan wants a new
/// one. To be called before the visit lets its session go. Nothing for a visit of no plan.
pub(crate) fn disturbed(work: &mut Work<'_, '_>, visit: VisitId) -> Result<(), AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT s.id, p.patient_id, s.planned_at FROM course_session s
         JOIN course_plan p ON p.clinic_id = s.clinic_id AND p.id = s.course_id
         WHERE s.clinic_id = $1 AND s.visit_id = $2 AND s.state = 'booked' AND s.planned_at IS NOT NULL",
        args![clinic, visit],
    )?;
    let Some(row) = row else { return Ok(()) };
    let session: CourseSessionId = row.get(0)?;
    work.tx.execute(
        "UPDATE course_session SET planned_at = NULL, practitioner_id = NULL, asked_at = NULL
         WHERE clinic_id = $1 AND id = $2",
        args![clinic, session],
    )?;
    outbox::ask_for_time(work, row.get(1)?, &format!("replan:{visit}"), row.get(2)?)
}

/// Notes that the visit of a planned session stands at another time now.
pub(crate) fn moved(work: &mut Work<'_, '_>, visit: VisitId, starts: Timestamp) -> Result<(), AppError> {
    let clinic = work.clinic();
    work.tx.execute(
        "UPDATE course_session SET planned_at = $1 WHERE clinic_id = $2 AND visit_id = $3 AND planned_at IS NOT NULL",
        args![starts, clinic, visit],
    )?;
    Ok(())
}
