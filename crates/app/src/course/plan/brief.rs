use super::super::ahead::{Ahead, ahead};
use super::super::load::{Course, CourseState, of_patient as courses_of};
use super::wish::planning;
use crate::actor::Actor;
use crate::booking::{self, Openings, Visit, able, policy_among};
use crate::error::AppError;
use crate::identity;
use crate::offering::{Service, all_services};
use crate::screening::{booked_sessions, facts_of, past_sessions};
use crate::work::Work;
use crate::world::World;
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use journey::booking::VisitState;
use journey::course::{
    BookedSession, CourseQuestion, LifeEvent, PastSession, Planned, Purpose, Release, Treated, Wishes,
};
use journey::facts::Facts;
use journey::id::{CourseId, CourseSessionId, PatientId, StaffId, VisitId};
use journey::protocol::Protocol;
use journey::screening::Activation;
use journey::slug::{IndicationId, ProtocolId};

/// The most days that a plan looks ahead: twelve months.
const MOST_DAYS: i32 = 366;
/// How far beyond the ideal day a session is looked for where the protocol knows no latest day: eight weeks, a rule of
/// the house.
pub(super) const SLACK: i32 = 56;
/// How much longer than the longest rhythm the calendar is looked at: two weeks, in which easing a rhythm may help.
const ROOM: i32 = 14;

/// A session that is to stand at a certain time, while the rest is planned around it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Pin {
    /// The visit that moves there.
    pub visit: VisitId,
    /// When.
    pub starts: Timestamp,
}

/// Everything that planning for one person needs, taken along from one look.
pub struct Brief {
    pub(super) case: Case,
    pub(super) openings: Openings,
    pub(super) until: Date,
}

impl Brief {
    /// Whether there is anything left to plan.
    pub fn is_empty(&self) -> bool {
        self.case.series.is_empty()
    }

    /// The protocols of open courses that the clinic no longer offers, so that their sessions cannot be planned.
    pub fn left_out(&self) -> &[String] {
        &self.case.left_out
    }
}

/// What is asked for, apart from what is free.
pub(super) struct Case {
    pub today: Date,
    pub first: Date,
    pub series: Vec<Series>,
    pub left_out: Vec<String>,
    pub history: Vec<PastSession>,
    pub booked: Vec<BookedSession>,
    pub busy: Vec<(Timestamp, Timestamp)>,
    pub ahead: Vec<Ahead>,
    pub wishes: Wishes,
    pub facts: Facts,
    pub pinned: Vec<Settled>,
    /// How many visits the person may have open, and the last day that is booked online.
    pub budget: usize,
    pub horizon: Date,
}

/// A session of the plan whose time is not up for choice any more.
#[derive(Clone, Copy)]
pub(super) struct Settled {
    pub course: CourseId,
    pub session: CourseSessionId,
    pub starts: Timestamp,
}

/// The open sessions of one course.
pub(super) struct Series {
    pub course: CourseId,
    pub protocol: ProtocolId,
    pub indication: IndicationId,
    pub service: Service,
    pub activation: Activation,
    pub people: Vec<StaffId>,
    pub due: Vec<Due>,
}

/// A session that is to get a time, with the one it has now.
#[derive(Clone)]
pub(super) struct Due {
    pub session: CourseSessionId,
    pub number: i64,
    pub earliest: Date,
    pub ideal: Date,
    pub visit: Option<VisitId>,
    pub now: Option<(Timestamp, Option<StaffId>)>,
}

/// Looks at everything that planning a person's open courses needs. Empty where no session is open.
pub fn brief(work: &mut Work<'_, '_>, patient: PatientId, pin: Option<Pin>) -> Result<Brief, AppError> {
    super::demand(work, patient)?;
    let case = Case::load(work, patient, pin)?;
    let until = case.last_day(work.world);
    let moving: Vec<VisitId> = case.moving().chain(pin.map(|pin| pin.visit)).collect();
    let openings = Openings::load(work, case.first, until, &moving)?;
    Ok(Brief { case, openings, until })
}

impl Case {
    pub fn load(work: &mut Work<'_, '_>, patient: PatientId, pin: Option<Pin>) -> Result<Self, AppError> {
        let person = identity::by_id(work, patient)?.id;
        let (visits, services) = (booking::of_patient(work, person)?, all_services(work)?);
        let mut courses = courses_of(work, person)?;
        courses.retain(|course| matches!(course.state, CourseState::Proposed | CourseState::Accepted));
        courses.sort_by_key(|course| (course.proposed_at, course.id));
        let (mut series, mut pinned, mut left_out) = (Vec::new(), Vec::new(), Vec::new());
        for course in &courses {
            if !is_offered(work.world, course, &services) {
                left_out
                    .extend(course.sessions.iter().any(|one| one.state == "planned").then(|| course.protocol.clone()));
            }
            let (one, settled) = Series::load(work, course, &visits, &services, pin)?;
            series.extend(one);
            pinned.extend(settled);
        }
        let moving: Vec<VisitId> = series.iter().flat_map(Series::visits).chain(pin.map(|pin| pin.visit)).collect();
        let mut booked = booked_sessions(work, person, &moving)?;
        booked.extend(pinned.iter().filter_map(|one: &Settled| settled_session(work, &courses, one)));
        let stands = |visit: &&Visit| {
            let open = matches!(visit.state, VisitState::Booked { .. } | VisitState::Arrived { .. });
            open && visit.ends > work.now && !moving.contains(&visit.id)
        };
        let busy: Vec<(Timestamp, Timestamp)> =
            visits.iter().filter(stands).map(|visit| (visit.starts, visit.ends)).collect();
        let others = busy.len();
        Ok(Self {
            today: work.today(),
            first: work.world.date_of(work.world.policy.first_offer(work.now)),
            history: past_sessions(work, person)?,
            ahead: ahead(work, person)?,
            wishes: planning(work, person)?.wishes,
            facts: facts_of(work, person)?,
            budget: usize::from(work.world.policy.open_bookings).saturating_sub(others).max(moving.len()),
            horizon: booking::horizon(work),
            series,
            left_out,
            booked,
            busy,
            pinned,
        })
    }

    pub fn moving(&self) -> impl Iterator<Item = VisitId> + '_ {
        self.series.iter().flat_map(Series::visits)
    }

    pub fn events(&self) -> Vec<LifeEvent> {
        self.ahead.iter().map(|one| one.event.clone()).collect()
    }

    /// The last day that any session may need, with room to spare.
    fn last_day(&self, world: &World) -> Date {
        let most = self.first.saturating_add(MOST_DAYS.days());
        let needs = self.series.iter().filter_map(|one| one.last_day(self, world)).max().unwrap_or(self.first);
        needs.saturating_add(ROOM.days()).min(most)
    }
}

impl Series {
    /// The open sessions of a course, and those that are pinned; nothing of a treatment that is no longer offered.
    fn load(
        work: &mut Work<'_, '_>,
        course: &Course,
        visits: &[Visit],
        services: &[Service],
        pin: Option<Pin>,
    ) -> Result<(Option<Self>, Vec<Settled>), AppError> {
        let service = services.iter().find(|one| one.protocol.as_deref() == Some(course.protocol.as_str()));
        let ids = ProtocolId::parse(&course.protocol).ok().zip(IndicationId::parse(&course.indication).ok());
        let (Some(service), Some((protocol, indication))) = (service, ids) else { return Ok((None, Vec::new())) };
        let world = work.world;
        let Some(rules) = world.library.get(&protocol).filter(|rules| rules.indication(&indication).is_some()) else {
            return Ok((None, Vec::new()));
        };
        let (mut due, mut pinned) = (Vec::new(), Vec::new());
        for session in &course.sessions {
            let visit = session.visit.and_then(|id| visits.iter().find(|visit| visit.id == id));
            match (visit, pin) {
                (Some(visit), Some(pin)) if visit.id == pin.visit => {
                    pinned.push(Settled { course: course.id, session: session.id, starts: pin.starts });
                }
                (Some(visit), _) if session.state == "booked" && may_move(work, visit, services) => {
                    let with = practitioner_of(work, visit)?;
                    let now = Some((visit.starts, with));
                    due.push(Due {
                        session: session.id,
                        number: session.number,
                        earliest: session.earliest,
                        ideal: session.ideal,
                        visit: Some(visit.id),
                        now,
                    });
                }
                (None, _) if session.state == "planned" => {
                    let now = session.planned_at.map(|at| (at, session.practitioner));
                    due.push(Due {
                        session: session.id,
                        number: session.number,
                        earliest: session.earliest,
                        ideal: session.ideal,
                        visit: None,
                        now,
                    });
                }
                _ => {}
            }
        }
        let house = work.house()?;
        let one = Self {
            course: course.id,
            activation: crate::catalogue::activation(work, rules)?,
            people: able(&house, service, work.today()),
            service: service.clone(),
            protocol,
            indication,
            due,
        };
        Ok(((!one.due.is_empty()).then_some(one), pinned))
    }

    fn visits(&self) -> impl Iterator<Item = VisitId> + '_ {
        self.due.iter().filter_map(|one| one.visit)
    }

    pub fn rules<'w>(&self, world: &'w World) -> Option<&'w Protocol> {
        world.library.get(&self.protocol)
    }

    /// One more session of this series on a day, as the rules see it.
    pub fn done_on(&self, world: &World, on: Date) -> PastSession {
        let indication = self.rules(world).and_then(|rules| rules.indication(&self.indication));
        PastSession {
            treated: Treated::Protocol(self.protocol.clone()),
            on,
            indication: Some(self.indication.clone()),
            zones: indication.map_or_else(Vec::new, |one| one.zones.clone()),
            product: None,
            depth: None,
            doses: Vec::new(),
            release: Release::ByPhysician,
            purpose: Purpose::Course,
        }
    }

    /// The same, still to come.
    pub fn booked_on(&self, world: &World, on: Date) -> BookedSession {
        let PastSession { treated, on, indication, zones, product, purpose, .. } = self.done_on(world, on);
        BookedSession { treated, on, indication, zones, product, purpose }
    }

    pub fn planned(&self, world: &World) -> Planned {
        let indication = self.rules(world).and_then(|rules| rules.indication(&self.indication));
        Planned { zones: indication.map_or_else(Vec::new, |one| one.zones.clone()), ..Planned::default() }
    }

    /// Asks a question of the rules; none where the protocol or what it is for is gone.
    pub fn ask<T>(&self, world: &World, asked: impl FnOnce(&CourseQuestion<'_>) -> T) -> Option<T> {
        let rules = self.rules(world)?;
        let planned = self.planned(world);
        Some(asked(&CourseQuestion {
            library: &world.library,
            protocol: rules,
            indication: rules.indication(&self.indication)?,
            history: &[],
            booked: &[],
            planned: &planned,
            events: &[],
            screened: None,
            today: Date::MIN,
        }))
    }
}

/// Whether the clinic still offers what a course is for.
fn is_offered(world: &World, course: &Course, services: &[Service]) -> bool {
    let offered = services.iter().any(|one| one.protocol.as_deref() == Some(course.protocol.as_str()));
    let ids = ProtocolId::parse(&course.protocol).ok().zip(IndicationId::parse(&course.indication).ok());
    let known = |(protocol, indication): (ProtocolId, IndicationId)| {
        world.library.get(&protocol).is_some_and(|rules| rules.indication(&indication).is_some())
    };
    offered && ids.is_some_and(known)
}

/// Whether a visit that is booked may still be moved: by the patient within the notice, by staff until it begins.
fn may_move(work: &Work<'_, '_>, visit: &Visit, services: &[Service]) -> bool {
    let booked = matches!(visit.state, VisitState::Booked { .. }) && visit.starts > work.now;
    match work.actor {
        Actor::Staff(_) => booked,
        _ => booked && work.now <= policy_among(visit, services).in_time_until(visit.starts),
    }
}

/// Who is claimed for a visit, where it is one person.
fn practitioner_of(work: &mut Work<'_, '_>, visit: &Visit) -> Result<Option<StaffId>, AppError> {
    let house = work.house()?;
    let claimed = |id: &journey::id::ResourceId| visit.claimed.contains(id);
    Ok(house.resources.iter().filter(|one| claimed(&one.id)).find_map(|one| one.staff))
}

fn settled_session(work: &Work<'_, '_>, courses: &[Course], one: &Settled) -> Option<BookedSession> {
    let course = courses.iter().find(|course| course.id == one.course)?;
    let protocol = ProtocolId::parse(&course.protocol).ok()?;
    let indication = IndicationId::parse(&course.indication).ok()?;
    let zones = work.world.library.get(&protocol)?.indication(&indication)?.zones.clone();
    Some(BookedSession {
        treated: Treated::Protocol(protocol),
        on: work.world.date_of(one.starts),
        indication: Some(indication),
        zones,
        product: None,
        purpose: Purpose::Course,
    })
}
