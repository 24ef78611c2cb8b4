use super::claims::{claim, claim_patient, end, free_lapsed};
use super::layout::{lay_out, taken};
use super::offer::Wanted;
use super::visit::{Visit, services_of, visit};
use crate::audit::{self, Object};
use crate::error::AppError;
use crate::outbox::{self, Occasion};
use crate::work::Work;
use jiff::Timestamp;
use journey::booking::Canceller;
use journey::id::{StaffId, VisitId};
use store::args;

/// On whose wish a visit changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// The patient, online: the clinic's notice applies.
    Patient,
    /// Staff, for the patient or for the clinic.
    Staff,
}

/// Calls a visit off. A patient who is later than the notice asks for is told to call; staff may always.
pub fn cancel(work: &mut Work<'_, '_>, id: VisitId, by: By) -> Result<Visit, AppError> {
    demand(work, by)?;
    let old = visit(work, id)?;
    let canceller = allow(work, &old, by)?;
    let state = old.state.cancel(work.now, canceller)?;
    end(work, id, state)?;
    let changed = visit(work, id)?;
    keep(work, "booking.cancel", &changed)?;
    outbox::tell(work, &changed, Occasion::Cancelled)?;
    Ok(changed)
}

/// Whoever changes a visit as staff is staff, before anything is looked up.
fn demand(work: &Work<'_, '_>, by: By) -> Result<(), AppError> {
    match by {
        By::Patient => Ok(()),
        By::Staff => work.actor.front_desk().map(drop),
    }
}

fn allow(work: &Work<'_, '_>, visit: &Visit, by: By) -> Result<Canceller, AppError> {
    match by {
        By::Staff => Ok(Canceller::Clinic),
        By::Patient => {
            work.world.policy.allow_change(visit.starts, work.now)?;
            Ok(Canceller::Patient)
        }
    }
}

/// Moves a visit to another time, with whoever is free or with a certain practitioner. All its claims move
/// together; when something is taken nothing moves, and the next free times are named.
pub fn reschedule(
    work: &mut Work<'_, '_>,
    id: VisitId,
    starts: Timestamp,
    practitioner: Option<StaffId>,
    by: By,
) -> Result<Visit, AppError> {
    demand(work, by)?;
    free_lapsed(work)?;
    let old = visit(work, id)?;
    allow(work, &old, by)?;
    old.state.reschedule()?;
    crate::screening::check_spacing(work, &old, starts)?;
    let services = services_of(work, id)?;
    let wanted = Wanted { service: String::new(), practitioner, moving: Some(id) };
    let Some(layout) = lay_out(work, &wanted, &services, starts)? else {
        return Err(taken(work, &wanted, starts)?);
    };
    let (clinic, shift) = (work.clinic(), starts.as_microsecond() - old.starts.as_microsecond());
    work.tx.execute("DELETE FROM booking_claim WHERE clinic_id = $1 AND visit_id = $2", args![clinic, id])?;
    work.tx.execute(
        "UPDATE booking_segment SET starts_at = starts_at + $1, ends_at = ends_at + $1
         WHERE clinic_id = $2 AND visit_id = $3",
        args![shift, clinic, id],
    )?;
    work.tx.execute(
        "UPDATE booking_visit SET starts_at = $1, ends_at = $2, late_minutes = NULL, sequence = sequence + 1,
         version = version + 1 WHERE clinic_id = $3 AND id = $4",
        args![starts, layout.ends(), clinic, id],
    )?;
    claim(work, id, &layout)?;
    claim_patient(work, &old, starts, layout.ends())?;
    let changed = visit(work, id)?;
    keep(work, "booking.reschedule", &changed)?;
    outbox::tell(work, &changed, Occasion::Moved)?;
    Ok(changed)
}

/// Notes a change of a visit with its new version.
pub(super) fn keep(work: &mut Work<'_, '_>, action: &str, visit: &Visit) -> Result<(), AppError> {
    let object = Object { entity: "booking_visit", id: visit.id.uuid(), patient: visit.patient };
    audit::keep(work, action, object, visit.version, visit)
}
