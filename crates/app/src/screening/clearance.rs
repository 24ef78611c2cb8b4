use super::asked::{Asked, forbids};
use super::facts::facts_of;
use super::protocol_of;
use super::verdict::{Stage, keep_verdict};
use crate::actor::Actor;
use crate::audit::{self, Object};
use crate::booking::{Item, Visit, visit};
use crate::error::{AppError, Refusal, field};
use crate::work::Work;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::id::{ItemId, VisitId};
use journey::protocol::ContentHash;
use journey::screening::{
    Explanation, Finding, Override, OverrideBy, Overrides, Verdict, blocks_treatment, explain, screen,
};
use journey::slug::RuleId;
use store::args;

/// Reaches the verdict again with everything known today, spacing included, and keeps it.
pub fn review(work: &mut Work<'_, '_>, visit_id: VisitId, item_id: ItemId) -> Result<Option<Verdict>, AppError> {
    let visit = visit(work, visit_id)?;
    let item = visit.items.iter().find(|item| item.id == item_id).ok_or(Refusal::NotFound)?.clone();
    let verdict = judge(work, &visit, &item)?;
    if let Some(verdict) = &verdict {
        keep_verdict(work, &visit, &item, verdict, Stage::Day)?;
    }
    Ok(verdict)
}

/// The verdict of a visit's treatment with all its reasons, as they stand today; nothing where no protocol stands
/// behind the item. It keeps nothing but who looked.
pub fn reasons(work: &mut Work<'_, '_>, visit_id: VisitId, item_id: ItemId) -> Result<Option<Explanation>, AppError> {
    work.actor.front_desk()?;
    let visit = visit(work, visit_id)?;
    let item = visit.items.iter().find(|item| item.id == item_id).ok_or(Refusal::NotFound)?.clone();
    let (Some(patient), Some(protocol)) = (visit.patient, protocol_of(work, &item)?) else { return Ok(None) };
    let (facts, overrides) = (facts_of(work, patient)?, overrides(work, visit.id)?);
    let activation = crate::catalogue::activation(work, protocol)?;
    let object = Object { entity: "booking_visit", id: visit.id.uuid(), patient: Some(patient) };
    audit::note(work, "screening.read-reasons", object)?;
    Ok(Some(explain(protocol, work.world.library.facts(), &facts, work.today(), &overrides, &activation)))
}

fn judge(work: &mut Work<'_, '_>, visit: &Visit, item: &Item) -> Result<Option<Verdict>, AppError> {
    let (Some(patient), Some(protocol)) = (visit.patient, protocol_of(work, item)?) else { return Ok(None) };
    let facts = facts_of(work, patient)?;
    let overrides = overrides(work, visit.id)?;
    let today = work.today();
    let activation = crate::catalogue::activation(work, protocol)?;
    let mut verdict = screen(protocol, work.world.library.facts(), &facts, today, &overrides, &activation);
    for finding in spacing(work, visit, item, today)? {
        if overrides.remove(&finding, &protocol.hash).is_some() {
            verdict.set_aside.push(finding);
        } else {
            verdict.findings.push(finding);
        }
    }
    verdict.findings.sort_by_key(|finding| std::cmp::Reverse(finding.headline));
    Ok(Some(verdict))
}

/// Refuses treatment while the day's verdict stands against it or answers are missing.
pub fn demand_clearance(work: &mut Work<'_, '_>, visit: VisitId, item: ItemId) -> Result<(), AppError> {
    match review(work, visit, item)? {
        Some(verdict) if blocks_treatment(&verdict) => Err(Refusal::NotCleared.into()),
        _ => Ok(()),
    }
}

/// A physician sets one finding aside, in writing, where the protocol allows it. The verdict is reached again.
pub fn set_aside(
    work: &mut Work<'_, '_>,
    visit_id: VisitId,
    item_id: ItemId,
    rule: &RuleId,
    reason: &str,
) -> Result<Option<Verdict>, AppError> {
    let physician = work.actor.physician()?;
    if reason.trim().chars().count() < 5 {
        return Err(field("reason", "field-reason"));
    }
    let visit = visit(work, visit_id)?;
    let patient = visit.patient.ok_or(Refusal::NotFound)?;
    let item = visit.items.iter().find(|item| item.id == item_id).ok_or(Refusal::NotFound)?.clone();
    let protocol = protocol_of(work, &item)?.ok_or(Refusal::NotFound)?;
    let verdict = judge(work, &visit, &item)?.ok_or(Refusal::NotFound)?;
    let finding = verdict.finding(rule).ok_or(Refusal::NotFound)?;
    if finding.override_by == OverrideBy::Never {
        return Err(Refusal::NeverOverridden.into());
    }
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.uuid());
    work.tx.execute(
        "INSERT INTO screening_override (clinic_id, id, visit_id, patient_id, protocol_hash, rule, physician_id, reason,
         given_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![
            clinic, id, visit_id, patient, protocol.hash.to_string(), rule.as_str(), physician.id(), reason.trim(), now
        ],
    )?;
    let object = Object { entity: "screening_override", id, patient: Some(patient) };
    audit::note_with(work, "screening.set-aside", object, rule.as_str())?;
    review(work, visit_id, item_id)
}

fn overrides(work: &mut Work<'_, '_>, visit: VisitId) -> Result<Overrides, AppError> {
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT rule, physician_id, reason, given_at, protocol_hash FROM screening_override
         WHERE clinic_id = $1 AND visit_id = $2",
        args![clinic, visit],
    )?;
    let mut given = Vec::new();
    for row in &rows {
        let parsed = (RuleId::parse(&row.get::<String>(0)?), row.get::<String>(4)?.parse::<ContentHash>());
        if let (Ok(rule), Ok(version)) = parsed {
            given.push(Override { rule, physician: row.get(1)?, reason: row.get(2)?, at: row.get(3)?, version });
        }
    }
    Ok(given.into_iter().collect())
}

/// Refuses a time that is too early after, or before, another treatment of the same person. Only a physician may
/// book it all the same; the day's verdict will ask again.
pub fn check_spacing(work: &mut Work<'_, '_>, visit: &Visit, starts: Timestamp) -> Result<(), AppError> {
    if matches!(&work.actor, Actor::Staff(_)) && work.actor.physician().is_ok() {
        return Ok(());
    }
    let on = work.world.date_of(starts);
    for item in &visit.items {
        let too_soon: Vec<Finding> = spacing(work, visit, item, on)?.into_iter().filter(forbids).collect();
        if !too_soon.is_empty() {
            return Err(Refusal::TooSoon(too_soon).into());
        }
    }
    Ok(())
}

fn spacing(work: &mut Work<'_, '_>, visit: &Visit, item: &Item, on: Date) -> Result<Vec<Finding>, AppError> {
    let asked = Asked::load(work, visit, item, &[visit.id])?;
    Ok(asked.map_or_else(Vec::new, |asked| asked.findings(work.world, on)))
}
