//! Recall: who is due, why, and since when.

use crate::audit::{self, Object};
use crate::booking;
use crate::course::{self, CourseState};
use crate::error::{AppError, field};
use crate::identity::{self, Patient};
use crate::work::Work;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::booking::VisitState;
use journey::id::PatientId;
use journey::slug::ProtocolId;
use journey::text::Bilingual;
use serde::Serialize;
use store::args;

/// Why somebody is due.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(rename_all = "kebab-case", tag = "reason")]
pub enum Reason {
    /// The next session of a running course has no visit yet.
    NextSession {
        /// Which session.
        number: i64,
        /// The last day in the rhythm of the course.
        latest: Option<Date>,
    },
    /// The window in which the effect is kept up has opened.
    Maintenance {
        /// What the protocol says about it.
        says: Bilingual,
        /// When the window closes.
        until: Date,
    },
}

/// Somebody who is due.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Due {
    /// The patient.
    pub patient: Patient,
    /// The number to call.
    pub phone: String,
    /// For which treatment.
    pub protocol: ProtocolId,
    /// Why.
    pub reason: Reason,
    /// Since when.
    pub since: Date,
    /// The last session.
    pub last_session: Date,
}

/// Everybody who is due today, longest first. Those with a visit ahead, and those who asked to be left alone for a
/// while, are not.
pub fn due(work: &mut Work<'_, '_>) -> Result<Vec<Due>, AppError> {
    work.actor.front_desk()?;
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT COALESCE(p.merged_into, p.id), r.protocol_id, MAX(r.ended_at) FROM session_record r
         JOIN identity_patient p ON p.clinic_id = r.clinic_id AND p.id = r.patient_id
         WHERE r.clinic_id = $1 AND r.state = 'signed' GROUP BY 1, 2",
        args![clinic],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let Ok(protocol) = ProtocolId::parse(&row.get::<String>(1)?) else { continue };
        let last = work.world.date_of(row.get::<Timestamp>(2)?);
        found.extend(judge(work, row.get(0)?, protocol, last)?);
    }
    found.sort_by_key(|due| due.since);
    audit::note(work, "recall.read", Object { entity: "clinic", id: clinic.uuid(), patient: None })?;
    Ok(found)
}

fn judge(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: ProtocolId,
    last_session: Date,
) -> Result<Option<Due>, AppError> {
    if snoozed(work, patient, &protocol)? || is_booked(work, patient, &protocol)? {
        return Ok(None);
    }
    let Some((reason, since)) = reason(work, patient, &protocol, last_session)? else { return Ok(None) };
    let patient = identity::by_id(work, patient)?;
    let phone = identity::contact_of(work, patient.id)?.map(|contact| contact.phone).unwrap_or_default();
    Ok(Some(Due { patient, phone, protocol, reason, since, last_session }))
}

fn reason(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &ProtocolId,
    last_session: Date,
) -> Result<Option<(Reason, Date)>, AppError> {
    let today = work.today();
    let courses = course::of_patient(work, patient)?;
    let running = courses.iter().find(|one| one.protocol == protocol.as_str() && one.state == CourseState::Accepted);
    let next = running.and_then(|course| course.sessions.iter().find(|session| session.state == "planned"));
    if let Some(next) = next {
        let due = next.ideal <= today;
        return Ok(due.then_some((Reason::NextSession { number: next.number, latest: next.latest }, next.ideal)));
    }
    let Some(known) = work.world.library.get(protocol) else { return Ok(None) };
    let recall = journey::recall::due(known, last_session, today);
    Ok(recall.map(|due| (Reason::Maintenance { says: due.says, until: due.window_to }, due.window_from)))
}

fn is_booked(work: &mut Work<'_, '_>, patient: PatientId, protocol: &ProtocolId) -> Result<bool, AppError> {
    let now = work.now;
    Ok(booking::of_patient(work, patient)?.iter().any(|visit| {
        matches!(visit.state, VisitState::Booked { .. })
            && visit.starts > now
            && visit.items.iter().any(|item| item.protocol.as_deref() == Some(protocol.as_str()))
    }))
}

fn snoozed(work: &mut Work<'_, '_>, patient: PatientId, protocol: &ProtocolId) -> Result<bool, AppError> {
    let (clinic, today) = (work.clinic(), work.today());
    let row = work.tx.first(
        "SELECT 1 FROM recall_snooze WHERE clinic_id = $1 AND patient_id = $2 AND protocol_id = $3 AND until_day > $4",
        args![clinic, patient, protocol.as_str(), today],
    )?;
    Ok(row.is_some())
}

/// Leaves somebody alone until a day, with a reason.
pub fn snooze(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &ProtocolId,
    until: Date,
    reason: &str,
) -> Result<(), AppError> {
    let by = work.actor.front_desk()?.id();
    if until <= work.today() {
        return Err(field("until", "field-date"));
    }
    let person = identity::by_id(work, patient)?.id;
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "INSERT INTO recall_snooze (clinic_id, patient_id, protocol_id, until_day, reason, noted_by, noted_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (clinic_id, patient_id, protocol_id) DO UPDATE SET until_day = excluded.until_day,
         reason = excluded.reason, noted_by = excluded.noted_by, noted_at = excluded.noted_at",
        args![clinic, person, protocol.as_str(), until, reason.trim(), by, now],
    )?;
    audit::note(work, "recall.snooze", Object { entity: "recall_snooze", id: person.uuid(), patient: Some(person) })
}
