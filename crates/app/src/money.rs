//! Money: what is due and what was paid, as events of a visit.

use crate::audit::{self, Object};
use crate::booking::visit;
use crate::error::{AppError, Refusal, field};
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{StaffId, VisitId};
use journey::money::{Entry, Means, Yen, balance};
use serde::Serialize;
use store::{Row, StoreError, args};

/// One event on a visit's account.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Line {
    /// What happened.
    pub entry: Entry,
    /// How much, tax included.
    pub yen: Yen,
    /// For what.
    pub label: String,
    /// When.
    pub at: Timestamp,
    /// Who noted it.
    pub by: StaffId,
}

/// A visit's account.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Account {
    /// Its events in order.
    pub lines: Vec<Line>,
    /// What is still owed.
    pub balance: Yen,
}

/// The account of a visit.
pub fn account(work: &mut Work<'_, '_>, visit: VisitId) -> Result<Account, AppError> {
    work.actor.front_desk()?;
    let clinic = work.clinic();
    let lines = work
        .tx
        .query(
            "SELECT kind, means, yen, label, happened_at, noted_by FROM money_event
             WHERE clinic_id = $1 AND visit_id = $2 ORDER BY happened_at, id",
            args![clinic, visit],
        )?
        .iter()
        .map(line)
        .collect::<Result<Vec<_>, AppError>>()?;
    let events: Vec<(Entry, Yen)> = lines.iter().map(|line| (line.entry, line.yen)).collect();
    Ok(Account { balance: balance(&events), lines })
}

/// Notes something on a visit's account. Refused for less than one yen, or for a payment of more than is owed.
pub fn note(
    work: &mut Work<'_, '_>,
    visit_id: VisitId,
    entry: Entry,
    yen: Yen,
    label: &str,
) -> Result<Account, AppError> {
    let by = work.actor.cashier()?.id();
    if yen.0 < 1 || yen.0 > 100_000_000 {
        return Err(field("yen", "field-yen"));
    }
    let owed = account(work, visit_id)?.balance;
    if matches!(entry, Entry::Paid(_) | Entry::Discount) && yen > owed {
        return Err(field("yen", "field-more-than-owed"));
    }
    let patient = visit(work, visit_id)?.patient.ok_or(Refusal::NotFound)?;
    let (kind, means) = words(entry);
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.uuid());
    work.tx.execute(
        "INSERT INTO money_event (clinic_id, id, visit_id, patient_id, kind, means, yen, label, happened_at, noted_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        args![clinic, id, visit_id, patient, kind, means.map(Means::code), yen.0, label.trim(), now, by],
    )?;
    let object = Object { entity: "money_event", id, patient: Some(patient) };
    audit::note_with(work, "money.note", object, &format!("{kind} {}", yen.0))?;
    account(work, visit_id)
}

const fn words(entry: Entry) -> (&'static str, Option<Means>) {
    match entry {
        Entry::Due => ("due", None),
        Entry::Discount => ("discount", None),
        Entry::Paid(means) => ("paid", Some(means)),
        Entry::Refunded(means) => ("refunded", Some(means)),
    }
}

fn line(row: &Row) -> Result<Line, AppError> {
    let means = row.get::<Option<String>>(1)?.as_deref().and_then(Means::parse);
    let kind: String = row.get(0)?;
    let entry = match (kind.as_str(), means) {
        ("due", _) => Entry::Due,
        ("discount", _) => Entry::Discount,
        ("paid", Some(means)) => Entry::Paid(means),
        ("refunded", Some(means)) => Entry::Refunded(means),
        (other, _) => return Err(StoreError::Fault(format!("{other} is not an event of money")).into()),
    };
    Ok(Line { entry, yen: Yen(row.get(2)?), label: row.get(3)?, at: row.get(4)?, by: row.get(5)? })
}
