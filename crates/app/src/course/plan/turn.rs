use super::accept::{Chosen, book};
use super::brief::{Case, Series};
use super::ground::against;
use super::wish::{Turn, planning};
use crate::booking::{self, free_lapsed};
use crate::error::{AppError, Refusal};
use crate::outbox::{self, Occasion};
use crate::work::Work;
use jiff::{SignedDuration, Timestamp, ToSpan};
use journey::id::{CourseSessionId, PatientId, StaffId};
use store::args;

/// How long before a planned session the patient is asked who wished to be asked: four weeks, a rule of the house.
const ASKED_BEFORE: i32 = 28;

/// A session that is planned and not booked.
struct Planned {
    session: CourseSessionId,
    patient: PatientId,
    starts: Timestamp,
    practitioner: Option<StaffId>,
}

/// Turns planned sessions into visits as their time comes: books and writes, or asks, as the patient wished; asks
/// where the time is no longer to be had. Answers how many were dealt with.
pub fn turn_due(work: &mut Work<'_, '_>) -> Result<usize, AppError> {
    let due = due(work)?;
    if !due.is_empty() {
        free_lapsed(work)?;
    }
    let mut dealt_with = 0;
    for one in due {
        dealt_with += usize::from(turn(work, &one)?);
    }
    Ok(dealt_with)
}

/// Those within the horizon of whom nobody was asked yet, by time.
fn due(work: &mut Work<'_, '_>) -> Result<Vec<Planned>, AppError> {
    let clinic = work.clinic();
    let until = work.world.bounds(booking::horizon(work)).1;
    let rows = work.tx.query(
        "SELECT s.id, p.patient_id, s.planned_at, s.practitioner_id FROM course_session s
         JOIN course_plan p ON p.clinic_id = s.clinic_id AND p.id = s.course_id
         WHERE s.clinic_id = $1 AND s.state = 'planned' AND s.planned_at IS NOT NULL AND s.planned_at < $2
         AND s.asked_at IS NULL AND p.state = 'accepted' ORDER BY s.planned_at, s.id",
        args![clinic, until],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Planned { session: row.get(0)?, patient: row.get(1)?, starts: row.get(2)?, practitioner: row.get(3)? })
        })
        .collect()
}

fn turn(work: &mut Work<'_, '_>, one: &Planned) -> Result<bool, AppError> {
    let person = crate::identity::by_id(work, one.patient)?.id;
    let plan = planning(work, person)?;
    if plan.turn == Turn::Ask {
        let near = work.today().saturating_add(ASKED_BEFORE.days());
        let is_near = work.world.date_of(one.starts) <= near;
        return if is_near { ask(work, person, one) } else { Ok(false) };
    }
    let case = Case::load(work, person, None)?;
    let open = case.moving().count();
    let Some(series) = case.series.iter().find(|series| series.due.iter().any(|due| due.session == one.session)) else {
        return ask(work, person, one);
    };
    if open >= case.budget {
        return Ok(false);
    }
    if !still_good(work, &case, series, one) {
        return ask(work, person, one);
    }
    let chosen = Chosen { session: one.session, starts: one.starts, practitioner: one.practitioner };
    match book(work, person, plan.language, series, chosen) {
        Ok((visit, link)) => {
            let clinic = work.clinic();
            work.tx.execute(
                "UPDATE course_session SET visit_id = $1, state = 'booked' WHERE clinic_id = $2 AND id = $3",
                args![visit, clinic, one.session],
            )?;
            let visit = booking::visit(work, visit)?;
            outbox::tell_with_link(work, &visit, Occasion::Booked, &link)?;
            Ok(true)
        }
        Err(AppError::Refused(Refusal::TimeTaken { .. } | Refusal::NotOffered)) => ask(work, person, one),
        Err(other) => Err(other),
    }
}

/// Whether the rules still allow the day, with everything that stands.
fn still_good(work: &Work<'_, '_>, case: &Case, series: &Series, one: &Planned) -> bool {
    let on = work.world.date_of(one.starts);
    let standing = case.series.iter().flat_map(|other| other.due.iter().map(move |due| (other, due)));
    let laid: Vec<super::verify::Laid<'_>> = standing
        .filter(|(_, due)| due.visit.is_some())
        .filter_map(|(other, due)| Some(super::verify::Laid { series: other, on: work.world.date_of(due.now?.0) }))
        .chain([super::verify::Laid { series, on }])
        .collect();
    let ends =
        one.starts.checked_add(SignedDuration::from_mins(i64::from(series.service.minutes()))).unwrap_or(one.starts);
    let is_free = !case.busy.iter().any(|(from, to)| *from < ends && one.starts < *to);
    is_free
        && one.starts > work.now
        && against(case, work.world, series, on).is_none()
        && super::verify::verify(case, work.world, &laid).is_empty()
}

/// Asks the patient to choose a time, once.
fn ask(work: &mut Work<'_, '_>, person: PatientId, one: &Planned) -> Result<bool, AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "UPDATE course_session SET asked_at = $1 WHERE clinic_id = $2 AND id = $3",
        args![now, clinic, one.session],
    )?;
    let key = format!("choose:{}:{}", one.session, one.starts.as_second());
    outbox::ask_for_time(work, person, &key, one.starts)?;
    Ok(true)
}
