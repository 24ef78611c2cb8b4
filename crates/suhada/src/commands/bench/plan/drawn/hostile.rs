//! Files that keep the format and are hard by size or looseness: what counts is that the limit is kept.

use super::{Chance, clinic, preference, repair, session};
use serde_json::{Value, json};

/// One of four shapes in turn.
pub(in crate::commands::bench::plan) fn hostile(seed: u64) -> Value {
    let mut chance = Chance::of(seed);
    match seed % 4 {
        0 => loose(&mut chance, seed),
        1 => long(&mut chance, seed),
        2 => moved(&mut chance, seed, 300, 600),
        _ => moved(&mut chance, seed, 2_000, 5_000),
    }
}

/// Many series whose sessions may lie almost anywhere.
fn loose(chance: &mut Chance, seed: u64) -> Value {
    let gap = json!({"min": 1, "ideal": 30, "max": 365});
    course(chance, seed, 365, (8, 32), &gap, 364)
}

/// Three years, in a clinic with scores of practitioners.
fn long(chance: &mut Chance, seed: u64) -> Value {
    let gap = json!({"min": 20, "ideal": chance.within(25, 50), "max": 60});
    course(chance, seed, 1_096, (3, 8), &gap, 90)
}

fn course(chance: &mut Chance, seed: u64, days: u64, (least, most): (u64, u64), gap: &Value, latest: u64) -> Value {
    let mut file = clinic(chance, seed, "clinic-course/1", days, 60);
    let count = chance.within(least, most);
    let series = (0..count).map(|id| {
        json!({
            "id": id, "service": id % 4, "count": chance.within(4, 20), "gap": gap,
            "first": {"earliest": 0, "latest": latest}, "w_first": 2, "w_late": 3, "w_early": 2,
            "w_change": chance.number(&[0, 15, 25, 40]),
        })
    });
    file["series"] = series.collect();
    let pairs =
        (0..count).flat_map(|a| (a + 1..count).map(move |b| json!({"a": a, "b": b, "a_then_b": 1, "b_then_a": 1})));
    file["spacing"] = pairs.collect();
    file["blackouts"] = json!([]);
    file["preference"] = preference(chance);
    file
}

/// Hundreds or thousands of visits that may go to any day.
fn moved(chance: &mut Chance, seed: u64, least: u64, most: u64) -> Value {
    let mut file = repair(seed);
    let last = file["days"].as_u64().unwrap_or_default() - 1;
    let away = file["away"].as_array().map_or(1, Vec::len) as u64;
    let sessions = (0..chance.within(least, most)).map(|id| {
        let mut one = session(chance, id, away, (7, 13));
        one["day_window"] = json!([7, last]);
        one
    });
    file["sessions"] = sessions.collect();
    file
}
