//! A clinic whose calendars are what is left beside the bookings it has already.

use super::{CLOSES, Chance, OPENS, TICKS};
use serde_json::{Value, json};

/// Skill, minutes of the practitioner in ticks, room, device, and how long both are needed around it.
pub(super) struct Treatment {
    pub name: &'static str,
    pub skill: &'static str,
    pub downtime: u64,
    pub treated: u64,
    pub room: (&'static str, u64, u64),
    pub device: Option<(&'static str, u64, u64)>,
}

/// What the given instances offer.
pub(super) const TREATMENTS: [Treatment; 5] = [
    Treatment {
        name: "microneedling",
        skill: "needle",
        downtime: 5,
        treated: 7,
        room: ("procedure", 1, 9),
        device: Some(("needler", 0, 9)),
    },
    Treatment { name: "botulinum", skill: "inject", downtime: 1, treated: 4, room: ("any", 1, 5), device: None },
    Treatment {
        name: "fraclaser",
        skill: "laser",
        downtime: 7,
        treated: 9,
        room: ("laser", 2, 11),
        device: Some(("co2", 1, 10)),
    },
    Treatment { name: "peel", skill: "peel", downtime: 3, treated: 6, room: ("any", 0, 8), device: None },
    Treatment {
        name: "ipl",
        skill: "laser",
        downtime: 2,
        treated: 5,
        room: ("laser", 1, 6),
        device: Some(("ipl", 0, 6)),
    },
];

const SKILLS: [&str; 4] = ["needle", "inject", "peel", "laser"];
const DEVICES: [&str; 3] = ["co2", "ipl", "needler"];

/// A shift, and the break in it.
const SHIFT: u64 = 108;
const BREAK: u64 = 12;

/// Somebody or something, and the ticks on which it is taken or away.
pub(super) struct Resource {
    pub kind: &'static str,
    pub skills: Vec<&'static str>,
    /// By tick whether it is free.
    free: Vec<bool>,
}

impl Resource {
    fn never(kind: &'static str, skills: Vec<&'static str>, days: u64) -> Self {
        Self { kind, skills, free: vec![false; (days * TICKS) as usize] }
    }

    fn set(&mut self, from: u64, to: u64, free: bool) {
        self.free[from as usize..to as usize].fill(free);
    }

    fn is_free(&self, from: u64, to: u64) -> bool {
        self.free[from as usize..to as usize].iter().all(|free| *free)
    }

    /// As the file writes it; nothing shorter than four ticks.
    fn told(&self, id: usize) -> Value {
        let ends = self.free.iter().chain([&false]).enumerate();
        let (mut free, mut since) = (Vec::new(), None);
        for (tick, &is_free) in ends {
            match (since, is_free) {
                (None, true) => since = Some(tick),
                (Some(from), false) => {
                    if tick - from >= 4 {
                        free.push(json!([from, tick]));
                    }
                    since = None;
                }
                _ => {}
            }
        }
        json!({"id": id, "kind": self.kind, "skills": self.skills, "free": free})
    }
}

/// A visit that is booked.
#[derive(Clone, Copy)]
pub(super) struct Booked {
    pub treatment: usize,
    pub start: u64,
    pub practitioner: usize,
    pub room: usize,
    pub device: Option<usize>,
}

/// A clinic with its bookings.
pub(super) struct Clinic {
    pub days: u64,
    pub resources: Vec<Resource>,
    pub bookings: Vec<Booked>,
}

impl Clinic {
    /// With so many practitioners, seven rooms and five devices for every ten, booked for all its days.
    pub fn drawn(chance: &mut Chance, practitioners: usize, days: u64) -> Self {
        let mut resources: Vec<Resource> = (0..practitioners).map(|_| practitioner(chance, days)).collect();
        for _ in 0..practitioners * 7 / 10 {
            let skills = [vec!["any", "procedure"], vec!["any", "laser"], vec!["any", "laser", "procedure"]];
            resources.push(open(Resource::never("room", skills[chance.below(3) as usize].clone(), days), days));
        }
        for device in DEVICES.iter().cycle().take((practitioners / 2).max(3)) {
            resources.push(open(Resource::never("device", vec![*device], days), days));
        }
        let mut clinic = Self { days, resources, bookings: Vec::new() };
        for who in 0..practitioners {
            let busy = if chance.below(5) < 3 { 90 } else { chance.within(30, 60) };
            (0..days).for_each(|day| clinic.book(chance, who, day, busy));
        }
        clinic
    }

    /// Fills somebody's day; of ten times that could be had so many percent are taken.
    fn book(&mut self, chance: &mut Chance, who: usize, day: u64, busy: u64) {
        let mut at = day * TICKS + OPENS + 3 * chance.below(4);
        while at + 12 < day * TICKS + CLOSES {
            let able = |one: &usize| self.resources[who].skills.contains(&TREATMENTS[*one].skill);
            let able: Vec<usize> = (0..TREATMENTS.len()).filter(able).collect();
            let treatment = able[chance.below(able.len() as u64) as usize];
            let booked = (chance.below(100) < busy).then(|| self.place(chance, treatment, at, who)).flatten();
            at += booked.map_or(3, |_| TREATMENTS[treatment].treated.div_ceil(3) * 3);
            self.bookings.extend(booked);
        }
    }

    fn place(&mut self, chance: &mut Chance, treatment: usize, start: u64, who: usize) -> Option<Booked> {
        let of = &TREATMENTS[treatment];
        if !self.resources[who].is_free(start, start + of.treated) {
            return None;
        }
        let room = self.some(chance, "room", of.room, start)?;
        let device = match of.device {
            Some(device) => Some(self.some(chance, "device", device, start)?),
            None => None,
        };
        let booked = Booked { treatment, start, practitioner: who, room, device };
        self.set(&booked, false);
        Some(booked)
    }

    /// A room or a device that is free.
    fn some(&self, chance: &mut Chance, kind: &str, need: (&str, u64, u64), start: u64) -> Option<usize> {
        let (skill, before, after) = need;
        let suits = |one: &usize| {
            let resource = &self.resources[*one];
            resource.kind == kind && resource.skills.contains(&skill) && resource.is_free(start - before, start + after)
        };
        let found: Vec<usize> = (0..self.resources.len()).filter(suits).collect();
        (!found.is_empty()).then(|| found[chance.below(found.len() as u64) as usize])
    }

    /// Takes what a booking needs, or gives it back.
    pub fn set(&mut self, booked: &Booked, free: bool) {
        let of = &TREATMENTS[booked.treatment];
        self.resources[booked.practitioner].set(booked.start, booked.start + of.treated, free);
        self.resources[booked.room].set(booked.start - of.room.1, booked.start + of.room.2, free);
        if let (Some(device), Some((_, before, after))) = (booked.device, of.device) {
            self.resources[device].set(booked.start - before, booked.start + after, free);
        }
    }

    /// Takes days out of a calendar.
    pub fn close(&mut self, resource: usize, days: std::ops::Range<u64>) {
        self.resources[resource].set(days.start * TICKS, days.end * TICKS, false);
    }

    /// The beginning of a file.
    pub fn file(&self, format: &str, name: &str) -> Value {
        let resources: Vec<Value> = self.resources.iter().enumerate().map(|(id, one)| one.told(id)).collect();
        let services = TREATMENTS.iter().enumerate().map(|(id, of)| {
            let need = |kind: &str, (skill, before, after): (&str, u64, u64)| {
                json!({"kind": kind, "skill": skill, "from": -(before as i64), "to": after})
            };
            let mut needs = vec![need("practitioner", (of.skill, 0, of.treated)), need("room", of.room)];
            needs.extend(of.device.map(|device| need("device", device)));
            json!({"id": id, "name": of.name, "downtime_days": of.downtime, "needs": needs})
        });
        json!({
            "format": format, "name": name, "tick_minutes": 5, "ticks_per_day": TICKS, "start_step": 3,
            "days": self.days, "day0_weekday": 0, "resources": resources,
            "services": services.collect::<Vec<Value>>(),
        })
    }
}

/// Five days a week, a break each, a fortnight off now and then.
fn practitioner(chance: &mut Chance, days: u64) -> Resource {
    let first = chance.below(4) as usize;
    let skills = (0..4).filter(|one| *one == first || chance.below(3) == 0).map(|one| SKILLS[one]).collect();
    let mut one = Resource::never("practitioner", skills, days);
    let (begins, off) = ([114, 132][chance.below(2) as usize], chance.below(5));
    let rest = begins + 48 + 3 * chance.below(4);
    let away = chance.below(days.max(60));
    for day in (0..days).filter(|day| day % 7 != 6 && day % 7 != off && !(away..away + 12).contains(day)) {
        if chance.below(20) > 0 {
            one.set(day * TICKS + begins, day * TICKS + begins + SHIFT, true);
            one.set(day * TICKS + rest, day * TICKS + rest + BREAK, false);
        }
    }
    one
}

/// Free whenever the clinic is open.
fn open(mut resource: Resource, days: u64) -> Resource {
    for day in (0..days).filter(|day| day % 7 != 6) {
        resource.set(day * TICKS + OPENS, day * TICKS + CLOSES, true);
    }
    resource
}
