use super::change::keep;
use super::claims::claim_patient;
use super::claims::free_lapsed;
use super::hold::Draft;
use super::offer::{Wanted, services_for};
use super::visit::{Visit, visit};
use crate::error::{AppError, Refusal};
use crate::identity::{self, Details, Urgency};
use crate::ids::{Token, digest};
use crate::offering::{Service, service_by_slug};
use crate::outbox::{self, Occasion};
use crate::work::Work;
use jiff::Timestamp;
use journey::booking::{Origin, VisitState};
use journey::id::{ContactId, PatientId, StaffId};
use journey::text::Lang;
use store::args;

/// A booking that staff make, with the patient on the telephone or at the desk. Answers may follow: what is not
/// answered blocks treatment, not the booking.
#[derive(Clone, PartialEq, Debug)]
pub struct ByStaff {
    /// A patient who is known, or somebody new.
    pub patient: Caller,
    /// The service, by its name in addresses.
    pub service: String,
    /// From when.
    pub starts: Timestamp,
    /// A practitioner, where one is wished for.
    pub practitioner: Option<StaffId>,
    /// How the patient came: by telephone or in person.
    pub origin: Origin,
    /// The language to write in.
    pub language: Lang,
    /// What the patient said.
    pub wish: String,
    /// The secret of the form: sent again it leads to the same visit.
    pub request: Option<Token>,
}

/// Who the booking is for.
#[derive(Clone, PartialEq, Debug)]
pub enum Caller {
    /// A patient of the clinic.
    Known(PatientId),
    /// Somebody new.
    New(Details),
}

/// A booking that staff made.
#[derive(Clone, PartialEq, Debug)]
pub struct Booked {
    /// The visit.
    pub visit: Visit,
    /// The secret of its private page, to be read out or sent.
    pub link: Token,
}

/// Books for a patient. Refused, with the next free times, when something is taken.
pub fn book_by_staff(work: &mut Work<'_, '_>, command: &ByStaff) -> Result<Booked, AppError> {
    work.actor.front_desk()?;
    if let Some(booked) = again(work, command)? {
        return Ok(booked);
    }
    free_lapsed(work)?;
    let (patient, contact) = who(work, command)?;
    let services = services(work, command, patient)?;
    let wanted = Wanted { service: command.service.clone(), practitioner: command.practitioner, moving: None };
    let draft = Draft {
        state: VisitState::Booked { at: work.now },
        origin: command.origin,
        language: command.language,
        hold_hash: None,
        wanted: &wanted,
        services: &services,
        starts: command.starts,
    };
    let id = draft.place(work)?;
    let (clinic, link) = (work.clinic(), link_of_form(command).unwrap_or_else(|| work.ids.token()));
    let request = command.request.as_ref().map(Token::hash);
    work.tx.execute(
        "UPDATE booking_visit SET patient_id = $1, contact_id = $2, link_hash = $3, wish = $4, request_key = $5
         WHERE clinic_id = $6 AND id = $7",
        args![patient, contact, link.hash(), command.wish.trim(), request, clinic, id],
    )?;
    let visit = visit(work, id)?;
    crate::screening::check_spacing(work, &visit, visit.starts)?;
    claim_patient(work, &visit, visit.starts, visit.ends)?;
    if let Some(protocol) = visit.treatment().and_then(|item| item.protocol.clone()) {
        crate::course::book_next(work, patient, &protocol, visit.id)?;
    }
    identity::look_for_matches(work, patient)?;
    keep(work, "booking.book-by-staff", &visit)?;
    outbox::tell_with_link(work, &visit, Occasion::Booked, &link)?;
    Ok(Booked { visit, link })
}

fn link_of_form(command: &ByStaff) -> Option<Token> {
    let written = format!("private page of form {}", command.request.as_ref()?.reveal());
    Token::parse(&digest(written.as_bytes()))
}

/// The visit that this form has made before.
fn again(work: &mut Work<'_, '_>, command: &ByStaff) -> Result<Option<Booked>, AppError> {
    let (Some(request), Some(link)) = (&command.request, link_of_form(command)) else { return Ok(None) };
    let clinic = work.clinic();
    let row = work.tx.first(
        "SELECT id FROM booking_visit WHERE clinic_id = $1 AND request_key = $2",
        args![clinic, request.hash()],
    )?;
    let Some(row) = row else { return Ok(None) };
    Ok(Some(Booked { visit: visit(work, row.get(0)?)?, link }))
}

fn who(work: &mut Work<'_, '_>, command: &ByStaff) -> Result<(PatientId, Option<ContactId>), AppError> {
    match &command.patient {
        Caller::Known(id) => {
            let patient = identity::by_id(work, *id)?;
            let contact = identity::contact_of(work, patient.id)?;
            Ok((patient.id, contact.map(|contact| contact.id)))
        }
        Caller::New(details) => {
            let mistakes = details.mistakes(command.language, Urgency::Telephone, work.today());
            if !mistakes.is_empty() {
                return Err(Refusal::Fields(mistakes).into());
            }
            let (patient, contact) = identity::register(work, details, command.language.code())?;
            Ok((patient.id, Some(contact)))
        }
    }
}

/// A patient who was examined before and is in a course comes for the treatment alone.
fn services(work: &mut Work<'_, '_>, command: &ByStaff, patient: PatientId) -> Result<Vec<Service>, AppError> {
    let service = service_by_slug(work, &command.service)?;
    let in_course = match &service.protocol {
        Some(protocol) => crate::course::is_running(work, patient, protocol)?,
        None => false,
    };
    if in_course { Ok(vec![service]) } else { services_for(work, &command.service) }
}
