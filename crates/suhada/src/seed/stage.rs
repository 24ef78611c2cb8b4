use super::agenda::{Agenda, Coming, Event, Who};
use super::chance::Chance;
use super::clock::MovingClock;
use super::people::Person;
use crate::database::fault;
use crate::demo;
use anyhow::Context;
use app::actor::Actor;
use app::booking::Visit;
use app::offering::{self, Service};
use app::roster::{house, resources};
use app::staff::{self, Checked};
use app::{App, AppError, Work};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use journey::id::ResourceId;
use journey::protocol::Protocol;
use journey::slug::ProtocolId;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everybody and everything that takes part.
pub(super) struct Stage {
    pub app: App,
    pub clock: Arc<MovingClock>,
    pub chance: Chance,
    pub agenda: Agenda,
    pub people: Vec<Person>,
    pub present: Timestamp,
    pub today: Date,
    /// Until when many people come for the first time.
    pub busy_until: Date,
    pub open_days: BTreeSet<Date>,
    pub services: Vec<Service>,
    logins: BTreeMap<ResourceId, String>,
    actors: BTreeMap<String, (Actor, Checked)>,
}

impl Stage {
    /// Looks at the clinic as it was set up.
    pub fn new(app: App, clock: Arc<MovingClock>, present: Timestamp, first: Date) -> anyhow::Result<Self> {
        let today = app.world().date_of(present);
        let last = today.saturating_add(60.days());
        let (open_days, services, logins, names) = app
            .read(Actor::System, move |work| {
                let house = house(work)?;
                let open: BTreeSet<Date> = first
                    .series(1.day())
                    .take_while(|day| *day <= last)
                    .filter(|day| !house.hours.house(*day).is_empty())
                    .collect();
                let people = staff::all(work)?;
                let name = |id| people.iter().find(|person| person.id == id).map(|person| person.login.clone());
                let logins: BTreeMap<_, _> = resources(work)?
                    .into_iter()
                    .filter_map(|resource| Some((resource.id, name(resource.staff?)?)))
                    .collect();
                let names: Vec<String> = people.iter().map(|person| person.login.clone()).collect();
                Ok((open, offering::all_services(work)?, logins, names))
            })
            .wait()
            .map_err(fault)?;
        let actors = names.into_iter().map(|name| known(&app, name)).collect::<anyhow::Result<_>>()?;
        let chance = Chance::new(u64::from(today.day().unsigned_abs()) * 400 + today.month().unsigned_abs() as u64);
        let (agenda, people) = (Agenda::default(), Vec::new());
        let busy_until = first.saturating_add(45.days());
        Ok(Self { app, clock, chance, agenda, people, present, today, busy_until, open_days, services, logins, actors })
    }

    /// Runs a use case as somebody who works here.
    pub fn by<T, F>(&self, login: &str, deed: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        let actor = self.actors.get(login).map_or(Actor::System, |(actor, _)| actor.clone());
        self.app.write(actor, deed).wait()
    }

    /// Runs a use case as somebody on the public site.
    pub fn by_visitor<T, F>(&self, deed: F) -> Result<T, AppError>
    where
        T: Send + 'static,
        F: FnMut(&mut Work<'_, '_>) -> Result<T, AppError> + Send + 'static,
    {
        self.app.write(Actor::Visitor, deed).wait()
    }

    /// The password of somebody as it is checked before signing.
    pub fn checked(&self, login: &str) -> Option<Checked> {
        self.actors.get(login).map(|(_, checked)| checked.clone())
    }

    /// Sets the clock so many minutes after an instant.
    pub fn after(&self, at: Timestamp, minutes: i64) -> Timestamp {
        let then = at.checked_add(jiff::SignedDuration::from_mins(minutes)).unwrap_or(at);
        self.clock.set(then);
        then
    }

    /// The instant of a minute of the day.
    pub fn wall(&self, day: Date, hour: u16, minute: u16) -> Timestamp {
        self.app.world().wall(day, hour * 60 + minute)
    }

    /// The first open day on or after a day.
    pub fn open_from(&self, day: Date) -> Date {
        self.open_days.range(day..).next().copied().unwrap_or(day)
    }

    /// The last open day on or before a day.
    pub fn open_until(&self, day: Date) -> Date {
        self.open_days.range(..=day).next_back().copied().unwrap_or(day)
    }

    /// The people who are claimed for a visit.
    pub fn team(&self, visit: &Visit) -> Vec<String> {
        visit.claimed.iter().filter_map(|id| self.logins.get(id).cloned()).collect()
    }

    /// The physician of a visit.
    pub fn physician(&self, visit: &Visit) -> String {
        let is_physician = |login: &&String| matches!(login.as_str(), "sakamoto" | "hayashi");
        self.team(visit).iter().find(is_physician).cloned().unwrap_or_else(|| "sakamoto".to_owned())
    }

    /// The protocol of a service.
    pub fn protocol(&self, service: &str) -> Option<&Protocol> {
        self.app.world().library.get(&ProtocolId::parse(service).ok()?)
    }

    /// Plans an event.
    pub fn plan(&mut self, at: Timestamp, event: Event) {
        self.agenda.add(at, event);
    }

    /// A visit that was booked for somebody.
    pub fn coming(&mut self, who: Who, visit: &Visit) -> Coming {
        self.people[who].id = self.people[who].id.or(visit.patient);
        Coming { who, visit: visit.id, starts: visit.starts, ends: visit.ends }
    }
}

fn known(app: &App, login: String) -> anyhow::Result<(String, (Actor, Checked))> {
    let name = login.clone();
    let found =
        app.read(Actor::System, move |work| Ok((staff::actor_for(work, &name)?, staff::challenge(work, &name)?)));
    let (actor, challenge) = found.wait().map_err(fault).context("somebody who works here")?;
    Ok((login, (actor, challenge.verify(demo::PASSWORD))))
}
