use crate::actor::Actor;
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal, field};
use crate::identity::{self, Details, Urgency};
use crate::ids::Token;
use crate::offering::service_by_slug;
use crate::work::Work;
use journey::booking::VisitState;
use journey::id::{ContactId, PatientId, VisitId, WaitlistId};
use journey::identity::fold_phone;
use journey::text::Lang;
use journey::waitlist::Wish;
use store::args;

/// Somebody who wants to wait.
#[derive(Clone, PartialEq, Debug)]
pub struct Joining {
    /// Who.
    pub who: Who,
    /// For which service, by its name in addresses.
    pub service: String,
    /// When, and with whom.
    pub wish: Wish,
    /// A visit of theirs for which an earlier time is wanted.
    pub earlier_than: Option<VisitId>,
    /// The language to write in.
    pub language: Lang,
}

/// Who wants to wait.
#[derive(Clone, PartialEq, Debug)]
pub enum Who {
    /// Somebody new.
    New(Details),
    /// A patient, by staff or on their own private page.
    Known(PatientId),
}

/// Puts somebody on the waitlist and gives the secret of their page there. Refused when the days are over or the
/// wrong way round, when one number or address waits too often already, or for another person's visit.
pub fn join(work: &mut Work<'_, '_>, joining: &Joining) -> Result<(WaitlistId, Token), AppError> {
    service_by_slug(work, &joining.service)?;
    let wish = &joining.wish;
    if wish.until < wish.from || wish.until < work.today() {
        return Err(field("until", "field-date"));
    }
    let (patient, contact) = who(work, joining)?;
    if let Some(visit) = joining.earlier_than {
        demand_own(work, visit, patient)?;
    }
    let (clinic, now) = (work.clinic(), work.now);
    let (id, link) = (work.ids.next(WaitlistId::new), work.ids.token());
    let minutes = |(day, from, to): &(jiff::civil::Weekday, _, _)| hours(*day, *from, *to);
    let hours: Vec<(i8, u16, u16)> = wish.days.iter().map(minutes).collect();
    work.tx.execute(
        "INSERT INTO waitlist_entry (clinic_id, id, patient_id, contact_id, service, practitioner_id, from_day,
         until_day, hours, visit_id, language, state, since, declined, lapsed, link_hash, version)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'waiting', $12, 0, 0, $13, 1)",
        args![
            clinic,
            id,
            patient,
            contact,
            joining.service.as_str(),
            wish.practitioner,
            wish.from,
            wish.until,
            serde_json::to_string(&hours)?,
            joining.earlier_than,
            joining.language.code(),
            now,
            link.hash()
        ],
    )?;
    let object = Object { entity: "waitlist_entry", id: id.uuid(), patient: Some(patient) };
    audit::note(work, "waitlist.join", object)?;
    Ok((id, link))
}

fn hours(
    day: jiff::civil::Weekday,
    from: journey::roster::hours::MinuteOfDay,
    to: journey::roster::hours::MinuteOfDay,
) -> (i8, u16, u16) {
    (day.to_monday_one_offset(), from.get(), to.get())
}

fn who(work: &mut Work<'_, '_>, joining: &Joining) -> Result<(PatientId, Option<ContactId>), AppError> {
    match &joining.who {
        Who::Known(id) => {
            let patient = identity::by_id(work, *id)?;
            let own = matches!(&work.actor, Actor::Patient(me) if *me == *id || *me == patient.id);
            if !own {
                work.actor.front_desk()?;
            }
            let contact = identity::contact_of(work, patient.id)?;
            Ok((patient.id, contact.map(|contact| contact.id)))
        }
        Who::New(details) => {
            let urgency = if work.actor.front_desk().is_ok() { Urgency::Telephone } else { Urgency::Form };
            let mistakes = details.mistakes(joining.language, urgency, work.today());
            if !mistakes.is_empty() {
                return Err(Refusal::Fields(mistakes).into());
            }
            limit(work, details)?;
            let (patient, contact) = identity::register(work, details, joining.language.code())?;
            identity::look_for_matches(work, patient.id)?;
            Ok((patient.id, Some(contact)))
        }
    }
}

/// One number or address waits at most as often as it may book.
fn limit(work: &mut Work<'_, '_>, details: &Details) -> Result<(), AppError> {
    let (clinic, most) = (work.clinic(), i64::from(work.world.policy.open_bookings));
    let row = work.tx.first(
        "SELECT COUNT(*) FROM waitlist_entry WHERE clinic_id = $1 AND state IN ('waiting', 'offered') AND contact_id IN (
           SELECT id FROM identity_contact WHERE clinic_id = $1 AND phone_key = $2
           UNION SELECT id FROM identity_contact WHERE clinic_id = $1 AND mail = $3 AND mail <> '')",
        args![clinic, fold_phone(&details.phone).as_str(), details.mail.trim().to_lowercase()],
    )?;
    let waiting: i64 = row.map_or(Ok(0), |row| row.get(0))?;
    if waiting >= most { Err(Refusal::TooManyOpen.into()) } else { Ok(()) }
}

fn demand_own(work: &mut Work<'_, '_>, visit: VisitId, patient: PatientId) -> Result<(), AppError> {
    let visit = crate::booking::visit(work, visit)?;
    let people = identity::person_ids(work, patient)?;
    let theirs = visit.patient.is_some_and(|one| people.contains(&one));
    match visit.state {
        VisitState::Booked { .. } if theirs => Ok(()),
        _ => Err(Refusal::NotFound.into()),
    }
}
