use super::entries::{Entry, of_patient, of_practitioner};
use super::subject::{Detail, Subject, on_roster};
use super::subscribe::object;
use crate::audit;
use crate::error::{AppError, Refusal};
use crate::ids::Token;
use crate::work::Work;
use jiff::{SignedDuration, Timestamp};
use journey::id::FeedId;
use journey::text::Lang;
use store::{Row, args};

/// A calendar asks several times an hour; that it does is noted once.
const NOTED_FOR: SignedDuration = SignedDuration::from_hours(1);

/// What a calendar program gets.
#[derive(Clone, PartialEq, Debug)]
pub struct Feed {
    /// Its key.
    pub id: FeedId,
    /// Whose it is.
    pub subject: Subject,
    /// The language of its titles.
    pub language: Lang,
    /// Its entries, by time.
    pub entries: Vec<Entry>,
    /// Whether that it is read stands in the audit log.
    pub noted: Noted,
}

/// Whether a reading stands in the audit log.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Noted {
    /// One within the hour does.
    Already,
    /// Before the answer leaves, [`note_read`] has to note it.
    NotYet,
}

/// The feed of a secret. One that is unknown or withdrawn is not found, nor is that of somebody who has left.
pub fn read(work: &mut Work<'_, '_>, token: &Token) -> Result<Feed, AppError> {
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT id, kind, subject_id, detail, language, last_read_at FROM calendar_feed
         WHERE clinic_id = $1 AND token_hash = $2 AND revoked_at IS NULL",
        args![clinic, token.hash()],
    )?;
    let row = row.ok_or(Refusal::NotFound)?;
    let (subject, detail) = (Subject::parse(&row.get::<String>(1)?, row.get(2)?)?, row.get::<String>(3)?);
    Ok(Feed {
        id: row.get(0)?,
        subject,
        language: Lang::parse(&row.get::<String>(4)?).unwrap_or(Lang::Ja),
        entries: entries(work, subject, Detail::parse(&detail).unwrap_or(Detail::Busy))?,
        noted: noted(&row, work.now)?,
    })
}

fn entries(work: &mut Work<'_, '_>, subject: Subject, detail: Detail) -> Result<Vec<Entry>, AppError> {
    match subject {
        Subject::Patient(patient) => of_patient(work, patient),
        Subject::Practitioner(staff) if on_roster(work, staff)? => of_practitioner(work, staff, detail),
        Subject::Practitioner(_) => Err(Refusal::NotFound.into()),
    }
}

fn noted(row: &Row, now: Timestamp) -> Result<Noted, AppError> {
    let last: Option<Timestamp> = row.get(5)?;
    let until = last.and_then(|last| last.checked_add(NOTED_FOR).ok());
    Ok(if until.is_some_and(|until| now < until) { Noted::Already } else { Noted::NotYet })
}

/// Notes that a feed was read; a second reading within the hour leaves no second row.
pub fn note_read(work: &mut Work<'_, '_>, feed: &Feed) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let before = now.checked_sub(NOTED_FOR).unwrap_or(Timestamp::MIN);
    let changed = work.tx.execute(
        "UPDATE calendar_feed SET last_read_at = $1
         WHERE clinic_id = $2 AND id = $3 AND (last_read_at IS NULL OR last_read_at <= $4)",
        args![now, clinic, feed.id, before],
    )?;
    if changed == 0 { Ok(()) } else { audit::note(work, "calendar.read", object(feed.id, feed.subject)) }
}
