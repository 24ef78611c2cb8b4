use crate::console::staff::Names;
use app::audit::{self, Object};
use app::booking::{self, Visit};
use app::course::{self, Course};
use app::identity::{self, Contact, Patient};
use app::offering::{self, Service};
use app::recovery::{self, CheckIn};
use app::session::{self, Record};
use app::{AppError, Work, outcome};
use jiff::Timestamp;
use jiff::civil::Date;
use journey::booking::VisitState;
use journey::id::PatientId;
use journey::outcome::{Response, Score};
use journey::recall::Observed;
use journey::slug::{IndicationId, ProtocolId};

/// Everything a chart shows to whoever reads it.
pub(super) struct Chart {
    pub patient: Patient,
    pub contact: Option<Contact>,
    pub visits: Vec<Visit>,
    pub courses: Vec<Course>,
    pub services: Vec<Service>,
    /// What only clinicians read.
    pub clinical: Option<Clinical>,
    pub now: Timestamp,
    pub today: Date,
}

/// What only clinicians read.
pub(super) struct Clinical {
    pub records: Vec<Record>,
    pub check_ins: Vec<CheckIn>,
    pub escalations: i64,
    pub progress: Vec<Progress>,
    pub names: Names,
}

/// How one treatment for one indication is going.
pub(super) struct Progress {
    pub protocol: ProtocolId,
    pub indication: IndicationId,
    pub first_session: Option<Date>,
    pub last_session: Option<Date>,
    /// What the patient told about how long the effect lasted.
    pub observed: Vec<Observed>,
    pub scores: Vec<Score>,
    pub response: Response,
}

/// Loads a chart and notes that it was read.
pub(super) fn chart(work: &mut Work<'_, '_>, id: PatientId) -> Result<Chart, AppError> {
    work.actor.front_desk()?;
    let patient = identity::by_id(work, id)?;
    let object = Object { entity: "identity_patient", id: patient.id.uuid(), patient: Some(patient.id) };
    audit::note(work, "chart.read", object)?;
    let mut visits = booking::of_patient(work, patient.id)?;
    visits.retain(|visit| !matches!(visit.state, VisitState::Held { .. } | VisitState::Expired { .. }));
    let courses = course::of_patient(work, patient.id)?;
    let clinical = match work.actor.clinician() {
        Ok(_) => Some(clinical(work, patient.id, &courses)?),
        Err(_) => None,
    };
    Ok(Chart {
        contact: identity::contact_of(work, patient.id)?,
        services: offering::all_services(work)?,
        now: work.now,
        today: work.today(),
        patient,
        visits,
        courses,
        clinical,
    })
}

fn clinical(work: &mut Work<'_, '_>, patient: PatientId, courses: &[Course]) -> Result<Clinical, AppError> {
    let records = session::of_patient(work, patient)?;
    let names = Names::of(work, records.iter().map(|record| record.performed_by))?;
    let progress = aims(&records, courses)
        .into_iter()
        .map(|(protocol, indication)| progress(work, patient, &records, protocol, indication))
        .collect::<Result<_, _>>()?;
    Ok(Clinical {
        check_ins: recovery::of_patient(work, patient)?,
        escalations: recovery::open_for(work, patient)?,
        progress,
        names,
        records,
    })
}

/// What the patient was treated for or has been proposed, each once.
fn aims(records: &[Record], courses: &[Course]) -> Vec<(ProtocolId, IndicationId)> {
    let treated = records.iter().map(|record| (&record.protocol, &record.indication));
    let planned = courses.iter().map(|course| (&course.protocol, &course.indication));
    let mut aims: Vec<(ProtocolId, IndicationId)> = treated
        .chain(planned)
        .filter_map(|(protocol, aim)| Some((ProtocolId::parse(protocol).ok()?, IndicationId::parse(aim).ok()?)))
        .collect();
    aims.sort();
    aims.dedup();
    aims
}

fn progress(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    records: &[Record],
    protocol: ProtocolId,
    indication: IndicationId,
) -> Result<Progress, AppError> {
    let mine = |record: &&Record| record.protocol == protocol.as_str() && record.indication == indication.as_str();
    let first = records.iter().filter(mine).map(|record| record.opened_at).min();
    let last = records.iter().filter(mine).map(|record| record.opened_at).max();
    let whose = (patient, protocol.clone(), indication.clone());
    Ok(Progress {
        last_session: last.map(|at| work.world.date_of(at)),
        observed: outcome::observations(work)?.remove(&whose).unwrap_or_default(),
        first_session: first.map(|at| work.world.date_of(at)),
        scores: outcome::scores(work, patient, &protocol, &indication)?,
        response: outcome::response_of(work, patient, &protocol, &indication)?,
        protocol,
        indication,
    })
}
