use super::brief::{Brief, Case};
use super::problem::{Framed, Problem, instant, is_kept};
use super::propose::Wish;
use crate::world::World;
use jiff::civil::Date;
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
    /// On no earlier day were all that the visit needs free together.
    FirstDay,
    /// An easier time goes to somebody who would lose more without it.
    EasierTaken,
    /// The same person treats.
    SamePerson,
    /// Somebody else treats, who is competent on that day.
    OtherPerson,
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

/// The reasons for an offer, the weightiest first.
pub(super) fn reasons(
    brief: &Brief,
    world: &World,
    problem: &Problem,
    visit: usize,
    offer: Offer,
    wish: Option<&Wish>,
) -> Vec<Reason> {
    let (Some(case), Some(asked), Some(frame)) =
        (brief.cases.get(visit), problem.repair.visits.get(visit), problem.framed.get(visit))
    else {
        return Vec::new();
    };
    let when = when(brief, world, case, asked, frame, offer);
    let chosen = matches!(wish, Some(Wish::At { .. })).then_some(Reason::Chosen);
    let who = if is_kept(brief, case, offer.practitioner) { Reason::SamePerson } else { Reason::OtherPerson };
    let hour = (when != Reason::SameTime && same_hour(brief, world, case, offer)).then_some(Reason::SameTimeOfDay);
    chosen.into_iter().chain([when]).chain([who]).chain(hour).collect()
}

fn when(brief: &Brief, world: &World, case: &Case, asked: &Visit, frame: &Framed, offer: Offer) -> Reason {
    let agreed = case.affected.visit.starts;
    let day = brief.days.get(usize::from(offer.day)).map(|day| day.date);
    if instant(brief, offer.start) == Some(agreed) {
        Reason::SameTime
    } else if day == Some(world.date_of(agreed)) {
        Reason::SameDay
    } else if asked.offers.iter().all(|other| other.day >= offer.day) {
        let before = usize::from(offer.day).checked_sub(1).and_then(|before| frame.open.get(before));
        match (before, day) {
            (Some(Some(false)), Some(day)) => Reason::NotBefore(day),
            _ => Reason::FirstDay,
        }
    } else {
        Reason::EasierTaken
    }
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
