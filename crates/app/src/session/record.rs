use super::load::{Record, RecordState, record};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::screening::{facts_of, past_besides, taken_doses};
use crate::work::Work;
use jiff::civil::Date;
use journey::facts::AsOf;
use journey::id::{LotId, RecordId};
use journey::screening::{Finding, Headline, OverrideBy};
use journey::session::{SessionQuestion, Setting, check_session};
use journey::slug::{IndicationId, ProtocolId};
use store::args;
use uuid::Uuid;

/// A setting to write down.
#[derive(Clone, PartialEq, Debug)]
pub struct Entry {
    /// The setting.
    pub setting: Setting,
    /// From which lot.
    pub lot: Option<LotId>,
    /// A physician's reason for going beyond a bound.
    pub override_reason: Option<String>,
}

/// A setting that was written down.
#[derive(Clone, PartialEq, Debug)]
pub struct Recorded {
    /// The record as it stands.
    pub record: Record,
    /// What the rules said about it.
    pub findings: Vec<Finding>,
}

/// Writes a setting into an open record. Beyond a bound it is refused with rule and source, unless a physician
/// gives a reason in writing and the bound allows it. Totals over the session are judged with it.
pub fn write_setting(work: &mut Work<'_, '_>, id: RecordId, entry: &Entry) -> Result<Recorded, AppError> {
    let by = work.actor.clinician()?.id();
    let open = demand_open(work, id)?;
    let findings = judge(work, &open, entry)?;
    let override_by = permit(work, &findings, entry)?;
    demand_lot(work, entry)?;
    let (clinic, now, key) = (work.clinic(), work.now, work.ids.uuid());
    let (zone, side) = match &entry.setting.place {
        Some(place) => (place.zone.to_string(), place.side.code()),
        None => (String::new(), ""),
    };
    let reason = override_by.and_then(|_| entry.override_reason.clone());
    work.tx.execute(
        "INSERT INTO session_setting (clinic_id, id, record_id, place, zone, side, setting, product, lot_id, findings,
         override_by, override_reason, recorded_at, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        args![
            clinic,
            key,
            id,
            open.settings.len() as i64,
            zone,
            side,
            serde_json::to_string(&entry.setting)?,
            entry.setting.product.as_str(),
            entry.lot,
            serde_json::to_string(&findings)?,
            override_by,
            reason,
            now,
            by
        ],
    )?;
    let record = grow(work, id, "session.write-setting")?;
    Ok(Recorded { record, findings })
}

/// Takes back a setting that was written down by mistake, while the record is not signed. The version before keeps it.
pub fn take_back(work: &mut Work<'_, '_>, id: RecordId, setting: Uuid) -> Result<Record, AppError> {
    work.actor.clinician()?;
    demand_open(work, id)?;
    let clinic = work.clinic();
    let gone = work.tx.execute(
        "DELETE FROM session_setting WHERE clinic_id = $1 AND record_id = $2 AND id = $3",
        args![clinic, id, setting],
    )?;
    if gone == 0 {
        return Err(Refusal::NotFound.into());
    }
    grow(work, id, "session.take-back")
}

fn demand_open(work: &mut Work<'_, '_>, id: RecordId) -> Result<Record, AppError> {
    let open = record(work, id)?;
    if open.state == RecordState::Signed { Err(Refusal::Signed.into()) } else { Ok(open) }
}

/// What the session's own rules say about an entry: only what it adds to what was said before it.
fn judge(work: &mut Work<'_, '_>, open: &Record, entry: &Entry) -> Result<Vec<Finding>, AppError> {
    let world = work.world;
    let id = ProtocolId::parse(&open.protocol).map_err(|_| Refusal::NotFound)?;
    let protocol = world.library.get(&id).ok_or(Refusal::NotFound)?;
    let indication = IndicationId::parse(&open.indication).map_err(|_| Refusal::NotFound)?;
    let facts = facts_of(work, open.patient)?;
    let history = past_besides(work, open.patient, Some(open.id))?;
    let taken = taken_doses(work, open.patient, protocol, open.id)?;
    let activation = crate::catalogue::activation(work, protocol)?;
    let known = AsOf::new(world.library.facts(), &facts, work.today());
    let mut settings: Vec<Setting> = open.settings.iter().map(|row| row.setting.clone()).collect();
    let judged = |settings: &[Setting]| {
        check_session(&SessionQuestion {
            library: &world.library,
            protocol,
            indication: &indication,
            settings,
            history: &history,
            taken: &taken,
            operator: None,
            vials: &[],
            at: None,
            known: &known,
            activation: &activation,
        })
    };
    let before = judged(&settings);
    settings.push(entry.setting.clone());
    let mut after = judged(&settings);
    for old in before {
        if let Some(place) = after.iter().position(|finding| *finding == old) {
            after.remove(place);
        }
    }
    Ok(after)
}

/// Who overrides what was found, if anything needs it. Refused when nobody may or did.
fn permit(work: &Work<'_, '_>, findings: &[Finding], entry: &Entry) -> Result<Option<journey::id::StaffId>, AppError> {
    let beyond: Vec<Finding> = findings.iter().filter(|one| one.headline > Headline::Caution).cloned().collect();
    if beyond.is_empty() {
        return Ok(None);
    }
    let never = beyond.iter().any(|one| one.override_by == OverrideBy::Never);
    let reason = entry.override_reason.as_deref().unwrap_or_default().trim();
    match work.actor.physician() {
        Ok(physician) if !never && reason.chars().count() >= 5 => Ok(Some(physician.id())),
        _ => Err(Refusal::OutOfBounds(beyond).into()),
    }
}

/// A lot that is named must belong to the product and not be past its last day.
fn demand_lot(work: &mut Work<'_, '_>, entry: &Entry) -> Result<(), AppError> {
    let Some(lot) = entry.lot else { return Ok(()) };
    let (clinic, today) = (work.clinic(), work.today());
    let row = work
        .tx
        .first("SELECT product, expires_on FROM stock_lot WHERE clinic_id = $1 AND id = $2", args![clinic, lot])?;
    let row = row.ok_or_else(|| field("lot", "field-choice"))?;
    let right = row.get::<String>(0)? == entry.setting.product.as_str();
    match (right, row.get::<Date>(1)? >= today) {
        (true, true) => Ok(()),
        (false, _) => Err(field("lot", "field-lot-of-other-product")),
        (true, false) => Err(field("lot", "field-lot-expired")),
    }
}

fn grow(work: &mut Work<'_, '_>, id: RecordId, action: &str) -> Result<Record, AppError> {
    let clinic = work.clinic();
    work.tx.execute(
        "UPDATE session_record SET version = version + 1 WHERE clinic_id = $1 AND id = $2",
        args![clinic, id],
    )?;
    let grown = record(work, id)?;
    let object = Object { entity: "session_record", id: id.uuid(), patient: Some(grown.patient) };
    audit::keep(work, action, object, grown.version, &grown)?;
    Ok(grown)
}
