use super::ledger::{self, Line};
use crate::error::{AppError, Refusal};
use crate::identity;
use crate::work::Work;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::id::{CourseId, CourseSessionId, PatientId, StaffId, VisitId};
use journey::slug::IndicationId;
use serde::Serialize;
use store::{Row, StoreError, args};

/// Where a course stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CourseState {
    /// A physician proposed it.
    Proposed,
    /// The patient accepted it.
    Accepted,
    /// The patient refused it.
    Refused,
    /// It was ended early.
    Stopped,
}

impl CourseState {
    /// The stable word for this state.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Refused => "refused",
            Self::Stopped => "stopped",
        }
    }

    fn parse(code: &str) -> Result<Self, StoreError> {
        [Self::Proposed, Self::Accepted, Self::Refused, Self::Stopped]
            .into_iter()
            .find(|state| state.code() == code)
            .ok_or_else(|| StoreError::Fault(format!("{code} is not a state of a course")))
    }
}

/// A course of sessions for one indication.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Course {
    /// The key.
    pub id: CourseId,
    /// The patient.
    pub patient: PatientId,
    /// The protocol.
    pub protocol: String,
    /// The version it was proposed from.
    pub protocol_hash: String,
    /// What it is for.
    pub indication: String,
    /// Where it stands.
    pub state: CourseState,
    /// Why it was refused or stopped.
    pub reason: String,
    /// Who proposed it.
    pub proposed_by: StaffId,
    /// When.
    pub proposed_at: Timestamp,
    /// Its sessions in order.
    pub sessions: Vec<CourseSession>,
    /// Version of the record.
    pub version: i64,
}

/// One session of a course.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct CourseSession {
    /// The key.
    pub id: CourseSessionId,
    /// Which in the course, from one.
    pub number: i64,
    /// The first day that needs nobody's leave.
    pub earliest: Date,
    /// The day it is planned for.
    pub ideal: Date,
    /// The last day in the rhythm of the course.
    pub latest: Option<Date>,
    /// The bounds behind these days.
    pub why: Vec<journey::course::Bound>,
    /// The visit it was booked as.
    pub visit: Option<VisitId>,
    /// `planned`, `booked`, `done` or `dropped`.
    pub state: String,
    /// When it is planned to begin, where the patient has accepted a plan and it is not booked yet.
    pub planned_at: Option<Timestamp>,
    /// With whom it is planned.
    pub practitioner: Option<StaffId>,
}

const COLUMNS: &str = "id, patient_id, protocol_id, protocol_hash, indication, state, reason, proposed_by, \
                       proposed_at, version";

/// One course.
pub fn course(work: &mut Work<'_, '_>, id: CourseId) -> Result<Course, AppError> {
    work.actor.front_desk()?;
    by_key(work, id)
}

pub(super) fn by_key(work: &mut Work<'_, '_>, id: CourseId) -> Result<Course, AppError> {
    let clinic = work.clinic();
    let sql = format!("SELECT {COLUMNS} FROM course_plan WHERE clinic_id = $1 AND id = $2");
    let row = work.tx.first(&sql, args![clinic, id])?.ok_or(Refusal::NotFound)?;
    whole(work, &row)
}

/// The courses of a person, newest first.
pub fn of_patient(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Vec<Course>, AppError> {
    let kept = identity::by_id(work, patient)?.id;
    let clinic = work.clinic();
    let sql = format!(
        "SELECT {COLUMNS} FROM course_plan WHERE clinic_id = $1 AND patient_id IN
         (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2))
         ORDER BY proposed_at DESC"
    );
    let rows = work.tx.query(&sql, args![clinic, kept])?;
    rows.iter().map(|row| whole(work, row)).collect()
}

fn whole(work: &mut Work<'_, '_>, row: &Row) -> Result<Course, AppError> {
    let id: CourseId = row.get(0)?;
    Ok(Course {
        id,
        patient: row.get(1)?,
        protocol: row.get(2)?,
        protocol_hash: row.get(3)?,
        indication: row.get(4)?,
        state: CourseState::parse(&row.get::<String>(5)?)?,
        reason: row.get(6)?,
        proposed_by: row.get(7)?,
        proposed_at: row.get(8)?,
        version: row.get(9)?,
        sessions: sessions(work, id)?,
    })
}

fn sessions(work: &mut Work<'_, '_>, course: CourseId) -> Result<Vec<CourseSession>, AppError> {
    let clinic = work.clinic();
    work.tx
        .query(
            "SELECT id, number, earliest, ideal, latest, why, visit_id, state, planned_at, practitioner_id FROM course_session
             WHERE clinic_id = $1 AND course_id = $2 ORDER BY number",
            args![clinic, course],
        )?
        .iter()
        .map(|row| {
            Ok(CourseSession {
                id: row.get(0)?,
                number: row.get(1)?,
                earliest: row.get(2)?,
                ideal: row.get(3)?,
                latest: row.get(4)?,
                why: serde_json::from_value(row.get(5)?)?,
                visit: row.get(6)?,
                state: row.get(7)?,
                planned_at: row.get(8)?,
                practitioner: row.get(9)?,
            })
        })
        .collect()
}

pub(super) fn running(work: &mut Work<'_, '_>, patient: PatientId, protocol: &str) -> Result<Option<Course>, AppError> {
    let courses = of_patient(work, patient)?;
    Ok(courses.into_iter().find(|course| course.protocol == protocol && course.state == CourseState::Accepted))
}

/// Whether a person has accepted a course of a protocol that is not over.
pub(crate) fn is_running(work: &mut Work<'_, '_>, patient: PatientId, protocol: &str) -> Result<bool, AppError> {
    Ok(running(work, patient, protocol)?.is_some())
}

/// What a running course is for.
pub(crate) fn indication_of(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &str,
) -> Result<Option<IndicationId>, AppError> {
    let course = running(work, patient, protocol)?;
    Ok(course.and_then(|course| IndicationId::parse(&course.indication).ok()))
}

/// The last day of the window of the next planned session of a running course.
pub(crate) fn next_latest(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &str,
) -> Result<Option<Date>, AppError> {
    let course = running(work, patient, protocol)?;
    Ok(course.and_then(|course| course.sessions.into_iter().find(|one| one.state == "planned")?.latest))
}

/// Ties a visit to the next planned session of a running course, if there is one.
pub(crate) fn book_next(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &str,
    visit: VisitId,
) -> Result<(), AppError> {
    let Some(course) = running(work, patient, protocol)? else { return Ok(()) };
    let Some(next) = course.sessions.iter().find(|session| session.state == "planned") else { return Ok(()) };
    let clinic = work.clinic();
    work.tx.execute(
        "UPDATE course_session SET visit_id = $1, state = 'booked' WHERE clinic_id = $2 AND id = $3",
        args![visit, clinic, next.id],
    )?;
    Ok(())
}

/// Notes in the course and its ledger that a session took place.
pub(crate) fn use_session(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &str,
    visit: VisitId,
    by: StaffId,
) -> Result<(), AppError> {
    let Some(course) = running(work, patient, protocol)? else { return Ok(()) };
    let open = |session: &&CourseSession| session.state == "planned" || session.state == "booked";
    let mine = course.sessions.iter().find(|session| session.visit == Some(visit));
    let Some(session) = mine.or_else(|| course.sessions.iter().find(open)) else { return Ok(()) };
    let clinic = work.clinic();
    work.tx.execute(
        "UPDATE course_session SET visit_id = $1, state = 'done' WHERE clinic_id = $2 AND id = $3",
        args![visit, clinic, session.id],
    )?;
    let line = Line { kind: "used", sessions: 1, visit: Some(visit), by: Some(by), note: "" };
    ledger::add(work, course.id, &line)
}
