use crate::availability::{Ask, Claim, hours_of, span_of};
use crate::error::AppError;
use crate::roster::effect::{Affected, touched, whole};
use crate::roster::house::House;
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{ResourceId, VisitId};
use journey::text::Bilingual;
use std::collections::BTreeMap;

/// The agreed visits ahead that lie outside the roster as it stands, by time: nobody has moved them yet, so their
/// patients are called. Those of the whole house, or of one of its resources.
pub fn to_call(work: &mut Work<'_, '_>, subject: ResourceId) -> Result<Vec<Affected>, AppError> {
    work.actor.manager()?;
    let house = work.house()?;
    let mut found: BTreeMap<(Timestamp, VisitId), Vec<Bilingual>> = BTreeMap::new();
    for place in touched(&house, subject) {
        let Some(resource) = house.behind(place) else { continue };
        for claim in outside(work, &house, place)? {
            found.entry((claim.starts, claim.visit)).or_default().push(resource.name.clone());
        }
    }
    whole(work, found)
}

fn outside(work: &mut Work<'_, '_>, house: &House, place: usize) -> Result<Vec<Claim>, AppError> {
    let Some(slot) = house.slots.get(place).copied() else { return Ok(Vec::new()) };
    let (now, today, over) = (work.now, work.today(), work.overlay()?);
    let ask = Ask { first: today, last: today, ignoring: Vec::new(), now };
    let claims = work.availability.claims(house.lane(slot), (now, Timestamp::MAX), &ask, &over)?;
    let world = work.world;
    let lost = claims.into_iter().filter(|claim| {
        let day = world.date_of(claim.starts);
        !(span_of(*claim, world.midnight(day)) & !hours_of(world, house, slot, day)).is_empty()
    });
    Ok(lost.collect())
}
