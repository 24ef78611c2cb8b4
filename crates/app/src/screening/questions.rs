use super::facts::facts_of;
use super::protocol_of;
use crate::booking::visit;
use crate::error::{AppError, Refusal};
use crate::offering::service_by_slug;
use crate::work::Work;
use journey::facts::{FactValue, Facts};
use journey::id::VisitId;
use journey::screening::{Questionnaire, questionnaire};
use journey::slug::{FactId, ProtocolId};

/// What to ask, and for which protocol; nothing for counselling and basic services.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Questions {
    /// The items of one screen, and those for later.
    pub questionnaire: Questionnaire,
    /// What is already known and still valid.
    pub known: Facts,
}

/// The questions before booking a service.
pub fn questions_for_service(work: &mut Work<'_, '_>, slug: &str) -> Result<Questions, AppError> {
    let service = service_by_slug(work, slug)?;
    let Some(name) = service.protocol else { return Ok(Questions::default()) };
    let id = ProtocolId::parse(&name).map_err(|_| Refusal::NotFound)?;
    let protocol = work.world.library.get(&id).ok_or(Refusal::NotFound)?;
    let known = age_is_known(work);
    let questionnaire = questionnaire(protocol, work.world.library.facts(), &known, work.today());
    Ok(Questions { questionnaire, known })
}

/// The birth date tells the age, so nobody is asked for both.
fn age_is_known(work: &Work<'_, '_>) -> Facts {
    let mut known = Facts::new();
    if let Ok(age) = FactId::parse("age") {
        known.set(age, FactValue::Unsure, work.today());
    }
    known
}

/// The questions that are still open for a visit.
pub fn questions_for_visit(work: &mut Work<'_, '_>, id: VisitId) -> Result<Questions, AppError> {
    let visit = visit(work, id)?;
    let (Some(patient), Some(item)) = (visit.patient, visit.treatment()) else { return Ok(Questions::default()) };
    let Some(protocol) = protocol_of(work, item)? else { return Ok(Questions::default()) };
    let known = facts_of(work, patient)?;
    let questionnaire = questionnaire(protocol, work.world.library.facts(), &known, work.today());
    Ok(Questions { questionnaire, known })
}
