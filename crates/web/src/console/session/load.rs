use crate::console::staff::Names;
use app::audit::{self, Object};
use app::catalogue;
use app::identity::{self, Patient};
use app::screening::facts_of;
use app::session::{self, Record, RecordState};
use app::stock::{self, Lot};
use app::{AppError, Refusal, Work};
use jiff::civil::Date;
use journey::facts::Facts;
use journey::id::RecordId;
use journey::protocol::Protocol;
use journey::screening::Activation;
use journey::slug::{IndicationId, ProtocolId};

/// Everything that the page of a record shows.
pub(super) struct Sheet {
    pub record: Record,
    pub patient: Patient,
    /// The protocol as it now stands; the record says under which version it was carried out.
    pub protocol: Protocol,
    pub indication: IndicationId,
    /// Which of its rules the clinic's physician lets act.
    pub activation: Activation,
    /// The signed record before this one, of the same treatment.
    pub last: Option<Record>,
    /// Lots that could be used on the day of the session.
    pub lots: Vec<Lot>,
    pub facts: Facts,
    pub names: Names,
    pub today: Date,
}

/// Loads a record and notes that it was read.
pub(super) fn sheet(work: &mut Work<'_, '_>, id: RecordId) -> Result<Sheet, AppError> {
    work.actor.clinician()?;
    let record = session::record(work, id)?;
    let patient = identity::by_id(work, record.patient)?;
    audit::note(work, "session.read", Object { entity: "session_record", id: id.uuid(), patient: Some(patient.id) })?;
    let known = ProtocolId::parse(&record.protocol).map_err(|_| Refusal::NotFound)?;
    let protocol = work.world.library.get(&known).ok_or(Refusal::NotFound)?.clone();
    let indication = IndicationId::parse(&record.indication).map_err(|_| Refusal::NotFound)?;
    let today = work.today();
    let opened_on = work.world.date_of(record.opened_at);
    Ok(Sheet {
        activation: catalogue::activation(work, &protocol)?,
        last: last(work, &record)?,
        lots: lots(work, &protocol, opened_on)?,
        facts: facts_of(work, patient.id)?,
        names: Names::of(work, people(&record))?,
        record,
        patient,
        protocol,
        indication,
        today,
    })
}

fn last(work: &mut Work<'_, '_>, record: &Record) -> Result<Option<Record>, AppError> {
    let before = |other: &Record| {
        other.id != record.id
            && other.protocol == record.protocol
            && other.state == RecordState::Signed
            && other.opened_at < record.opened_at
    };
    Ok(session::of_patient(work, record.patient)?.into_iter().find(before))
}

fn lots(work: &mut Work<'_, '_>, protocol: &Protocol, on: Date) -> Result<Vec<Lot>, AppError> {
    let mut lots = stock::usable_lots(work, on)?;
    lots.retain(|lot| protocol.products.iter().any(|product| product.id.as_str() == lot.product));
    Ok(lots)
}

fn people(record: &Record) -> Vec<journey::id::StaffId> {
    let mut people = vec![record.performed_by];
    people.extend(record.instructed_by);
    people.extend(record.signed_by);
    people.extend(record.settings.iter().filter_map(|row| row.override_by));
    people.extend(record.amendments.iter().map(|amendment| amendment.author));
    people
}
