//! The outbox: messages are queued in the transaction of the deed they tell of and leave afterwards, at least once,
//! under a key that makes a repeat harmless.

mod deliver;
mod letter;

pub use deliver::{Delivery, Outgoing, Waiting, failed, retry, sent, take_due, waiting};
pub use letter::{Letter, Letters, Occasion, PlanLetter, VisitLetter};

use crate::booking::Visit;
use crate::error::AppError;
use crate::identity;
use crate::ids::Token;
use crate::work::Work;
use jiff::Timestamp;
use journey::id::{PatientId, VisitId};
use journey::text::Lang;
use store::args;

/// Tells the patient of a visit what happened to it.
pub(crate) fn tell(work: &mut Work<'_, '_>, visit: &Visit, occasion: Occasion) -> Result<(), AppError> {
    queue(work, visit, occasion, None)
}

/// Tells the patient what happened, with the way to the private page.
pub(crate) fn tell_with_link(
    work: &mut Work<'_, '_>,
    visit: &Visit,
    occasion: Occasion,
    link: &Token,
) -> Result<(), AppError> {
    queue(work, visit, occasion, Some(link))
}

fn queue(work: &mut Work<'_, '_>, visit: &Visit, occasion: Occasion, link: Option<&Token>) -> Result<(), AppError> {
    let Some(patient) = visit.patient else { return Ok(()) };
    let Some(contact) = identity::contact_of(work, patient)? else { return Ok(()) };
    if contact.mail.is_empty() {
        return Ok(());
    }
    let clinic = crate::clinic::get(work.tx)?;
    let lang = visit.language;
    let letter = work.world.letters.visit(&VisitLetter {
        lang,
        occasion,
        starts: visit.starts.to_zoned(work.world.zone.clone()),
        until: None,
        clinic: clinic.particulars.name.get(lang).to_owned(),
        phone: clinic.particulars.phone,
        link: link.map(|link| address(work, lang, link)),
    });
    let key = format!("{}:{}:{}", occasion.code(), visit.id, visit.sequence);
    put(work, &key, (&contact.mail, lang), &letter, (visit.patient, Some(visit.id)))
}

/// A freed time that is offered to somebody who waits.
pub(crate) struct Offer<'a> {
    /// To whom.
    pub patient: PatientId,
    /// The language to write in.
    pub lang: Lang,
    /// The visit that keeps the time.
    pub visit: VisitId,
    /// When it begins.
    pub starts: Timestamp,
    /// Until when it is kept.
    pub until: Timestamp,
    /// The way to the answer.
    pub link: &'a Token,
}

/// Tells somebody who waits of a time that is kept for them. Nobody is written to who has no mail address: the
/// console shows whom to call.
pub(crate) fn tell_offer(work: &mut Work<'_, '_>, offer: &Offer<'_>) -> Result<(), AppError> {
    let Some(contact) = identity::contact_of(work, offer.patient)? else { return Ok(()) };
    if contact.mail.is_empty() {
        return Ok(());
    }
    let clinic = crate::clinic::get(work.tx)?;
    let zone = work.world.zone.clone();
    let link = format!("{}/{}/wait/{}", work.world.public_url, offer.lang.code(), offer.link.reveal());
    let letter = work.world.letters.visit(&VisitLetter {
        lang: offer.lang,
        occasion: Occasion::Offered,
        starts: offer.starts.to_zoned(zone.clone()),
        until: Some(offer.until.to_zoned(zone)),
        clinic: clinic.particulars.name.get(offer.lang).to_owned(),
        phone: clinic.particulars.phone,
        link: Some(link),
    });
    let key = format!("offered:{}", offer.visit);
    put(work, &key, (&contact.mail, offer.lang), &letter, (Some(offer.patient), Some(offer.visit)))
}

/// Tells somebody that their plan stands: the times of its sessions, of which the first so many are booked.
pub(crate) fn tell_plan(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    lang: Lang,
    times: &[Timestamp],
    booked: usize,
    link: Option<&Token>,
) -> Result<(), AppError> {
    let Some(contact) = identity::contact_of(work, patient)? else { return Ok(()) };
    if contact.mail.is_empty() {
        return Ok(());
    }
    let clinic = crate::clinic::get(work.tx)?;
    let local = |at: &Timestamp| at.to_zoned(work.world.zone.clone());
    let (now, later) = times.split_at(booked.min(times.len()));
    let letter = work.world.letters.plan(&PlanLetter {
        lang,
        booked: now.iter().map(local).collect(),
        later: later.iter().map(local).collect(),
        clinic: clinic.particulars.name.get(lang).to_owned(),
        phone: clinic.particulars.phone,
        link: link.map(|link| address(work, lang, link)),
    });
    let key = format!("plan:{patient}:{}", work.now.as_microsecond());
    put(work, &key, (&contact.mail, lang), &letter, (Some(patient), None))
}

/// Asks somebody to choose a time for a session of their plan, on their private page or by telephone.
pub(crate) fn ask_for_time(
    work: &mut Work<'_, '_>,
    patient: PatientId,
    key: &str,
    starts: Timestamp,
) -> Result<(), AppError> {
    let Some(contact) = identity::contact_of(work, patient)? else { return Ok(()) };
    if contact.mail.is_empty() {
        return Ok(());
    }
    let clinic = crate::clinic::get(work.tx)?;
    let lang = contact.language;
    let letter = work.world.letters.visit(&VisitLetter {
        lang,
        occasion: Occasion::Choose,
        starts: starts.to_zoned(work.world.zone.clone()),
        until: None,
        clinic: clinic.particulars.name.get(lang).to_owned(),
        phone: clinic.particulars.phone,
        link: None,
    });
    put(work, key, (&contact.mail, lang), &letter, (Some(patient), None))
}

fn address(work: &Work<'_, '_>, lang: Lang, link: &Token) -> String {
    format!("{}/{}/my/{}", work.world.public_url, lang.code(), link.reveal())
}

fn put(
    work: &mut Work<'_, '_>,
    key: &str,
    (recipient, lang): (&str, Lang),
    letter: &Letter,
    (patient, visit): (Option<PatientId>, Option<VisitId>),
) -> Result<(), AppError> {
    let (clinic, now, id) = (work.clinic(), work.now, work.ids.uuid());
    work.tx.execute(
        "INSERT INTO outbox_message (clinic_id, id, message_key, channel, recipient, language, subject, body,
         patient_id, visit_id, state, attempts, due_at, queued_at)
         VALUES ($1, $2, $3, 'mail', $4, $5, $6, $7, $8, $9, 'queued', 0, $10, $10)
         ON CONFLICT (clinic_id, message_key) DO NOTHING",
        args![
            clinic,
            id,
            key,
            recipient,
            lang.code(),
            letter.subject.as_str(),
            letter.body.as_str(),
            patient,
            visit,
            now
        ],
    )?;
    Ok(())
}
