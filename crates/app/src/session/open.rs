use super::consent::consent_of;
use super::load::{Record, record, record_of_item};
use crate::audit::{self, Object};
use crate::booking::visit;
use crate::error::{AppError, Refusal, field};
use crate::screening::{demand_clearance, protocol_of};
use crate::staff;
use crate::work::Work;
use journey::booking::Block;
use journey::id::{ItemId, RecordId, VisitId};
use journey::session::{Operator, check_operator};
use store::args;

/// Opens the record of a session; whoever opens it carries it out. Refused unless the physician has released the
/// treatment and the patient agreed to this version, the day's verdict does not stand against it, and the operator
/// is whom the protocol entitles and holds every competence that the treatment's own steps ask for.
pub fn open(work: &mut Work<'_, '_>, visit_id: VisitId, item_id: ItemId) -> Result<Record, AppError> {
    let operator = work.actor.clinician()?.id();
    if let Some(existing) = record_of_item(work, item_id)? {
        return Ok(existing);
    }
    let visit = visit(work, visit_id)?;
    let item = visit.items.iter().find(|item| item.id == item_id).ok_or(Refusal::NotFound)?.clone();
    let protocol = protocol_of(work, &item)?.ok_or(Refusal::NotFound)?;
    let Block::Released { by, .. } = item.block else { return Err(Refusal::NotCleared.into()) };
    let indication = item.indication.clone().ok_or_else(|| field("indication", "field-required"))?;
    crate::catalogue::demand_approval(work, &protocol.hash.to_string())?;
    let consent = consent_of(work, visit_id)?.ok_or(Refusal::NoConsent)?;
    if consent.protocol_hash != protocol.hash.to_string() {
        return Err(Refusal::NoConsent.into());
    }
    demand_clearance(work, visit_id, item_id)?;
    demand_competence(work, protocol, operator)?;
    let patient = visit.patient.ok_or(Refusal::NotFound)?;
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.next(RecordId::new));
    work.tx.execute(
        "INSERT INTO session_record (clinic_id, id, visit_id, item_id, patient_id, protocol_id, protocol_hash,
         indication, state, opened_at, opened_by, performed_by, instructed_by, note, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'opened', $9, $10, $10, $11, '', 1)",
        args![
            clinic,
            id,
            visit_id,
            item_id,
            patient,
            protocol.id.as_str(),
            protocol.hash.to_string(),
            indication,
            now,
            operator,
            by
        ],
    )?;
    let opened = record(work, id)?;
    let object = Object { entity: "session_record", id: id.uuid(), patient: Some(patient) };
    audit::keep(work, "session.open", object, 1, &opened)?;
    Ok(opened)
}

fn demand_competence(
    work: &mut Work<'_, '_>,
    protocol: &journey::protocol::Protocol,
    operator: journey::id::StaffId,
) -> Result<(), AppError> {
    let today = work.today();
    let (roles, competences) = (staff::by_id(work, operator)?.roles, staff::held_by(work, operator)?);
    let whoever = Operator { roles: &roles, competences: &competences };
    if let Some(refused) = check_operator(protocol, &whoever, today).into_iter().next() {
        return Err(Refusal::OperatorRefused(Box::new(refused)).into());
    }
    for needed in protocol.segments.iter().filter_map(|segment| segment.competence.as_ref()) {
        if is_supporting(needed.as_str()) {
            continue;
        }
        if !staff::is_competent(work, operator, needed.as_str(), today)? {
            return Err(Refusal::NotCompetent { competence: needed.to_string() }.into());
        }
    }
    Ok(())
}

/// Competences of steps around a treatment, which somebody else may carry out.
fn is_supporting(competence: &str) -> bool {
    matches!(competence, "reception" | "counselling" | "nursing" | "photography" | "examination")
}
