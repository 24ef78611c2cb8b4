//! Recall: who is due, why, and since when.

use crate::audit::{self, Object};
use crate::error::{AppError, field};
use crate::identity::{self, Patient};
use crate::work::Work;
use jiff::Timestamp;
use jiff::civil::Date;
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

/// A person and a treatment for which nothing is booked and nobody asked to be left alone.
struct Candidate {
    patient: PatientId,
    protocol: ProtocolId,
    last_session: Date,
    next: Option<NextPlanned>,
}

/// The first session of a running course that has no visit yet.
struct NextPlanned {
    number: i64,
    ideal: Date,
    latest: Option<Date>,
}

/// Everybody who is due today, longest first. Those with a visit ahead, and those who asked to be left alone for a
/// while, are not.
pub fn due(work: &mut Work<'_, '_>) -> Result<Vec<Due>, AppError> {
    work.actor.front_desk()?;
    let mut found = Vec::new();
    for candidate in candidates(work)? {
        let Some((reason, since)) = reason(work, &candidate) else { continue };
        let patient = identity::by_id(work, candidate.patient)?;
        let phone = identity::contact_of(work, patient.id)?.map(|contact| contact.phone).unwrap_or_default();
        let (protocol, last_session) = (candidate.protocol, candidate.last_session);
        found.push(Due { patient, phone, protocol, reason, since, last_session });
    }
    found.sort_by_key(|due| due.since);
    let (clinic, object) = (work.clinic(), "clinic");
    audit::note(work, "recall.read", Object { entity: object, id: clinic.uuid(), patient: None })?;
    Ok(found)
}

/// One question to the database, however many people the clinic knows.
fn candidates(work: &mut Work<'_, '_>) -> Result<Vec<Candidate>, AppError> {
    let (clinic, now, today) = (work.clinic(), work.now, work.today());
    let rows = work.tx.query(
        "WITH treated AS (
           SELECT COALESCE(p.merged_into, p.id) AS patient, r.protocol_id AS protocol, MAX(r.ended_at) AS ended
           FROM session_record r JOIN identity_patient p ON p.clinic_id = r.clinic_id AND p.id = r.patient_id
           WHERE r.clinic_id = $1 AND r.state = 'signed' GROUP BY 1, 2),
         planned AS (
           SELECT COALESCE(p.merged_into, p.id) AS patient, c.protocol_id AS protocol, s.number, s.ideal, s.latest,
             ROW_NUMBER() OVER (PARTITION BY COALESCE(p.merged_into, p.id), c.protocol_id
               ORDER BY c.proposed_at, s.number) AS place
           FROM course_plan c JOIN course_session s ON s.clinic_id = c.clinic_id AND s.course_id = c.id
           JOIN identity_patient p ON p.clinic_id = c.clinic_id AND p.id = c.patient_id
           WHERE c.clinic_id = $1 AND c.state = 'accepted' AND s.state = 'planned'),
         ahead AS (
           SELECT COALESCE(p.merged_into, p.id) AS patient, i.protocol_id AS protocol
           FROM booking_visit v JOIN booking_item i ON i.clinic_id = v.clinic_id AND i.visit_id = v.id
           JOIN identity_patient p ON p.clinic_id = v.clinic_id AND p.id = v.patient_id
           WHERE v.clinic_id = $1 AND v.state = 'booked' AND v.starts_at > $2 AND i.protocol_id IS NOT NULL)
         SELECT t.patient, t.protocol, t.ended, n.number, n.ideal, n.latest FROM treated t
         LEFT JOIN planned n ON n.patient = t.patient AND n.protocol = t.protocol AND n.place = 1
         WHERE NOT EXISTS (SELECT 1 FROM ahead a WHERE a.patient = t.patient AND a.protocol = t.protocol)
           AND NOT EXISTS (SELECT 1 FROM recall_snooze z WHERE z.clinic_id = $1 AND z.patient_id = t.patient
             AND z.protocol_id = t.protocol AND z.until_day > $3)",
        args![clinic, now, today],
    )?;
    let mut all = Vec::with_capacity(rows.len());
    for row in &rows {
        let Ok(protocol) = ProtocolId::parse(&row.get::<String>(1)?) else { continue };
        let number: Option<i64> = row.get(3)?;
        let next = match number {
            Some(number) => Some(NextPlanned { number, ideal: row.get(4)?, latest: row.get(5)? }),
            None => None,
        };
        let last_session = work.world.date_of(row.get::<Timestamp>(2)?);
        all.push(Candidate { patient: row.get(0)?, protocol, last_session, next });
    }
    Ok(all)
}

/// The next session of a running course comes before keeping up an effect.
fn reason(work: &Work<'_, '_>, candidate: &Candidate) -> Option<(Reason, Date)> {
    let today = work.today();
    if let Some(next) = &candidate.next {
        let reason = Reason::NextSession { number: next.number, latest: next.latest };
        return (next.ideal <= today).then_some((reason, next.ideal));
    }
    let protocol = work.world.library.get(&candidate.protocol)?;
    let recall = journey::recall::due(protocol, candidate.last_session, today)?;
    Some((Reason::Maintenance { says: recall.says, until: recall.window_to }, recall.window_from))
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
