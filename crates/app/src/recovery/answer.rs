use super::deadline::instant;
use super::load::{CheckIn, check_in, of_patient};
use crate::actor::Actor;
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal};
use crate::screening::past_sessions;
use crate::session::record;
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{CheckInId, EscalationId};
use journey::quantity::HundredthsMm;
use journey::recovery::{
    Asked, CheckInAnswers, DeadlineKind, HumanReader, PerformedSession, Reader, SymptomAnswer, Tier, Triage, triage,
};
use journey::slug::{ProtocolId, SymptomId};
use std::collections::BTreeMap;
use store::args;

/// A check-in that was judged.
#[derive(Clone, PartialEq, Debug)]
pub struct Answered {
    /// The check-in as it stands.
    pub check_in: CheckIn,
    /// What the rules made of it.
    pub triage: Triage,
    /// What is to be asked again before it counts; empty when everything decisive was answered.
    pub ask_again: Vec<SymptomId>,
}

/// Judges the answers to a check-in. The patient gives them on the private page, staff on the telephone.
/// Whatever is decisive and missing is asked again once; after that somebody in the clinic follows it up.
pub fn answer(
    work: &mut Work<'_, '_>,
    id: CheckInId,
    answers: BTreeMap<SymptomId, SymptomAnswer>,
    free_text: &str,
    asked: Asked,
) -> Result<Answered, AppError> {
    if let Actor::Staff(_) = work.actor {
        work.actor.front_desk()?;
    }
    let planned = check_in(work, id)?;
    let session = record(work, planned.record)?;
    let ended = session.ended_at.ok_or(Refusal::NotRecorded)?;
    let protocol_id = ProtocolId::parse(&session.protocol).map_err(|_| Refusal::NotFound)?;
    let protocol = work.world.library.get(&protocol_id).ok_or(Refusal::NotFound)?;
    let now = CheckInAnswers {
        hours_since_end: hours_between(ended, work.now),
        answers,
        free_text: free_text.trim().to_owned(),
        asked,
    };
    let earlier = earlier(work, &planned)?;
    let performed = PerformedSession::from(depth_of(work, &planned, &session.protocol)?);
    let judged = triage(protocol, &now, &earlier, &performed);
    keep(work, &planned, &now, &judged)?;
    escalate(work, &planned, &judged)?;
    let ask_again = if asked == Asked::Once { judged.ask_again.clone() } else { Vec::new() };
    Ok(Answered { check_in: check_in(work, id)?, triage: judged, ask_again })
}

fn hours_between(from: Timestamp, to: Timestamp) -> u32 {
    u32::try_from(to.duration_since(from).as_hours()).unwrap_or(0)
}

fn earlier(work: &mut Work<'_, '_>, planned: &CheckIn) -> Result<Vec<CheckInAnswers>, AppError> {
    Ok(of_patient(work, planned.patient)?
        .into_iter()
        .filter(|other| other.record == planned.record && other.id != planned.id)
        .filter_map(|other| other.answers)
        .collect())
}

/// The deepest setting of the session that the check-in follows.
fn depth_of(work: &mut Work<'_, '_>, planned: &CheckIn, protocol: &str) -> Result<Option<HundredthsMm>, AppError> {
    let on = record(work, planned.record)?.opened_at;
    let day = work.world.date_of(on);
    let sessions = past_sessions(work, planned.patient)?;
    let same = |treated: &journey::course::Treated| matches!(treated, journey::course::Treated::Protocol(id) if id.as_str() == protocol);
    Ok(sessions.into_iter().filter(|one| one.on == day && same(&one.treated)).filter_map(|one| one.depth).max())
}

fn keep(work: &mut Work<'_, '_>, planned: &CheckIn, answers: &CheckInAnswers, judged: &Triage) -> Result<(), AppError> {
    let (clinic, now, by) = (work.clinic(), work.now, work.actor.staff_id());
    let content = serde_json::to_string(answers)?;
    work.tx.execute(
        "UPDATE recovery_check_in SET state = 'answered', answered_at = $1, answered_by = $2, answers = $3, triage = $4,
         tier = $5 WHERE clinic_id = $6 AND id = $7",
        args![
            now, by, content.as_str(), serde_json::to_string(judged)?, tier_number(judged.tier), clinic, planned.id
        ],
    )?;
    let object = Object { entity: "recovery_check_in", id: planned.id.uuid(), patient: Some(planned.patient) };
    audit::note_with(work, "recovery.answer", object, &content)
}

pub(super) const fn tier_number(tier: Tier) -> i64 {
    match tier {
        Tier::Tier0 => 0,
        Tier::Tier1 => 1,
        Tier::Tier2 => 2,
        Tier::Tier3 => 3,
    }
}

/// Opens an escalation where somebody must answer for what was found, or must read what was written.
fn escalate(work: &mut Work<'_, '_>, planned: &CheckIn, judged: &Triage) -> Result<(), AppError> {
    let reading = judged.needs_human_reader == HumanReader::Needed;
    let kind = match (judged.deadline, reading) {
        (Some(kind), _) => kind,
        (None, true) => DeadlineKind::NextWorkingDay,
        (None, false) => return Ok(()),
    };
    let role = match judged.role.unwrap_or(Reader::Nurse) {
        Reader::Nurse => "nurse",
        Reader::Physician => "physician",
    };
    let reason = judged.findings.first().map_or("read-by-a-person", |finding| finding.flag.as_str()).to_owned();
    let deadline = instant(work, kind)?;
    let id = match open_of(work, planned)? {
        Some(id) => raise(work, id, judged.tier, role, &reason, deadline)?,
        None => begin(work, planned, judged.tier, role, &reason, deadline)?,
    };
    let object = Object { entity: "recovery_escalation", id: id.uuid(), patient: Some(planned.patient) };
    audit::note_with(work, "recovery.escalate", object, &reason)
}

/// The escalation of this check-in that nobody has closed yet.
fn open_of(work: &mut Work<'_, '_>, planned: &CheckIn) -> Result<Option<EscalationId>, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT id FROM recovery_escalation WHERE clinic_id = $1 AND check_in_id = $2 AND state = 'open'",
        args![clinic, planned.id],
    )?;
    Ok(row.map(|row| row.get(0)).transpose()?)
}

/// A check-in that is answered again raises the escalation it has; it never lowers one.
fn raise(
    work: &mut Work<'_, '_>,
    id: EscalationId,
    tier: Tier,
    role: &str,
    reason: &str,
    deadline: Timestamp,
) -> Result<EscalationId, AppError> {
    let clinic = work.clinic();
    work.tx.execute(
        "UPDATE recovery_escalation SET tier = $1, role = $2, reason = $3, deadline = $4
         WHERE clinic_id = $5 AND id = $6 AND tier < $1",
        args![tier_number(tier), role, reason, deadline, clinic, id],
    )?;
    Ok(id)
}

fn begin(
    work: &mut Work<'_, '_>,
    planned: &CheckIn,
    tier: Tier,
    role: &str,
    reason: &str,
    deadline: Timestamp,
) -> Result<EscalationId, AppError> {
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.next(EscalationId::new));
    work.tx.execute(
        "INSERT INTO recovery_escalation (clinic_id, id, check_in_id, patient_id, tier, role, reason, opened_at,
         deadline, state) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')",
        args![clinic, id, planned.id, planned.patient, tier_number(tier), role, reason, now, deadline],
    )?;
    Ok(id)
}
