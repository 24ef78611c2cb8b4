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

/// The one range of amounts of a bound.
pub(super) fn amounts(table: &Table<'_>) -> Option<(Option<Amount>, Amount)> {
    let written: Vec<(Node<'_>, Measure, u16)> = MEASURES
        .into_iter()
        .filter_map(|(key, measure, scale)| Some((table.get(key)?, measure, scale)))
        .collect();
    let [(node, measure, scale)] = written.as_slice() else {
        let keys = MEASURES.map(|(key, _, _)| key).join(", ");
        table.wrong("what does this bound limit?", format!("exactly one of {keys}"));
        return None;
    };
    let range = node.table()?;
    let amount = |node: Node<'_>| node.amount(*scale).map(|n| measure.of(n));
    let (min, max) = (range.get("min").and_then(amount), range.need("max").and_then(amount));
    if min.zip(max).is_some_and(|(min, max)| min > max) {
        range.wrong("this range runs backwards", "`min` ≤ `max`");
    }
    range.close();
    Some((min, max?))
}
