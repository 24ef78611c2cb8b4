use crate::audit::{self, Object};
use crate::booking::visit;
use crate::error::{AppError, Refusal};
use crate::screening::protocol_of;
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{StaffId, VisitId};
use journey::text::Lang;
use serde::Serialize;
use store::args;

/// What a patient was told and agreed to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Consent {
    /// Who explained: a physician.
    pub explained_by: StaffId,
    /// When the patient agreed.
    pub given_at: Timestamp,
    /// The language it was explained in.
    pub language: Lang,
    /// The version of the protocol whose text it was.
    pub protocol_hash: String,
}

/// Notes that a physician explained the treatment and that the patient agreed. The text is kept as it stood.
pub fn give_consent(work: &mut Work<'_, '_>, visit_id: VisitId, language: Lang) -> Result<Consent, AppError> {
    let physician = work.actor.physician()?.id();
    let visit = visit(work, visit_id)?;
    let patient = visit.patient.ok_or(Refusal::NotFound)?;
    let item = visit.treatment().ok_or(Refusal::NotFound)?.clone();
    let protocol = protocol_of(work, &item)?.ok_or(Refusal::NotFound)?;
    let points: Vec<&str> = protocol.consent.iter().map(|point| point.says.get(language)).collect();
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.uuid());
    let (hash, text) = (protocol.hash.to_string(), points.join("\n"));
    work.tx.execute(
        "INSERT INTO session_consent (clinic_id, id, patient_id, visit_id, protocol_hash, language, explained_by, text,
         given_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![clinic, id, patient, visit_id, hash.as_str(), language.code(), physician, text.as_str(), now],
    )?;
    audit::note_with(work, "session.consent", Object { entity: "session_consent", id, patient: Some(patient) }, &text)?;
    Ok(Consent { explained_by: physician, given_at: now, language, protocol_hash: hash })
}

/// The consent given for a visit, unless it was withdrawn.
pub fn consent_of(work: &mut Work<'_, '_>, visit: VisitId) -> Result<Option<Consent>, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT explained_by, given_at, language, protocol_hash FROM session_consent
         WHERE clinic_id = $1 AND visit_id = $2 AND withdrawn_at IS NULL ORDER BY given_at DESC",
        args![clinic, visit],
    )?;
    row.map(|row| {
        Ok(Consent {
            explained_by: row.get(0)?,
            given_at: row.get(1)?,
            language: Lang::parse(&row.get::<String>(2)?).unwrap_or(Lang::Ja),
            protocol_hash: row.get(3)?,
        })
    })
    .transpose()
}
