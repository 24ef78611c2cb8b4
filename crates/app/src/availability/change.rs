use super::index::{Claim, Lane};
use crate::error::AppError;
use jiff::Timestamp;
use journey::id::{ClinicId, VisitId};
use store::{Row, StoreError, Tx, args};
use uuid::Uuid;

/// One line of the log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Change {
    /// Time was claimed.
    Claimed(Lane, Claim),
    /// Time was given back.
    Freed(Lane, Claim),
    /// A visit is held until an instant, or is no hold any more.
    Held(VisitId, Option<Timestamp>),
    /// Something about the house, its people, things or services.
    House,
}

/// What the log holds after a number, in order.
pub(super) fn since(tx: &mut Tx<'_>, clinic: ClinicId, seen: i64) -> Result<Vec<(i64, Change)>, AppError> {
    let rows = tx.query(
        "SELECT seq, kind, subject_id, lane, starts_at, ends_at, visit_id FROM calendar_change
         WHERE seq > $1 AND clinic_id = $2 ORDER BY seq",
        args![seen, clinic],
    )?;
    Ok(rows.iter().map(|row| Ok((row.get(0)?, change(row)?))).collect::<Result<_, StoreError>>()?)
}

/// Whether lines after a number have been cleared away: the oldest left is not the next.
pub(super) fn begins_after(tx: &mut Tx<'_>, seen: i64) -> Result<bool, AppError> {
    let oldest = tx.first("SELECT MIN(seq) FROM calendar_change", &[])?;
    let oldest: Option<i64> = oldest.map_or(Ok(None), |row| row.get(0))?;
    Ok(oldest.is_some_and(|oldest| oldest > seen + 1))
}

/// The last number of the log; nought where it is empty.
pub(super) fn last(tx: &mut Tx<'_>) -> Result<i64, AppError> {
    let row = tx.first("SELECT MAX(seq) FROM calendar_change", &[])?;
    Ok(row.map_or(Ok(None), |row| row.get::<Option<i64>>(0))?.unwrap_or(0))
}

fn change(row: &Row) -> Result<Change, StoreError> {
    Ok(match row.get::<String>(1)?.as_str() {
        "claim" => Change::Claimed(lane(row)?, claim(row)?),
        "free" => Change::Freed(lane(row)?, claim(row)?),
        "hold" => Change::Held(row.get(6)?, row.get(5)?),
        "house" => Change::House,
        other => return Err(StoreError::Fault(format!("{other} is not a change of the calendar"))),
    })
}

fn lane(row: &Row) -> Result<Lane, StoreError> {
    Ok(Lane { subject: row.get::<Uuid>(2)?, number: row.get(3)? })
}

fn claim(row: &Row) -> Result<Claim, StoreError> {
    Ok(Claim { starts: row.get(4)?, ends: row.get(5)?, visit: row.get(6)? })
}
