use crate::site::offered;
use app::catalogue::{Approval, approval_of};
use app::content::{self, Article};
use app::offering::{Price, Service, ServiceKind};
use app::staff::{self, Competence, StaffMember};
use app::{AppError, Refusal, Work};
use jiff::civil::Date;
use journey::slug::ProtocolId;
use journey::text::Lang;

/// What the page of a treatment needs beside the protocol.
pub(super) struct Loaded {
    /// The service with today's prices.
    pub service: Service,
    /// The prices of the examination that comes first, the first visit's before the others.
    pub examination: Option<Price>,
    /// Who approved the version, and when.
    pub approval: Option<(Approval, StaffMember)>,
    /// Those whom public pages show.
    pub staff: Vec<StaffMember>,
    /// What is held today.
    pub held: Vec<Competence>,
    /// Articles about the treatment.
    pub articles: Vec<Article>,
    /// Today.
    pub today: Date,
}

/// Loads what belongs to a treatment. Not found where the clinic does not offer it.
pub(super) fn load(work: &mut Work<'_, '_>, lang: Lang, id: &str) -> Result<Loaded, AppError> {
    let today = work.today();
    let offer = offered::load(work)?;
    let service = offer.treatment(id).ok_or(Refusal::NotFound)?.service.clone();
    let examination = offer.of_kind(ServiceKind::Examination).and_then(|service| service.prices.first()).cloned();
    let mut staff = staff::all(work)?;
    staff.retain(|member| member.listed);
    let mut held = staff::competences(work)?;
    held.retain(|one| one.tenure.holds_on(today));
    let mut articles = content::latest(work, lang)?;
    articles.retain(|article| article.front.treatments.iter().any(|one| one == id));
    Ok(Loaded { service, examination, approval: approval(work, id)?, staff, held, articles, today })
}

fn approval(work: &mut Work<'_, '_>, id: &str) -> Result<Option<(Approval, StaffMember)>, AppError> {
    let known = ProtocolId::parse(id).ok().and_then(|id| work.world.library.get(&id));
    let hash = known.ok_or(Refusal::NotFound)?.hash.to_string();
    let Some(approval) = approval_of(work, &hash)? else { return Ok(None) };
    Ok(Some((approval, staff::by_id(work, approval.by)?)))
}
