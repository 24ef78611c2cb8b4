//! Amounts and ranges of them.

use crate::reading::{Node, Table};
use crate::shared::MEASURES;
use journey::quantity::{Amount, DepthRange, HundredthsMm, Measure};

/// A range of depths.
pub(super) fn depth_range(node: Node<'_>) -> Option<DepthRange> {
    let table = node.table()?;
    let read = |key| table.get(key).and_then(|node| node.amount(100)).map(HundredthsMm);
    let range = DepthRange { at_least: read("at_least"), below: read("below") };
    let rises = range.at_least.zip(range.below).is_none_or(|(low, high)| low < high);
    if !rises || range == (DepthRange { at_least: None, below: None }) {
        table.wrong("this is no range of depths", "`at_least`, `below`, or both, rising");
    }
    table.close();
    Some(range)
}

/// What a bound limits, and to which amounts; the amounts are missing where they cannot be read.
pub(super) struct Limited {
    pub measure: Measure,
    pub range: Option<(Option<Amount>, Amount)>,
}

/// The one range of amounts of a bound.
pub(super) fn limited(table: &Table<'_>) -> Option<Limited> {
    let written: Vec<(Node<'_>, Measure, u16)> =
        MEASURES.into_iter().filter_map(|(key, measure, scale)| Some((table.get(key)?, measure, scale))).collect();
    let [(node, measure, scale)] = written.as_slice() else {
        let keys = MEASURES.map(|(key, _, _)| key).join(", ");
        table.wrong("what does this bound limit?", format!("exactly one of {keys}"));
        return None;
    };
    Some(Limited { measure: *measure, range: range(*node, *measure, *scale) })
}

fn range(node: Node<'_>, measure: Measure, scale: u16) -> Option<(Option<Amount>, Amount)> {
    let table = node.table()?;
    let amount = |node: Node<'_>| node.amount(scale).map(|n| measure.of(n));
    let (min, max) = (table.get("min").and_then(amount), table.need("max").and_then(amount));
    if min.zip(max).is_some_and(|(min, max)| min > max) {
        table.wrong("this range runs backwards", "`min` ≤ `max`");
    }
    table.close();
    Some((min, max?))
}
