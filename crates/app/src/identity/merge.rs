use super::likeness::decide;
use super::patient::{COLUMNS, by_id, patient, save};
use crate::error::{AppError, Refusal};
use crate::work::Work;
use journey::id::{MatchId, MergeId, PatientId};
use journey::identity::Standing;
use store::{StoreError, args};

/// A merge that was carried out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Merged {
    /// Its key, to take it back by.
    pub id: MergeId,
    /// The record that stays.
    pub kept: PatientId,
}

/// Makes the newer record of a pair redirect to the older. Nothing is rewritten but the claims that lie ahead:
/// they move to the person who is kept, and when two of them overlap the merge is refused.
pub fn merge(work: &mut Work<'_, '_>, pair: MatchId) -> Result<Merged, AppError> {
    let (one, other) = decide(work, pair, "merged")?;
    let (kept, mut gone) = (by_id(work, one)?, by_id(work, other)?);
    if kept.id == gone.id {
        return Err(Refusal::AlreadyDecided.into());
    }
    move_claims(work, gone.id, kept.id)?;
    let (clinic, now, by) = (work.clinic(), work.now, work.actor.front_desk()?.id());
    work.tx.execute(
        "UPDATE identity_patient SET merged_into = $1 WHERE clinic_id = $2 AND merged_into = $3",
        args![kept.id, clinic, gone.id],
    )?;
    gone.standing = Standing::Merged;
    gone.merged_into = Some(kept.id);
    gone.version += 1;
    save(work, "identity.merge", &gone)?;
    let id = work.ids.next(MergeId::new);
    work.tx.execute(
        "INSERT INTO identity_merge (clinic_id, id, gone_id, kept_id, merged_by, merged_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        args![clinic, id, gone.id, kept.id, by, now],
    )?;
    Ok(Merged { id, kept: kept.id })
}

/// Takes a merge back: the redirect goes, and the claims of the visits that were made for the other, and for those
/// who had been merged into it before, return. Refused while the kept record redirects to a third: that merge came
/// later and is taken back first.
pub fn unmerge(work: &mut Work<'_, '_>, id: MergeId) -> Result<(), AppError> {
    let by = work.actor.front_desk()?.id();
    let (clinic, now) = (work.clinic(), work.now);
    let row = work.tx.first(
        "SELECT gone_id, kept_id FROM identity_merge WHERE clinic_id = $1 AND id = $2 AND undone_at IS NULL",
        args![clinic, id],
    )?;
    let row = row.ok_or(Refusal::AlreadyDecided)?;
    let (gone, kept): (PatientId, PatientId) = (row.get(0)?, row.get(1)?);
    if by_id(work, kept)?.id != kept {
        return Err(Refusal::MergedFurther.into());
    }
    let sql = format!("SELECT {COLUMNS} FROM identity_patient WHERE clinic_id = $1 AND id = $2");
    let row = work.tx.first(&sql, args![clinic, gone])?.ok_or(Refusal::NotFound)?;
    let mut returned = patient(&row)?;
    returned.standing = Standing::Provisional;
    returned.merged_into = None;
    returned.version += 1;
    save(work, "identity.unmerge", &returned)?;
    for one in merged_before(work, gone)? {
        work.tx.execute(
            "UPDATE identity_patient SET merged_into = $1 WHERE clinic_id = $2 AND id = $3 AND id <> $1",
            args![gone, clinic, one],
        )?;
        work.tx.execute(
            "UPDATE booking_claim SET subject_id = $1 WHERE clinic_id = $2 AND subject_id = $3 AND visit_id IN
             (SELECT id FROM booking_visit WHERE clinic_id = $2 AND patient_id = $4)",
            args![gone, clinic, kept, one],
        )?;
    }
    work.tx.execute(
        "UPDATE identity_merge SET undone_by = $1, undone_at = $2 WHERE clinic_id = $3 AND id = $4",
        args![by, now, clinic, id],
    )?;
    Ok(())
}

/// A record and all that redirect to it, directly or over others.
fn merged_before(work: &mut Work<'_, '_>, record: PatientId) -> Result<Vec<PatientId>, AppError> {
    let clinic = work.clinic();
    let (mut found, mut next) = (vec![record], 0);
    while let Some(kept) = found.get(next).copied() {
        let rows = work.tx.query(
            "SELECT gone_id FROM identity_merge WHERE clinic_id = $1 AND kept_id = $2 AND undone_at IS NULL",
            args![clinic, kept],
        )?;
        for row in &rows {
            found.push(row.get(0)?);
        }
        next += 1;
    }
    Ok(found)
}

fn move_claims(work: &mut Work<'_, '_>, from: PatientId, to: PatientId) -> Result<(), AppError> {
    let clinic = work.clinic();
    let moved = work.tx.attempt(|tx| {
        tx.execute(
            "UPDATE booking_claim SET subject_id = $1 WHERE clinic_id = $2 AND subject_id = $3",
            args![to, clinic, from],
        )
    });
    match moved {
        Ok(_) => Ok(()),
        Err(StoreError::Overlap | StoreError::Duplicate(_)) => Err(Refusal::ClaimsOverlap.into()),
        Err(other) => Err(other.into()),
    }
}
