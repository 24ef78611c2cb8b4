use super::subject::Detail;
use crate::error::AppError;
use crate::identity;
use crate::offering::bilingual;
use crate::work::Work;
use jiff::{SignedDuration, Timestamp};
use journey::id::{PatientId, StaffId, VisitId};
use journey::text::Bilingual;
use std::collections::BTreeMap;
use store::{Row, args};

/// How long what is over stays, so that every calendar hears that a visit was called off.
const BACK: SignedDuration = SignedDuration::from_hours(24 * 60);
/// How far a feed looks ahead.
const AHEAD: SignedDuration = SignedDuration::from_hours(24 * 366);

/// One visit as a calendar shows it. It names nobody.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The visit, for a name that stays the same.
    pub visit: VisitId,
    /// From when.
    pub starts: Timestamp,
    /// Until when.
    pub ends: Timestamp,
    /// Grows with every move and with the end of the visit.
    pub sequence: i64,
    /// When the visit last changed.
    pub changed: Timestamp,
    /// Whether it takes place.
    pub standing: Standing,
    /// What it is for, where the feed tells.
    pub services: Vec<Bilingual>,
}

/// Whether an entry takes place.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It does, or did.
    Confirmed,
    /// It does not, or not with this practitioner any more.
    Cancelled,
}

/// From when and until when visits begin that a feed holds.
#[derive(Clone, Copy)]
struct Window {
    from: Timestamp,
    to: Timestamp,
}

impl Window {
    fn around(now: Timestamp) -> Self {
        Self {
            from: now.checked_sub(BACK).unwrap_or(Timestamp::MIN),
            to: now.checked_add(AHEAD).unwrap_or(Timestamp::MAX),
        }
    }
}

/// Key, state, since when it stands so, sequence and last change of a visit `v`; start and end follow.
const VISIT: &str = "v.id, v.state, v.state_at, v.sequence,
    (SELECT MAX(a.written_at) FROM audit_version a
     WHERE a.clinic_id = v.clinic_id AND a.entity = 'booking_visit' AND a.entity_id = v.id)";

/// What of a member of staff can be claimed.
const SELF: &str = "(SELECT id FROM roster_resource WHERE clinic_id = $1 AND staff_id = $2 AND kind = 'practitioner')";

/// The visits of a person, whatever record they were made under.
pub(super) fn of_patient(work: &mut Work<'_, '_>, patient: PatientId) -> Result<Vec<Entry>, AppError> {
    let kept = identity::by_id(work, patient)?.id;
    let (clinic, window) = (work.clinic(), Window::around(work.now));
    let sql = format!(
        "SELECT {VISIT}, v.starts_at, v.ends_at FROM booking_visit v
         WHERE v.clinic_id = $1 AND v.starts_at >= $3 AND v.starts_at < $4 AND v.state NOT IN ('held', 'expired')
         AND v.patient_id IN (SELECT id FROM identity_patient WHERE clinic_id = $1 AND (id = $2 OR merged_into = $2))"
    );
    let rows = work.tx.query(&sql, args![clinic, kept, window.from, window.to])?;
    let mut found = Vec::new();
    for row in &rows {
        let standing = if stands(row)? { Standing::Confirmed } else { Standing::Cancelled };
        found.push(entry(row, standing)?);
    }
    Ok(in_order(found, window))
}

/// The times that somebody is claimed for, one entry a visit, and what they were claimed for and are no more.
pub(super) fn of_practitioner(work: &mut Work<'_, '_>, staff: StaffId, detail: Detail) -> Result<Vec<Entry>, AppError> {
    let window = Window::around(work.now);
    let mut found = kept(work, staff, window)?;
    if detail == Detail::Service {
        let mut named = services(work, staff, window)?;
        for entry in &mut found {
            entry.services = named.remove(&entry.visit).unwrap_or_default();
        }
    }
    found.extend(freed(work, staff, window)?);
    Ok(in_order(found, window))
}

/// From the first minute to the last for which somebody is claimed, visit by visit.
fn kept(work: &mut Work<'_, '_>, staff: StaffId, window: Window) -> Result<Vec<Entry>, AppError> {
    let clinic = work.clinic();
    let sql = format!(
        "SELECT {VISIT}, c.starts_at, c.ends_at FROM booking_visit v
         JOIN (SELECT visit_id, MIN(starts_at) AS starts_at, MAX(ends_at) AS ends_at FROM booking_claim
               WHERE clinic_id = $1 AND subject_id IN {SELF} AND starts_at >= $3 AND starts_at < $4
               GROUP BY visit_id) c ON c.visit_id = v.id
         WHERE v.clinic_id = $1 AND v.state IN ('booked', 'arrived', 'fulfilled')"
    );
    let rows = work.tx.query(&sql, args![clinic, staff, window.from, window.to])?;
    rows.iter().map(|row| entry(row, Standing::Confirmed)).collect()
}

/// Visits that were taken from somebody and did not come back. Of a visit that goes on with somebody else, they hear
/// that it is not theirs.
fn freed(work: &mut Work<'_, '_>, staff: StaffId, window: Window) -> Result<Vec<Entry>, AppError> {
    let clinic = work.clinic();
    let sql = format!(
        "SELECT {VISIT}, v.starts_at, v.ends_at FROM booking_visit v
         WHERE v.clinic_id = $1 AND v.starts_at >= $3 AND v.starts_at < $4 AND v.state NOT IN ('held', 'expired')
         AND v.id IN (SELECT visit_id FROM calendar_freed WHERE clinic_id = $1 AND subject_id IN {SELF})
         AND NOT EXISTS (SELECT 1 FROM booking_claim c
                         WHERE c.clinic_id = $1 AND c.visit_id = v.id AND c.subject_id IN {SELF})"
    );
    let rows = work.tx.query(&sql, args![clinic, staff, window.from, window.to])?;
    rows.iter().map(|row| entry(row, Standing::Cancelled)).collect()
}

fn services(
    work: &mut Work<'_, '_>,
    staff: StaffId,
    window: Window,
) -> Result<BTreeMap<VisitId, Vec<Bilingual>>, AppError> {
    let clinic = work.clinic();
    let sql = format!(
        "SELECT i.visit_id, s.name_ja, s.name_en FROM booking_item i
         JOIN offering_service s ON s.clinic_id = i.clinic_id AND s.id = i.service_id
         WHERE i.clinic_id = $1 AND i.visit_id IN (SELECT visit_id FROM booking_claim
            WHERE clinic_id = $1 AND subject_id IN {SELF} AND starts_at >= $3 AND starts_at < $4)
         ORDER BY i.visit_id, i.place"
    );
    let mut named: BTreeMap<VisitId, Vec<Bilingual>> = BTreeMap::new();
    for row in work.tx.query(&sql, args![clinic, staff, window.from, window.to])? {
        named.entry(row.get(0)?).or_default().push(bilingual(&row, 1)?);
    }
    Ok(named)
}

fn stands(row: &Row) -> Result<bool, AppError> {
    Ok(matches!(row.get::<String>(1)?.as_str(), "booked" | "arrived" | "fulfilled"))
}

fn entry(row: &Row, standing: Standing) -> Result<Entry, AppError> {
    let since: Timestamp = row.get(2)?;
    Ok(Entry {
        visit: row.get(0)?,
        starts: row.get(5)?,
        ends: row.get(6)?,
        sequence: row.get(3)?,
        changed: row.get::<Option<Timestamp>>(4)?.map_or(since, |changed| changed.max(since)),
        standing,
        services: Vec::new(),
    })
}

/// By time; what was called off longer ago than feeds look back is left out.
fn in_order(mut entries: Vec<Entry>, window: Window) -> Vec<Entry> {
    entries.retain(|entry| entry.standing == Standing::Confirmed || entry.changed >= window.from);
    entries.sort_by_key(|entry| (entry.starts, entry.visit));
    entries
}
