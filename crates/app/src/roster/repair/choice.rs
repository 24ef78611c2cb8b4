use super::brief::Brief;
use super::place::who;
use super::problem::instant;
use super::propose::Alternative;
use planner::repair::{Offer, Repair, Repaired, in_the_way};

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
        let fits = Some(place) != own && of_the_day < OF_A_DAY && in_the_way(repair, chosen, visit, place).is_empty();
        if fits {
            fitting.push(*offer);
        }
        if fitting.len() == NAMED {
            break;
        }
    }
    fitting.into_iter().filter_map(|offer| alternative(brief, offer)).collect()
}

fn alternative(brief: &Brief, offer: Offer) -> Option<Alternative> {
    let name = brief.house.behind(offer.practitioner)?.name.clone();
    Some(Alternative { starts: instant(brief, offer.start)?, who: who(brief, offer)?, name })
}
