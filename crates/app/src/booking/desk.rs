use super::change::{keep, note_consequence, policy_of};
use super::claims::end;
use super::visit::{Visit, visit};
use crate::error::{AppError, field};
use crate::work::Work;
use jiff::{SignedDuration, Timestamp};
use journey::booking::VisitState;
use journey::booking::cancellation::Ended;
use journey::id::VisitId;
use store::args;

/// Notes that a patient came.
pub fn arrive(work: &mut Work<'_, '_>, id: VisitId) -> Result<Visit, AppError> {
    work.actor.front_desk()?;
    let old = visit(work, id)?;
    let state = old.state.arrive(work.now)?;
    crate::course::give_back(work, old.id)?;
    step(work, &old, state, "booking.arrive")
}

/// Ends a visit that took place.
pub fn fulfil(work: &mut Work<'_, '_>, id: VisitId) -> Result<Visit, AppError> {
    work.actor.front_desk()?;
    let old = visit(work, id)?;
    let state = old.state.fulfil(work.now)?;
    step(work, &old, state, "booking.fulfil")
}

/// Notes that a patient did not come, and frees what was kept for them. Refused before a quarter of an hour has
/// passed since the visit should have begun.
pub fn no_show(work: &mut Work<'_, '_>, id: VisitId) -> Result<Visit, AppError> {
    work.actor.front_desk()?;
    let old = visit(work, id)?;
    let due = old.starts.checked_add(SignedDuration::from_mins(15)).unwrap_or(Timestamp::MAX);
    let state = old.state.no_show(work.now, due)?;
    crate::course::plan::disturbed(work, id)?;
    end(work, id, state)?;
    let judgement = policy_of(work, &old)?.judge(old.starts, work.now, Ended::NoShow);
    note_consequence(work, &old, judgement.consequence, "no-show")?;
    let changed = visit(work, id)?;
    keep(work, "booking.no-show", &changed)?;
    Ok(changed)
}

/// Notes by how much a patient will be late. The planned time stands.
pub fn note_lateness(work: &mut Work<'_, '_>, id: VisitId, minutes: u16) -> Result<Visit, AppError> {
    work.actor.front_desk()?;
    if !(1..=240).contains(&minutes) {
        return Err(field("minutes", "field-minutes"));
    }
    let old = visit(work, id)?;
    old.state.reschedule()?;
    let clinic = work.clinic();
    work.tx.execute(
        "UPDATE booking_visit SET late_minutes = $1, version = version + 1 WHERE clinic_id = $2 AND id = $3",
        args![i64::from(minutes), clinic, id],
    )?;
    let changed = visit(work, id)?;
    keep(work, "booking.late", &changed)?;
    Ok(changed)
}

fn step(work: &mut Work<'_, '_>, old: &Visit, state: VisitState, action: &str) -> Result<Visit, AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "UPDATE booking_visit SET state = $1, state_at = $2, version = version + 1 WHERE clinic_id = $3 AND id = $4",
        args![state.code(), now, clinic, old.id],
    )?;
    let changed = visit(work, old.id)?;
    keep(work, action, &changed)?;
    Ok(changed)
}
