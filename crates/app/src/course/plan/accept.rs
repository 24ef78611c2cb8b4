use super::super::ledger::{self, Line};
use super::super::load::{Course, CourseState, by_key};
use super::brief::{Case, Due, Series};
use super::verify::{Laid, verify};
use crate::audit::{self, Object};
use crate::booking::{self, Draft, Visit, Wanted, free_lapsed};
use crate::error::{AppError, Refusal};
use crate::identity;
use crate::ids::Token;
use crate::outbox;
use crate::work::Work;
use jiff::Timestamp;
use journey::booking::{Origin, VisitState};
use journey::id::{CourseId, CourseSessionId, PatientId, StaffId, VisitId};
use journey::text::Lang;
use std::slice;
use store::args;

/// A session of a plan that somebody accepts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Chosen {
    /// Which session.
    pub session: CourseSessionId,
    /// When.
    pub starts: Timestamp,
    /// With whom; anybody who is free where nobody is named.
    pub practitioner: Option<StaffId>,
}

/// A plan that stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Accepted {
    /// What is booked of it, by time.
    pub visits: Vec<Visit>,
    /// How many sessions are booked later.
    pub later: usize,
}

/// Accepts a plan for every open session of a person: all that are booked at once are claimed in one transaction, or
/// none is. Courses that were only proposed are accepted with it. What stands already at the time that was chosen
/// stays; other visits of the plan move.
///
/// Refused where a session is missing or not open, where the rules speak against a day, and, with the next free
/// times, where somebody or something has been taken meanwhile. The same plan accepted twice changes nothing more.
pub fn accept(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    chosen: &[Chosen],
    lang: Lang,
) -> Result<Accepted, AppError> {
    super::demand(work, patient)?;
    free_lapsed(work)?;
    let person = identity::by_id(work, patient)?.id;
    let case = Case::load(work, person, None)?;
    let plan = in_order(&case, chosen)?;
    keeps_the_rules(work, &case, &plan)?;
    let courses = agree(work, &case)?;
    let told = Claims { person, lang, case: &case, plan: &plan }.make(work)?;
    for id in courses {
        let changed = by_key(work, id)?;
        let object = Object { entity: "course_plan", id: id.uuid(), patient: Some(person) };
        audit::keep(work, "course.plan", object, changed.version, &changed)?;
    }
    Ok(told)
}

/// One session of the plan beside what it has now.
#[derive(Clone, Copy)]
struct Step<'a> {
    series: &'a Series,
    due: &'a Due,
    chosen: Chosen,
}

/// Every open session with the time chosen for it, by time. Each course keeps the order of its sessions.
fn in_order<'a>(case: &'a Case, chosen: &[Chosen]) -> Result<Vec<Step<'a>>, AppError> {
    let mut plan: Vec<Step<'a>> = Vec::new();
    for series in &case.series {
        let mut before = Timestamp::MIN;
        for due in &series.due {
            let Some(one) = chosen.iter().find(|one| one.session == due.session) else {
                return Err(Refusal::NotOffered.into());
            };
            if one.starts <= before {
                return Err(Refusal::NotOffered.into());
            }
            before = one.starts;
            plan.push(Step { series, due, chosen: *one });
        }
    }
    if plan.len() != chosen.len() || plan.is_empty() {
        return Err(Refusal::NotOffered.into());
    }
    plan.sort_by_key(|step| (step.chosen.starts, step.chosen.session));
    Ok(plan)
}

/// A physician may accept what the rules leave to a physician; nobody else.
fn keeps_the_rules(work: &Work<'_, '_>, case: &Case, plan: &[Step<'_>]) -> Result<(), AppError> {
    if plan.iter().any(|step| step.chosen.starts < work.now) {
        return Err(Refusal::NotOffered.into());
    }
    let on = |at: Timestamp| work.world.date_of(at);
    let laid: Vec<Laid<'_>> =
        plan.iter().map(|step| Laid { series: step.series, on: on(step.chosen.starts) }).collect();
    let found = verify(case, work.world, &laid);
    if found.is_empty() || work.actor.physician().is_ok() { Ok(()) } else { Err(Refusal::TooSoon(found).into()) }
}

/// Accepts the courses that were only proposed, for the patient.
fn agree(work: &mut Work<'_, '_>, case: &Case) -> Result<Vec<CourseId>, AppError> {
    let (clinic, now, by) = (work.clinic(), work.now, work.actor.staff_id());
    let mut touched = Vec::new();
    for series in &case.series {
        let old: Course = by_key(work, series.course)?;
        if old.state == CourseState::Proposed {
            let sessions = old.sessions.len() as i64;
            work.tx.execute(
                "UPDATE course_plan SET state = 'accepted', decided_by = $1, decided_at = $2 WHERE clinic_id = $3 AND id = $4",
                args![by, now, clinic, old.id],
            )?;
            ledger::add(work, old.id, &Line { kind: "agreed", sessions, visit: None, by, note: "" })?;
        }
        work.tx.execute(
            "UPDATE course_plan SET version = version + 1 WHERE clinic_id = $1 AND id = $2",
            args![clinic, old.id],
        )?;
        touched.push(old.id);
    }
    Ok(touched)
}

/// Everything that is claimed, moved and written for a plan.
struct Claims<'a> {
    person: PatientId,
    lang: Lang,
    case: &'a Case,
    plan: &'a [Step<'a>],
}

impl Claims<'_> {
    /// First everything that moves lets go, then everything is claimed: visits of one plan may change places.
    fn make(&self, work: &mut Work<'_, '_>) -> Result<Accepted, AppError> {
        let mut spare: Vec<(CourseId, VisitId)> = Vec::new();
        for step in self.plan {
            if let Some(visit) = step.due.visit.filter(|visit| !self.keeps(step, *visit)) {
                spare.push((step.series.course, visit));
            }
        }
        for (_, visit) in &spare {
            booking::free_claims(work, *visit)?;
        }
        let (mut visits, mut later, mut link) = (Vec::new(), 0, None);
        for (place, step) in self.plan.iter().enumerate() {
            let standing = self.standing(step);
            let soon = place < self.case.budget && work.world.date_of(step.chosen.starts) <= self.case.horizon;
            let own = spare.iter().position(|(course, _)| *course == step.series.course);
            let visit = match (standing, soon, own) {
                (Some(visit), _, _) => Some(visit),
                (None, true, Some(place)) => Some(self.move_there(work, step, spare.remove(place).1)?),
                (None, true, None) => {
                    let (visit, secret) = self.book(work, step)?;
                    link.get_or_insert(secret);
                    Some(visit)
                }
                (None, false, _) => None,
            };
            self.write(work, step, visit)?;
            match visit {
                Some(visit) => visits.push(booking::visit(work, visit)?),
                None => later += 1,
            }
        }
        for (_, visit) in spare {
            booking::give_up(work, visit)?;
        }
        if self.changes() {
            let times: Vec<Timestamp> = self.plan.iter().map(|step| step.chosen.starts).collect();
            outbox::tell_plan(work, self.person, self.lang, &times, visits.len(), link.as_ref())?;
        }
        Ok(Accepted { visits, later })
    }

    /// The visit of the same course that stands where a session is wanted, whatever number it had.
    fn standing(&self, step: &Step<'_>) -> Option<VisitId> {
        let here = |due: &&Due| due.visit.is_some() && due.now.is_some_and(|now| is_there(now, step.chosen));
        step.series.due.iter().find(here).and_then(|due| due.visit)
    }

    fn keeps(&self, step: &Step<'_>, visit: VisitId) -> bool {
        let mut own = self.plan.iter().filter(|other| other.series.course == step.series.course);
        own.any(|other| self.standing(other) == Some(visit))
    }

    /// Whether anything is different from what is agreed already.
    fn changes(&self) -> bool {
        self.plan.iter().any(|step| step.due.now.is_none_or(|now| !is_there(now, step.chosen)))
    }

    fn move_there(&self, work: &mut Work<'_, '_>, step: &Step<'_>, visit: VisitId) -> Result<VisitId, AppError> {
        booking::place_again(work, visit, step.chosen.starts, step.chosen.practitioner)?;
        Ok(visit)
    }

    fn book(&self, work: &mut Work<'_, '_>, step: &Step<'_>) -> Result<(VisitId, Token), AppError> {
        book(work, self.person, self.lang, step.series, step.chosen)
    }

    fn write(&self, work: &mut Work<'_, '_>, step: &Step<'_>, visit: Option<VisitId>) -> Result<(), AppError> {
        let clinic = work.clinic();
        let on = work.world.date_of(step.chosen.starts);
        let state = if visit.is_some() { "booked" } else { "planned" };
        work.tx.execute(
            "UPDATE course_session SET visit_id = $1, state = $2, planned_at = $3, practitioner_id = $4, asked_at = NULL,
             ideal = $5 WHERE clinic_id = $6 AND id = $7",
            args![visit, state, step.chosen.starts, step.chosen.practitioner, on, clinic, step.due.session],
        )?;
        Ok(())
    }
}

fn is_there((at, with): (Timestamp, Option<StaffId>), chosen: Chosen) -> bool {
    let same = with.is_none() || chosen.practitioner.is_none() || with == chosen.practitioner;
    at == chosen.starts && same
}

/// Books one session of a course for a person: the treatment alone, for it has been proposed by a physician.
pub(super) fn book(
    work: &mut Work<'_, '_>,
    person: PatientId,
    lang: Lang,
    series: &Series,
    chosen: Chosen,
) -> Result<(VisitId, Token), AppError> {
    let wanted = Wanted { service: series.service.slug.clone(), practitioner: chosen.practitioner, moving: None };
    let draft = Draft {
        state: VisitState::Booked { at: work.now },
        origin: Origin::Web,
        language: lang,
        hold_hash: None,
        wanted: &wanted,
        services: slice::from_ref(&series.service),
        starts: chosen.starts,
    };
    let id = draft.place(work)?;
    let (clinic, link) = (work.clinic(), work.ids.token());
    let contact = identity::contact_of(work, person)?.map(|contact| contact.id);
    work.tx.execute(
        "UPDATE booking_visit SET patient_id = $1, contact_id = $2, link_hash = $3 WHERE clinic_id = $4 AND id = $5",
        args![person, contact, link.hash(), clinic, id],
    )?;
    let visit = booking::visit(work, id)?;
    booking::claim_patient(work, &visit, visit.starts, visit.ends)?;
    booking::keep(work, "booking.book-in-plan", &visit)?;
    Ok((id, link))
}
