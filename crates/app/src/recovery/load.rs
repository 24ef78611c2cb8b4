use crate::error::{AppError, Refusal};
use crate::identity;
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{CheckInId, PatientId, RecordId};
use journey::recovery::{CheckInAnswers, Triage};
use serde::Serialize;
use store::{Row, args};

/// A check-in, planned or answered.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CheckIn {
    /// The key.
    pub id: CheckInId,
    /// The record of the session it follows.
    pub record: RecordId,
    /// The patient.
    pub patient: PatientId,
    /// The day after the session.
    pub day: i64,
    /// When it is due.
    pub due_at: Timestamp,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    /// What was answered.
    pub answers: Option<CheckInAnswers>,
    /// What the rules made of it.
    pub triage: Option<Triage>,
}

const COLUMNS: &str = "id, record_id, patient_id, day, due_at, answered_at, answers, triage";

/// One check-in.
pub fn check_in(work: &mut Work<'_, '_>, id: CheckInId) -> Result<CheckIn, AppError> {
    let clinic = work.clinic();
    let sql = format!("SELECT {COLUMNS} FROM recovery_check_in WHERE clinic_id = $1 AND id = $2");
    whole(&work.tx.first(&sql, args![clinic, id])?.ok_or(Refusal::NotFound)?)
}

/// The check-ins of a person, in the order in which they are due.
pub fn of_patient(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Vec<CheckIn>, AppError> {
    let kept = identity::by_id(work, patient)?.id;
    let clinic = work.clinic();
    let sql = format!(
        "SELECT {COLUMNS} FROM recovery_check_in WHERE clinic_id = $1 AND patient_id IN
         (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2)) ORDER BY due_at"
    );
    work.tx.query(&sql, args![clinic, kept])?.iter().map(whole).collect()
}

fn whole(row: &Row) -> Result<CheckIn, AppError> {
    Ok(CheckIn {
        id: row.get(0)?,
        record: row.get(1)?,
        patient: row.get(2)?,
        day: row.get(3)?,
        due_at: row.get(4)?,
        answered_at: row.get(5)?,
        answers: read(row, 6)?,
        triage: read(row, 7)?,
    })
}

fn read<T: serde::de::DeserializeOwned>(row: &Row, place: usize) -> Result<Option<T>, AppError> {
    let stored: Option<serde_json::Value> = row.get(place)?;
    Ok(stored.map(serde_json::from_value).transpose()?)
}
