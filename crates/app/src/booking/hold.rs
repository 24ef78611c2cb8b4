use super::claims::{claim, end, free_lapsed};
use super::layout::{Layout, lay_out, taken};
use super::offer::{Wanted, services_for};
use crate::audit::{self, Object};
use crate::error::{AppError, Refusal};
use crate::ids::{Token, digest};
use crate::offering::Service;
use crate::work::Work;
use jiff::Timestamp;
use journey::booking::{Canceller, Origin, VisitState};
use journey::id::{ItemId, SegmentId, VisitId};
use journey::text::Lang;
use store::args;

/// Keeps a time free while a form is filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hold {
    /// What for.
    pub wanted: Wanted,
    /// From when.
    pub starts: Timestamp,
    /// The language of the page.
    pub language: Lang,
    /// The secret of the form: sent again with the same time it leads to the same hold.
    pub request: Option<Token>,
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

/// Holds a time. Refused, with the next free times, when somebody or something is taken. The same form sent twice
/// gives the same hold.
pub fn hold(work: &mut Work<'_, '_>, command: &Hold) -> Result<(Token, Held), AppError> {
    free_lapsed(work)?;
    if let Some(known) = again(work, command)? {
        return Ok(known);
    }
    let services = services_for(work, &command.wanted.service)?;
    let token = fresh(work, command)?;
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

/// The secret that a form and a time lead to.
fn derived(command: &Hold) -> Option<Token> {
    let request = command.request.as_ref()?;
    let written = format!("hold of {} at {}", request.reveal(), command.starts.as_microsecond());
    Token::parse(&digest(written.as_bytes()))
}

/// The hold that this form has made before, while it stands.
fn again(work: &mut Work<'_, '_>, command: &Hold) -> Result<Option<(Token, Held)>, AppError> {
    let Some(token) = derived(command) else { return Ok(None) };
    match held(work, &token) {
        Ok(known) if matches!(known.state, VisitState::Held { .. } | VisitState::Booked { .. }) => {
            Ok(Some((token, known)))
        }
        Ok(_) | Err(AppError::Refused(Refusal::NotFound)) => Ok(None),
        Err(other) => Err(other),
    }
}

/// The secret of a new hold: that of its form, unless an earlier hold of the same form has lapsed or was let go.
fn fresh(work: &mut Work<'_, '_>, command: &Hold) -> Result<Token, AppError> {
    let Some(token) = derived(command) else { return Ok(work.ids.token()) };
    let clinic = work.clinic();
    let used = work
        .tx
        .first("SELECT 1 FROM booking_visit WHERE clinic_id = $1 AND hold_hash = $2", args![clinic, token.hash()])?;
    Ok(if used.is_some() { work.ids.token() } else { token })
}

/// A visit about to be placed into the calendar, by whatever door it came.
pub(crate) struct Draft<'a> {
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

fn insert_items(
    work: &mut Work<'_, '_>,
    visit: VisitId,
    services: &[Service],
    layout: &Layout,
) -> Result<(), AppError> {
    let clinic = work.clinic();
    let (mut items, mut steps) = (Vec::new(), Vec::new());
    for (place, service) in services.iter().enumerate() {
        let item = work.ids.next(ItemId::new);
        let protocol = service.protocol.as_ref().and_then(|id| journey::slug::ProtocolId::parse(id).ok());
        let hash = protocol.and_then(|id| work.world.library.get(&id)).map(|protocol| protocol.hash.to_string());
        let block = block_of(service);
        items
            .push(args![clinic, item, visit, place as i64, service.id, service.protocol.clone(), hash, block].to_vec());
        for (number, step) in layout.composition.steps.iter().enumerate().filter(|(_, step)| step.item == place) {
            let (id, kind) = (work.ids.next(SegmentId::new), step.kind.as_str());
            let (starts, ends) = (layout.at(step.offset), layout.at(step.offset + step.ticks));
            steps.push(args![clinic, id, item, visit, number as i64, kind, starts, ends].to_vec());
        }
    }
    work.tx.insert(
        "booking_item (clinic_id, id, visit_id, place, service_id, protocol_id, protocol_hash, block)",
        &items,
    )?;
    work.tx.insert("booking_segment (clinic_id, id, item_id, visit_id, place, kind, starts_at, ends_at)", &steps)?;
    Ok(())
}

const fn block_of(service: &Service) -> &'static str {
    match service.kind {
        crate::offering::ServiceKind::Protocol | crate::offering::ServiceKind::Basic => "provisional",
        _ => "free",
    }
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
        end(work, held.visit, state)?;
    }
    Ok(())
}
