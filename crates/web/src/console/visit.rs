use super::Desk;
use crate::failure::Failure;
use crate::filled::Filled;
use crate::web::Web;
use app::booking::{self, By, Visit};
use app::identity::{self, Contact, Patient};
use app::money::{self, Account};
use app::offering::{Service, all_services};
use app::screening::{self, Questions};
use app::session::{self, Consent, Record};
use app::{AppError, Refusal, Work};
use axum::Router;
use axum::extract::Path;
use axum::response::Redirect;
use axum::routing::{get, post};
use journey::id::{ItemId, VisitId};
use journey::screening::Verdict;
use maud::Markup;

mod account;
mod clinical;
mod questions;
mod reasons;
mod shift;
mod show;
mod state;

pub(crate) fn routes() -> Router<Web> {
    Router::new()
        .route("/console/visits/{visit}", get(page))
        .route("/console/visits/{visit}/arrive", post(state::arrive))
        .route("/console/visits/{visit}/fulfil", post(state::fulfil))
        .route("/console/visits/{visit}/no-show", post(state::no_show))
        .route("/console/visits/{visit}/late", post(state::late))
        .route("/console/visits/{visit}/cancel", post(state::cancel))
        .route("/console/visits/{visit}/link", post(state::reissue))
        .route("/console/visits/{visit}/move", get(shift::show).post(shift::send))
        .route("/console/visits/{visit}/answers", post(questions::send))
        .route("/console/visits/{visit}/money", post(account::send))
        .route("/console/visits/{visit}/consent", post(clinical::consent))
        .route("/console/visits/{visit}/items/{item}/reasons", get(reasons::show))
        .route("/console/visits/{visit}/items/{item}/review", post(clinical::review))
        .route("/console/visits/{visit}/items/{item}/set-aside", post(clinical::set_aside))
        .route("/console/visits/{visit}/items/{item}/release", post(clinical::release))
}

/// Everything the page of a visit shows.
struct Whole {
    visit: Visit,
    patient: Patient,
    contact: Option<Contact>,
    services: Vec<Service>,
    people: Vec<(journey::id::ResourceId, journey::text::Bilingual)>,
    questions: Questions,
    verdict: Option<Verdict>,
    consent: Option<Consent>,
    record: Option<Record>,
    account: Account,
}

/// Loads a visit and notes who looked.
fn load(work: &mut Work<'_, '_>, id: VisitId) -> Result<Whole, AppError> {
    work.actor.front_desk()?;
    let visit = booking::visit(work, id)?;
    let patient = identity::by_id(work, visit.patient.ok_or(Refusal::NotFound)?)?;
    let object = app::audit::Object { entity: "booking_visit", id: id.uuid(), patient: Some(patient.id) };
    app::audit::note(work, "booking.read-visit", object)?;
    let record = match visit.treatment() {
        Some(item) => session::record_of_item(work, item.id)?,
        None => None,
    };
    let people = app::roster::resources(work)?.into_iter().map(|one| (one.id, one.name)).collect();
    Ok(Whole {
        contact: identity::contact_of(work, patient.id)?,
        services: all_services(work)?,
        people,
        questions: screening::questions_for_visit(work, id)?,
        verdict: screening::latest_verdict(work, id)?,
        consent: session::consent_of(work, id)?,
        record,
        account: money::account(work, id)?,
        visit,
        patient,
    })
}

async fn page(desk: Desk, Path(text): Path<String>) -> Result<Markup, Failure> {
    let id = visit_id(&desk, &text)?;
    let whole = desk.write(move |work| load(work, id)).await?;
    Ok(show::page(&desk, &whole, &Filled::default(), None))
}

fn visit_id(desk: &Desk, text: &str) -> Result<VisitId, Failure> {
    text.parse().map_err(|_| desk.fail(Refusal::NotFound.into()))
}

fn item_id(desk: &Desk, text: &str) -> Result<ItemId, Failure> {
    text.parse().map_err(|_| desk.fail(Refusal::NotFound.into()))
}

fn back(visit: VisitId) -> Redirect {
    Redirect::to(&format!("/console/visits/{visit}"))
}

/// Staff change visits for patients; the clinic's notice does not bind them.
const STAFF: By = By::Staff;

impl Whole {
    /// The open questions that only staff can answer: they are decisive for the verdict, and patients are not asked.
    fn clinic_facts(&self, vocabulary: &journey::facts::Vocabulary) -> Vec<journey::facts::Fact> {
        let missing = self.verdict.as_ref().map_or(&[][..], |verdict| verdict.missing.as_slice());
        missing
            .iter()
            .filter_map(|id| vocabulary.get(id))
            .filter(|fact| fact.asked == journey::facts::AskedOf::Clinic)
            .cloned()
            .collect()
    }
}
