//! `[touch_up]` and `[[downtime]]`.

use super::limits::depth_range;
use crate::reading::{Table, Taken};
use journey::course::{Downtime, TouchUp};

/// When a touch-up may be considered.
pub(super) fn touch_up(table: Table<'_>) -> Option<TouchUp> {
    let read = |key| table.need(key).and_then(|node| node.period());
    let (from, to) = (read("from"), read("to"));
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    if from.zip(to).is_some_and(|(from, to)| from.rough_days() > to.rough_days()) {
        table.wrong("this window runs backwards", "`from` ≤ `to`");
    }
    table.close();
    Some(TouchUp { from: from?, to: to?, says: says?, evidence: evidence? })
}

/// How long before something that lies ahead.
pub(super) fn downtime(file: &Table<'_>, taken: &Taken) -> Vec<Downtime> {
    file.each("downtime", |table| {
        let id = table.fresh("id", taken);
        let depth = table.get("depth_mm").and_then(depth_range);
        let days = table.need("days").and_then(|node| node.whole());
        let (says, evidence) = (table.bilingual("says"), table.evidence());
        table.close();
        Some(Downtime { id: id?, depth, days: days?, says: says?, evidence: evidence? })
    })
}
