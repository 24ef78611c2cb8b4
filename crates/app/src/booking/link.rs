use super::visit::{Visit, visit};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal};
use crate::ids::{Token, digest};
use crate::work::Work;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use journey::id::VisitId;
use store::args;

/// After so many wrong birth dates a private page stays shut until the clinic reissues its link.
const GUESSES: i64 = 5;
/// How long a private page stays open once the birth date was given.
const OPEN: SignedDuration = SignedDuration::from_mins(60);
/// How long after a visit its link still works: until follow-up has ended.
const FOLLOW_UP: SignedDuration = SignedDuration::from_hours(24 * 180);

/// The secret of the private page that belongs to a hold: whoever made the booking can always be shown it again.
pub(super) fn link_of(hold: &Token) -> Token {
    let derived = digest(format!("private page of {}", hold.reveal()).as_bytes());
    Token::parse(&derived).unwrap_or_else(|| hold.clone())
}

/// What stands behind a link before the birth date was given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gate {
    /// The birth date is asked.
    AsksBirthDate(VisitId),
    /// No birth date is known yet, or too many wrong ones were given: the clinic has to be called.
    Shut,
}

/// A private page that was opened.
#[derive(Clone, PartialEq, Debug)]
pub struct Opened {
    /// The secret for the cookie.
    pub pass: Token,
    /// The visit.
    pub visit: VisitId,
}

/// The gate behind a link. A link that is wrong, old or of a cancelled hold is simply not found.
pub fn visit_of_link(work: &mut Work<'_, '_>, link: &Token) -> Result<Gate, AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let row = work.tx.first(
        "SELECT v.id, v.link_failures, p.birth_date, v.ends_at FROM booking_visit v
         JOIN identity_patient p ON p.clinic_id = v.clinic_id AND p.id = v.patient_id
         WHERE v.clinic_id = $1 AND v.link_hash = $2",
        args![clinic, link.hash()],
    )?;
    let row = row.ok_or(Refusal::NotFound)?;
    let until = row.get::<Timestamp>(3)?.checked_add(FOLLOW_UP).unwrap_or(Timestamp::MAX);
    if until < now {
        return Err(Refusal::NotFound.into());
    }
    let shut = row.get::<i64>(1)? >= GUESSES || row.get::<Option<Date>>(2)?.is_none();
    Ok(if shut { Gate::Shut } else { Gate::AsksBirthDate(row.get(0)?) })
}

/// Opens a private page with the patient's birth date. A wrong one is counted, so it is not an error.
pub fn open_with_birth_date(work: &mut Work<'_, '_>, link: &Token, born: Date) -> Result<Option<Opened>, AppError> {
    let Gate::AsksBirthDate(id) = visit_of_link(work, link)? else { return Ok(None) };
    let visit = visit(work, id)?;
    let patient = crate::identity::by_id(work, visit.patient.ok_or(Refusal::NotFound)?)?;
    let (clinic, now) = (work.clinic(), work.now);
    if patient.birth_date != Some(born) {
        work.tx.execute(
            "UPDATE booking_visit SET link_failures = link_failures + 1 WHERE clinic_id = $1 AND id = $2",
            args![clinic, id],
        )?;
        return Ok(None);
    }
    let pass = work.ids.token();
    let ends = now.checked_add(OPEN).unwrap_or(Timestamp::MAX);
    work.tx
        .execute("UPDATE booking_visit SET link_failures = 0 WHERE clinic_id = $1 AND id = $2", args![clinic, id])?;
    work.tx.execute("DELETE FROM booking_opening WHERE clinic_id = $1 AND ends_at < $2", args![clinic, now])?;
    work.tx.execute(
        "INSERT INTO booking_opening (clinic_id, token_hash, visit_id, opened_at, ends_at) VALUES ($1, $2, $3, $4, $5)",
        args![clinic, pass.hash(), id, now, ends],
    )?;
    let object = Object { entity: "booking_visit", id: id.uuid(), patient: Some(patient.id) };
    audit::note(work, "booking.open-private-page", object)?;
    Ok(Some(Opened { pass, visit: id }))
}

/// The visit of a private page that is open: the link and the pass must belong together.
pub fn opened(work: &mut Work<'_, '_>, link: &Token, pass: &Token) -> Result<Visit, AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let row = work.tx.first(
        "SELECT v.id FROM booking_visit v JOIN booking_opening o ON o.clinic_id = v.clinic_id AND o.visit_id = v.id
         WHERE v.clinic_id = $1 AND v.link_hash = $2 AND o.token_hash = $3 AND o.ends_at > $4",
        args![clinic, link.hash(), pass.hash(), now],
    )?;
    visit(work, row.ok_or(Refusal::NotFound)?.get(0)?)
}

/// Makes a new link for a visit, for a patient on the telephone. The old one stops working.
pub fn reissue(work: &mut Work<'_, '_>, id: VisitId) -> Result<Token, AppError> {
    work.actor.front_desk()?;
    let (clinic, link) = (work.clinic(), work.ids.token());
    let visit = visit(work, id)?;
    work.tx.execute(
        "UPDATE booking_visit SET link_hash = $1, link_failures = 0, version = version + 1
         WHERE clinic_id = $2 AND id = $3",
        args![link.hash(), clinic, id],
    )?;
    work.tx.execute("DELETE FROM booking_opening WHERE clinic_id = $1 AND visit_id = $2", args![clinic, id])?;
    let object = Object { entity: "booking_visit", id: id.uuid(), patient: visit.patient };
    audit::note(work, "booking.reissue-link", object)?;
    Ok(link)
}
