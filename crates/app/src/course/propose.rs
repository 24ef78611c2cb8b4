use super::ledger::{self, Line};
use super::load::{Course, CourseState, course, of_patient};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::identity;
use crate::screening::{booked_sessions, facts_of, past_sessions};
use crate::work::Work;
use jiff::civil::Date;
use journey::course::{CourseQuestion, Forecast, Planned, Screened, check_date, forecast};
use journey::facts::AsOf;
use journey::id::{CourseId, CourseSessionId, PatientId};
use journey::protocol::Protocol;
use journey::screening::{Headline, Overrides};
use journey::slug::{IndicationId, ProtocolId};
use store::args;

fn with_question<T>(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &ProtocolId,
    indication: &IndicationId,
    ask: impl FnOnce(&CourseQuestion<'_>, &Protocol) -> T,
) -> Result<T, AppError> {
    let (history, booked) = (past_sessions(work, patient)?, booked_sessions(work, patient, &[])?);
    let events = super::events(work, patient)?;
    let library = &work.world.library;
    let protocol = library.get(protocol).ok_or(Refusal::NotFound)?;
    let indication = protocol.indication(indication).ok_or_else(|| field("indication", "field-choice"))?;
    let planned = Planned { zones: indication.zones.clone(), ..Planned::default() };
    let (facts, activation) = (facts_of(work, patient)?, crate::catalogue::activation(work, protocol)?);
    let (known, overrides) = (AsOf::new(library.facts(), &facts, work.today()), Overrides::none());
    let question = CourseQuestion {
        library,
        protocol,
        indication,
        history: &history,
        booked: &booked,
        planned: &planned,
        events: &events,
        screened: Some(Screened { known, activation: &activation, overrides: &overrides }),
        today: work.today(),
    };
    Ok(ask(&question, protocol))
}

/// Earliest, ideal and latest next date, with the rule behind each.
pub fn forecast_for(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &ProtocolId,
    indication: &IndicationId,
) -> Result<Forecast, AppError> {
    work.actor.front_desk()?;
    with_question(work, patient, protocol, indication, |question, _| forecast(question))
}

/// Whether sessions of such a course are open already.
fn is_open(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &ProtocolId,
    indication: &IndicationId,
) -> Result<bool, AppError> {
    let open = |course: &Course| {
        let sessions = course.sessions.iter().any(|one| matches!(one.state.as_str(), "planned" | "booked"));
        sessions && matches!(course.state, CourseState::Proposed | CourseState::Accepted)
    };
    let same = |course: &Course| course.protocol == protocol.as_str() && course.indication == indication.as_str();
    Ok(of_patient(work, patient)?.iter().any(|course| same(course) && open(course)))
}

/// A physician proposes the usual course of a protocol for an indication, from a day on. Refused while sessions of
/// such a course are open.
pub fn propose(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &ProtocolId,
    indication: &IndicationId,
    start: Date,
) -> Result<Course, AppError> {
    let by = work.actor.physician()?.id();
    let person = identity::by_id(work, patient)?;
    if is_open(work, person.id, protocol, indication)? {
        return Err(field("aim", "field-course-open"));
    }
    let (sessions, hash) = with_question(work, person.id, protocol, indication, |question, protocol| {
        (journey::course::propose(question, start), protocol.hash.to_string())
    })?;
    crate::catalogue::demand_approval(work, &hash)?;
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.next(CourseId::new));
    work.tx.execute(
        "INSERT INTO course_plan (clinic_id, id, patient_id, protocol_id, protocol_hash, indication, state, reason,
         proposed_by, proposed_at, version) VALUES ($1, $2, $3, $4, $5, $6, 'proposed', '', $7, $8, 1)",
        args![clinic, id, person.id, protocol.as_str(), hash, indication.as_str(), by, now],
    )?;
    for session in &sessions {
        let key = work.ids.next(CourseSessionId::new);
        work.tx.execute(
            "INSERT INTO course_session (clinic_id, id, course_id, number, earliest, ideal, latest, why, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'planned')",
            args![
                clinic,
                key,
                id,
                i64::from(session.number),
                session.earliest,
                session.ideal,
                session.latest,
                serde_json::to_string(&session.why)?
            ],
        )?;
    }
    keep(work, "course.propose", id)
}

/// Notes what the patient decided: accepted, refused, or ended early. Refusing and stopping need a reason.
pub fn decide(work: &mut Work<'_, '_>, id: CourseId, to: CourseState, reason: &str) -> Result<Course, AppError> {
    let by = work.actor.front_desk()?.id();
    let old = course(work, id)?;
    let possible = matches!(
        (old.state, to),
        (CourseState::Proposed, CourseState::Accepted | CourseState::Refused)
            | (CourseState::Accepted, CourseState::Stopped)
    );
    if !possible {
        return Err(Refusal::AlreadyDecided.into());
    }
    if to != CourseState::Accepted && reason.trim().chars().count() < 3 {
        return Err(field("reason", "field-reason"));
    }
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "UPDATE course_plan SET state = $1, reason = $2, decided_by = $3, decided_at = $4, version = version + 1
         WHERE clinic_id = $5 AND id = $6",
        args![to.code(), reason.trim(), by, now, clinic, id],
    )?;
    if to == CourseState::Accepted {
        let sessions = old.sessions.len() as i64;
        ledger::add(work, id, &Line { kind: "agreed", sessions, visit: None, by: Some(by), note: "" })?;
    } else {
        work.tx.execute(
            "UPDATE course_session SET state = 'dropped' WHERE clinic_id = $1 AND course_id = $2 AND state = 'planned'",
            args![clinic, id],
        )?;
        let line = Line { kind: to.code(), sessions: 0, visit: None, by: Some(by), note: reason.trim() };
        ledger::add(work, id, &line)?;
    }
    keep(work, "course.decide", id)
}

/// Moves a planned session to another day. Refused when the day is too early, unless a physician does it.
pub fn move_session(
    work: &mut Work<'_, '_>,
    id: CourseId,
    session: CourseSessionId,
    to: Date,
) -> Result<Course, AppError> {
    work.actor.front_desk()?;
    let old = course(work, id)?;
    let planned = old.sessions.iter().find(|one| one.id == session && one.state == "planned");
    let planned = planned.ok_or(Refusal::NotFound)?;
    let protocol = ProtocolId::parse(&old.protocol).map_err(|_| Refusal::NotFound)?;
    let indication = IndicationId::parse(&old.indication).map_err(|_| Refusal::NotFound)?;
    let mut early = with_question(work, old.patient, &protocol, &indication, |question, _| check_date(question, to))?;
    early.retain(|finding| finding.headline >= Headline::NeedsDoctor);
    if (!early.is_empty() || to < planned.earliest) && work.actor.physician().is_err() {
        return Err(Refusal::TooSoon(early).into());
    }
    let clinic = work.clinic();
    work.tx
        .execute("UPDATE course_session SET ideal = $1 WHERE clinic_id = $2 AND id = $3", args![to, clinic, session])?;
    work.tx
        .execute("UPDATE course_plan SET version = version + 1 WHERE clinic_id = $1 AND id = $2", args![clinic, id])?;
    keep(work, "course.move-session", id)
}

fn keep(work: &mut Work<'_, '_>, action: &str, id: CourseId) -> Result<Course, AppError> {
    let course = course(work, id)?;
    let object = Object { entity: "course_plan", id: id.uuid(), patient: Some(course.patient) };
    audit::keep(work, action, object, course.version, &course)?;
    Ok(course)
}
