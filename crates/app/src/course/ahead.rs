//! What a patient has ahead, such as a wedding: treatment keeps away from it.

use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::identity;
use crate::work::Work;
use jiff::civil::Date;
use journey::course::LifeEvent;
use journey::id::PatientId;
use journey::text::Bilingual;
use store::args;
use uuid::Uuid;

/// The longest name of an event, in characters.
const LONGEST: usize = 60;
/// The most events that one person has ahead.
const MOST: usize = 20;

/// Something a patient has ahead.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ahead {
    /// The key.
    pub id: Uuid,
    /// When, and what. The name stands as it was typed, in either language.
    pub event: LifeEvent,
}

/// What a person has ahead from today on, over all their records, by day.
pub fn ahead(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Vec<Ahead>, AppError> {
    let (clinic, today, kept) = (work.clinic(), work.today(), identity::by_id(work, patient)?.id);
    let rows = work.tx.query(
        "SELECT id, day, name FROM course_ahead WHERE clinic_id = $1 AND dropped_at IS NULL AND day >= $3
         AND patient_id IN (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2))
         ORDER BY day, id",
        args![clinic, kept, today],
    )?;
    rows.iter()
        .map(|row| {
            let name: String = row.get(2)?;
            Ok(Ahead { id: row.get(0)?, event: LifeEvent { on: row.get(1)?, name: Bilingual::new(&name, &name) } })
        })
        .collect()
}

/// The same as the rules about dates read it.
pub(crate) fn events(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Vec<LifeEvent>, AppError> {
    Ok(ahead(work, patient)?.into_iter().map(|one| one.event).collect())
}

/// Notes something a patient has ahead. Refused without a name, for a day that is over, and beyond twenty. The same
/// event noted twice is one.
pub fn note_ahead(work: &mut Work<'_, '_>, patient: PatientId, day: Date, name: &str) -> Result<(), AppError> {
    super::plan::demand(work, patient)?;
    let name = name.trim();
    if name.is_empty() || name.chars().count() > LONGEST {
        return Err(field("event-name", "field-required"));
    }
    if day < work.today() {
        return Err(field("event-day", "field-past"));
    }
    let known = ahead(work, patient)?;
    if known.iter().any(|one| one.event.on == day && one.event.name.ja == name) {
        return Ok(());
    }
    if known.len() >= MOST {
        return Err(field("event-day", "field-events"));
    }
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.uuid());
    let kept = identity::by_id(work, patient)?.id;
    work.tx.execute(
        "INSERT INTO course_ahead (clinic_id, id, patient_id, day, name, noted_at) VALUES ($1, $2, $3, $4, $5, $6)",
        args![clinic, id, kept, day, name, now],
    )?;
    audit::note(work, "course.note-ahead", Object { entity: "course_ahead", id, patient: Some(kept) })
}

/// Takes back what a patient had ahead. Whatever belongs to somebody else is not found.
pub fn drop_ahead(work: &mut Work<'_, '_>, patient: PatientId, id: Uuid) -> Result<(), AppError> {
    super::plan::demand(work, patient)?;
    if !ahead(work, patient)?.iter().any(|one| one.id == id) {
        return Err(Refusal::NotFound.into());
    }
    let (clinic, now) = (work.clinic(), work.now);
    work.tx
        .execute("UPDATE course_ahead SET dropped_at = $1 WHERE clinic_id = $2 AND id = $3", args![now, clinic, id])?;
    audit::note(work, "course.drop-ahead", Object { entity: "course_ahead", id, patient: Some(patient) })
}
