use crate::audit::{self, Object};
use crate::error::{AppError, Refusal};
use crate::work::Work;
use jiff::Timestamp;
use journey::id::StaffId;
use serde::Serialize;
use store::args;

/// A physician's word that a version of a protocol may be used.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
pub struct Approval {
    /// Who.
    pub by: StaffId,
    /// When.
    pub at: Timestamp,
    /// Whether it is the fictional clinic's own.
    pub demo: bool,
}

/// Stores every protocol of the library whole, under its hash. Versions that are known stay as they are.
pub fn store_versions(work: &mut Work<'_, '_>) -> Result<(), AppError> {
    let (clinic, now, world) = (work.clinic(), work.now, work.world);
    for protocol in world.library.iter() {
        work.tx.execute(
            "INSERT INTO catalogue_version (clinic_id, hash, protocol_id, content, stored_at)
             VALUES ($1, $2, $3, $4, $5) ON CONFLICT (clinic_id, hash) DO NOTHING",
            args![clinic, protocol.hash.to_string(), protocol.id.as_str(), serde_json::to_string(protocol)?, now],
        )?;
    }
    Ok(())
}

/// A physician approves a version by its hash. Refused when no such version is stored.
pub fn approve(work: &mut Work<'_, '_>, hash: &str) -> Result<(), AppError> {
    let physician = work.actor.physician()?.id();
    record(work, hash, physician, 0)
}

/// The fictional clinic approves its own protocols, by the physician who signs in. Refused for a real clinic.
pub fn approve_for_demo(work: &mut Work<'_, '_>) -> Result<(), AppError> {
    let physician = work.actor.physician()?.id();
    if !work.world.demo {
        return Err(Refusal::DemoOnly.into());
    }
    let hashes: Vec<String> = work.world.library.iter().map(|protocol| protocol.hash.to_string()).collect();
    hashes.iter().try_for_each(|hash| record(work, hash, physician, 1))
}

fn record(work: &mut Work<'_, '_>, hash: &str, physician: StaffId, demo: i64) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let known = work
        .tx
        .first("SELECT protocol_id FROM catalogue_version WHERE clinic_id = $1 AND hash = $2", args![clinic, hash])?;
    if known.is_none() {
        return Err(Refusal::NotFound.into());
    }
    work.tx.execute(
        "INSERT INTO catalogue_approval (clinic_id, hash, approved_by, approved_at, demo) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (clinic_id, hash, approved_by) DO NOTHING",
        args![clinic, hash, physician, now, demo],
    )?;
    let object = Object { entity: "catalogue_approval", id: physician.uuid(), patient: None };
    audit::note_with(work, "catalogue.approve", object, hash)
}

/// Who approved a version first. The demo's own approvals count in the demo only.
pub fn approval_of(work: &mut Work<'_, '_>, hash: &str) -> Result<Option<Approval>, AppError> {
    let (clinic, counted) = (work.clinic(), i64::from(work.world.demo));
    let row = work.tx.first(
        "SELECT approved_by, approved_at, demo FROM catalogue_approval
         WHERE clinic_id = $1 AND hash = $2 AND demo <= $3 ORDER BY approved_at",
        args![clinic, hash, counted],
    )?;
    row.map(|row| Ok(Approval { by: row.get(0)?, at: row.get(1)?, demo: row.get::<i64>(2)? == 1 })).transpose()
}

/// Refuses a version that no physician has approved.
pub fn demand_approval(work: &mut Work<'_, '_>, hash: &str) -> Result<(), AppError> {
    match approval_of(work, hash)? {
        Some(_) => Ok(()),
        None => Err(Refusal::NotApproved.into()),
    }
}
