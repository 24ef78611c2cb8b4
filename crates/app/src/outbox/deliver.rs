use crate::actor::Actor;
use crate::error::AppError;
use crate::work::Work;
use jiff::{SignedDuration, Timestamp};
use journey::id::MessageId;
use serde::Serialize;
use store::{Row, args};

/// After so many attempts a person has to look.
const ATTEMPTS: i64 = 6;

/// A message on its way out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outgoing {
    /// Its key, the same at every attempt.
    pub id: MessageId,
    /// Where to.
    pub recipient: String,
    /// The subject line.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// Carries a message. The shell has one that speaks SMTP, one that writes files, and tests have their own.
pub trait Delivery: Send + Sync {
    /// Hands a message over; the error is for staff to read.
    fn deliver(&self, message: &Outgoing) -> Result<(), String>;
}

/// A message as staff see it; the text is not shown, for it may hold a private link.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Waiting {
    /// The key.
    pub id: MessageId,
    /// Where to.
    pub recipient: String,
    /// The subject line.
    pub subject: String,
    /// `queued`, `sent` or `failed`.
    pub state: String,
    /// How often it was tried.
    pub attempts: i64,
    /// When it was queued.
    pub queued_at: Timestamp,
    /// What went wrong last.
    pub last_error: Option<String>,
}

/// The messages that are due, oldest first. They stay queued until [`sent`] or [`failed`] is noted, and are pushed
/// back a little so that a second worker does not take them at once.
pub fn take_due(work: &mut Work<'_, '_>, most: i64) -> Result<Vec<Outgoing>, AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let rows = work.tx.query(
        "SELECT id, recipient, subject, body FROM outbox_message
         WHERE clinic_id = $1 AND state = 'queued' AND due_at <= $2 ORDER BY due_at, id LIMIT $3",
        args![clinic, now, most],
    )?;
    let lease = now.checked_add(SignedDuration::from_mins(2)).unwrap_or(Timestamp::MAX);
    let mut taken = Vec::new();
    for row in &rows {
        let id: MessageId = row.get(0)?;
        work.tx.execute(
            "UPDATE outbox_message SET due_at = $1, attempts = attempts + 1 WHERE clinic_id = $2 AND id = $3",
            args![lease, clinic, id],
        )?;
        taken.push(Outgoing { id, recipient: row.get(1)?, subject: row.get(2)?, body: row.get(3)? });
    }
    Ok(taken)
}

/// Notes that a message left. Its text, which may hold a private link, is not kept.
pub fn sent(work: &mut Work<'_, '_>, id: MessageId) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "UPDATE outbox_message SET state = 'sent', sent_at = $1, body = '', last_error = NULL
         WHERE clinic_id = $2 AND id = $3",
        args![now, clinic, id],
    )?;
    Ok(())
}

/// Notes that a message could not leave. It is tried again, later each time, until a person has to look.
pub fn failed(work: &mut Work<'_, '_>, id: MessageId, error: &str) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let row =
        work.tx.first("SELECT attempts FROM outbox_message WHERE clinic_id = $1 AND id = $2", args![clinic, id])?;
    let attempts: i64 = row.map_or(Ok(ATTEMPTS), |row| row.get(0))?;
    let state = if attempts >= ATTEMPTS { "failed" } else { "queued" };
    let wait = SignedDuration::from_mins(1_i64 << attempts.clamp(0, 10));
    let due = now.checked_add(wait).unwrap_or(Timestamp::MAX);
    work.tx.execute(
        "UPDATE outbox_message SET state = $1, due_at = $2, last_error = $3 WHERE clinic_id = $4 AND id = $5",
        args![state, due, error, clinic, id],
    )?;
    Ok(())
}

/// Puts a message that failed back into the queue.
pub fn retry(work: &mut Work<'_, '_>, id: MessageId) -> Result<(), AppError> {
    work.actor.dispatcher()?;
    let (clinic, now) = (work.clinic(), work.now);
    work.tx.execute(
        "UPDATE outbox_message SET state = 'queued', attempts = 0, due_at = $1
         WHERE clinic_id = $2 AND id = $3 AND state = 'failed'",
        args![now, clinic, id],
    )?;
    Ok(())
}

/// The messages that wait, failed or left last, for staff to look at.
pub fn waiting(work: &mut Work<'_, '_>) -> Result<Vec<Waiting>, AppError> {
    if work.actor != Actor::System {
        work.actor.dispatcher()?;
    }
    let clinic = work.clinic();
    work.tx
        .query(
            "SELECT id, recipient, subject, state, attempts, queued_at, last_error FROM outbox_message
             WHERE clinic_id = $1 ORDER BY CASE state WHEN 'failed' THEN 0 WHEN 'queued' THEN 1 ELSE 2 END,
             queued_at DESC LIMIT 100",
            args![clinic],
        )?
        .iter()
        .map(message)
        .collect()
}

fn message(row: &Row) -> Result<Waiting, AppError> {
    Ok(Waiting {
        id: row.get(0)?,
        recipient: row.get(1)?,
        subject: row.get(2)?,
        state: row.get(3)?,
        attempts: row.get(4)?,
        queued_at: row.get(5)?,
        last_error: row.get(6)?,
    })
}
