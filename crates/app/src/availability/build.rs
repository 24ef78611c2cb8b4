use super::change;
use super::index::{Claim, Index, Lane};
use super::progress::Progress;
use crate::error::AppError;
use crate::roster::House;
use crate::world::World;
use jiff::{SignedDuration, Timestamp};
use std::sync::Arc;
use store::{Row, Store, StoreError, Tx, args};

/// Claims that ended before this long ago are not read: nobody is offered the past.
const LOOK_BACK: SignedDuration = SignedDuration::from_hours(48);
/// How much time is read at once.
const STRETCH: SignedDuration = SignedDuration::from_hours(24 * 14);

/// Reads the whole picture on one snapshot, with the number of the log that it stands for.
pub(super) fn build(store: &Store, world: &World, progress: &Progress, now: Timestamp) -> Result<Index, AppError> {
    let mut index = store.aside::<_, AppError>(|tx| read(tx, world, progress, now))?;
    index.keep_ready(world, now);
    progress.finish();
    Ok(index)
}

fn read(tx: &mut Tx<'_>, world: &World, progress: &Progress, now: Timestamp) -> Result<Index, AppError> {
    let mut index = Index::new(change::last(tx)?, Arc::new(House::load(tx, world.clinic)?));
    let mut from = now.checked_sub(LOOK_BACK).unwrap_or(Timestamp::MIN);
    holds(tx, world, &mut index)?;
    let ahead = tx.first(
        "SELECT COUNT(*), MAX(starts_at) FROM booking_claim WHERE clinic_id = $1 AND starts_at >= $2",
        args![world.clinic, from],
    )?;
    let Some(ahead) = ahead else { return Ok(index) };
    let Some(last) = ahead.get::<Option<Timestamp>>(1)? else { return Ok(index) };
    progress.begin(u64::try_from(ahead.get::<i64>(0)?).unwrap_or(0));
    while from <= last {
        let to = from.checked_add(STRETCH).unwrap_or(Timestamp::MAX);
        let rows = tx.query(
            "SELECT subject_id, lane, starts_at, ends_at, visit_id FROM booking_claim
             WHERE clinic_id = $1 AND starts_at >= $2 AND starts_at < $3",
            args![world.clinic, from, to],
        )?;
        for row in &rows {
            let (lane, claim) = claim(row)?;
            index.claim(world, lane, claim);
        }
        progress.add(rows.len() as u64);
        from = to;
    }
    Ok(index)
}

fn holds(tx: &mut Tx<'_>, world: &World, index: &mut Index) -> Result<(), AppError> {
    let held = tx.query(
        "SELECT id, held_until FROM booking_visit WHERE clinic_id = $1 AND state = 'held' AND held_until IS NOT NULL",
        args![world.clinic],
    )?;
    for row in &held {
        index.hold(row.get(0)?, Some(row.get(1)?));
    }
    Ok(())
}

fn claim(row: &Row) -> Result<(Lane, Claim), StoreError> {
    let lane = Lane { subject: row.get(0)?, number: row.get(1)? };
    Ok((lane, Claim { starts: row.get(2)?, ends: row.get(3)?, visit: row.get(4)? }))
}
