//! The ledger of a course: what was agreed, used, forfeited and given back. A line is never changed.

use super::load::running;
use crate::error::AppError;
use crate::work::Work;
use journey::id::{CourseId, PatientId, StaffId, VisitId};
use store::args;

/// One line about to be written.
pub(super) struct Line<'a> {
    /// What happened, in one word.
    pub kind: &'a str,
    /// To how many sessions.
    pub sessions: i64,
    /// Because of which visit.
    pub visit: Option<VisitId>,
    /// Who noted it; nobody where the patient did it online.
    pub by: Option<StaffId>,
    /// In which words.
    pub note: &'a str,
}

pub(super) fn add(work: &mut Work<'_, '_>, course: CourseId, line: &Line<'_>) -> Result<(), AppError> {
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.uuid());
    // The column wants a key: a line that nobody signed in for carries the visit's own.
    let noted_by = line.by.map(StaffId::uuid).or_else(|| line.visit.map(VisitId::uuid)).unwrap_or_default();
    work.tx.execute(
        "INSERT INTO course_event (clinic_id, id, course_id, kind, sessions, happened_at, noted_by, note, visit_id)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![clinic, id, course, line.kind, line.sessions, now, noted_by, line.note, line.visit],
    )?;
    Ok(())
}

/// Notes that a session counts as used although it did not take place. Nothing is noted where no course is running.
pub(crate) fn forfeit(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &str,
    visit: VisitId,
    kind: &str,
) -> Result<(), AppError> {
    let Some(course) = running(work, patient, protocol)? else { return Ok(()) };
    let by = work.actor.staff_id();
    add(work, course.id, &Line { kind, sessions: 1, visit: Some(visit), by, note: "" })
}

/// Gives back what was forfeited for a visit that takes place after all.
pub(crate) fn give_back(work: &mut Work<'_, '_>, visit: VisitId) -> Result<(), AppError> {
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT course_id, CAST(SUM(CASE WHEN kind = 'given-back' THEN -sessions ELSE sessions END) AS BIGINT)
         FROM course_event WHERE clinic_id = $1 AND visit_id = $2 AND kind IN ('late-cancelled', 'no-show', 'given-back')
         GROUP BY course_id",
        args![clinic, visit],
    )?;
    let by = work.actor.staff_id();
    for row in &rows {
        let (course, sessions): (CourseId, i64) = (row.get(0)?, row.get(1)?);
        if sessions > 0 {
            add(work, course, &Line { kind: "given-back", sessions, visit: Some(visit), by, note: "" })?;
        }
    }
    Ok(())
}

/// How many sessions of a course were forfeited and not given back.
pub fn forfeited(work: &mut Work<'_, '_>, course: CourseId) -> Result<i64, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT CAST(SUM(CASE WHEN kind = 'given-back' THEN -sessions ELSE sessions END) AS BIGINT) FROM course_event
         WHERE clinic_id = $1 AND course_id = $2 AND kind IN ('late-cancelled', 'no-show', 'given-back')",
        args![clinic, course],
    )?;
    Ok(row.map_or(Ok(None), |row| row.get::<Option<i64>>(0))?.unwrap_or(0))
}
