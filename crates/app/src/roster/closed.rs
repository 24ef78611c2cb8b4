use crate::error::AppError;
use jiff::Timestamp;
use journey::id::{ClinicId, ResourceId};
use journey::roster::closure::ClosureKind;
use journey::text::Bilingual;
use serde::Serialize;
use store::{StoreError, Tx, args};
use uuid::Uuid;

/// A stretch of time in which somebody or something is away, whatever the week says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Closed {
    /// Its key.
    pub id: Uuid,
    /// Who or what.
    pub subject: ResourceId,
    /// Why, in one word: leave, out of order, maintenance, a block.
    pub kind: ClosureKind,
    /// From when.
    pub starts: Timestamp,
    /// Until when.
    pub ends: Timestamp,
    /// Why, for the clinic's own people.
    pub reason: Bilingual,
}

pub(super) fn closures(tx: &mut Tx<'_>, clinic: ClinicId) -> Result<Vec<Closed>, AppError> {
    tx.query(
        "SELECT id, subject_id, kind, starts_at, ends_at, reason_ja, reason_en FROM roster_closure
         WHERE clinic_id = $1 ORDER BY starts_at, id",
        args![clinic],
    )?
    .iter()
    .map(|row| {
        Ok(Closed {
            id: row.get(0)?,
            subject: row.get(1)?,
            kind: kind(&row.get::<String>(2)?)?,
            starts: row.get(3)?,
            ends: row.get(4)?,
            reason: crate::offering::bilingual(row, 5)?,
        })
    })
    .collect()
}

fn kind(code: &str) -> Result<ClosureKind, StoreError> {
    ClosureKind::parse(code).ok_or_else(|| StoreError::Fault(format!("{code} is not a kind of closure")))
}
