//! Courses and repairs of many shapes, drawn from seeds. The numbers are made up for computing.

mod alike;
mod busy;
mod hostile;

pub(super) use alike::{Like, alike};
pub(super) use hostile::hostile;
use serde_json::{Value, json};

const TICKS: u64 = 288;
const OPENS: u64 = 108;
const CLOSES: u64 = 246;
const SKILLS: [&str; 4] = ["needle", "inject", "peel", "laser"];
const DEVICES: [&str; 3] = ["needler", "ipl", "co2"];

/// Chance from a seed (xorshift).
struct Chance(u64);

impl Chance {
    fn of(seed: u64) -> Self {
        let mut chance = Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        for _ in 0..16 {
            chance.below(2);
        }
        chance
    }

    fn below(&mut self, end: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % end.max(1)
    }

    fn within(&mut self, from: u64, to: u64) -> u64 {
        from + self.below(to + 1 - from)
    }

    fn number(&mut self, all: &[u64]) -> u64 {
        all[self.below(all.len() as u64) as usize]
    }

    fn one_of<'a>(&mut self, all: &[&'a str]) -> &'a str {
        all[self.below(all.len() as u64) as usize]
    }
}

/// A course of one to four series over half a year to a year, in a clinic of some size.
pub(super) fn course(seed: u64) -> Value {
    let mut chance = Chance::of(seed);
    let days = chance.within(180, 365);
    let mut file = clinic(&mut chance, seed, "clinic-course/1", days, 25);
    let count = chance.within(1, 4);
    let series: Vec<Value> = (0..count).map(|id| series(&mut chance, id, days)).collect();
    let spacing: Vec<Value> = (0..count)
        .flat_map(|a| (a + 1..count).map(move |b| (a, b)))
        .map(|(a, b)| json!({"a": a, "b": b, "a_then_b": chance.within(1, 16), "b_then_a": chance.within(1, 16)}))
        .collect();
    let events = (0..chance.below(7)).map(|_| {
        let from = chance.below(days);
        json!([from, from + chance.below(7)])
    });
    let events: Vec<Value> = events.collect();
    file["series"] = json!(series);
    file["spacing"] = json!(spacing);
    file["blackouts"] = json!(events);
    file["preference"] = preference(&mut chance);
    file
}

/// Sessions of one to three absent practitioners.
pub(super) fn repair(seed: u64) -> Value {
    let mut chance = Chance::of(seed);
    let days = 42;
    let mut file = clinic(&mut chance, seed, "clinic-repair/1", days, 12);
    let away = chance.within(1, 3);
    let (first, last) = (7, 7 + chance.within(1, 6));
    for gone in 0..away as usize {
        let free = file["resources"][gone]["free"].as_array().cloned().unwrap_or_default();
        let day = |interval: &Value| interval[0].as_u64().unwrap_or_default() / TICKS;
        file["resources"][gone]["free"] =
            free.into_iter().filter(|interval| !(first..=last).contains(&day(interval))).collect();
    }
    let count = chance.within(8, 60);
    let sessions: Vec<Value> = (0..count).map(|id| session(&mut chance, id, away, (first, last))).collect();
    let links = (0..count / 12).map(|_| {
        let a = chance.below(count - 1);
        json!({"a": a, "b": a + 1, "min_days": chance.below(3), "max_days": 21})
    });
    let links: Vec<Value> = links.collect();
    file["away"] = (0..away).map(|id| json!({"practitioner": id, "from_day": first, "to_day": last})).collect();
    file["sessions"] = json!(sessions);
    file["links"] = json!(links);
    file["weights"] = json!({"move": 10, "day": 12, "tod_step": 1});
    file
}

fn clinic(chance: &mut Chance, seed: u64, format: &str, days: u64, most: u64) -> Value {
    let mut resources = Vec::new();
    let practitioners = chance.within(4, most);
    let free = chance.within(8, 45);
    for _ in 0..practitioners {
        let first = chance.below(4) as usize;
        let skills: Vec<&str> =
            (0..4).filter(|one| *one == first || chance.below(2) == 0).map(|one| SKILLS[one]).collect();
        resources.push(("practitioner", json!(skills), free));
    }
    for _ in 0..practitioners / 2 + 2 {
        let skill = chance.one_of(&["procedure", "laser"]);
        resources.push(("room", json!(["any", skill]), 70));
    }
    for device in DEVICES.into_iter().cycle().take(practitioners as usize / 3 + 3) {
        resources.push(("device", json!([device]), 70));
    }
    let resources = resources.into_iter().enumerate().map(|(id, (kind, skills, free))| {
        json!({"id": id, "kind": kind, "skills": skills, "free": times(chance, days, free)})
    });
    let resources: Vec<Value> = resources.collect();
    json!({
        "format": format, "name": format!("drawn-{seed}"), "tick_minutes": 5, "ticks_per_day": TICKS, "start_step": 3,
        "days": days, "day0_weekday": chance.below(7), "resources": resources, "services": services(chance),
    })
}

/// The free times of somebody of whose day so many percent are free.
fn times(chance: &mut Chance, days: u64, percent: u64) -> Vec<Value> {
    let mut free = Vec::new();
    for day in (0..days).filter(|day| day % 7 != 6) {
        let mut at = OPENS;
        while at < CLOSES {
            let end = (at + chance.within(4, 24)).min(CLOSES);
            if chance.below(100) < percent {
                free.push(json!([day * TICKS + at, day * TICKS + end]));
            }
            at = end + 1;
        }
    }
    free
}

fn services(chance: &mut Chance) -> Vec<Value> {
    let mut service = |id: usize| {
        let length = chance.within(3, 8) as i64;
        let room = chance.one_of(&["any", "procedure", "laser"]);
        let mut needs = vec![
            json!({"kind": "practitioner", "skill": SKILLS[id], "from": 0, "to": length}),
            json!({"kind": "room", "skill": room, "from": -1, "to": length + 1}),
        ];
        if chance.below(2) == 0 {
            needs.push(json!({"kind": "device", "skill": DEVICES[id % 3], "from": 0, "to": length}));
        }
        json!({"id": id, "name": SKILLS[id], "downtime_days": chance.below(6), "needs": needs})
    };
    (0..4).map(&mut service).collect()
}

fn series(chance: &mut Chance, id: u64, days: u64) -> Value {
    let least = chance.within(7, 40);
    let most = least + chance.within(3, 20);
    let first = chance.below(12);
    let fit = (days - 40) / most;
    let change = [0, 15, 25, 40][chance.below(4) as usize];
    json!({
        "id": id, "service": id, "count": chance.within(1, fit.clamp(1, 8)),
        "gap": {"min": least, "ideal": chance.within(least, most), "max": most},
        "first": {"earliest": first, "latest": first + chance.within(10, 45)},
        "w_first": chance.within(1, 3), "w_late": chance.within(1, 5), "w_early": chance.within(1, 4),
        "w_change": change,
    })
}

fn preference(chance: &mut Chance) -> Value {
    let mut day = |weekday: u64| {
        let (middle, early, late) = (chance.within(150, 220), chance.below(25), chance.below(25));
        [json!([weekday, OPENS, middle, early]), json!([weekday, middle, CLOSES, late])]
    };
    (0..6).flat_map(&mut day).collect()
}

fn session(chance: &mut Chance, id: u64, away: u64, (first, last): (u64, u64)) -> Value {
    let day = chance.within(first, last);
    let start = day * TICKS + OPENS + 3 * chance.below(40);
    let mut wishes = Vec::new();
    for weekday in 0..6 {
        if chance.below(4) > 0 {
            wishes.push(json!([weekday, OPENS, chance.within(140, CLOSES), chance.below(4)]));
        }
    }
    json!({
        "id": id, "service": chance.below(4),
        "orig": {"start": start, "practitioner": chance.below(away), "room": null, "device": null},
        "day_window": [first, day + chance.within(2, 14)], "preference": wishes,
        "w_practitioner": chance.below(4) * 10, "w_unplaced": chance.within(3, 6) * 100,
    })
}
