use super::calendar::{Calendar, instant, tick_of};
use super::compose::{Composition, compose};
use super::offer::{Wanted, ignoring, next_free, preference, services_for};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal};
use crate::ids::Token;
use crate::offering::Service;
use crate::work::Work;
use jiff::Timestamp;
use journey::booking::{Canceller, Origin, VisitState};
use journey::id::{ItemId, ResourceId, SegmentId, VisitId};
use journey::text::Lang;
use planner::{Tick, assign};
use store::{StoreError, args};

/// Keeps a time free while a form is filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hold {
    /// What for.
    pub wanted: Wanted,
    /// From when.
    pub starts: Timestamp,
    /// The language of the page.
    pub language: Lang,
}

/// A time that is kept.
#[derive(Clone, PartialEq, Debug)]
pub struct Held {
    /// The visit.
    pub visit: VisitId,
    /// From when.
    pub starts: Timestamp,
    /// Until when it is kept.
    pub until: Timestamp,
    /// How often it was extended.
    pub extensions: i64,
    /// Where it stands.
    pub state: VisitState,
}

/// How many free times a refusal names.
const ALTERNATIVES: usize = 6;

/// Holds a time. Refused, with the next free times, when somebody or something is taken.
pub fn hold(work: &mut Work<'_, '_>, command: &Hold) -> Result<(Token, Held), AppError> {
    free_lapsed(work)?;
    let services = services_for(work, &command.wanted.service)?;
    let token = work.ids.token();
    let until = work.now.checked_add(work.world.policy.hold).unwrap_or(work.now);
    let visit = Draft {
        state: VisitState::Held { until },
        origin: Origin::Web,
        language: command.language,
        hold_hash: Some(token.clone()),
        wanted: &command.wanted,
        services: &services,
        starts: command.starts,
    }
    .place(work)?;
    Ok((token, Held { visit, starts: command.starts, until, extensions: 0, state: VisitState::Held { until } }))
}

/// A visit about to be placed into the calendar, by whatever door it came.
pub(super) struct Draft<'a> {
    pub state: VisitState,
    pub origin: Origin,
    pub language: Lang,
    pub hold_hash: Option<Token>,
    pub wanted: &'a Wanted,
    pub services: &'a [Service],
    pub starts: Timestamp,
}

impl Draft<'_> {
    /// Writes the visit with its items, steps and claims. The database has the last word on every claim.
    pub fn place(&self, work: &mut Work<'_, '_>) -> Result<VisitId, AppError> {
        let layout = match lay_out(work, self.wanted, self.services, self.starts)? {
            Some(layout) => layout,
            None => return Err(taken(work, self.wanted, self.starts)?),
        };
        let visit = work.ids.next(VisitId::new);
        self.insert(work, visit, &layout)?;
        insert_items(work, visit, self.services, &layout)?;
        claim(work, visit, &layout)?;
        let object = Object { entity: "booking_visit", id: visit.uuid(), patient: None };
        audit::note(work, "booking.place", object)?;
        Ok(visit)
    }

    fn insert(&self, work: &mut Work<'_, '_>, visit: VisitId, layout: &Layout) -> Result<(), AppError> {
        let (clinic, now) = (work.clinic(), work.now);
        let held_until = match self.state {
            VisitState::Held { until } => Some(until),
            _ => None,
        };
        work.tx.execute(
            "INSERT INTO booking_visit (clinic_id, id, state, state_at, held_until, extensions, origin, language,
             starts_at, ends_at, hold_hash, wish, link_failures, sequence, created_at, version)
             VALUES ($1, $2, $3, $4, $5, 0, $6, $7, $8, $9, $10, '', 0, 0, $4, 1)",
            args![
                clinic,
                visit,
                self.state.code(),
                now,
                held_until,
                self.origin.code(),
                self.language.code(),
                self.starts,
                layout.ends(),
                self.hold_hash.as_ref().map(Token::hash)
            ],
        )?;
        Ok(())
    }
}

/// Where everything of a visit goes: the composition, the midnight its ticks count from, and who was assigned.
pub(super) struct Layout {
    pub composition: Composition,
    pub midnight: Timestamp,
    pub start: Tick,
    pub assigned: Vec<ResourceId>,
}

impl Layout {
    fn at(&self, offset: u16) -> Timestamp {
        instant(self.midnight, Tick(self.start.0 + offset))
    }

    pub fn ends(&self) -> Timestamp {
        self.at(self.composition.ticks)
    }
}

/// Finds a place for services at a time; nothing when somebody or something is taken.
pub(super) fn lay_out(
    work: &mut Work<'_, '_>,
    wanted: &Wanted,
    services: &[Service],
    starts: Timestamp,
) -> Result<Option<Layout>, AppError> {
    let day = work.world.date_of(starts);
    let midnight = work.world.midnight(day);
    let Some(start) = tick_of(midnight, starts) else { return Err(Refusal::NotOffered.into()) };
    let first = match work.actor {
        crate::actor::Actor::Staff(_) => starts,
        _ => work.world.policy.first_offer(work.now),
    };
    let calendar = Calendar::load(work, day, day, ignoring(wanted))?;
    let composition = compose(services, &calendar.resources, day, preference(wanted));
    let free = calendar.free(work.world, day, first);
    let Some(chosen) = assign(&composition.pattern, &free, start) else { return Ok(None) };
    let assigned = chosen.into_iter().map(|place| calendar.resources[place].id).collect();
    Ok(Some(Layout { composition, midnight, start, assigned }))
}

fn insert_items(
    work: &mut Work<'_, '_>,
    visit: VisitId,
    services: &[Service],
    layout: &Layout,
) -> Result<(), AppError> {
    let clinic = work.clinic();
    for (place, service) in services.iter().enumerate() {
        let item = work.ids.next(ItemId::new);
        let protocol = service.protocol.as_ref().and_then(|id| journey::slug::ProtocolId::parse(id).ok());
        let hash = protocol.and_then(|id| work.world.library.get(&id)).map(|protocol| protocol.hash.to_string());
        work.tx.execute(
            "INSERT INTO booking_item (clinic_id, id, visit_id, place, service_id, protocol_id, protocol_hash, block)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
            args![clinic, item, visit, place as i64, service.id, service.protocol.clone(), hash, block_of(service)],
        )?;
        for (step_place, step) in layout.composition.steps.iter().enumerate().filter(|(_, step)| step.item == place) {
            let id = work.ids.next(SegmentId::new);
            work.tx.execute(
                "INSERT INTO booking_segment (clinic_id, id, item_id, visit_id, place, kind, starts_at, ends_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
                args![
                    clinic,
                    id,
                    item,
                    visit,
                    step_place as i64,
                    step.kind.as_str(),
                    layout.at(step.offset),
                    layout.at(step.offset + step.ticks)
                ],
            )?;
        }
    }
    Ok(())
}

const fn block_of(service: &Service) -> &'static str {
    match service.kind {
        crate::offering::ServiceKind::Protocol | crate::offering::ServiceKind::Basic => "provisional",
        _ => "free",
    }
}

/// Claims every resource of a layout. A claim that the database refuses means that another command was faster and
/// this one saw an older picture: it is run again on the newer one.
pub(super) fn claim(work: &mut Work<'_, '_>, visit: VisitId, layout: &Layout) -> Result<(), AppError> {
    let clinic = work.clinic();
    for (group, subject) in layout.composition.pattern.groups.iter().zip(&layout.assigned) {
        for piece in &group.pieces {
            let made = work.tx.execute(
                "INSERT INTO booking_claim (clinic_id, subject_id, lane, starts_at, ends_at, visit_id)
                 VALUES ($1, $2, 0, $3, $4, $5)",
                args![clinic, *subject, layout.at(piece.offset), layout.at(piece.offset + piece.ticks), visit],
            );
            match made {
                Ok(_) => {}
                Err(StoreError::Overlap | StoreError::Duplicate(_)) => return Err(StoreError::Retry.into()),
                Err(other) => return Err(other.into()),
            }
        }
    }
    Ok(())
}

pub(super) fn taken(work: &mut Work<'_, '_>, wanted: &Wanted, starts: Timestamp) -> Result<AppError, AppError> {
    let next = next_free(work, wanted, starts, ALTERNATIVES)?;
    Ok(Refusal::TimeTaken { next }.into())
}

/// Frees what lapsed holds still keep. Part of every command that needs a time, and of the house-keeping worker.
pub fn free_lapsed(work: &mut Work<'_, '_>) -> Result<(), AppError> {
    let (clinic, now) = (work.clinic(), work.now);
    let lapsed = "SELECT id FROM booking_visit WHERE clinic_id = $1 AND state = 'held' AND held_until <= $2";
    work.tx.execute(
        &format!("DELETE FROM booking_claim WHERE clinic_id = $1 AND visit_id IN ({lapsed})"),
        args![clinic, now],
    )?;
    work.tx.execute(
        "UPDATE booking_visit SET state = 'expired', state_at = $2, version = version + 1
         WHERE clinic_id = $1 AND state = 'held' AND held_until <= $2",
        args![clinic, now],
    )?;
    Ok(())
}

/// The held visit of a token, in whatever state it is by now.
pub fn held(work: &mut Work<'_, '_>, token: &Token) -> Result<Held, AppError> {
    let clinic = work.clinic();
    let row = work
        .tx
        .first("SELECT id FROM booking_visit WHERE clinic_id = $1 AND hold_hash = $2", args![clinic, token.hash()])?;
    let id: VisitId = row.ok_or(Refusal::NotFound)?.get(0)?;
    let visit = super::visit::visit(work, id)?;
    let until = match visit.state {
        VisitState::Held { until } => until,
        _ => visit.starts,
    };
    Ok(Held { visit: id, starts: visit.starts, until, extensions: visit.extensions, state: visit.state })
}

/// Keeps a held time longer, as often as the policy allows.
pub fn extend(work: &mut Work<'_, '_>, token: &Token) -> Result<Timestamp, AppError> {
    let held = held(work, token)?;
    if held.extensions >= i64::from(work.world.policy.extensions) {
        return Err(Refusal::NotOffered.into());
    }
    let until = work.now.checked_add(work.world.policy.hold).unwrap_or(work.now);
    held.state.extend(work.now, until)?;
    let clinic = work.clinic();
    work.tx.execute(
        "UPDATE booking_visit SET held_until = $1, extensions = extensions + 1, version = version + 1
         WHERE clinic_id = $2 AND id = $3",
        args![until, clinic, held.visit],
    )?;
    Ok(until)
}

/// Lets a held time go.
pub fn let_go(work: &mut Work<'_, '_>, token: &Token) -> Result<(), AppError> {
    let held = held(work, token)?;
    if let VisitState::Held { .. } = held.state {
        let state = held.state.cancel(work.now, Canceller::Patient)?;
        super::change::end(work, held.visit, state)?;
    }
    Ok(())
}
