use super::brief::Brief;
use super::problem::{Framed, instant};
use crate::roster::ResourceKind;
use jiff::{SignedDuration, Timestamp};
use journey::id::ResourceId;
use journey::text::Bilingual;
use planner::Tick;
use planner::repair::{Offer, Placed};

/// Where a visit would go.
#[derive(Clone, PartialEq, Debug)]
pub struct Place {
    /// From when.
    pub starts: Timestamp,
    /// Until when.
    pub ends: Timestamp,
    /// Who treats; where nobody does, what is needed longest.
    pub who: ResourceId,
    /// For each need of the visit, in order, who or what serves it and in which lane.
    pub lanes: Vec<(ResourceId, i64)>,
    /// The names of the people among them.
    pub people: Vec<Bilingual>,
}

/// The place that an offer with its rooms and devices is.
pub(super) fn place(brief: &Brief, frame: &Framed, offer: Offer, placed: &Placed) -> Option<Place> {
    let starts = instant(brief, offer.start)?;
    let ticks = frame.parts.as_ref()?.ticks;
    let length = SignedDuration::from_mins(i64::from(ticks) * i64::from(Tick::MINUTES));
    let lanes = lanes(brief, frame, offer, placed)?;
    let people = people(brief, &lanes);
    Some(Place { starts, ends: starts.checked_add(length).ok()?, who: who(brief, offer)?, lanes, people })
}

/// Who treats at an offer.
pub(super) fn who(brief: &Brief, offer: Offer) -> Option<ResourceId> {
    brief.house.behind(offer.practitioner).map(|one| one.id)
}

fn lanes(brief: &Brief, frame: &Framed, offer: Offer, placed: &Placed) -> Option<Vec<(ResourceId, i64)>> {
    let parts = frame.parts.as_ref()?;
    let groups = parts.by_day.first()?.pattern.groups.len();
    let lane = |group: usize| {
        let place = match parts.place_of(group) {
            Some(part) => *placed.resources.get(part)?,
            None => offer.practitioner,
        };
        let slot = brief.house.slots.get(place)?;
        Some((brief.house.resources.get(slot.resource)?.id, slot.lane))
    };
    (0..groups).map(lane).collect()
}

fn people(brief: &Brief, lanes: &[(ResourceId, i64)]) -> Vec<Bilingual> {
    let mut names: Vec<Bilingual> = Vec::new();
    for (id, _) in lanes {
        let known = brief.house.resources.iter().find(|one| one.id == *id);
        if let Some(person) = known.filter(|one| one.kind == ResourceKind::Practitioner)
            && !names.contains(&person.name)
        {
            names.push(person.name.clone());
        }
    }
    names
}
