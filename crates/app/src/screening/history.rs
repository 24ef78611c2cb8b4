use crate::booking::{Item, Visit, of_patient};
use crate::error::AppError;
use crate::identity;
use crate::work::Work;
use crate::world::World;
use jiff::Timestamp;
use jiff::civil::Date;
use journey::booking::VisitState;
use journey::course::{BookedSession, Dose, PastSession, Purpose, Release, Treated};
use journey::id::{PatientId, RecordId, VisitId};
use journey::protocol::Protocol;
use journey::quantity::{Amount, HundredthsMg};
use journey::session::{Setting, TakenDose, Titration};
use journey::slug::{IndicationId, ProtocolId};
use store::{Row, args};

/// What was done to a person so far, over all their records, as the forecast reads it. Every session was released
/// by a physician before it began, so an early one still counts.
pub fn past_sessions(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Vec<PastSession>, AppError> {
    past_besides(work, patient, None)
}

/// The same, without one record: what was done before and beside the session that it keeps.
pub(crate) fn past_besides(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    besides: Option<RecordId>,
) -> Result<Vec<PastSession>, AppError> {
    let clinic = work.clinic();
    let kept = identity::by_id(work, patient)?.id;
    let rows = work.tx.query(
        "SELECT id, protocol_id, indication, opened_at FROM session_record WHERE clinic_id = $1 AND patient_id IN
         (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2)) ORDER BY opened_at",
        args![clinic, kept],
    )?;
    let mut sessions = Vec::new();
    for row in &rows {
        if besides == Some(row.get(0)?) {
            continue;
        }
        sessions.extend(past(work, row)?);
    }
    Ok(sessions)
}

fn past(work: &mut Work<'_, '_>, row: &Row) -> Result<Option<PastSession>, AppError> {
    let record: RecordId = row.get(0)?;
    let Ok(protocol) = ProtocolId::parse(&row.get::<String>(1)?) else { return Ok(None) };
    let settings = settings_of(work, record)?;
    let depth = settings.iter().filter_map(|setting| match setting.quantity {
        Amount::Depth(depth) => Some(depth),
        _ => None,
    });
    let doses = settings.iter().filter_map(|setting| match setting.quantity {
        Amount::Units(units) => Some(Dose { product: setting.product.clone(), units }),
        _ => None,
    });
    let mut zones: Vec<_> = settings.iter().filter_map(|setting| setting.zone().cloned()).collect();
    zones.sort();
    zones.dedup();
    Ok(Some(PastSession {
        treated: Treated::Protocol(protocol),
        on: work.world.date_of(row.get::<Timestamp>(3)?),
        indication: IndicationId::parse(&row.get::<String>(2)?).ok(),
        zones,
        product: settings.first().map(|setting| setting.product.clone()),
        depth: depth.max(),
        doses: doses.collect(),
        release: Release::ByPhysician,
        purpose: Purpose::Course,
    }))
}

pub(crate) fn settings_of(work: &mut Work<'_, '_>, record: RecordId) -> Result<Vec<Setting>, AppError> {
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT setting FROM session_setting WHERE clinic_id = $1 AND record_id = $2 ORDER BY place",
        args![clinic, record],
    )?;
    rows.iter().map(|row| Ok(serde_json::from_value(row.get(0)?)?)).collect()
}

/// The doses by mass that a person has been given of a protocol's products, besides one record. A dispensing hands
/// out several: as many as its points say, or enough for one step, taken in the rhythm of the steps.
pub(crate) fn taken_doses(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    protocol: &Protocol,
    besides: RecordId,
) -> Result<Vec<TakenDose>, AppError> {
    let (clinic, kept) = (work.clinic(), identity::by_id(work, patient)?.id);
    let rows = work.tx.query(
        "SELECT s.setting, r.opened_at FROM session_setting s
         JOIN session_record r ON r.clinic_id = s.clinic_id AND r.id = s.record_id
         WHERE s.clinic_id = $1 AND r.id <> $3 AND r.patient_id IN
         (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2)) ORDER BY r.opened_at",
        args![clinic, kept, besides],
    )?;
    let mut taken = Vec::new();
    for row in &rows {
        let setting: Setting = serde_json::from_value(row.get(0)?)?;
        let on = work.world.date_of(row.get::<Timestamp>(1)?);
        let steps = protocol.titrations.iter().find(|titration| titration.product == setting.product);
        let (Amount::Mass(mass), Some(steps)) = (setting.quantity, steps) else { continue };
        taken.extend(handed_out(steps, &setting, mass, on));
    }
    Ok(taken)
}

fn handed_out(steps: &Titration, setting: &Setting, mass: HundredthsMg, on: Date) -> Vec<TakenDose> {
    let for_a_step = steps.hold.rough_days() / steps.every.rough_days().max(1);
    let doses = setting.points.map_or(for_a_step.max(1), |points| u32::from(points.get()));
    let next = |day: &Date| Some(steps.every.after(*day));
    let days = std::iter::successors(Some(on), next).take(usize::try_from(doses).unwrap_or(1));
    days.map(|on| TakenDose { on, product: setting.product.clone(), mass }).collect()
}

/// What a person is booked for, besides some visits.
pub fn booked_sessions(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    besides: &[VisitId],
) -> Result<Vec<BookedSession>, AppError> {
    let visits = of_patient(work, patient)?;
    let now = work.now;
    let open = visits.iter().filter(|visit| {
        matches!(visit.state, VisitState::Booked { .. }) && !besides.contains(&visit.id) && visit.starts >= now
    });
    Ok(open.flat_map(|visit| sessions_of(work.world, visit, work.world.date_of(visit.starts))).collect())
}

/// What a visit would be in the forecast, were it on a day.
pub(crate) fn sessions_of(world: &World, visit: &Visit, on: Date) -> Vec<BookedSession> {
    let session = |item: &Item| {
        let id = item.protocol.as_ref().and_then(|id| ProtocolId::parse(id).ok())?;
        let indication = item.indication.as_ref().and_then(|id| IndicationId::parse(id).ok());
        let protocol = world.library.get(&id);
        let known = protocol.and_then(|protocol| indication.as_ref().and_then(|id| protocol.indication(id)));
        let zones = known.map_or_else(Vec::new, |indication| indication.zones.clone());
        let treated = Treated::Protocol(id);
        Some(BookedSession { treated, on, indication, zones, product: None, purpose: Purpose::Course })
    };
    visit.items.iter().filter_map(session).collect()
}
