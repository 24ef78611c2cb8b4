use super::patient::{Patient, by_id};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal};
use crate::work::Work;
use jiff::civil::Date;
use journey::id::{MatchId, PatientId};
use journey::identity::{Particulars, Resemblance, compare, fold_kana, fold_phone};
use serde::Serialize;
use store::{Row, args};

/// Two patients who may be one, for a person to decide.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct Pair {
    /// The key.
    pub id: MatchId,
    /// The older record.
    pub older: Patient,
    /// The newer record.
    pub newer: Patient,
    /// What they share.
    pub likeness: Resemblance,
}

/// A cross join keeps the order of the tables: the few patients first, then theirs. Left to itself, SQLite begins with
/// every contact of the clinic.
const PARTICULARS: &str = "SELECT p.id, p.family_kana, p.given_kana, p.birth_date, c.phone, c.mail
    FROM identity_patient p CROSS JOIN identity_care k CROSS JOIN identity_contact c
    WHERE p.clinic_id = $1 AND p.standing <> 'merged' AND k.clinic_id = $1 AND k.patient_id = p.id
      AND c.clinic_id = $1 AND c.id = k.contact_id";

/// Whoever shares a name, a birth date, a telephone or a mail address; each found by its own index.
const ALIKE: &str = "SELECT id FROM identity_patient WHERE clinic_id = $1 AND kana_key = $3
    UNION SELECT id FROM identity_patient WHERE clinic_id = $1 AND birth_date = $4
    UNION SELECT k.patient_id FROM identity_contact c CROSS JOIN identity_care k
          WHERE c.clinic_id = $1 AND c.phone_key = $5 AND k.clinic_id = $1 AND k.contact_id = c.id
    UNION SELECT k.patient_id FROM identity_contact c CROSS JOIN identity_care k
          WHERE c.clinic_id = $1 AND c.mail = $6 AND k.clinic_id = $1 AND k.contact_id = c.id";

/// Puts a patient's likely doubles into the queue.
pub(crate) fn look_for_matches(work: &mut Work<'_, '_>, id: PatientId) -> Result<(), AppError> {
    let clinic = work.clinic();
    let own = work.tx.first(&format!("{PARTICULARS} AND p.id = $2"), args![clinic, id])?.ok_or(Refusal::NotFound)?;
    let me = particulars(&own)?;
    let sql = format!("{PARTICULARS} AND p.id <> $2 AND p.id IN ({ALIKE})");
    let kana = me.kana.as_ref().map_or("-", |kana| kana.as_str());
    let phone = me.phone.as_ref().map_or("-", |phone| phone.as_str());
    let mail = me.mail.clone().unwrap_or_else(|| "-".into());
    let others = work.tx.query(&sql, args![clinic, id, kana, me.birth_date, phone, mail])?;
    for other in &others {
        if let Some(likeness) = compare(&me, &particulars(other)?) {
            enqueue(work, other.get(0)?, id, &likeness)?;
        }
    }
    Ok(())
}

fn particulars(row: &Row) -> Result<Particulars, AppError> {
    let kana = fold_kana(&format!("{}{}", row.get::<String>(1)?, row.get::<String>(2)?));
    let phone = fold_phone(&row.get::<String>(4)?);
    let mail: String = row.get(5)?;
    Ok(Particulars {
        kana: (!kana.as_str().is_empty()).then_some(kana),
        birth_date: row.get::<Option<Date>>(3)?,
        phone: (!phone.as_str().is_empty()).then_some(phone),
        mail: (!mail.is_empty()).then_some(mail),
    })
}

/// A pair is the same pair from whichever side it is found.
fn enqueue(
    work: &mut Work<'_, '_>,
    older: PatientId,
    newer: PatientId,
    likeness: &Resemblance,
) -> Result<(), AppError> {
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.next(MatchId::new));
    let turned = work.tx.first(
        "SELECT 1 FROM identity_match WHERE clinic_id = $1 AND one_id = $2 AND other_id = $3",
        args![clinic, newer, older],
    )?;
    if turned.is_some() {
        return Ok(());
    }
    work.tx.execute(
        "INSERT INTO identity_match (clinic_id, id, one_id, other_id, likeness, state, found_at)
         VALUES ($1, $2, $3, $4, $5, 'open', $6) ON CONFLICT (clinic_id, one_id, other_id) DO NOTHING",
        args![clinic, id, older, newer, serde_json::to_string(likeness)?, now],
    )?;
    Ok(())
}

/// The pairs that wait for a decision, oldest first.
pub fn pairs(work: &mut Work<'_, '_>) -> Result<Vec<Pair>, AppError> {
    work.actor.front_desk()?;
    let clinic = work.clinic();
    let rows = work.tx.query(
        "SELECT id, one_id, other_id, likeness FROM identity_match WHERE clinic_id = $1 AND state = 'open'
         ORDER BY found_at",
        args![clinic],
    )?;
    let mut found = Vec::new();
    for row in &rows {
        let (older, newer) = (by_id(work, row.get(1)?)?, by_id(work, row.get(2)?)?);
        if older.id != newer.id {
            found.push(Pair { id: row.get(0)?, older, newer, likeness: serde_json::from_value(row.get(3)?)? });
        }
    }
    Ok(found)
}

/// Notes that two patients are two people.
pub fn dismiss(work: &mut Work<'_, '_>, id: MatchId) -> Result<(), AppError> {
    decide(work, id, "dismissed").map(drop)
}

pub(super) fn decide(work: &mut Work<'_, '_>, id: MatchId, state: &str) -> Result<(PatientId, PatientId), AppError> {
    let by = work.actor.front_desk()?.id();
    let (clinic, now) = (work.clinic(), work.now);
    let changed = work.tx.execute(
        "UPDATE identity_match SET state = $1, decided_by = $2, decided_at = $3
         WHERE clinic_id = $4 AND id = $5 AND state = 'open'",
        args![state, by, now, clinic, id],
    )?;
    if changed == 0 {
        return Err(Refusal::AlreadyDecided.into());
    }
    let row = work
        .tx
        .first("SELECT one_id, other_id FROM identity_match WHERE clinic_id = $1 AND id = $2", args![clinic, id])?;
    let row = row.ok_or(Refusal::NotFound)?;
    let pair = (row.get(0)?, row.get(1)?);
    let object = Object { entity: "identity_match", id: id.uuid(), patient: Some(pair.0) };
    audit::note(work, &format!("identity.match-{state}"), object)?;
    Ok(pair)
}
