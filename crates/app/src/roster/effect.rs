use super::change::Change;
use super::house::House;
use crate::availability::{Ask, Claim, hours_of, span_of};
use crate::booking::{Visit, visit};
use crate::error::{AppError, Refusal};
use crate::identity::{self, Patient};
use crate::work::Work;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::booking::VisitState;
use journey::id::{ResourceId, VisitId};
use journey::text::Bilingual;
use planner::DayBits;
use std::collections::BTreeMap;

/// A visit that would lie outside the hours of somebody or something it needs.
#[derive(Clone, PartialEq, Debug)]
pub struct Affected {
    /// The visit.
    pub visit: Visit,
    /// Whose it is.
    pub patient: Patient,
    /// Who or what would not be there.
    pub missing: Vec<Bilingual>,
}

/// The agreed visits that would lie outside the roster after a change and do not today, by time. They stay as they
/// are until somebody moves them.
pub fn effects(work: &mut Work<'_, '_>, change: &Change) -> Result<Vec<Affected>, AppError> {
    work.actor.manager()?;
    let before = work.house()?;
    let subject = change.subject(&before).ok_or(Refusal::NotFound)?;
    let after = change.made_in(&before);
    let mut found: BTreeMap<(Timestamp, VisitId), Vec<Bilingual>> = BTreeMap::new();
    for place in touched(&before, subject) {
        let Some(resource) = before.behind(place) else { continue };
        for claim in outside(work, &before, &after, place)? {
            let missing = found.entry((claim.starts, claim.visit)).or_default();
            if !missing.contains(&resource.name) {
                missing.push(resource.name.clone());
            }
        }
    }
    whole(work, found)
}

/// The slots that a change can touch: those of one resource, or all where the house changes.
pub(super) fn touched(house: &House, subject: ResourceId) -> Vec<usize> {
    let own = |place: &usize| house.behind(*place).is_some_and(|one| one.id == subject);
    let one: Vec<usize> = (0..house.slots.len()).filter(own).collect();
    if one.is_empty() { (0..house.slots.len()).collect() } else { one }
}

fn outside(work: &mut Work<'_, '_>, before: &House, after: &House, place: usize) -> Result<Vec<Claim>, AppError> {
    let Some(slot) = before.slots.get(place).copied() else { return Ok(Vec::new()) };
    let (now, today, over) = (work.now, work.today(), work.overlay()?);
    let ask = Ask { first: today, last: today, ignoring: Vec::new(), now };
    let claims = work.availability.claims(before.lane(slot), (now, Timestamp::MAX), &ask, &over)?;
    let world = work.world;
    let mut days: BTreeMap<Date, (DayBits, DayBits)> = BTreeMap::new();
    let lost = claims.into_iter().filter(|claim| {
        let day = world.date_of(claim.starts);
        let (was, will) =
            *days.entry(day).or_insert_with(|| (hours_of(world, before, slot, day), hours_of(world, after, slot, day)));
        let span = span_of(*claim, world.midnight(day));
        (span & !was).is_empty() && !(span & !will).is_empty()
    });
    Ok(lost.collect())
}

pub(super) fn whole(
    work: &mut Work<'_, '_>,
    found: BTreeMap<(Timestamp, VisitId), Vec<Bilingual>>,
) -> Result<Vec<Affected>, AppError> {
    let mut by_visit: BTreeMap<VisitId, Affected> = BTreeMap::new();
    for ((_, id), missing) in found {
        if let Some(known) = by_visit.get_mut(&id) {
            known.missing.extend(missing);
            continue;
        }
        let visit = visit(work, id)?;
        if let (Some(patient), VisitState::Booked { .. }) = (visit.patient, visit.state) {
            let patient = identity::by_id(work, patient)?;
            by_visit.insert(id, Affected { visit, patient, missing });
        }
    }
    let mut affected: Vec<Affected> = by_visit.into_values().collect();
    affected.sort_by_key(|one| (one.visit.starts, one.visit.id));
    for one in &mut affected {
        one.missing.sort_by(|a, b| a.en.cmp(&b.en));
        one.missing.dedup();
    }
    Ok(affected)
}
