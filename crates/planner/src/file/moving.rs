//! A repair file as the planner's problem.

use super::calendar::{Kind, Need, Resource};
use super::repair::{RepairFile, SessionFile};
use super::starts::{each_start, rooms_and_devices};
use crate::repair::{Need as OtherNeed, Offer, Repair, Visit};
use std::collections::HashMap;

/// A repair file with every time that each session may move to.
pub struct Moving<'a> {
    /// The file.
    pub file: &'a RepairFile,
    /// The planner's problem; visits and resources have the places they have in the file.
    pub repair: Repair,
}

impl<'a> Moving<'a> {
    /// Works out every time that can be had.
    pub fn of(file: &'a RepairFile) -> Self {
        let starts = Starts::of(file);
        let visits = file.sessions.iter().map(|session| visit(file, session, &starts)).collect();
        let free = file.calendar.resources.iter().map(|resource| resource.free.clone()).collect();
        Self { file, repair: Repair { free, visits, links: file.links.clone() } }
    }
}

/// By service, every start at which everything is free, with each practitioner.
struct Starts(HashMap<usize, Vec<(u32, usize)>>);

impl Starts {
    fn of(file: &RepairFile) -> Self {
        let mut starts = HashMap::new();
        for session in &file.sessions {
            starts.entry(session.service).or_insert_with(|| of_service(file, session.service));
        }
        Self(starts)
    }
}

/// In the order of time.
fn of_service(file: &RepairFile, service: usize) -> Vec<(u32, usize)> {
    let calendar = &file.calendar;
    let service = &calendar.services[service];
    let furnished = rooms_and_devices(calendar, service);
    let mut starts = Vec::new();
    let Some(need) = service.need(Kind::Practitioner) else { return starts };
    let suits = |(_, resource): &(usize, &Resource)| need.suits(resource);
    for (place, resource) in calendar.resources.iter().enumerate().filter(suits) {
        each_start(calendar, need, resource, |tick| {
            if furnished.holds(tick / calendar.start_step) {
                starts.push((tick, place));
            }
        });
    }
    starts.sort_unstable();
    starts
}

fn visit(file: &RepairFile, session: &SessionFile, starts: &Starts) -> Visit {
    let calendar = &file.calendar;
    let service = &calendar.services[session.service];
    let ticks_per_day = i64::from(calendar.ticks_per_day);
    let first = session.days.0.clamp(0, i64::from(calendar.days)) * ticks_per_day;
    let starts = starts.0.get(&session.service).map_or(&[][..], Vec::as_slice);
    let from = starts.partition_point(|(tick, _)| i64::from(*tick) < first);
    let in_time = starts[from..].iter().take_while(|(tick, _)| i64::from(calendar.day(*tick)) <= session.days.1);
    let offers = in_time.filter_map(|&(tick, practitioner)| offer(file, session, tick, practitioner));
    let other = |need: &Need| {
        let suits = |(_, resource): &(usize, &Resource)| need.suits(resource);
        let candidates = calendar.resources.iter().enumerate().filter(suits).map(|(place, _)| place).collect();
        OtherNeed { candidates, from: need.from, to: need.to }
    };
    let needs = service.needs.iter().filter(|need| need.kind != Kind::Practitioner);
    Visit {
        offers: offers.collect(),
        treated: service.need(Kind::Practitioner).map_or((0, 0), |need| (need.from, need.to)),
        needs: needs.map(other).collect(),
        unplaced: session.w_unplaced,
    }
}

/// A start with somebody; none where the patient may not, or where it costs no less than going without.
fn offer(file: &RepairFile, session: &SessionFile, tick: u32, practitioner: usize) -> Option<Offer> {
    let calendar = &file.calendar;
    let day = calendar.day(tick);
    let penalty = session.preference.penalty(calendar.weekday(day), calendar.time(tick))?;
    let days = u64::from(day.abs_diff(calendar.day(session.start)));
    let steps = u64::from(calendar.time(tick).abs_diff(calendar.time(session.start)) / calendar.start_step);
    let moved = if tick == session.start { 0 } else { file.w_move };
    let stays = calendar.resources[practitioner].id == session.practitioner;
    let changed = if stays { 0 } else { session.w_practitioner };
    let cost = u64::from(moved)
        + u64::from(file.w_day) * days
        + u64::from(file.w_step) * steps
        + u64::from(changed)
        + u64::from(penalty);
    let cost = u32::try_from(cost).ok().filter(|cost| *cost < session.w_unplaced)?;
    Some(Offer { start: tick, day: day as u16, practitioner, cost })
}
