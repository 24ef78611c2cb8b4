use super::brief::{Brief, Case};
use super::place::Place;
use super::problem::{Framed, Problem, instant};
use super::propose::Wish;
use crate::roster::ResourceKind;
use crate::world::World;
use jiff::civil::Date;
use journey::id::ResourceId;
use planner::repair::{Offer, Visit};

/// Why a visit goes where it goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// Somebody chose it.
    Chosen,
    /// The time stays; only who treats, or the room, is another.
    SameTime,
    /// It stays on its day.
    SameDay,
    /// Before this day it would be too near to another treatment of the patient.
    NotBefore(Date),
    /// After this day it would be too near to another treatment of the patient.
    NotAfter(Date),
    /// On no day nearer to the agreed one is all that the visit needs free together.
    NearestDay,
    /// Of all its times this one changes least.
    Easiest,
    /// An easier time goes to somebody who would lose more without it.
    EasierTaken,
    /// The same people as agreed are there.
    SamePeople,
    /// Somebody else is there, who is competent on that day.
    OtherPeople,
    /// The time of day stays.
    SameTimeOfDay,
}

/// Why a visit finds no time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Hindrance {
    /// Somebody wished to call first.
    Wished,
    /// On every day looked at it would be too near to another treatment of the patient.
    TooNear,
    /// On no day that the patient's treatments leave open are all that the visit needs free together.
    NobodyFree,
    /// There are times, but not beside the other visits that move, or not in a distance from the patient's own.
    OthersFirst,
}

/// The reasons for a place, the weightiest first.
pub(super) fn reasons(
    brief: &Brief,
    world: &World,
    problem: &Problem,
    (visit, offer): (usize, Offer),
    place: &Place,
    wish: Option<&Wish>,
) -> Vec<Reason> {
    let (Some(case), Some(asked), Some(frame)) =
        (brief.cases.get(visit), problem.repair.visits.get(visit), problem.framed.get(visit))
    else {
        return Vec::new();
    };
    let when = when(brief, world, case, (asked, frame), offer);
    let chosen = matches!(wish, Some(Wish::At { .. })).then_some(Reason::Chosen);
    let who = if are_the_same(brief, case, place) { Reason::SamePeople } else { Reason::OtherPeople };
    let hour = (when != Reason::SameTime && same_hour(brief, world, case, offer)).then_some(Reason::SameTimeOfDay);
    chosen.into_iter().chain([when]).chain([who]).chain(hour).collect()
}

fn when(brief: &Brief, world: &World, case: &Case, (asked, frame): (&Visit, &Framed), offer: Offer) -> Reason {
    let agreed = world.date_of(case.affected.visit.starts);
    let Some(day) = brief.days.get(usize::from(offer.day)).map(|day| day.date) else { return Reason::EasierTaken };
    let away =
        |index: u16| brief.days.get(usize::from(index)).map_or(i32::MAX, |day| (day.date - agreed).get_days().abs());
    if instant(brief, offer.start) == Some(case.affected.visit.starts) {
        Reason::SameTime
    } else if day == agreed {
        Reason::SameDay
    } else if asked.offers.iter().all(|other| away(other.day) >= away(offer.day)) {
        let later = day > agreed;
        let nearer = if later { offer.day.checked_sub(1) } else { offer.day.checked_add(1) };
        match nearer.and_then(|index| frame.open.get(usize::from(index))) {
            Some(Some(false)) if later => Reason::NotBefore(day),
            Some(Some(false)) => Reason::NotAfter(day),
            _ => Reason::NearestDay,
        }
    } else if asked.offers.iter().all(|other| other.cost >= offer.cost) {
        Reason::Easiest
    } else {
        Reason::EasierTaken
    }
}

/// Whether all the people of a place were claimed for the visit before.
fn are_the_same(brief: &Brief, case: &Case, place: &Place) -> bool {
    let is_person = |id: &ResourceId| {
        let known = brief.house.resources.iter().find(|one| one.id == *id);
        known.is_some_and(|one| one.kind == ResourceKind::Practitioner)
    };
    let mut people = place.lanes.iter().map(|(id, _)| id).filter(|id| is_person(id));
    people.all(|id| case.affected.visit.claimed.contains(id))
}

fn same_hour(brief: &Brief, world: &World, case: &Case, offer: Offer) -> bool {
    let time = |at: jiff::Timestamp| at.to_zoned(world.zone.clone()).time();
    instant(brief, offer.start).is_some_and(|starts| time(starts) == time(case.affected.visit.starts))
}

/// Why a visit goes without a time.
pub(super) fn hindrance(problem: &Problem, visit: usize, wish: Option<&Wish>) -> Hindrance {
    let offers = problem.repair.visits.get(visit).map_or(0, |asked| asked.offers.len());
    let open = problem.framed.get(visit).is_some_and(|frame| frame.open.contains(&Some(true)));
    match (wish, open, offers) {
        (Some(Wish::Stay), _, _) => Hindrance::Wished,
        (_, false, _) => Hindrance::TooNear,
        (_, true, 0) => Hindrance::NobodyFree,
        _ => Hindrance::OthersFirst,
    }
}
