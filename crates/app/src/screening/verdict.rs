use super::protocol_of;
use crate::audit::{self, Object};
use crate::booking::{Item, Visit};
use crate::error::AppError;
use crate::work::Work;
use jiff::civil::Date;
use journey::facts::Facts;
use journey::id::VisitId;
use journey::screening::{Overrides, Verdict, screen};
use store::args;

/// When a verdict was reached.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Before booking.
    Booking,
    /// On the day of the visit.
    Day,
}

impl Stage {
    const fn code(self) -> &'static str {
        match self {
            Self::Booking => "booking",
            Self::Day => "day",
        }
    }
}

/// The verdict over answers that nobody has stored yet; nothing where no protocol stands behind the item.
pub fn verdict_over(
    work: &mut Work<'_, '_>,
    item: &Item,
    answers: &Facts,
    on: Date,
) -> Result<Option<Verdict>, AppError> {
    let Some(protocol) = protocol_of(work, item)? else { return Ok(None) };
    let activation = crate::catalogue::activation(work, protocol)?;
    Ok(Some(screen(protocol, work.world.library.facts(), answers, on, &Overrides::none(), &activation)))
}

/// Keeps a verdict with the version of the protocol that gave it.
pub fn keep_verdict(
    work: &mut Work<'_, '_>,
    visit: &Visit,
    item: &Item,
    verdict: &Verdict,
    stage: Stage,
) -> Result<(), AppError> {
    let Some(patient) = visit.patient else { return Ok(()) };
    let (clinic, now, by, id) = (work.clinic(), work.now, work.actor.staff_id(), work.ids.uuid());
    let hash = protocol_of(work, item)?.map(|protocol| protocol.hash.to_string()).unwrap_or_default();
    let content = serde_json::to_string(verdict)?;
    work.tx.execute(
        "INSERT INTO screening_verdict (clinic_id, id, visit_id, item_id, patient_id, protocol_hash, stage, headline,
         verdict, reached_at, reached_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        args![
            clinic,
            id,
            visit.id,
            item.id,
            patient,
            hash,
            stage.code(),
            verdict.headline().code(),
            content.clone(),
            now,
            by
        ],
    )?;
    let object = Object { entity: "screening_verdict", id, patient: Some(patient) };
    audit::note_with(work, "screening.verdict", object, &content)
}

/// The verdict that was reached last for a visit.
pub fn latest_verdict(work: &mut Work<'_, '_>, visit: VisitId) -> Result<Option<Verdict>, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT verdict FROM screening_verdict WHERE clinic_id = $1 AND visit_id = $2 ORDER BY reached_at DESC, id DESC",
        args![clinic, visit],
    )?;
    row.map(|row| Ok(serde_json::from_value(row.get(0)?)?)).transpose()
}
