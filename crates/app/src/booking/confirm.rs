use super::change::keep;
use super::claims::{claim_patient, end};
use super::hold::held;
use super::link::link_of;
use super::visit::{Visit, visit};
use crate::error::{AppError, Refusal};
use crate::identity::{self, Details, Urgency};
use crate::ids::Token;
use crate::outbox::{self, Occasion};
use crate::screening::{self, Stage};
use crate::work::Work;
use jiff::civil::Date;
use journey::booking::{Canceller, OnlineOutcome, VisitState, decide_online};
use journey::facts::Facts;
use journey::id::{ItemId, VisitId};
use journey::identity::fold_phone;
use journey::screening::Verdict;
use journey::text::Lang;
use store::args;

/// What a visitor sends to agree a held time.
#[derive(Clone, PartialEq, Debug)]
pub struct Booking {
    /// The secret of the hold.
    pub token: Token,
    /// Who they are.
    pub details: Details,
    /// What they answered. Anything may be left out.
    pub answers: Facts,
    /// What else they want to say.
    pub wish: String,
    /// The language of the page.
    pub language: Lang,
}

/// How agreeing a time ended.
#[expect(clippy::large_enum_variant, reason = "made once for a request and never kept in numbers")]
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// The visit stands.
    Booked(Confirmed),
    /// Not on that day; the time was let go.
    NotBefore {
        /// The first possible day.
        day: Date,
        /// Why.
        verdict: Verdict,
    },
    /// Not possible online; the time was let go and nothing was kept of the answers.
    NotOnline {
        /// Why.
        verdict: Verdict,
    },
}

/// A visit that stands.
#[derive(Clone, PartialEq, Debug)]
pub struct Confirmed {
    /// The visit.
    pub visit: Visit,
    /// The secret of the private page.
    pub link: Token,
    /// What was booked.
    pub outcome: OnlineOutcome,
    /// Why, where there was anything to judge.
    pub verdict: Option<Verdict>,
}

/// Agrees a held time. The same form sent twice gives the same visit; a hold that lapsed is refused with the next
/// free times; mistakes are named field by field and the hold stays.
pub fn confirm(work: &mut Work<'_, '_>, booking: &Booking) -> Result<Outcome, AppError> {
    let held = held(work, &booking.token)?;
    if let VisitState::Booked { .. } = held.state {
        return again(work, held.visit, &booking.token);
    }
    let booked = held.state.book(work.now)?;
    let mistakes = booking.details.mistakes(booking.language, Urgency::Form, work.today());
    if !mistakes.is_empty() {
        return Err(Refusal::Fields(mistakes).into());
    }
    limit(work, &booking.details)?;
    judge(work, held.visit, booking, booked)
}

fn judge(work: &mut Work<'_, '_>, id: VisitId, booking: &Booking, booked: VisitState) -> Result<Outcome, AppError> {
    let draft = visit(work, id)?;
    let mut answers = booking.answers.clone();
    screening::add_age(work, &mut answers, booking.details.birth_date);
    let verdict = match draft.treatment() {
        Some(item) => screening::verdict_over(work, item, &answers, work.today())?,
        None => None,
    };
    let day = work.world.date_of(draft.starts);
    let outcome = match (&verdict, has_basic_treatment(&draft)) {
        (Some(verdict), _) => decide_online(verdict, day),
        (None, true) => OnlineOutcome::ExaminationOnly,
        (None, false) => OnlineOutcome::ExaminationWithBlock,
    };
    match (outcome, verdict) {
        (OnlineOutcome::NotBefore { day }, Some(verdict)) => {
            let_go(work, &draft)?;
            Ok(Outcome::NotBefore { day, verdict })
        }
        (OnlineOutcome::NotOnline, Some(verdict)) => {
            let_go(work, &draft)?;
            Ok(Outcome::NotOnline { verdict })
        }
        (outcome, verdict) => stand(work, draft, booking, booked, outcome, verdict),
    }
}

/// A treatment without a protocol: whether it is given is for a doctor to decide.
fn has_basic_treatment(visit: &Visit) -> bool {
    visit.items.len() > 1 && visit.treatment().is_none()
}

fn let_go(work: &mut Work<'_, '_>, draft: &Visit) -> Result<(), AppError> {
    let state = draft.state.cancel(work.now, Canceller::Patient)?;
    end(work, draft.id, state)
}

fn stand(
    work: &mut Work<'_, '_>,
    draft: Visit,
    booking: &Booking,
    state: VisitState,
    outcome: OnlineOutcome,
    verdict: Option<Verdict>,
) -> Result<Outcome, AppError> {
    let (patient, contact) = identity::register(work, &booking.details, booking.language.code())?;
    if outcome == OnlineOutcome::ExaminationOnly {
        drop_treatment(work, &draft)?;
    }
    let (clinic, now, link) = (work.clinic(), work.now, link_of(&booking.token));
    work.tx.execute(
        "UPDATE booking_visit SET state = $1, state_at = $2, held_until = NULL, patient_id = $3, contact_id = $4,
         link_hash = $5, wish = $6, version = version + 1 WHERE clinic_id = $7 AND id = $8",
        args![state.code(), now, patient.id, contact, link.hash(), booking.wish.trim(), clinic, draft.id],
    )?;
    let visit = visit(work, draft.id)?;
    claim_patient(work, &visit, visit.starts, visit.ends)?;
    screening::keep_answers(work, patient.id, Some(visit.id), &booking.answers)?;
    if let (Some(verdict), Some(item)) = (&verdict, draft.treatment()) {
        screening::keep_verdict(work, &visit, item, verdict, Stage::Booking)?;
    }
    identity::look_for_matches(work, patient.id)?;
    keep(work, "booking.confirm", &visit)?;
    outbox::tell_with_link(work, &visit, Occasion::Booked, &link)?;
    Ok(Outcome::Booked(Confirmed { visit, link, outcome, verdict }))
}

/// Keeps the examination and frees the treatment behind it.
fn drop_treatment(work: &mut Work<'_, '_>, draft: &Visit) -> Result<(), AppError> {
    let [first, rest @ ..] = draft.items.as_slice() else { return Ok(()) };
    let clinic = work.clinic();
    let ends = first.segments.iter().map(|step| step.ends).max().unwrap_or(draft.ends);
    for item in rest {
        remove_item(work, item.id)?;
    }
    work.tx.execute(
        "DELETE FROM booking_claim WHERE clinic_id = $1 AND visit_id = $2 AND starts_at >= $3",
        args![clinic, draft.id, ends],
    )?;
    work.tx.execute(
        "UPDATE booking_visit SET ends_at = $1 WHERE clinic_id = $2 AND id = $3",
        args![ends, clinic, draft.id],
    )?;
    Ok(())
}

fn remove_item(work: &mut Work<'_, '_>, item: ItemId) -> Result<(), AppError> {
    let clinic = work.clinic();
    work.tx.execute("DELETE FROM booking_segment WHERE clinic_id = $1 AND item_id = $2", args![clinic, item])?;
    work.tx.execute("DELETE FROM booking_item WHERE clinic_id = $1 AND id = $2", args![clinic, item])?;
    Ok(())
}

/// What was booked under a hold, for whoever holds its secret. Refused while the hold is only a hold.
pub fn confirmed(work: &mut Work<'_, '_>, token: &Token) -> Result<Confirmed, AppError> {
    let held = held(work, token)?;
    match (held.state, again(work, held.visit, token)?) {
        (VisitState::Booked { .. }, Outcome::Booked(confirmed)) => Ok(confirmed),
        _ => Err(Refusal::NotFound.into()),
    }
}

fn again(work: &mut Work<'_, '_>, id: VisitId, token: &Token) -> Result<Outcome, AppError> {
    let visit = visit(work, id)?;
    let outcome =
        if visit.treatment().is_some() { OnlineOutcome::ExaminationWithBlock } else { OnlineOutcome::ExaminationOnly };
    let verdict = screening::latest_verdict(work, id)?;
    Ok(Outcome::Booked(Confirmed { visit, link: link_of(token), outcome, verdict }))
}

fn limit(work: &mut Work<'_, '_>, details: &Details) -> Result<(), AppError> {
    let open = identity::open_bookings(work, &fold_phone(&details.phone), &details.mail)?;
    if open >= i64::from(work.world.policy.open_bookings) { Err(Refusal::TooManyOpen.into()) } else { Ok(()) }
}
