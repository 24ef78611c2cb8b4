use crate::actor::Actor;
use crate::error::{AppError, Refusal, field};
use crate::identity;
use crate::staff::{self, StaffMember};
use crate::work::Work;
use journey::id::{PatientId, StaffId};
use store::{StoreError, args};
use uuid::Uuid;

/// Whose visits a feed holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Subject {
    /// The times that a member of staff is claimed for.
    Practitioner(StaffId),
    /// The visits of a person, over all their records.
    Patient(PatientId),
}

/// How much an entry of a practitioner says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Detail {
    /// That there is an appointment.
    Busy,
    /// What it is for.
    Service,
}

impl Subject {
    pub(super) const fn kind(self) -> &'static str {
        match self {
            Self::Practitioner(_) => "practitioner",
            Self::Patient(_) => "patient",
        }
    }

    pub(super) const fn id(self) -> Uuid {
        match self {
            Self::Practitioner(id) => id.uuid(),
            Self::Patient(id) => id.uuid(),
        }
    }

    /// The patient, where it is one.
    pub const fn patient(self) -> Option<PatientId> {
        match self {
            Self::Practitioner(_) => None,
            Self::Patient(id) => Some(id),
        }
    }

    pub(super) fn parse(kind: &str, id: Uuid) -> Result<Self, StoreError> {
        match kind {
            "practitioner" => Ok(Self::Practitioner(StaffId::new(id))),
            "patient" => Ok(Self::Patient(PatientId::new(id))),
            other => Err(StoreError::Fault(format!("{other} is not a kind of feed"))),
        }
    }
}

impl Detail {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Busy => "busy",
            Self::Service => "service",
        }
    }

    /// The detail of a word.
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Busy, Self::Service].into_iter().find(|detail| detail.code() == code)
    }
}

/// Everybody whose feed the member of staff who acts may make: their own, and for a manager everybody's. Those who are
/// on no roster have none.
pub fn practitioners(work: &mut Work<'_, '_>) -> Result<Vec<StaffMember>, AppError> {
    let own = work.actor.front_desk()?.id();
    let manages = work.actor.manager();
    let mut found = Vec::new();
    for member in staff::all(work)? {
        if (manages.is_ok() || member.id == own) && on_roster(work, member.id)? {
            found.push(member);
        }
    }
    Ok(found)
}

/// Whether somebody works here and can be claimed.
pub(super) fn on_roster(work: &mut Work<'_, '_>, id: StaffId) -> Result<bool, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT s.id FROM staff_member s JOIN roster_resource r ON r.clinic_id = s.clinic_id AND r.staff_id = s.id
         WHERE s.clinic_id = $1 AND s.id = $2 AND s.active = 1 AND r.kind = 'practitioner'",
        args![clinic, id],
    )?;
    Ok(row.is_some())
}

/// The subject as its feeds are stored, for whoever may make one: a patient their own, a member of staff their own, a
/// manager that of any member of staff. A patient's calendar never names a service.
pub(super) fn to_make(work: &mut Work<'_, '_>, subject: Subject, detail: Detail) -> Result<Subject, AppError> {
    match subject {
        Subject::Practitioner(staff) => {
            demand_colleague(&work.actor, staff)?;
            if on_roster(work, staff)? { Ok(subject) } else { Err(Refusal::NotFound.into()) }
        }
        Subject::Patient(patient) => {
            let own = own_record(work, patient)?.ok_or(AppError::Forbidden)?;
            if detail == Detail::Service {
                return Err(field("detail", "field-choice"));
            }
            Ok(Subject::Patient(own))
        }
    }
}

/// Whoever may see and withdraw the feeds of a subject: those who may make them, and a manager.
pub(super) fn demand(work: &mut Work<'_, '_>, subject: Subject) -> Result<(), AppError> {
    match subject {
        Subject::Practitioner(staff) => demand_colleague(&work.actor, staff),
        Subject::Patient(patient) => match own_record(work, patient)? {
            Some(_) => Ok(()),
            None => work.actor.manager().map(drop),
        },
    }
}

fn demand_colleague(actor: &Actor, staff: StaffId) -> Result<(), AppError> {
    let permit = actor.front_desk()?;
    if permit.id() == staff { Ok(()) } else { actor.manager().map(drop) }
}

/// The kept record of a person, where that person is the one who acts.
fn own_record(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Option<PatientId>, AppError> {
    let Actor::Patient(acting) = work.actor else { return Ok(None) };
    let own = identity::by_id(work, acting)?.id;
    let meant = identity::by_id(work, patient)?.id;
    Ok((own == meant).then_some(own))
}
