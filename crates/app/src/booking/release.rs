use super::change::keep;
use super::visit::{Visit, visit};
use crate::error::{AppError, Refusal, field};
use crate::work::Work;
use journey::booking::{BlockRefused, VisitState};
use journey::id::{ItemId, VisitId};
use journey::slug::{IndicationId, ProtocolId};
use store::args;

/// Releases the treatment of an item after examining the patient, for an indication of its protocol.
/// Refused unless a physician does it, the patient is here, and the day's verdict does not stand against it.
pub fn release(
    work: &mut Work<'_, '_>,
    visit_id: VisitId,
    item_id: ItemId,
    indication: Option<IndicationId>,
) -> Result<Visit, AppError> {
    let physician = work.actor.physician()?;
    let old = visit(work, visit_id)?;
    if !matches!(old.state, VisitState::Arrived { .. }) {
        return Err(BlockRefused::PatientNotHere.into());
    }
    let item = old.items.iter().find(|item| item.id == item_id).ok_or(Refusal::NotFound)?;
    item.block.release(physician.id(), work.now)?;
    if let Some(patient) = old.patient
        && crate::recovery::open_for(work, patient)? > 0
    {
        return Err(Refusal::EscalationOpen.into());
    }
    if let Some(protocol) = item.protocol.as_ref().and_then(|id| ProtocolId::parse(id).ok()) {
        let protocol = work.world.library.get(&protocol).ok_or(Refusal::NotFound)?;
        let chosen = indication.clone().ok_or_else(|| field("indication", "field-required"))?;
        if !protocol.indications.iter().any(|known| known.id == chosen) {
            return Err(field("indication", "field-choice"));
        }
        crate::catalogue::demand_approval(work, &protocol.hash.to_string())?;
        crate::screening::demand_clearance(work, visit_id, item_id)?;
    }
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "UPDATE booking_item SET block = 'released', released_by = $1, released_at = $2, indication = $3
         WHERE clinic_id = $4 AND id = $5",
        args![physician.id(), now, indication.map(|id| id.to_string()), clinic, item_id],
    )?;
    work.tx.execute(
        "UPDATE booking_visit SET version = version + 1 WHERE clinic_id = $1 AND id = $2",
        args![clinic, visit_id],
    )?;
    let changed = visit(work, visit_id)?;
    keep(work, "booking.release", &changed)?;
    Ok(changed)
}
