use super::super::change::{self, Change};
use crate::audit::{self, Object};
use crate::availability::Lane;
use crate::booking::{Relocation, Visit, free_lapsed, relocate};
use crate::error::{AppError, Refusal};
use crate::ids::{Token, digest};
use crate::roster::effect::effects;
use crate::screening::Asked;
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{ResourceId, VisitId};
use serde::{Deserialize, Serialize};
use store::{StoreError, args};
use uuid::Uuid;

/// A change of the roster with the moves that somebody looked at and wants.
#[derive(Clone, PartialEq, Debug)]
pub struct Order {
    /// The secret of the form: sent again it changes nothing.
    pub request: Token,
    /// The change.
    pub change: Change,
    /// The moves. Affected visits that are not among them stay where they are.
    pub moves: Vec<Move>,
}

/// One move, exactly as it was proposed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Move {
    /// The visit.
    pub visit: VisitId,
    /// Its version when the proposal was made.
    pub version: i64,
    /// The new start.
    pub starts: Timestamp,
    /// For each need of the visit, in order, who or what serves it and in which lane.
    pub lanes: Vec<(ResourceId, i64)>,
}

/// What was done.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Applied {
    /// How many visits have a new place.
    pub moved: usize,
    /// How many stay outside the roster until somebody has called.
    pub to_call: usize,
}

#[derive(Serialize)]
struct Kept<'a> {
    applied: Applied,
    moves: &'a [Move],
}

/// Keeps the change and makes all the moves, or does nothing at all: refused, with the visit that stands in the way,
/// as soon as anything is no longer as it was when the proposal was made. The same form sent twice moves nothing twice.
pub fn apply(work: &mut Work<'_, '_>, order: &Order) -> Result<Applied, AppError> {
    work.actor.manager()?;
    let key = key_of(&order.request)?;
    if let Some(applied) = before(work, key)? {
        return Ok(applied);
    }
    free_lapsed(work)?;
    let affected: Vec<VisitId> = effects(work, &order.change)?.iter().map(|one| one.visit.id).collect();
    if let Some(stranger) = order.moves.iter().find(|one| !affected.contains(&one.visit)) {
        return Err(Refusal::Overtaken { visit: stranger.visit }.into());
    }
    change::apply(work, &order.change)?;
    let relocations: Vec<Relocation> = order.moves.iter().map(relocation).collect();
    let moved = relocate(work, &relocations)?;
    let left: Vec<VisitId> = affected.into_iter().filter(|id| moved.iter().all(|visit| visit.id != *id)).collect();
    for visit in &moved {
        demand_forecast(work, visit, &left)?;
    }
    let applied = Applied { moved: moved.len(), to_call: left.len() };
    let object = Object { entity: "roster_repair", id: key, patient: None };
    audit::keep(work, "roster.repair", object, 1, &Kept { applied, moves: &order.moves })?;
    Ok(applied)
}

fn relocation(one: &Move) -> Relocation {
    let lanes = one.lanes.iter().map(|(subject, number)| Lane { subject: subject.uuid(), number: *number });
    Relocation { visit: one.visit, version: one.version, starts: one.starts, lanes: lanes.collect() }
}

/// The forecast has the last word on every new day, beside everything that is booked by now. Visits that wait for a
/// call do not count where they are.
fn demand_forecast(work: &mut Work<'_, '_>, visit: &Visit, left: &[VisitId]) -> Result<(), AppError> {
    let mut besides = left.to_vec();
    besides.push(visit.id);
    let asked = Asked::of_visit(work, visit, &besides)?;
    let day = work.world.date_of(visit.starts);
    let refused = asked.iter().any(|asked| asked.forbids(work.world, day));
    if refused { Err(Refusal::Overtaken { visit: visit.id }.into()) } else { Ok(()) }
}

/// Under which key the deed of a form is kept.
fn key_of(request: &Token) -> Result<Uuid, AppError> {
    let written = digest(format!("repair of form {}", request.reveal()).as_bytes());
    let half = written.get(..32).and_then(|half| Uuid::parse_str(half).ok());
    half.ok_or_else(|| StoreError::Fault("a digest has 64 digits".into()).into())
}

/// What this form has done before.
fn before(work: &mut Work<'_, '_>, key: Uuid) -> Result<Option<Applied>, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT content FROM audit_version WHERE clinic_id = $1 AND entity = 'roster_repair' AND entity_id = $2",
        args![clinic, key],
    )?;
    let Some(row) = row else { return Ok(None) };
    let mut kept: serde_json::Value = serde_json::from_str(&row.get::<String>(0)?)?;
    Ok(Some(serde_json::from_value(kept["applied"].take())?))
}
