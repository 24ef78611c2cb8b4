use super::details::Details;
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::work::Work;
use jiff::civil::Date;
use journey::id::PatientId;
use journey::identity::{Standing, fold_kana};
use serde::Serialize;
use store::{Row, args};

/// A patient.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Patient {
    /// The key.
    pub id: PatientId,
    /// Provisional, confirmed, or a redirect.
    pub standing: Standing,
    /// The patient it redirects to.
    pub merged_into: Option<PatientId>,
    /// Family name.
    pub family: String,
    /// Given name.
    pub given: String,
    /// Family name as it sounds.
    pub family_kana: String,
    /// Given name as it sounds.
    pub given_kana: String,
    /// Date of birth, where known.
    pub birth_date: Option<Date>,
    /// Version of the record.
    pub version: i64,
}

impl Patient {
    /// Family name first.
    pub fn full_name(&self) -> String {
        format!("{} {}", self.family, self.given).trim().to_owned()
    }

    /// The name as it sounds, family name first.
    pub fn reading(&self) -> String {
        format!("{} {}", self.family_kana, self.given_kana).trim().to_owned()
    }

    /// Years of age on a day.
    pub fn age_on(&self, day: Date) -> Option<i16> {
        let born = self.birth_date?;
        let had_birthday = (day.month(), day.day()) >= (born.month(), born.day());
        Some(day.year() - born.year() - i16::from(!had_birthday))
    }
}

pub(super) const COLUMNS: &str =
    "id, standing, merged_into, family, given, family_kana, given_kana, birth_date, version";

pub(super) fn patient(row: &Row) -> Result<Patient, AppError> {
    Ok(Patient {
        id: row.get(0)?,
        standing: Standing::parse(&row.get::<String>(1)?).unwrap_or(Standing::Provisional),
        merged_into: row.get(2)?,
        family: row.get(3)?,
        given: row.get(4)?,
        family_kana: row.get(5)?,
        given_kana: row.get(6)?,
        birth_date: row.get(7)?,
        version: row.get(8)?,
    })
}

/// The patient with a key; a merged one is followed to the record that was kept.
pub fn by_id(work: &mut Work<'_, '_>, id: PatientId) -> Result<Patient, AppError> {
    let clinic = work.clinic();
    let sql = format!("SELECT {COLUMNS} FROM identity_patient WHERE clinic_id = $1 AND id = $2");
    let row = work.tx.first(&sql, args![clinic, id])?.ok_or(Refusal::NotFound)?;
    let found = patient(&row)?;
    match found.merged_into {
        Some(kept) => by_id(work, kept),
        None => Ok(found),
    }
}

/// Every record of one person: the kept one and those that redirect to it. Histories are read over all of them.
pub fn person_ids(work: &mut Work<'_, '_>, id: PatientId) -> Result<Vec<PatientId>, AppError> {
    let kept = by_id(work, id)?.id;
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2)",
        args![clinic, kept],
    )?;
    Ok(rows.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?)
}

/// Adds a provisional patient with a contact of their own.
pub(crate) fn register(
    work: &mut Work<'_, '_>,
    details: &Details,
    language: &str,
) -> Result<(Patient, journey::id::ContactId), AppError> {
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.next(PatientId::new));
    let (family_kana, given_kana) = details.reading();
    let patient = Patient {
        id,
        standing: Standing::Provisional,
        merged_into: None,
        family: details.family.trim().to_owned(),
        given: details.given.trim().to_owned(),
        family_kana,
        given_kana,
        birth_date: details.birth_date,
        version: 1,
    };
    work.tx.execute(
        "INSERT INTO identity_patient (clinic_id, id, standing, family, given, family_kana, given_kana, search_key,
         birth_date, created_at, updated_at, kana_key, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, 1)",
        args![
            clinic,
            id,
            patient.standing.code(),
            patient.family.as_str(),
            patient.given.as_str(),
            patient.family_kana.as_str(),
            patient.given_kana.as_str(),
            search_key(&patient),
            patient.birth_date,
            now,
            kana_key(&patient)
        ],
    )?;
    let object = Object { entity: "identity_patient", id: id.uuid(), patient: Some(id) };
    audit::keep(work, "identity.register", object, 1, &patient)?;
    let contact = super::contact::add(work, id, details, language)?;
    Ok((patient, contact))
}

fn kana_key(patient: &Patient) -> String {
    fold_kana(&format!("{}{}", patient.family_kana, patient.given_kana)).as_str().to_owned()
}

fn search_key(patient: &Patient) -> String {
    let kana = kana_key(patient);
    let name = fold_kana(&format!("{}{}", patient.family, patient.given));
    format!("{kana} {}", name.as_str())
}

/// Adds a birth date that was not known, or mends a wrong one.
pub fn set_birth_date(work: &mut Work<'_, '_>, id: PatientId, born: Date) -> Result<(), AppError> {
    work.actor.front_desk()?;
    if born >= work.today() {
        return Err(field("birth_date", "field-birth-date"));
    }
    let mut patient = by_id(work, id)?;
    patient.birth_date = Some(born);
    patient.version += 1;
    save(work, "identity.set-birth-date", &patient)?;
    super::likeness::look_for_matches(work, patient.id)
}

pub(super) fn save(work: &mut Work<'_, '_>, action: &str, patient: &Patient) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "UPDATE identity_patient SET standing = $1, merged_into = $2, birth_date = $3, updated_at = $4, version = $5
         WHERE clinic_id = $6 AND id = $7",
        args![
            patient.standing.code(),
            patient.merged_into,
            patient.birth_date,
            now,
            patient.version,
            clinic,
            patient.id
        ],
    )?;
    let object = Object { entity: "identity_patient", id: patient.id.uuid(), patient: Some(patient.id) };
    audit::keep(work, action, object, patient.version, patient)
}
