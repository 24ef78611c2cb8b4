use super::brief::{Brief, Case, Day};
use super::link::links;
use super::part::{Part, Parts};
use super::weights::{DAY, MOVED, OTHER_PERSON, QUARTER, UNPLACED};
use crate::availability::{span_of, tick_of};
use crate::booking::GRID;
use crate::world::World;
use jiff::Timestamp;
use journey::id::PatientId;
use planner::repair::{Need, Offer, Repair, Visit};
use planner::{DayBits, Tick, on_grid, starts};
use std::collections::BTreeMap;

/// How many times are weighed over all visits, and of one visit even where there are very many.
const MOST_OFFERS: usize = 200_000;
const FEWEST_OFFERS: usize = 200;

/// What is put to the planner: lanes are resources by their places, and a day has as many ticks as a row of bits.
pub(super) struct Problem {
    pub repair: Repair,
    pub framed: Vec<Framed>,
    /// The patients with more than one affected visit; as resources they come after the lanes.
    people: Vec<PatientId>,
}

/// How a visit is put.
pub(super) struct Framed {
    /// None where the visit needs nobody and nothing.
    pub parts: Option<Parts>,
    /// By day whether the patient's own rules leave it open; none on days too far from the agreed one.
    pub open: Vec<Option<bool>>,
}

/// The place of a day and a tick in the planner's calendar.
const PER_DAY: u32 = Tick::LIMIT as u32;

impl Problem {
    pub fn of(brief: &Brief, world: &World) -> Self {
        let people = several(brief);
        let lanes = brief.house.slots.len();
        let mut free: Vec<Vec<(u32, u32)>> = (0..lanes).map(|lane| runs(brief, lane)).collect();
        let whole = PER_DAY * u32::try_from(brief.days.len()).unwrap_or(0);
        free.extend(people.iter().map(|_| vec![(0, whole)]));
        let most = (MOST_OFFERS / brief.len().max(1)).max(FEWEST_OFFERS);
        let (mut visits, mut framed) = (Vec::new(), Vec::new());
        for case in &brief.cases {
            let open = brief.days.iter().map(|day| is_open(brief, world, case, day)).collect();
            let frame = Framed { parts: Parts::of(brief, case), open };
            let person = people.iter().position(|one| *one == case.affected.patient.id).map(|place| lanes + place);
            let mut visit = put(brief, world, case, &frame, person);
            visit.offers.sort_by_key(|offer| (offer.cost, offer.start, offer.practitioner));
            visit.offers.truncate(most);
            visits.push(visit);
            framed.push(frame);
        }
        Self { repair: Repair { free, visits, links: links(brief, world) }, framed, people }
    }

    /// What is free while some of the visits stay where they are.
    pub fn free_beside(&self, brief: &Brief, stays: &[usize]) -> Vec<Vec<(u32, u32)>> {
        let mut free = self.repair.free.clone();
        let staying = stays.iter().filter_map(|visit| brief.cases.get(*visit)).flat_map(|case| &case.claims);
        for (lane, claim) in staying {
            let known = brief.house.place(lane.subject, lane.number);
            let person = || {
                let place = self.people.iter().position(|one| one.uuid() == lane.subject)?;
                Some(brief.house.slots.len() + place)
            };
            let Some(free) = known.or_else(person).and_then(|place| free.get_mut(place)) else { continue };
            for (day, first) in brief.days.iter().zip((0..).step_by(PER_DAY as usize)) {
                let taken = span_of(*claim, day.midnight);
                if let (Some(from), Some(to)) = (taken.iter().next(), taken.iter().last()) {
                    cut(free, first + u32::from(from.0), first + u32::from(to.0) + 1);
                }
            }
        }
        free
    }
}

/// Takes a stretch out of what is free.
fn cut(free: &mut Vec<(u32, u32)>, from: u32, to: u32) {
    let rest = |(starts, ends): &(u32, u32)| [(*starts, (*ends).min(from)), ((*starts).max(to), *ends)];
    *free = free.iter().flat_map(rest).filter(|(starts, ends)| starts < ends).collect();
}

/// The instant of a tick of the planner's calendar.
pub(super) fn instant(brief: &Brief, start: u32) -> Option<Timestamp> {
    let day = brief.days.get(usize::try_from(start / PER_DAY).ok()?)?;
    let tick = Tick(u16::try_from(start % PER_DAY).ok()?);
    Some(crate::availability::instant(day.midnight, tick))
}

/// The patients with more than one affected visit: they too are in one place at a time.
fn several(brief: &Brief) -> Vec<PatientId> {
    let mut counted: BTreeMap<PatientId, usize> = BTreeMap::new();
    for case in &brief.cases {
        *counted.entry(case.affected.patient.id).or_default() += 1;
    }
    counted.into_iter().filter(|(_, count)| *count > 1).map(|(patient, _)| patient).collect()
}

fn is_open(brief: &Brief, world: &World, case: &Case, day: &Day) -> Option<bool> {
    let near = case.is_near(brief, world, day.date);
    near.then(|| !case.asked.iter().any(|asked| asked.forbids(world, day.date)))
}

fn runs(brief: &Brief, lane: usize) -> Vec<(u32, u32)> {
    let mut found: Vec<(u32, u32)> = Vec::new();
    for (day, first) in brief.days.iter().zip((0..).step_by(PER_DAY as usize)) {
        let bits = day.free.get(lane).copied().unwrap_or_default();
        let mut last_of_day: Option<u32> = None;
        for tick in bits.iter() {
            let at = first + u32::from(tick.0);
            match found.last_mut() {
                Some(run) if last_of_day == Some(at) => run.1 = at + 1,
                _ => found.push((at, at + 1)),
            }
            last_of_day = Some(at + 1);
        }
    }
    found
}

fn put(brief: &Brief, world: &World, case: &Case, frame: &Framed, person: Option<usize>) -> Visit {
    let Some(parts) = &frame.parts else {
        return Visit { offers: Vec::new(), treated: (0, 0), needs: Vec::new(), unplaced: UNPLACED };
    };
    let need =
        |part: &Part| Need { candidates: part.candidates.clone(), from: i32::from(part.from), to: i32::from(part.to) };
    let patient = person.map(|place| Need { candidates: vec![place], from: 0, to: i32::from(parts.ticks) });
    let needs = parts.others.iter().map(need).chain(patient).collect();
    let days = brief.days.iter().enumerate().filter(|(index, _)| frame.open.get(*index) == Some(&Some(true)));
    let offers = days.flat_map(|(index, day)| offers_on(brief, world, case, parts, (index, day))).collect();
    Visit { offers, treated: (i32::from(parts.main.from), i32::from(parts.main.to)), needs, unplaced: UNPLACED }
}

fn offers_on(brief: &Brief, world: &World, case: &Case, parts: &Parts, (index, day): (usize, &Day)) -> Vec<Offer> {
    let agreed = case.affected.visit.starts;
    let Some(composition) = parts.by_day.get(index) else { return Vec::new() };
    let possible = starts(&composition.pattern, &day.free);
    let here = tick_of(day.midnight, agreed).filter(|tick| possible.get(*tick));
    let too_soon = crate::availability::before(brief.first, day.midnight);
    let ticks = on_grid(possible & !too_soon, GRID).iter().filter(|tick| Some(*tick) != here).chain(here);
    let treating = parts.treating(index);
    let first = u32::try_from(index).unwrap_or(u32::MAX).saturating_mul(PER_DAY);
    let mut offers = Vec::new();
    for tick in ticks {
        let span = |part: &Part| DayBits::span(Tick(tick.0 + part.from), Tick(tick.0 + part.to));
        let has = |lane: &usize, part: &Part| day.free.get(*lane).is_some_and(|free| (span(part) & !*free).is_empty());
        let served = parts.others.iter().all(|part| part.candidates.iter().any(|lane| has(lane, part)));
        if !served || is_elsewhere(case, day, tick, parts.ticks) {
            continue;
        }
        let away = distance(world, case, day, tick);
        for practitioner in treating.iter().copied().filter(|lane| has(lane, &parts.main)) {
            let cost = away + if is_kept(brief, case, practitioner) { 0 } else { OTHER_PERSON };
            let start = first.saturating_add(u32::from(tick.0));
            offers.push(Offer { start, day: u16::try_from(index).unwrap_or(u16::MAX), practitioner, cost });
        }
    }
    offers
}

fn is_elsewhere(case: &Case, day: &Day, tick: Tick, ticks: u16) -> bool {
    let starts = crate::availability::instant(day.midnight, tick);
    let ends = crate::availability::instant(day.midnight, Tick(tick.0.saturating_add(ticks)));
    case.elsewhere.iter().any(|(from, to)| *from < ends && starts < *to)
}

/// Whether somebody or something is already claimed for a visit.
fn is_kept(brief: &Brief, case: &Case, lane: usize) -> bool {
    brief.house.behind(lane).is_some_and(|one| case.affected.visit.claimed.contains(&one.id))
}

fn distance(world: &World, case: &Case, day: &Day, tick: Tick) -> u32 {
    let agreed = case.affected.visit.starts;
    let date = world.date_of(agreed);
    let days = (day.date - date).get_days().unsigned_abs();
    let minutes = agreed.duration_since(world.midnight(date)).as_mins();
    let apart = (i64::from(tick.0) * i64::from(Tick::MINUTES) - minutes).unsigned_abs();
    let quarters = u32::try_from(apart.div_ceil(15)).unwrap_or(u32::MAX);
    let moved = if days == 0 && apart == 0 { 0 } else { MOVED };
    moved.saturating_add(days.saturating_mul(DAY)).saturating_add(quarters.saturating_mul(QUARTER))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(from: u32, to: u32) -> Vec<(u32, u32)> {
        let mut free = vec![(10, 20), (30, 40)];
        cut(&mut free, from, to);
        free
    }

    #[test]
    fn what_is_cut_out_is_gone_and_what_only_touches_stays() {
        assert_eq!(after(20, 30), [(10, 20), (30, 40)]);
        assert_eq!(after(12, 15), [(10, 12), (15, 20), (30, 40)]);
        assert_eq!(after(19, 31), [(10, 19), (31, 40)]);
        assert_eq!(after(10, 40), []);
    }
}
