use super::calendar::{Calendar, Ignoring};
use super::change::keep;
use super::claims::{claim, claim_patient};
use super::compose::{Preference, compose};
use super::layout::Layout;
use super::visit::{Visit, services_of, visit};
use crate::availability::{Lane, tick_of};
use crate::error::{AppError, Refusal};
use crate::outbox::{self, Occasion};
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{StaffId, VisitId};
use planner::{DayBits, Group, Tick};
use std::collections::BTreeSet;
use store::args;

/// Where a visit goes, with exactly these lanes: one for each need of its composition, in order.
pub(crate) struct Relocation {
    pub visit: VisitId,
    pub version: i64,
    pub starts: Timestamp,
    pub lanes: Vec<Lane>,
}

/// Moves visits together: everything they claim is freed first and then taken anew, so that they may change places.
/// Refused as a whole where one of them was changed since, or somebody or something is not free or does not suit.
pub(crate) fn relocate(work: &mut Work<'_, '_>, relocations: &[Relocation]) -> Result<Vec<Visit>, AppError> {
    let mut old = Vec::with_capacity(relocations.len());
    for one in relocations {
        let known = visit(work, one.visit)?;
        if known.version != one.version || known.state.reschedule().is_err() {
            return Err(Refusal::Overtaken { visit: one.visit }.into());
        }
        old.push(known);
    }
    for known in &old {
        free_claims(work, known.id)?;
    }
    let mut moved = Vec::with_capacity(old.len());
    for (one, known) in relocations.iter().zip(&old) {
        let layout = lay_out(work, one)?.ok_or(Refusal::Overtaken { visit: one.visit })?;
        put(work, known, &layout).map_err(|error| match error {
            AppError::Refused(Refusal::ClaimsOverlap) => Refusal::Overtaken { visit: one.visit }.into(),
            other => other,
        })?;
        let changed = visit(work, one.visit)?;
        keep(work, "booking.relocate", &changed)?;
        if changed.starts != known.starts {
            outbox::tell(work, &changed, Occasion::Moved)?;
        } else if people(work, &changed)? != people(work, known)? {
            outbox::tell(work, &changed, Occasion::OtherPerson)?;
        }
        moved.push(changed);
    }
    Ok(moved)
}

/// With whom a visit is.
fn people(work: &mut Work<'_, '_>, visit: &Visit) -> Result<BTreeSet<StaffId>, AppError> {
    let house = work.house()?;
    let claimed = house.resources.iter().filter(|one| visit.claimed.contains(&one.id));
    Ok(claimed.filter_map(|one| one.staff).collect())
}

/// Frees everything a visit claims.
pub(crate) fn free_claims(work: &mut Work<'_, '_>, id: VisitId) -> Result<(), AppError> {
    let clinic = work.clinic();
    work.tx.execute("DELETE FROM booking_claim WHERE clinic_id = $1 AND visit_id = $2", args![clinic, id])?;
    Ok(())
}

/// Writes a visit whose claims were freed at its new place, with all its steps and claims.
pub(super) fn put(work: &mut Work<'_, '_>, old: &Visit, layout: &Layout) -> Result<(), AppError> {
    let (clinic, starts) = (work.clinic(), layout.at(0));
    let shift = starts.as_microsecond() - old.starts.as_microsecond();
    work.tx.execute(
        "UPDATE booking_segment SET starts_at = starts_at + $1, ends_at = ends_at + $1
         WHERE clinic_id = $2 AND visit_id = $3",
        args![shift, clinic, old.id],
    )?;
    work.tx.execute(
        "UPDATE booking_visit SET starts_at = $1, ends_at = $2, late_minutes = NULL, sequence = sequence + 1,
         version = version + 1 WHERE clinic_id = $3 AND id = $4",
        args![starts, layout.ends(), clinic, old.id],
    )?;
    claim(work, old.id, layout)?;
    claim_patient(work, old, starts, layout.ends())?;
    crate::course::plan::moved(work, old.id, starts)
}

/// The layout that a relocation asks for; none where it cannot be had.
fn lay_out(work: &mut Work<'_, '_>, wanted: &Relocation) -> Result<Option<Layout>, AppError> {
    let services = services_of(work, wanted.visit)?;
    let day = work.world.date_of(wanted.starts);
    let midnight = work.world.midnight(day);
    let Some(start) = tick_of(midnight, wanted.starts) else { return Ok(None) };
    let calendar = Calendar::load(work, day, day, Ignoring::Nobody)?;
    let composition = compose(&services, &calendar.house, day, Preference::Anybody);
    let free = calendar.free(work.world, day, work.now);
    let groups = &composition.pattern.groups;
    let serves = |(group, lane): (&Group, &Lane)| {
        let place = calendar.house.place(lane.subject, lane.number);
        place.is_some_and(|place| {
            let free = free.get(place).copied().unwrap_or_default();
            group.candidates.contains(&place) && is_served(group, free, start)
        })
    };
    let suits = groups.len() == wanted.lanes.len() && groups.iter().zip(&wanted.lanes).all(serves);
    Ok(suits.then(|| Layout { composition, midnight, start, assigned: wanted.lanes.clone() }))
}

fn is_served(group: &Group, free: DayBits, start: Tick) -> bool {
    group.pieces.iter().all(|piece| {
        let from = start.0.saturating_add(piece.offset);
        let taken = DayBits::span(Tick(from), Tick(from.saturating_add(piece.ticks)));
        (taken & !free).is_empty() && taken.count() == u32::from(piece.ticks)
    })
}
