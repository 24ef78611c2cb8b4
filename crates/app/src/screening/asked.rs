use super::history::{booked_sessions, past_sessions};
use super::protocol_of;
use crate::booking::{Item, Visit};
use crate::error::AppError;
use crate::work::Work;
use crate::world::World;
use jiff::civil::Date;
use journey::course::{BookedSession, CourseQuestion, LifeEvent, PastSession, Planned, check_date};
use journey::id::VisitId;
use journey::screening::{Finding, FindingKind, Headline};
use journey::slug::{IndicationId, ProtocolId};

/// The question on which days a treatment of a visit may lie, with all that is needed to answer it for any day. It is
/// made here and nowhere else.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    protocol: ProtocolId,
    indication: IndicationId,
    history: Vec<PastSession>,
    booked: Vec<BookedSession>,
    events: Vec<LifeEvent>,
    today: Date,
}

impl Asked {
    /// The question of an item; none where no protocol stands behind it. Some visits are looked through: the one
    /// that is asked about, and those that move with it.
    pub fn load(
        work: &mut Work<'_, '_>,
        visit: &Visit,
        item: &Item,
        besides: &[VisitId],
    ) -> Result<Option<Self>, AppError> {
        let (Some(patient), Some(protocol)) = (visit.patient, protocol_of(work, item)?) else { return Ok(None) };
        let history = past_sessions(work, patient)?;
        let booked = booked_sessions(work, patient, besides)?;
        let events = crate::course::events(work, patient)?;
        let named = item.indication.as_deref().and_then(|id| IndicationId::parse(id).ok());
        let running = crate::course::indication_of(work, patient, protocol.id.as_str())?;
        let indication = named.or(running).and_then(|id| protocol.indication(&id)).or(protocol.indications.first());
        let Some(indication) = indication.map(|one| one.id.clone()) else { return Ok(None) };
        Ok(Some(Self { protocol: protocol.id.clone(), indication, history, booked, events, today: work.today() }))
    }

    /// The question of every item of a visit that has one.
    pub fn of_visit(work: &mut Work<'_, '_>, visit: &Visit, besides: &[VisitId]) -> Result<Vec<Self>, AppError> {
        let mut all = Vec::new();
        for item in &visit.items {
            all.extend(Self::load(work, visit, item, besides)?);
        }
        Ok(all)
    }

    /// The same question with more booked.
    pub fn beside(&self, sessions: &[BookedSession]) -> Self {
        let mut more = self.clone();
        more.booked.extend_from_slice(sessions);
        more
    }

    /// What speaks against a day, worst first.
    pub fn findings(&self, world: &World, on: Date) -> Vec<Finding> {
        let Some(protocol) = world.library.get(&self.protocol) else { return Vec::new() };
        let Some(indication) = protocol.indication(&self.indication) else { return Vec::new() };
        let planned = Planned { zones: indication.zones.clone(), ..Planned::default() };
        let question = CourseQuestion {
            library: &world.library,
            protocol,
            indication,
            history: &self.history,
            booked: &self.booked,
            planned: &planned,
            events: &self.events,
            screened: None,
            today: self.today,
        };
        check_date(&question, on)
    }

    /// Whether nobody but a physician may put the treatment on a day.
    pub fn forbids(&self, world: &World, on: Date) -> bool {
        self.findings(world, on).iter().any(forbids)
    }
}

/// Whether a finding of a day speaks against booking it: too near to another session, or to something ahead.
pub(crate) fn forbids(finding: &Finding) -> bool {
    matches!(finding.kind, FindingKind::TooEarly | FindingKind::EventAhead) && finding.headline >= Headline::NeedsDoctor
}
