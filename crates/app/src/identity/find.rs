use super::patient::{COLUMNS, Patient, patient};
use crate::error::AppError;
use crate::work::Work;
use journey::identity::{fold_kana, fold_phone};
use serde::Serialize;
use store::args;

/// How many patients a search shows at most.
const SHOWN: i64 = 50;

/// A patient with the number to call.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Found {
    /// The patient.
    pub patient: Patient,
    /// The telephone number as written.
    pub phone: String,
}

/// Finds patients by any part of the name, in kana or kanji, or by the digits of the telephone number.
/// An empty search shows who was added last.
pub fn find(work: &mut Work<'_, '_>, wanted: &str) -> Result<Vec<Found>, AppError> {
    work.actor.front_desk()?;
    let clinic = work.clinic();
    let columns: Vec<String> = COLUMNS.split(", ").map(|column| format!("p.{column}")).collect();
    let sql = format!(
        "SELECT {}, c.phone FROM identity_patient p
         JOIN identity_care k ON k.clinic_id = p.clinic_id AND k.patient_id = p.id
         JOIN identity_contact c ON c.clinic_id = p.clinic_id AND c.id = k.contact_id
         WHERE p.clinic_id = $1 AND p.standing <> 'merged'
           AND (p.search_key LIKE $2 ESCAPE '!' OR (c.phone_key LIKE $3 ESCAPE '!' AND $3 <> '%%'))
         ORDER BY p.created_at DESC LIMIT {SHOWN}",
        columns.join(", ")
    );
    let name = format!("%{}%", literal(fold_kana(wanted).as_str()));
    let phone = format!("%{}%", fold_phone(wanted).as_str());
    work.tx
        .query(&sql, args![clinic, name, phone])?
        .iter()
        .map(|row| Ok(Found { patient: patient(row)?, phone: row.get(9)? }))
        .collect()
}

/// What somebody typed is never a pattern.
fn literal(text: &str) -> String {
    text.replace('!', "!!").replace('%', "!%").replace('_', "!_")
}
