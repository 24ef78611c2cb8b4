//! `[[spacing]]`.

use super::limits::depth_range;
use super::screening::OVERRIDE;
use crate::reading::{Node, Table, Taken};
use journey::course::{Other, ProductScope, SameDay, Spacing, Turn, ZoneScope};

pub(crate) const SAME_DAY: [(&str, SameDay); 4] = [
    ("never", SameDay::Never),
    ("this-first", SameDay::ThisFirst),
    ("other-first", SameDay::OtherFirst),
    ("either", SameDay::Either),
];

pub(crate) const ZONES: [(&str, ZoneScope); 2] = [("any", ZoneScope::Any), ("same", ZoneScope::Same)];

pub(crate) const PRODUCT: [(&str, ProductScope); 3] =
    [("any", ProductScope::Any), ("same", ProductScope::Same), ("other", ProductScope::Other)];

/// Every spacing rule.
pub(super) fn rules(file: &Table<'_>, taken: &Taken) -> Vec<Spacing> {
    file.each("spacing", |table| rule(table, taken))
}

fn rule(table: Table<'_>, taken: &Taken) -> Option<Spacing> {
    let id = table.fresh("id", taken);
    let pair = pair(&table);
    let wait = table.need("wait").and_then(|node| node.period());
    let same_day = table.word("same_day", &SAME_DAY);
    let zones = table.word_or_first("zones", &ZONES);
    let product = table.word_or_first("product", &PRODUCT);
    let depth = table.get("depth_mm").and_then(depth_range);
    let override_by = table.word_or_first("override", &OVERRIDE);
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    table.close();
    let (turn, other) = pair?;
    Some(Spacing {
        id: id?,
        other,
        turn,
        wait: wait?,
        same_day: same_day?,
        zones: zones?,
        product: product?,
        depth,
        override_by: override_by?,
        says: says?,
        evidence: evidence?,
    })
}

fn pair(table: &Table<'_>) -> Option<(Turn, Other)> {
    match (table.get("after"), table.get("before")) {
        (Some(after), None) => Some((Turn::After, other(after)?)),
        (None, Some(before)) => Some((Turn::Before, other(before)?)),
        _ => {
            table.wrong("which treatment comes first?", "exactly one of `after` and `before`");
            None
        }
    }
}

fn other(node: Node<'_>) -> Option<Other> {
    let text = node.text()?;
    if text == "self" {
        return Some(Other::Itself);
    }
    let (protocols, groups) = (node.cx.protocols, &node.cx.library.groups);
    if let Some(id) = protocols.iter().find(|id| id.as_str() == text) {
        return Some(Other::Protocol(id.clone()));
    }
    if let Some(group) = groups.iter().find(|group| group.id.as_str() == text) {
        return Some(Other::Group(group.id.clone()));
    }
    let names = protocols.iter().map(|id| id.as_str()).chain(groups.iter().map(|group| group.id.as_str()));
    node.unknown(text, "protocol or group", names);
    None
}
