//! Courses and repairs of the same make as the given instances, from other seeds.

use super::busy::{Booked, Clinic};
use super::{CLOSES, Chance, OPENS, TICKS};
use serde_json::{Value, json};
use std::time::Duration;

/// Which of the given instances is followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, clap::ValueEnum)]
pub enum Like {
    /// Two series, ten practitioners.
    CourseSmall,
    /// Three series, twenty practitioners.
    CourseMedium,
    /// Four series, forty practitioners.
    CourseLarge,
    /// Five series, twenty practitioners: most have no plan.
    CourseCrowded,
    /// Some twenty visits of one who is absent.
    Repair20,
    /// Some hundred visits of three.
    Repair100,
    /// Some three hundred visits of five.
    Repair300,
}

impl Like {
    /// How long the original may take.
    pub fn limit(self) -> Duration {
        Duration::from_millis(match self {
            Self::Repair20 => 100,
            Self::Repair100 => 500,
            Self::Repair300 => 2_000,
            _ => 10_000,
        })
    }
}

/// Treatment, gaps and sessions of a series.
type Kind = (usize, [u64; 3], u64);

/// Days between two treatments, one after the other and the other way round.
const SPACING: [(usize, usize, u64, u64); 10] = [
    (0, 1, 14, 7),
    (0, 3, 14, 10),
    (0, 2, 28, 28),
    (0, 4, 14, 7),
    (1, 3, 3, 3),
    (1, 2, 7, 14),
    (1, 4, 3, 3),
    (3, 2, 14, 28),
    (3, 4, 7, 7),
    (2, 4, 28, 14),
];

/// One instance.
pub(in crate::commands::bench::plan) fn alike(like: Like, seed: u64) -> Value {
    let mut chance = Chance::of(seed ^ (like as u64) << 32);
    match like {
        Like::CourseSmall => course(&mut chance, 10, &[(0, [28, 30, 42], 5), (1, [84, 87, 90], 4)]),
        Like::CourseMedium => {
            let peel = (3, [14, 21, chance.within(35, 40)], 8);
            course(&mut chance, 20, &[(0, [28, 30, 42], 5), (1, [84, 87, 90], 4), peel])
        }
        Like::CourseLarge => {
            let peel = (3, [14, 21, chance.within(35, 40)], 8);
            let light = (4, [21, chance.within(28, 30), chance.within(45, 50)], 6);
            course(&mut chance, 40, &[(0, [28, 30, 42], 6), (1, [84, 87, 90], 4), peel, light])
        }
        Like::CourseCrowded => {
            let peel = (3, [14, 21, 35], chance.within(8, 9));
            let laser = (2, [56, 70, 100], chance.within(3, 4));
            let light = (4, [21, 28, 45], chance.within(6, 7));
            course(&mut chance, 20, &[(0, [28, 30, 42], 6), (1, [84, 87, 90], 4), peel, laser, light])
        }
        Like::Repair20 => repair(&mut chance, 12, 35, (1, 4), 20),
        Like::Repair100 => repair(&mut chance, 24, 42, (3, 5), 100),
        Like::Repair300 => repair(&mut chance, 40, 49, (5, 9), 300),
    }
}

fn course(chance: &mut Chance, practitioners: usize, kinds: &[Kind]) -> Value {
    let mut file = Clinic::drawn(chance, practitioners, 365).file("clinic-course/1", "drawn alike");
    let series = kinds.iter().enumerate().map(|(id, (treatment, [min, ideal, max], count))| {
        json!({
            "id": id, "service": treatment, "count": count, "gap": {"min": min, "ideal": ideal, "max": max},
            "first": {"earliest": 2 + 3 * id, "latest": 45 + 5 * id}, "w_first": 2, "w_late": chance.within(3, 5),
            "w_early": chance.within(1, 2) * 2, "w_change": chance.number(&[15, 25, 40]),
        })
    });
    let series: Vec<Value> = series.collect();
    let place = |treatment: usize| kinds.iter().position(|kind| kind.0 == treatment);
    let spacing = SPACING.iter().filter_map(|&(a, b, a_then_b, b_then_a)| {
        Some(json!({"a": place(a)?, "b": place(b)?, "a_then_b": a_then_b, "b_then_a": b_then_a}))
    });
    file["spacing"] = spacing.collect();
    file["series"] = json!(series);
    file["blackouts"] = (0..chance.within(5, 7)).map(|_| event(chance)).collect();
    file["preference"] = json!(wishes(chance));
    file
}

fn event(chance: &mut Chance) -> Value {
    let from = chance.within(14, 355);
    json!([from, from + chance.number(&[0, 0, 1, 2, 6])])
}

/// Somebody who likes mornings, evenings or Saturdays; some times of the week cannot be had at all.
fn wishes(chance: &mut Chance) -> Vec<Value> {
    let (weekday, saturday): (&[[u64; 3]], &[[u64; 3]]) = match chance.below(3) {
        0 => (&[[OPENS, 168, 1], [168, 192, 6], [192, CLOSES, 20]], &[[OPENS, CLOSES, 15]]),
        1 => (&[[OPENS, 180, 18], [180, 210, 8], [210, CLOSES, 0]], &[[OPENS, CLOSES, 4]]),
        _ => (&[[OPENS, 204, 25], [204, CLOSES, 10]], &[[OPENS, 168, 0], [168, CLOSES, 3]]),
    };
    let mut wishes = Vec::new();
    for day in 0..6 {
        for &[from, to, penalty] in if day == 5 { saturday } else { weekday } {
            if day == 5 || chance.below(7) > 0 {
                wishes.push(json!([day, from, to, penalty + chance.below(3)]));
            }
        }
    }
    wishes
}

/// The bookings of those away, cut to a number.
fn repair(chance: &mut Chance, practitioners: usize, days: u64, away: (usize, u64), count: usize) -> Value {
    let mut clinic = Clinic::drawn(chance, practitioners, days);
    let (gone, closed) = (7, 7 + away.1);
    let hers = |who: usize| {
        let hers = |one: &&Booked| one.practitioner == who && (gone..closed).contains(&(one.start / TICKS));
        clinic.bookings.iter().filter(hers).count()
    };
    let mut busiest: Vec<usize> = (0..practitioners).collect();
    busiest.sort_by_key(|&who| std::cmp::Reverse(hers(who)));
    let absent: Vec<usize> = busiest.into_iter().take(away.0).collect();
    let affected = |one: &&Booked| absent.contains(&one.practitioner) && (gone..closed).contains(&(one.start / TICKS));
    let mut moved: Vec<Booked> = clinic.bookings.iter().filter(affected).copied().collect();
    moved.sort_by_key(|one| one.start);
    moved.truncate(count);
    moved.iter().for_each(|one| clinic.set(one, true));
    (0..clinic.resources.len()).for_each(|one| clinic.close(one, 0..gone));
    absent.iter().for_each(|&who| clinic.close(who, gone..closed));
    let mut file = clinic.file("clinic-repair/1", "drawn alike");
    let to_day = closed - 1;
    file["away"] = absent.iter().map(|who| json!({"practitioner": who, "from_day": gone, "to_day": to_day})).collect();
    file["links"] = links(chance, &moved);
    file["sessions"] = moved.iter().enumerate().map(|(id, one)| session(chance, id, one, gone)).collect();
    file["weights"] = json!({"move": 10, "day": 12, "tod_step": 1});
    file
}

/// One in twelve is followed by another of the same patient on a later day.
fn links(chance: &mut Chance, moved: &[Booked]) -> Value {
    let links = (0..moved.len() / 12).filter_map(|_| {
        let (a, b) = (chance.below(moved.len() as u64) as usize, chance.below(moved.len() as u64) as usize);
        let in_order = moved[a].start / TICKS < moved[b].start / TICKS;
        in_order.then(|| json!({"a": a, "b": b, "min_days": 1, "max_days": 21}))
    });
    links.collect()
}

fn session(chance: &mut Chance, id: usize, booked: &Booked, gone: u64) -> Value {
    let (day, time) = (booked.start / TICKS, booked.start % TICKS);
    let mut wishes = Vec::new();
    for weekday in 0..6 {
        let within = (time.saturating_sub(3 * chance.within(8, 14)).max(OPENS), time + 3 * chance.within(8, 14));
        if weekday == day % 7 || chance.below(5) > 0 {
            wishes.push(match chance.below(2) {
                0 => json!([weekday, OPENS, CLOSES, chance.number(&[0, 0, 2, 5])]),
                _ => json!([weekday, within.0, within.1.min(CLOSES), 0]),
            });
        }
    }
    let earliest = day.saturating_sub(chance.below(4)).max(gone);
    json!({
        "id": id, "service": booked.treatment,
        "orig": {"start": booked.start, "practitioner": booked.practitioner, "room": booked.room, "device": booked.device},
        "day_window": [earliest, day + chance.number(&[2, 4, 7, 10, 14])], "preference": wishes,
        "w_practitioner": chance.number(&[0, 5, 10, 30]),
        "w_unplaced": chance.number(&[300, 400, 600]),
    })
}
