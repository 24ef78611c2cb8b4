use super::details::Details;
use crate::error::AppError;
use crate::work::Work;
use journey::id::{ContactId, PatientId};
use journey::identity::{PhoneKey, fold_phone};
use journey::text::Lang;
use serde::Serialize;
use store::args;

/// Somebody who can be reached for a patient.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Contact {
    /// The key.
    pub id: ContactId,
    /// Telephone as written.
    pub phone: String,
    /// Mail address; empty when none is known.
    pub mail: String,
    /// The language to write in.
    pub language: Lang,
}

pub(super) fn add(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    details: &Details,
    language: &str,
) -> Result<ContactId, AppError> {
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.next(ContactId::new));
    let name = format!("{} {}", details.family.trim(), details.given.trim());
    work.tx.execute(
        "INSERT INTO identity_contact (clinic_id, id, name, phone, phone_key, mail, language, created_at, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 1)",
        args![
            clinic,
            id,
            name.trim(),
            details.phone.trim(),
            fold_phone(&details.phone).as_str(),
            details.mail.trim().to_lowercase(),
            language,
            now
        ],
    )?;
    work.tx.execute(
        "INSERT INTO identity_care (clinic_id, contact_id, patient_id, relation) VALUES ($1, $2, $3, 'self')",
        args![clinic, id, patient],
    )?;
    Ok(id)
}

/// Who is reached for a patient: the contact that was added last.
pub fn contact_of(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Option<Contact>, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT c.id, c.phone, c.mail, c.language FROM identity_care k
         CROSS JOIN identity_contact c WHERE k.clinic_id = $1 AND k.patient_id = $2
           AND c.clinic_id = $1 AND c.id = k.contact_id ORDER BY c.created_at DESC",
        args![clinic, patient],
    )?;
    row.map(|row| {
        Ok(Contact {
            id: row.get(0)?,
            phone: row.get(1)?,
            mail: row.get(2)?,
            language: Lang::parse(&row.get::<String>(3)?).unwrap_or(Lang::Ja),
        })
    })
    .transpose()
}

/// How many visits are still open under a telephone number or a mail address.
pub(crate) fn open_bookings(work: &mut Work<'_, '_>, phone: &PhoneKey, mail: &str) -> Result<i64, AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let row = work.tx.first(
        "SELECT COUNT(*) FROM booking_visit WHERE clinic_id = $1 AND state = 'booked' AND +starts_at > $2 AND contact_id IN (
           SELECT id FROM identity_contact WHERE clinic_id = $1 AND phone_key = $3
           UNION SELECT id FROM identity_contact WHERE clinic_id = $1 AND mail = $4 AND mail <> '')",
        args![clinic, now, phone.as_str(), mail.trim().to_lowercase()],
    )?;
    Ok(row.map_or(Ok(0), |row| row.get(0))?)
}
