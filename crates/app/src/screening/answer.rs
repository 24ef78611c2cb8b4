use crate::audit::{self, Object};
use crate::error::AppError;
use crate::identity;
use crate::work::Work;
use journey::facts::Facts;
use journey::id::{PatientId, VisitId};
use store::args;

/// Keeps answers as they were given; the newest answer to a question counts.
pub fn keep_answers(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    visit: Option<VisitId>,
    answers: &Facts,
) -> Result<(), AppError> {
    let (clinic, now, by) = (work.clinic(), work.now, work.actor.staff_id());
    for (fact, answer) in answers.iter() {
        let id = work.ids.uuid();
        work.tx.execute(
            "INSERT INTO screening_answer (clinic_id, id, patient_id, visit_id, fact, value, answered_on, answered_at,
             given_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            args![
                clinic,
                id,
                patient,
                visit,
                fact.as_str(),
                serde_json::to_string(&answer.value)?,
                answer.answered_on,
                now,
                by
            ],
        )?;
    }
    Ok(())
}

/// Adds answers of a patient: on the private page, or by staff who asked.
pub fn answer(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    visit: Option<VisitId>,
    answers: &Facts,
) -> Result<(), AppError> {
    let person = identity::by_id(work, patient)?;
    keep_answers(work, person.id, visit, answers)?;
    let object = Object { entity: "screening_answer", id: person.id.uuid(), patient: Some(person.id) };
    audit::note(work, "screening.answer", object)
}
