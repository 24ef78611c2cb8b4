//! A plan as the file format writes it.

use super::calendar::Kind;
use super::moving::Moving;
use super::planning::Planning;
use crate::course::Plan;
use crate::repair::Repaired;
use serde::Serialize;

/// Series, session, start, practitioner, room, device, numbered as in the file.
pub type CourseRow = (u32, u32, u32, u32, Option<u32>, Option<u32>);

/// The solution of a course file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct CourseSolution {
    /// What the plan costs.
    pub cost: u64,
    /// No plan costs less.
    pub lower_bound: u64,
    /// Whether the two are the same.
    pub proven: bool,
    /// One row for each session.
    pub assign: Vec<CourseRow>,
}

impl CourseSolution {
    /// Writes a plan down, with a room and a device for each session.
    pub fn of(planning: &Planning<'_>, plan: &Plan, lower_bound: u64) -> Self {
        let mut assign = Vec::new();
        for (series, sessions) in plan.starts.iter().enumerate() {
            for (session, &index) in sessions.iter().enumerate() {
                let Some((start, tick)) = planning.start(series, index) else { continue };
                let practitioner = planning.file.calendar.resources[usize::from(start.practitioner)].id;
                let [room, device] = [Kind::Room, Kind::Device].map(|kind| planning.furniture(series, kind, tick));
                assign.push((planning.file.series[series].id, session as u32, tick, practitioner, room, device));
            }
        }
        Self { cost: plan.cost, lower_bound, proven: lower_bound == plan.cost, assign }
    }
}

/// One session of a repair: where it goes, or that it goes without a time.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(untagged)]
pub enum Assigned {
    /// Session, start, practitioner, room, device.
    At(u32, u32, u32, Option<u32>, Option<u32>),
    /// Session, and null.
    Unplaced(u32, ()),
}

/// The solution of a repair file.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct RepairSolution {
    /// What the proposal costs.
    pub cost: u64,
    /// No proposal costs less.
    pub lower_bound: u64,
    /// Whether the two are the same.
    pub proven: bool,
    /// One row for each session, in the order of the file.
    pub assign: Vec<Assigned>,
}

impl RepairSolution {
    /// Writes a proposal down.
    pub fn of(moving: &Moving<'_>, proposal: &Repaired) -> Self {
        let rows = moving.file.sessions.iter().zip(&moving.repair.visits).zip(&proposal.placed);
        let id = |place: usize| moving.file.calendar.resources[place].id;
        let assign = rows.map(|((session, visit), placed)| {
            let Some(placed) = placed else { return Assigned::Unplaced(session.id, ()) };
            let offer = visit.offers[placed.offer];
            let [room, device] = [Kind::Room, Kind::Device].map(|kind| {
                let of_kind = |place: &&usize| moving.file.calendar.resources[**place].kind == kind;
                placed.resources.iter().find(of_kind).map(|&place| id(place))
            });
            Assigned::At(session.id, offer.start, id(offer.practitioner), room, device)
        });
        let (cost, lower_bound) = (proposal.cost, proposal.lower_bound);
        Self { cost, lower_bound, proven: cost == lower_bound, assign: assign.collect() }
    }
}
