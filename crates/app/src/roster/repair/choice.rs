use super::brief::Brief;
use super::place::who;
use super::problem::instant;
use super::propose::Alternative;
use planner::repair::{Need, Offer, Repair, Repaired, Visit, in_the_way};

/// How many other times are named, how many of one day, and how many are tried for it.
const NAMED: usize = 8;
const OF_A_DAY: usize = 2;
const TRIED: usize = 240;

/// The next best times of a visit that push nobody aside.
pub(super) fn alternatives(brief: &Brief, repair: &Repair, chosen: &Repaired, visit: usize) -> Vec<Alternative> {
    let Some(asked) = repair.visits.get(visit) else { return Vec::new() };
    let own = chosen.placed.get(visit).and_then(|placed| placed.as_ref()).map(|placed| placed.offer);
    let mut fitting: Vec<Offer> = Vec::new();
    for (place, offer) in asked.offers.iter().enumerate().take(TRIED) {
        let of_the_day = fitting.iter().filter(|known| known.day == offer.day).count();
        let is_new = Some(place) != own && of_the_day < OF_A_DAY;
        if is_new && is_open(repair, asked, offer) && in_the_way(repair, chosen, visit, place).is_empty() {
            fitting.push(*offer);
        }
        if fitting.len() == NAMED {
            break;
        }
    }
    fitting.into_iter().filter_map(|offer| alternative(brief, offer)).collect()
}

/// Whether whoever treats is free, and somebody or something for each need.
pub(super) fn is_open(repair: &Repair, asked: &Visit, offer: &Offer) -> bool {
    let free = |resource: usize, (from, to): (i32, i32)| {
        let span = offer.start.checked_add_signed(from).zip(offer.start.checked_add_signed(to));
        span.is_some_and(|(from, to)| repair.is_free(resource, from, to))
    };
    let served = |need: &Need| need.candidates.iter().any(|one| free(*one, (need.from, need.to)));
    free(offer.practitioner, asked.treated) && asked.needs.iter().all(served)
}

fn alternative(brief: &Brief, offer: Offer) -> Option<Alternative> {
    let name = brief.house.behind(offer.practitioner)?.name.clone();
    Some(Alternative { starts: instant(brief, offer.start)?, who: who(brief, offer)?, name })
}
