//! Time, resources and services, checked.

use super::bad::{BadFile, at_most, each, parse, unique, within};
use super::raw;
use serde::Deserialize;

/// The longest calendar, in days: three years.
const MOST_DAYS: i64 = 1096;

/// How many resources, services and skills of one resource a file may have.
const MOST_RESOURCES: usize = 10_000;
const MOST_SERVICES: usize = 1_000;
const MOST_SKILLS: usize = 100;

/// How many starts of the grid all practitioners together may be free at.
const MOST_STARTS: u64 = 4_000_000;

/// What kind of resource.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Somebody who treats.
    Practitioner,
    /// A room.
    Room,
    /// A device.
    Device,
}

impl Kind {
    /// As files write it.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Practitioner => "practitioner",
            Self::Room => "room",
            Self::Device => "device",
        }
    }
}

/// Somebody or something that a session needs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Resource {
    /// Its number in the file.
    pub id: u32,
    /// What it is.
    pub kind: Kind,
    /// What it can.
    pub skills: Vec<String>,
    /// When it is free: ticks from the first midnight, half-open, sorted, disjoint.
    pub free: Vec<(u32, u32)>,
}

/// A resource that a session needs, from and to which tick around its start.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    /// Of which kind.
    pub kind: Kind,
    /// With which skill.
    pub skill: String,
    /// From when, in ticks after the start; before it where negative.
    pub from: i32,
    /// Until when, exclusive.
    pub to: i32,
}

impl Need {
    /// Whether a resource is of the kind and has the skill.
    pub fn suits(&self, resource: &Resource) -> bool {
        resource.kind == self.kind && resource.skills.contains(&self.skill)
    }

    /// The ticks needed by a session that starts at a tick; none where they begin before the calendar.
    pub fn ticks(&self, start: u32) -> Option<(u32, u32)> {
        Some((start.checked_add_signed(self.from)?, start.checked_add_signed(self.to)?))
    }
}

/// A treatment: what it needs and how long it heals.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Service {
    /// Its number in the file.
    pub id: u32,
    /// Its name.
    pub name: String,
    /// How many days it heals.
    pub downtime_days: u32,
    /// What it needs: one practitioner, and at most one room and one device.
    pub needs: Vec<Need>,
}

impl Service {
    /// The need of a kind.
    pub fn need(&self, kind: Kind) -> Option<&Need> {
        self.needs.iter().find(|need| need.kind == kind)
    }
}

/// Time, resources and services.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Calendar {
    /// How many ticks a day has.
    pub ticks_per_day: u32,
    /// A session starts at a multiple of so many ticks.
    pub start_step: u32,
    /// How many days the calendar has.
    pub days: u16,
    /// The weekday of day nought; nought is Monday.
    pub day0_weekday: u8,
    /// Who and what there is.
    pub resources: Vec<Resource>,
    /// The treatments.
    pub services: Vec<Service>,
}

impl Calendar {
    /// Reads what both kinds of file begin with.
    pub(super) fn read(text: &str, format: &str) -> Result<Self, BadFile> {
        let raw::Format { format: written } = parse(text)?;
        if written != format {
            return Err(BadFile::at("format", format!("{written:?} is not {format:?}")));
        }
        Self::checked(&parse(text)?)
    }

    fn checked(raw: &raw::Head) -> Result<Self, BadFile> {
        let ticks_per_day: u32 = within("ticks_per_day", raw.ticks_per_day, 1, 1440)?;
        if raw.tick_minutes.checked_mul(raw.ticks_per_day) != Some(1440) {
            let minutes = raw.tick_minutes;
            return Err(BadFile::at("tick_minutes", format!("{ticks_per_day} ticks of {minutes} minutes are no day")));
        }
        let start_step = within("start_step", raw.start_step, 1, raw.ticks_per_day)?;
        let days: u16 = within("days", raw.days, 1, MOST_DAYS)?;
        let day0_weekday = within("day0_weekday", raw.day0_weekday, 0, 6)?;
        at_most("resources", raw.resources.len(), MOST_RESOURCES)?;
        at_most("services", raw.services.len(), MOST_SERVICES)?;
        let end = i64::from(days) * i64::from(ticks_per_day);
        let resources = each("resources", &raw.resources, |_, raw| resource(raw, end))?;
        let services = each("services", &raw.services, |_, raw| service(raw, i64::from(ticks_per_day)))?;
        let twice =
            |name: &str, (place, id)| BadFile::at(format!("{name}[{place}].id"), format!("{id} is there twice"));
        unique(resources.iter().map(|one| one.id)).map_err(|found| twice("resources", found))?;
        unique(services.iter().map(|one| one.id)).map_err(|found| twice("services", found))?;
        let calendar = Self { ticks_per_day, start_step, days, day0_weekday, resources, services };
        let starts = calendar.starts();
        if starts > MOST_STARTS {
            let reason = format!("practitioners are free at {starts} starts, which are more than {MOST_STARTS}");
            return Err(BadFile::at("resources", reason));
        }
        Ok(calendar)
    }

    /// How many starts of the grid all practitioners together are free at, or a few more.
    pub(super) fn starts(&self) -> u64 {
        let people = self.resources.iter().filter(|resource| resource.kind == Kind::Practitioner);
        let starts = |&(from, to): &(u32, u32)| u64::from((to - from).div_ceil(self.start_step));
        people.flat_map(|resource| &resource.free).map(starts).sum()
    }

    /// The day of a tick.
    pub const fn day(&self, tick: u32) -> u32 {
        tick / self.ticks_per_day
    }

    /// The tick within its day.
    pub const fn time(&self, tick: u32) -> u32 {
        tick % self.ticks_per_day
    }

    /// The weekday of a day; nought is Monday.
    pub const fn weekday(&self, day: u32) -> u8 {
        ((day + self.day0_weekday as u32) % 7) as u8
    }

    /// How many ticks the calendar has.
    pub const fn end(&self) -> u32 {
        self.days as u32 * self.ticks_per_day
    }

    /// The place of the service with a number.
    pub(super) fn service(&self, path: &str, id: i64) -> Result<usize, BadFile> {
        let place = self.services.iter().position(|service| i64::from(service.id) == id);
        place.ok_or_else(|| BadFile::at(path, format!("there is no service {id}")))
    }
}

fn resource(raw: &raw::Resource, end: i64) -> Result<Resource, BadFile> {
    let id = within("id", raw.id, 0, i64::from(u32::MAX))?;
    at_most("skills", raw.skills.len(), MOST_SKILLS)?;
    let mut before = 0;
    let free = each("free", &raw.free, |_, &(from, to)| {
        if from >= to {
            return Err(BadFile::at("", format!("{from} is not before {to}")));
        }
        if from < before {
            return Err(BadFile::at("", format!("{from} lies before the end of the interval before, {before}")));
        }
        before = to;
        Ok((within("", from, 0, end)?, within("", to, 0, end)?))
    })?;
    Ok(Resource { id, kind: raw.kind, skills: raw.skills.clone(), free })
}

fn service(raw: &raw::Service, ticks_per_day: i64) -> Result<Service, BadFile> {
    let needs = each("needs", &raw.needs, |_, raw| {
        let from = within("from", raw.from, -ticks_per_day, ticks_per_day)?;
        let to = within("to", raw.to, raw.from + 1, ticks_per_day)?;
        Ok(Need { kind: raw.kind, skill: raw.skill.clone(), from, to })
    })?;
    for (kind, least) in [(Kind::Practitioner, 1), (Kind::Room, 0), (Kind::Device, 0)] {
        let many = needs.iter().filter(|need| need.kind == kind).count();
        if many > 1 || many < least {
            return Err(BadFile::at(
                "needs",
                format!("{many} needs of kind {}; a solution has place for one", kind.word()),
            ));
        }
    }
    Ok(Service {
        id: within("id", raw.id, 0, i64::from(u32::MAX))?,
        name: raw.name.clone(),
        downtime_days: within("downtime_days", raw.downtime_days, 0, 10_000)?,
        needs,
    })
}
