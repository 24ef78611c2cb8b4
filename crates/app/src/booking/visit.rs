use crate::error::{AppError, Refusal};
use crate::offering::{Service, service_by_id};
use crate::work::Work;
use jiff::Timestamp;
use journey::booking::{Block, Canceller, VisitState};
use journey::id::{ContactId, ItemId, PatientId, ResourceId, SegmentId, ServiceId, StaffId, VisitId};
use journey::text::Lang;
use serde::Serialize;
use store::{Row, StoreError, args};

/// A visit with its items.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Visit {
    /// The key.
    pub id: VisitId,
    /// The patient, once there is one. Follow redirects with [`crate::identity::by_id`].
    pub patient: Option<PatientId>,
    /// Who is reached for it.
    pub contact: Option<ContactId>,
    /// Where it stands.
    pub state: VisitState,
    /// The language it was made in.
    pub language: Lang,
    /// Its planned start.
    pub starts: Timestamp,
    /// Its planned end.
    pub ends: Timestamp,
    /// By how much the patient said they would be late.
    pub late_minutes: Option<i64>,
    /// What the patient wrote.
    pub wish: String,
    /// How often it was moved: the sequence of its calendar entry.
    pub sequence: i64,
    /// How often its hold was extended.
    pub extensions: i64,
    /// Its items in order.
    pub items: Vec<Item>,
    /// Who and what is claimed for it.
    pub claimed: Vec<ResourceId>,
    /// Version of the record.
    pub version: i64,
}

/// One treatment, counselling or examination within a visit.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Item {
    /// The key.
    pub id: ItemId,
    /// The service.
    pub service: ServiceId,
    /// The protocol behind it.
    pub protocol: Option<String>,
    /// The version of the protocol it was booked under.
    pub protocol_hash: Option<String>,
    /// What it is for, once a physician has said so.
    pub indication: Option<String>,
    /// Whether its treatment may begin.
    pub block: Block,
    /// Its steps in order.
    pub segments: Vec<Segment>,
}

/// One step with its planned time.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Segment {
    /// The key.
    pub id: SegmentId,
    /// What happens.
    pub kind: String,
    /// From when.
    pub starts: Timestamp,
    /// Until when.
    pub ends: Timestamp,
}

impl Visit {
    /// The first item with a protocol: what the visit is about.
    pub fn treatment(&self) -> Option<&Item> {
        self.items.iter().find(|item| item.protocol.is_some())
    }
}

const COLUMNS: &str = "id, patient_id, contact_id, state, state_at, held_until, cancelled_by, language, starts_at, \
                       ends_at, late_minutes, wish, sequence, extensions, version";

/// The visit with a key.
pub fn visit(work: &mut Work<'_, '_>, id: VisitId) -> Result<Visit, AppError> {
    let clinic = work.clinic();
    let sql = format!("SELECT {COLUMNS} FROM booking_visit WHERE clinic_id = $1 AND id = $2");
    let row = work.tx.first(&sql, args![clinic, id])?.ok_or(Refusal::NotFound)?;
    whole(work, &row)
}

/// The visits of a person, newest first, whatever record they were made under.
pub fn of_patient(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Vec<Visit>, AppError> {
    let clinic = work.clinic();
    let sql = format!(
        "SELECT {COLUMNS} FROM booking_visit WHERE clinic_id = $1 AND patient_id IN
         (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2))
         ORDER BY starts_at DESC"
    );
    let kept = crate::identity::by_id(work, patient)?.id;
    let rows = work.tx.query(&sql, args![clinic, kept])?;
    rows.iter().map(|row| whole(work, row)).collect()
}

/// The visits that begin between two instants, in order; holds and expired holds are left out.
pub(super) fn between(work: &mut Work<'_, '_>, from: Timestamp, to: Timestamp) -> Result<Vec<Visit>, AppError> {
    let clinic = work.clinic();
    let sql = format!(
        "SELECT {COLUMNS} FROM booking_visit WHERE clinic_id = $1 AND starts_at >= $2 AND starts_at < $3
         AND state NOT IN ('held', 'expired') AND patient_id IS NOT NULL ORDER BY starts_at, id"
    );
    let rows = work.tx.query(&sql, args![clinic, from, to])?;
    rows.iter().map(|row| whole(work, row)).collect()
}

fn whole(work: &mut Work<'_, '_>, row: &Row) -> Result<Visit, AppError> {
    let id: VisitId = row.get(0)?;
    let clinic = work.clinic();
    let claimed = work.tx.query(
        "SELECT DISTINCT subject_id FROM booking_claim WHERE clinic_id = $1 AND visit_id = $2",
        args![clinic, id],
    )?;
    Ok(Visit {
        id,
        patient: row.get(1)?,
        contact: row.get(2)?,
        state: state(row)?,
        language: Lang::parse(&row.get::<String>(7)?).unwrap_or(Lang::Ja),
        starts: row.get(8)?,
        ends: row.get(9)?,
        late_minutes: row.get(10)?,
        wish: row.get(11)?,
        sequence: row.get(12)?,
        extensions: row.get(13)?,
        version: row.get(14)?,
        items: items(work, id)?,
        claimed: claimed.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?,
    })
}

fn state(row: &Row) -> Result<VisitState, AppError> {
    let at: Timestamp = row.get(4)?;
    let code: String = row.get(3)?;
    Ok(match code.as_str() {
        "held" => VisitState::Held { until: row.get::<Option<Timestamp>>(5)?.unwrap_or(at) },
        "booked" => VisitState::Booked { at },
        "arrived" => VisitState::Arrived { at },
        "fulfilled" => VisitState::Fulfilled { at },
        "cancelled" => VisitState::Cancelled { at, by: canceller(row.get::<Option<String>>(6)?.as_deref()) },
        "no-show" => VisitState::NoShow { at },
        "expired" => VisitState::Expired { at },
        other => return Err(StoreError::Fault(format!("{other} is not a state of a visit")).into()),
    })
}

fn canceller(code: Option<&str>) -> Canceller {
    match code {
        Some("patient") => Canceller::Patient,
        Some("patient-late") => Canceller::PatientLate,
        _ => Canceller::Clinic,
    }
}

pub(super) const fn canceller_code(by: Canceller) -> &'static str {
    match by {
        Canceller::Patient => "patient",
        Canceller::PatientLate => "patient-late",
        Canceller::Clinic => "clinic",
    }
}

fn items(work: &mut Work<'_, '_>, visit: VisitId) -> Result<Vec<Item>, AppError> {
    let clinic = work.clinic();
    let segments = work.tx.query(
        "SELECT item_id, id, kind, starts_at, ends_at FROM booking_segment WHERE clinic_id = $1 AND visit_id = $2
         ORDER BY place",
        args![clinic, visit],
    )?;
    let rows = work.tx.query(
        "SELECT id, service_id, protocol_id, protocol_hash, indication, block, released_by, released_at
         FROM booking_item WHERE clinic_id = $1 AND visit_id = $2 ORDER BY place",
        args![clinic, visit],
    )?;
    rows.iter()
        .map(|row| {
            let id: ItemId = row.get(0)?;
            Ok(Item {
                id,
                service: row.get(1)?,
                protocol: row.get(2)?,
                protocol_hash: row.get(3)?,
                indication: row.get(4)?,
                block: block(row)?,
                segments: steps_of(&segments, id)?,
            })
        })
        .collect()
}

fn steps_of(rows: &[Row], item: ItemId) -> Result<Vec<Segment>, AppError> {
    rows.iter()
        .filter(|row| row.get::<ItemId>(0) == Ok(item))
        .map(|row| Ok(Segment { id: row.get(1)?, kind: row.get(2)?, starts: row.get(3)?, ends: row.get(4)? }))
        .collect()
}

fn block(row: &Row) -> Result<Block, AppError> {
    let code: String = row.get(5)?;
    Ok(match code.as_str() {
        "provisional" => Block::Provisional,
        "released" => {
            let (by, at): (StaffId, Timestamp) = (row.get(6)?, row.get(7)?);
            Block::Released { by, at }
        }
        _ => Block::Free,
    })
}

/// The services of a visit's items, in order.
pub(crate) fn services_of(work: &mut Work<'_, '_>, id: VisitId) -> Result<Vec<Service>, AppError> {
    let visit = visit(work, id)?;
    visit.items.iter().map(|item| service_by_id(work, item.service)).collect()
}
