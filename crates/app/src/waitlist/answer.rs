use super::entry::{Entry, EntryState, Offer, Waiting, by_id, by_link, save, save_offer};
use crate::booking::{self, By, claim_patient, end, keep};
use crate::error::{AppError, Refusal};
use crate::ids::Token;
use crate::outbox::{self, Occasion};
use crate::work::Work;
use journey::booking::{Canceller, VisitState};
use journey::id::{VisitId, WaitlistId};
use journey::waitlist::OfferState;
use store::args;

/// How an offer was answered.
#[derive(Clone, PartialEq, Debug)]
pub struct Answered {
    /// The visit that stands now.
    pub visit: VisitId,
    /// The secret of its private page, where it is a new one.
    pub link: Option<Token>,
}

/// Takes an offered time: a held visit becomes an agreed one, or an earlier time takes the place of a later one, in
/// one transaction. Refused once the offer ran out. Taken twice it is taken once.
pub fn take(work: &mut Work<'_, '_>, link: &Token) -> Result<Answered, AppError> {
    let Waiting { mut entry, offer } = by_link(work, link)?;
    let offer = offer.ok_or(Refusal::NotFound)?;
    if let (EntryState::Done, OfferState::Taken { .. }) = (entry.state, offer.state) {
        return Ok(Answered { visit: entry.visit.unwrap_or(offer.visit), link: None });
    }
    let state = offer.state.take(work.now)?;
    save_offer(work, offer.id, state)?;
    entry.state = EntryState::Done;
    save(work, &entry)?;
    match entry.visit {
        Some(visit) => move_there(work, &entry, &offer, visit),
        None => agree(work, &entry, &offer),
    }
}

/// The later visit moves to the time that was kept.
fn move_there(work: &mut Work<'_, '_>, entry: &Entry, offer: &Offer, visit: VisitId) -> Result<Answered, AppError> {
    give_up(work, offer.visit)?;
    booking::reschedule(work, visit, offer.starts, entry.wish.practitioner, By::Offer)?;
    Ok(Answered { visit, link: None })
}

/// The held visit becomes the patient's.
fn agree(work: &mut Work<'_, '_>, entry: &Entry, offer: &Offer) -> Result<Answered, AppError> {
    let held = booking::visit(work, offer.visit)?;
    let state = held.state.book(work.now)?;
    let (clinic, now, link) = (work.clinic(), work.now, work.ids.token());
    let patient = crate::identity::by_id(work, entry.patient)?.id;
    work.tx.execute(
        "UPDATE booking_visit SET state = $1, state_at = $2, held_until = NULL, patient_id = $3, contact_id = $4,
         link_hash = $5, version = version + 1 WHERE clinic_id = $6 AND id = $7",
        args![state.code(), now, patient, entry.contact, link.hash(), clinic, held.id],
    )?;
    let visit = booking::visit(work, held.id)?;
    crate::screening::check_spacing(work, &visit, visit.starts)?;
    claim_patient(work, &visit, visit.starts, visit.ends)?;
    if let Some(protocol) = visit.treatment().and_then(|item| item.protocol.clone()) {
        crate::course::book_next(work, patient, &protocol, visit.id)?;
    }
    keep(work, "waitlist.take", &visit)?;
    outbox::tell_with_link(work, &visit, Occasion::Booked, &link)?;
    Ok(Answered { visit: visit.id, link: Some(link) })
}

/// Says no to an offered time; it goes to the next, and the wait goes on.
pub fn decline(work: &mut Work<'_, '_>, link: &Token) -> Result<(), AppError> {
    let Waiting { mut entry, offer } = by_link(work, link)?;
    let offer = offer.ok_or(Refusal::NotFound)?;
    let state = offer.state.decline(work.now)?;
    save_offer(work, offer.id, state)?;
    give_up(work, offer.visit)?;
    entry.declined += 1;
    entry.state = EntryState::Waiting;
    save(work, &entry)
}

/// Leaves the waitlist; a time that is kept goes to the next.
pub fn withdraw(work: &mut Work<'_, '_>, link: &Token) -> Result<(), AppError> {
    let waiting = by_link(work, link)?;
    leave(work, waiting)
}

/// Takes somebody off the waitlist, on their word.
pub fn withdraw_by_staff(work: &mut Work<'_, '_>, id: WaitlistId) -> Result<(), AppError> {
    work.actor.front_desk()?;
    let waiting = by_id(work, id)?;
    leave(work, waiting)
}

fn leave(work: &mut Work<'_, '_>, Waiting { mut entry, offer }: Waiting) -> Result<(), AppError> {
    if !matches!(entry.state, EntryState::Waiting | EntryState::Offered) {
        return Ok(());
    }
    if let Some(offer) = offer
        && let Ok(state) = offer.state.withdraw(work.now)
    {
        save_offer(work, offer.id, state)?;
        give_up(work, offer.visit)?;
    }
    entry.state = EntryState::Withdrawn;
    save(work, &entry)
}

/// Frees a time that was kept, if it still is.
fn give_up(work: &mut Work<'_, '_>, held: VisitId) -> Result<(), AppError> {
    let visit = booking::visit(work, held)?;
    if let VisitState::Held { .. } = visit.state {
        let state = visit.state.cancel(work.now, Canceller::Clinic)?;
        end(work, held, state)?;
    }
    Ok(())
}
