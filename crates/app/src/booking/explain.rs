use super::calendar::{Calendar, Ignoring, claims_of, only};
use super::compose::{Preference, compose};
use super::visit::{services_of, visit};
use crate::availability::{TICK, tick_of};
use crate::error::AppError;
use crate::roster::ResourceKind;
use crate::work::Work;
use jiff::Timestamp;
use journey::booking::Interval;
use journey::id::{StaffId, VisitId};
use journey::text::Bilingual;
use planner::why_not;

/// What stands in the way of moving a visit to a time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Obstacle {
    /// The patient is here already, or the visit is over.
    CannotMove,
    /// Times begin at every fifth minute.
    BetweenSteps,
    /// Nobody or nothing of this kind is free for it.
    NobodyFree {
        /// Which kind.
        kind: ResourceKind,
        /// Its name, when there is only one that could serve.
        only: Option<Bilingual>,
    },
    /// The patient is expected elsewhere at that time.
    PatientElsewhere,
}

/// Why a visit cannot go to a time; empty when it can. Names no other patient.
pub fn explain(
    work: &mut Work<'_, '_>,
    id: VisitId,
    starts: Timestamp,
    practitioner: Option<StaffId>,
) -> Result<Vec<Obstacle>, AppError> {
    work.actor.front_desk()?;
    let moving = visit(work, id)?;
    if moving.state.reschedule().is_err() {
        return Ok(vec![Obstacle::CannotMove]);
    }
    let day = work.world.date_of(starts);
    let Some(start) = tick_of(work.world.midnight(day), starts) else { return Ok(vec![Obstacle::BetweenSteps]) };
    let services = services_of(work, id)?;
    let calendar = Calendar::load(work, day, day, Ignoring::Visit(id))?;
    let wish = practitioner.map_or(Preference::Anybody, Preference::Person);
    let composition = compose(&services, &calendar.house, day, wish);
    let free = calendar.free(work.world, day, starts);
    let mut found: Vec<Obstacle> = why_not(&composition.pattern, &free, start)
        .into_iter()
        .map(|group| {
            let candidates = &composition.pattern.groups[group].candidates;
            let names: Vec<&Bilingual> =
                candidates.iter().filter_map(|place| Some(&calendar.house.behind(*place)?.name)).collect();
            let only = if let [name] = names.as_slice() { Some((*name).clone()) } else { None };
            Obstacle::NobodyFree { kind: composition.kinds[group], only }
        })
        .collect();
    if let Some(patient) = moving.patient {
        let kept = crate::identity::by_id(work, patient)?.id;
        let ends = starts.checked_add(TICK * i32::from(composition.ticks)).unwrap_or(starts);
        if let Ok(span) = Interval::new(starts, ends)
            && !claims_of(work, only(kept.uuid()), span, Ignoring::Visit(id))?.is_empty()
        {
            found.push(Obstacle::PatientElsewhere);
        }
    }
    Ok(found)
}
