use super::subject::{Detail, Subject, demand, to_make};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal};
use crate::identity;
use crate::ids::Token;
use crate::work::Work;
use jiff::Timestamp;
use journey::id::FeedId;
use journey::text::Lang;
use store::args;
use uuid::Uuid;

/// A feed that can be read, without its secret.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subscription {
    /// The key, to withdraw it by.
    pub id: FeedId,
    /// How much it says.
    pub detail: Detail,
    /// When it was made.
    pub made: Timestamp,
    /// When a calendar last asked for it, to the hour.
    pub read: Option<Timestamp>,
}

/// Makes a feed and gives its secret, which is told this once. Refused for somebody else's calendar (a manager may make
/// that of any member of staff), for a member of staff who is on no roster, and for a patient's with the names of services.
pub fn make(work: &mut Work<'_, '_>, subject: Subject, detail: Detail, lang: Lang) -> Result<Token, AppError> {
    let subject = to_make(work, subject, detail)?;
    let (clinic, now, by) = (work.clinic(), work.now, work.actor.staff_id());
    let (token, id) = (work.ids.token(), work.ids.next(FeedId::new));
    work.tx.execute(
        "INSERT INTO calendar_feed (clinic_id, id, token_hash, kind, subject_id, detail, language, created_at, created_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        args![clinic, id, token.hash(), subject.kind(), subject.id(), detail.code(), lang.code(), now, by],
    )?;
    audit::note(work, "calendar.make", object(id, subject))?;
    Ok(token)
}

/// Withdraws a feed: whoever asks for it from now on finds nothing. Refused for whoever may not, and for one that is
/// unknown or was withdrawn before.
pub fn revoke(work: &mut Work<'_, '_>, id: FeedId) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let row = work.tx.first(
        "SELECT kind, subject_id FROM calendar_feed WHERE clinic_id = $1 AND id = $2 AND revoked_at IS NULL",
        args![clinic, id],
    )?;
    let row = row.ok_or(Refusal::NotFound)?;
    let subject = Subject::parse(&row.get::<String>(0)?, row.get(1)?)?;
    demand(work, subject)?;
    work.tx
        .execute("UPDATE calendar_feed SET revoked_at = $1 WHERE clinic_id = $2 AND id = $3", args![now, clinic, id])?;
    audit::note(work, "calendar.revoke", object(id, subject))
}

/// The feeds of a subject that can be read, the oldest first; a patient's over all their records.
pub fn of_subject(work: &mut Work<'_, '_>, subject: Subject) -> Result<Vec<Subscription>, AppError> {
    demand(work, subject)?;
    let records: Vec<Uuid> = match subject {
        Subject::Practitioner(id) => vec![id.uuid()],
        Subject::Patient(id) => identity::person_ids(work, id)?.into_iter().map(|one| one.uuid()).collect(),
    };
    let clinic = work.clinic();
    let mut found = Vec::new();
    for record in records {
        let rows = work.tx.query(
            "SELECT id, detail, created_at, last_read_at FROM calendar_feed
             WHERE clinic_id = $1 AND subject_id = $2 AND kind = $3 AND revoked_at IS NULL",
            args![clinic, record, subject.kind()],
        )?;
        for row in rows {
            let detail = Detail::parse(&row.get::<String>(1)?).unwrap_or(Detail::Busy);
            found.push(Subscription { id: row.get(0)?, detail, made: row.get(2)?, read: row.get(3)? });
        }
    }
    found.sort_by_key(|one| (one.made, one.id));
    Ok(found)
}

pub(super) const fn object(id: FeedId, subject: Subject) -> Object {
    Object { entity: "calendar_feed", id: id.uuid(), patient: subject.patient() }
}
