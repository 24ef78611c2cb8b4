use super::claims::{end, free_lapsed};
use super::layout::{lay_out, taken};
use super::offer::Wanted;
use super::relocate::{free_claims, put};
use super::visit::{Visit, services_of, visit};
use crate::audit::{self, Object};
use crate::error::AppError;
use crate::offering::{Service, all_services};
use crate::outbox::{self, Occasion};
use crate::work::Work;
use jiff::Timestamp;
use journey::booking::cancellation::{Cancellation, Consequence, Ended};
use journey::booking::{Canceller, ChangeRefused};
use journey::id::{StaffId, VisitId};

/// On whose wish a visit changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum By {
    /// The patient, online: the clinic's notice applies.
    Patient,
    /// Staff, for the patient who called: later than the notice it has the consequence the service states.
    ForPatient,
    /// The patient, with an earlier time that the clinic offered.
    Offer,
    /// Staff, for the clinic: it never costs the patient anything.
    Staff,
}

/// Calls a visit off. A patient who is later than the notice asks for is told to call; staff may always, and what
/// follows for a course that is paid for is noted in its ledger.
pub fn cancel(work: &mut Work<'_, '_>, id: VisitId, by: By) -> Result<Visit, AppError> {
    demand(work, by)?;
    let old = visit(work, id)?;
    allow(work, &old, by)?;
    let ended = if by == By::Staff { Ended::ByClinic } else { Ended::ByPatient };
    let judgement = policy_of(work, &old)?.judge(old.starts, work.now, ended);
    let state = old.state.cancel(work.now, judgement.canceller)?;
    crate::course::plan::disturbed(work, id)?;
    end(work, id, state)?;
    note_consequence(work, &old, judgement.consequence, "late-cancelled")?;
    let changed = visit(work, id)?;
    keep(work, "booking.cancel", &changed)?;
    outbox::tell(work, &changed, Occasion::Cancelled)?;
    Ok(changed)
}

/// What the services of a visit ask of a patient who does not come: of several the longest notice and the heavier
/// consequence.
pub fn policy_among(visit: &Visit, services: &[Service]) -> Cancellation {
    let asked = visit.items.iter().filter_map(|item| services.iter().find(|one| one.id == item.service));
    let strictest = |known: Cancellation, one: Cancellation| Cancellation {
        notice: known.notice.max(one.notice),
        late: known.late.max(one.late),
        no_show: known.no_show.max(one.no_show),
    };
    asked.map(|service| service.cancellation).reduce(strictest).unwrap_or_default()
}

pub(super) fn policy_of(work: &mut Work<'_, '_>, visit: &Visit) -> Result<Cancellation, AppError> {
    Ok(policy_among(visit, &all_services(work)?))
}

/// Counts a session of a running course as used, where that follows.
pub(super) fn note_consequence(
    work: &mut Work<'_, '_>,
    visit: &Visit,
    consequence: Consequence,
    kind: &str,
) -> Result<(), AppError> {
    let protocol = visit.treatment().and_then(|item| item.protocol.clone());
    match (consequence, visit.patient, protocol) {
        (Consequence::Session, Some(patient), Some(protocol)) => {
            crate::course::forfeit(work, patient, &protocol, visit.id, kind)
        }
        _ => Ok(()),
    }
}

/// Whoever changes a visit as staff is staff, before anything is looked up.
fn demand(work: &Work<'_, '_>, by: By) -> Result<(), AppError> {
    match by {
        By::Patient | By::Offer => Ok(()),
        By::ForPatient | By::Staff => work.actor.front_desk().map(drop),
    }
}

fn allow(work: &mut Work<'_, '_>, visit: &Visit, by: By) -> Result<(), AppError> {
    if by != By::Patient {
        return Ok(());
    }
    let until = policy_of(work, visit)?.in_time_until(visit.starts);
    if work.now <= until { Ok(()) } else { Err(ChangeRefused::TooLate { until }.into()) }
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
    if old.starts == starts && practitioner.is_none() {
        return Ok(old);
    }
    crate::screening::check_spacing(work, &old, starts)?;
    let changed = place_again(work, id, starts, practitioner)?;
    outbox::tell(work, &changed, Occasion::Moved)?;
    Ok(changed)
}

/// Gives a visit another time with all that it claims, and tells nobody. Refused, with the next free times, where
/// something is taken.
pub(crate) fn place_again(
    work: &mut Work<'_, '_>,
    id: VisitId,
    starts: Timestamp,
    practitioner: Option<StaffId>,
) -> Result<Visit, AppError> {
    let (old, services) = (visit(work, id)?, services_of(work, id)?);
    let wanted = Wanted { service: String::new(), practitioner, moving: Some(id) };
    let Some(layout) = lay_out(work, &wanted, &services, starts)? else {
        return Err(taken(work, &wanted, starts)?);
    };
    free_claims(work, id)?;
    put(work, &old, &layout)?;
    let changed = visit(work, id)?;
    keep(work, "booking.reschedule", &changed)?;
    Ok(changed)
}

/// Calls off a visit that a plan has no more use for. It costs nobody anything, and the letter about the plan tells.
pub(crate) fn give_up(work: &mut Work<'_, '_>, id: VisitId) -> Result<(), AppError> {
    let state = visit(work, id)?.state.cancel(work.now, Canceller::Patient)?;
    end(work, id, state)?;
    let changed = visit(work, id)?;
    keep(work, "booking.cancel", &changed)
}

/// Notes a change of a visit with its new version.
pub(crate) fn keep(work: &mut Work<'_, '_>, action: &str, visit: &Visit) -> Result<(), AppError> {
    let object = Object { entity: "booking_visit", id: visit.id.uuid(), patient: visit.patient };
    audit::keep(work, action, object, visit.version, visit)
}
