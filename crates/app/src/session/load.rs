use crate::error::{AppError, Refusal};
use crate::identity;
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{ItemId, LotId, PatientId, RecordId, StaffId, VisitId};
use journey::screening::Finding;
use journey::session::Setting;
use serde::Serialize;
use store::{Row, StoreError, args};
use uuid::Uuid;

/// Where a record stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RecordState {
    /// Being written.
    Opened,
    /// Signed; only amendments follow.
    Signed,
}

/// The record of a session.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Record {
    /// The key.
    pub id: RecordId,
    /// The visit.
    pub visit: VisitId,
    /// The item of the visit.
    pub item: ItemId,
    /// The patient.
    pub patient: PatientId,
    /// The protocol.
    pub protocol: String,
    /// The version it was carried out under.
    pub protocol_hash: String,
    /// What it was for.
    pub indication: String,
    /// Where it stands.
    pub state: RecordState,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// Who carried it out.
    pub performed_by: StaffId,
    /// On which physician's instruction.
    pub instructed_by: Option<StaffId>,
    /// When it ended.
    pub ended_at: Option<Timestamp>,
    /// What else was noted.
    pub note: String,
    /// Who signed it.
    pub signed_by: Option<StaffId>,
    /// When.
    pub signed_at: Option<Timestamp>,
    /// The settings in the order they were made.
    pub settings: Vec<SettingRow>,
    /// What was amended afterwards.
    pub amendments: Vec<Amendment>,
    /// Version of the record.
    pub version: i64,
}

/// One setting of a record.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SettingRow {
    /// The key.
    pub id: Uuid,
    /// The setting.
    pub setting: Setting,
    /// From which lot.
    pub lot: Option<LotId>,
    /// What the rules said about it.
    pub findings: Vec<Finding>,
    /// Who overrode them.
    pub override_by: Option<StaffId>,
    /// Why.
    pub override_reason: Option<String>,
}

/// Something added to a signed record.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Amendment {
    /// Who.
    pub author: StaffId,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// What now holds.
    pub text: String,
}

const COLUMNS: &str = "id, visit_id, item_id, patient_id, protocol_id, protocol_hash, indication, state, opened_at, \
                       performed_by, instructed_by, ended_at, note, signed_by, signed_at, version";

/// One record.
pub fn record(work: &mut Work<'_, '_>, id: RecordId) -> Result<Record, AppError> {
    let clinic = work.clinic();
    let sql = format!("SELECT {COLUMNS} FROM session_record WHERE clinic_id = $1 AND id = $2");
    let row = work.tx.first(&sql, args![clinic, id])?.ok_or(Refusal::NotFound)?;
    whole(work, &row)
}

/// The record of an item, once it was opened.
pub fn record_of_item(work: &mut Work<'_, '_>, item: ItemId) -> Result<Option<Record>, AppError> {
    let clinic = work.clinic();
    let sql = format!("SELECT {COLUMNS} FROM session_record WHERE clinic_id = $1 AND item_id = $2");
    let row = work.tx.first(&sql, args![clinic, item])?;
    row.map(|row| whole(work, &row)).transpose()
}

/// The records of a person, newest first.
pub fn of_patient(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Vec<Record>, AppError> {
    let kept = identity::by_id(work, patient)?.id;
    let clinic = work.clinic();
    let sql = format!(
        "SELECT {COLUMNS} FROM session_record WHERE clinic_id = $1 AND patient_id IN
         (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2))
         ORDER BY opened_at DESC"
    );
    let rows = work.tx.query(&sql, args![clinic, kept])?;
    rows.iter().map(|row| whole(work, row)).collect()
}

fn whole(work: &mut Work<'_, '_>, row: &Row) -> Result<Record, AppError> {
    let id: RecordId = row.get(0)?;
    let state = match row.get::<String>(7)?.as_str() {
        "opened" => RecordState::Opened,
        "signed" => RecordState::Signed,
        other => return Err(StoreError::Fault(format!("{other} is not a state of a record")).into()),
    };
    Ok(Record {
        id,
        visit: row.get(1)?,
        item: row.get(2)?,
        patient: row.get(3)?,
        protocol: row.get(4)?,
        protocol_hash: row.get(5)?,
        indication: row.get(6)?,
        state,
        opened_at: row.get(8)?,
        performed_by: row.get(9)?,
        instructed_by: row.get(10)?,
        ended_at: row.get(11)?,
        note: row.get(12)?,
        signed_by: row.get(13)?,
        signed_at: row.get(14)?,
        version: row.get(15)?,
        settings: settings(work, id)?,
        amendments: amendments(work, id)?,
    })
}

fn settings(work: &mut Work<'_, '_>, record: RecordId) -> Result<Vec<SettingRow>, AppError> {
    let clinic = work.clinic();
    work.tx
        .query(
            "SELECT id, setting, lot_id, findings, override_by, override_reason FROM session_setting
             WHERE clinic_id = $1 AND record_id = $2 ORDER BY place",
            args![clinic, record],
        )?
        .iter()
        .map(|row| {
            Ok(SettingRow {
                id: row.get(0)?,
                setting: serde_json::from_value(row.get(1)?)?,
                lot: row.get(2)?,
                findings: serde_json::from_value(row.get(3)?)?,
                override_by: row.get(4)?,
                override_reason: row.get(5)?,
            })
        })
        .collect()
}

fn amendments(work: &mut Work<'_, '_>, record: RecordId) -> Result<Vec<Amendment>, AppError> {
    let clinic = work.clinic();
    work.tx
        .query(
            "SELECT author_id, amended_at, reason, text FROM session_amendment WHERE clinic_id = $1 AND record_id = $2
             ORDER BY amended_at, id",
            args![clinic, record],
        )?
        .iter()
        .map(|row| Ok(Amendment { author: row.get(0)?, at: row.get(1)?, reason: row.get(2)?, text: row.get(3)? }))
        .collect()
}
