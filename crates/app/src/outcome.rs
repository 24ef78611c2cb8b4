//! Outcome: scores on named scales, whether the course does what was expected of it, and how long its effect lasts.

mod lasting;

pub use lasting::{Told, Whose, last_session, note_lasting, observations, parse as parse_lasting};

use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::identity;
use crate::screening::past_sessions;
use crate::work::Work;
use jiff::civil::Date;
use journey::course::Treated;
use journey::facts::Decimal;
use journey::id::{PatientId, VisitId};
use journey::outcome::{Response, Score, response};
use journey::slug::{IndicationId, ProtocolId, ScaleId};
use store::args;

/// A score to write down.
#[derive(Clone, PartialEq, Debug)]
pub struct Assessment {
    /// The patient.
    pub patient: PatientId,
    /// The visit at which it was taken.
    pub visit: Option<VisitId>,
    /// The protocol.
    pub protocol: ProtocolId,
    /// What the treatment is for.
    pub indication: IndicationId,
    /// The scale.
    pub scale: ScaleId,
    /// The score.
    pub score: Decimal,
}

/// Writes a score down. Refused when the scale is unknown or the score lies outside it.
pub fn assess(work: &mut Work<'_, '_>, assessment: &Assessment) -> Result<Response, AppError> {
    let by = work.actor.clinician()?.id();
    let scale = work.world.library.scale(&assessment.scale).ok_or_else(|| field("scale", "field-choice"))?;
    scale.accepts(assessment.score).map_err(|_| field("score", "field-score"))?;
    let person = identity::by_id(work, assessment.patient)?;
    let (clinic, now, today, id) = (work.clinic(), work.now, work.today(), work.ids.uuid());
    work.tx.execute(
        "INSERT INTO outcome_assessment (clinic_id, id, patient_id, visit_id, protocol_id, indication, scale, score,
         assessed_on, assessed_by, assessed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            clinic,
            id,
            person.id,
            assessment.visit,
            assessment.protocol.as_str(),
            assessment.indication.as_str(),
            assessment.scale.as_str(),
            to_stored(assessment.score),
            today,
            by,
            now
        ],
    )?;
    audit::note(work, "outcome.assess", Object { entity: "outcome_assessment", id, patient: Some(person.id) })?;
    response_of(work, person.id, &assessment.protocol, &assessment.indication)
}

/// Every score of a person for one indication, oldest first.
pub fn scores(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &ProtocolId,
    indication: &IndicationId,
) -> Result<Vec<Score>, AppError> {
    let kept = identity::by_id(work, patient)?.id;
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT scale, score, assessed_on FROM outcome_assessment WHERE clinic_id = $1 AND protocol_id = $2
         AND indication = $3 AND patient_id IN
         (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $4 OR merged_into = $4)) ORDER BY assessed_at",
        args![clinic, protocol.as_str(), indication.as_str(), kept],
    )?;
    rows.iter()
        .map(|row| {
            let scale = ScaleId::parse(&row.get::<String>(0)?).map_err(|_| Refusal::NotFound)?;
            Ok(Score { scale, value: from_stored(row.get(1)?), on: row.get::<Date>(2)? })
        })
        .collect()
}

/// Whether a course does what was expected of it by now.
pub fn response_of(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &ProtocolId,
    indication: &IndicationId,
) -> Result<Response, AppError> {
    let scores = scores(work, patient, protocol, indication)?;
    let done = past_sessions(work, patient)?
        .into_iter()
        .filter(|one| one.treated == Treated::Protocol(protocol.clone()) && one.indication.as_ref() == Some(indication))
        .count();
    let known = work.world.library.get(protocol).ok_or(Refusal::NotFound)?;
    Ok(response(known, indication, u16::try_from(done).unwrap_or(u16::MAX), &scores))
}

fn to_stored(score: Decimal) -> f64 {
    score.to_string().parse().unwrap_or(0.0)
}

fn from_stored(score: f64) -> Decimal {
    format!("{score:.2}").parse().unwrap_or(Decimal::whole(0))
}
