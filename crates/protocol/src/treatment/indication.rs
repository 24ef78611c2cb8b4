//! `[[indication]]`.

use crate::reading::{Table, Taken};
use journey::course::{Indication, Interval, Pause, SessionCount};
use journey::slug::ConcernId;

/// What courses are for.
pub(super) fn indications(file: &Table<'_>, concerns: &[ConcernId]) -> Vec<Indication> {
    let taken = Taken::default();
    file.at_least_one("indication", |table| indication(table, &taken, concerns))
}

fn indication(table: Table<'_>, taken: &Taken, concerns: &[ConcernId]) -> Option<Indication> {
    let (id, name) = (table.fresh("id", taken), table.bilingual("name"));
    let concern = table.need("concern").and_then(|node| node.reference("concern", concerns.iter()));
    let written = table.need("zones");
    let zones = table.references("zones", "zone", table.cx.library.zones.iter().map(|zone| &zone.id));
    let sessions = table.sourced("sessions", sessions);
    let interval = table.sourced("interval", interval);
    let pause = table.get("pause").and_then(|node| pause(node.table()?));
    if pause
        .as_ref()
        .zip(interval.as_ref())
        .is_some_and(|(pause, interval)| pause.wait.rough_days() < interval.value.floor.rough_days())
    {
        table.wrong("this pause is shorter than the interval", "`floor` of the interval ≤ `wait` of the pause");
    }
    table.close();
    written?;
    Some(Indication { id: id?, name: name?, concern: concern?, zones, sessions: sessions?, interval: interval?, pause })
}

fn sessions(table: &Table<'_>) -> Option<SessionCount> {
    let read = |key| table.need(key).and_then(|node| node.whole::<u16>());
    let (min, usual, max) = (read("min"), read("usual"), read("max"));
    let count = SessionCount { min: min?, usual: usual?, max: max? };
    if count.min == 0 || count.min > count.usual || count.usual > count.max {
        table.wrong("these numbers of sessions do not rise", "1 ≤ `min` ≤ `usual` ≤ `max`");
    }
    Some(count)
}

fn interval(table: &Table<'_>) -> Option<Interval> {
    let read = |key| table.need(key).and_then(|node| node.period());
    let (floor, ideal) = (read("floor"), read("ideal"));
    let latest = table.get("latest").and_then(|node| node.period());
    let interval = Interval { floor: floor?, ideal: ideal?, latest };
    let days = [Some(interval.floor), Some(interval.ideal), latest].into_iter().flatten().map(|p| p.rough_days());
    if !days.is_sorted() {
        table.wrong("this interval runs backwards", "`floor` ≤ `ideal` ≤ `latest`");
    }
    Some(interval)
}

fn pause(table: Table<'_>) -> Option<Pause> {
    let after_sessions = table.need("after_sessions").and_then(|node| node.whole());
    if after_sessions == Some(0) {
        table.wrong("a pause follows something", "`after_sessions` of at least 1");
    }
    let wait = table.need("wait").and_then(|node| node.period());
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    table.close();
    Some(Pause { after_sessions: after_sessions?, wait: wait?, says: says?, evidence: evidence? })
}
