//! The settings of a session, as a case states them.

use crate::reading::{Node, Table};
use crate::shared::{MEASURES, point};
use journey::quantity::Amount;
use journey::session::{Place, Setting, Side};
use std::num::NonZeroU16;

const SIDES: [(&str, Side); 3] =
    [(Side::Left.code(), Side::Left), (Side::Right.code(), Side::Right), (Side::Midline.code(), Side::Midline)];

/// Every setting; there must be one.
pub(super) fn settings(table: &Table<'_>) -> Vec<Setting> {
    table.at_least_one("settings", setting)
}

fn setting(table: Table<'_>) -> Option<Setting> {
    let place = place(&table);
    let products = table.cx.library.products.iter().map(|product| &product.id);
    let product = table.need("product").and_then(|node| node.reference("product", products));
    let quantity = quantity(&table);
    let points = table.get("points").and_then(points);
    let marked = table.get("positions").map(|node| node.list()).unwrap_or_default();
    let positions = marked.into_iter().filter_map(point).collect();
    table.close();
    Some(Setting { place, product: product?, quantity: quantity?, points, positions })
}

/// Where: a zone in the middle of the face needs no side.
fn place(table: &Table<'_>) -> Option<Place> {
    let library = table.cx.library;
    let (zone, side) = (table.get("zone"), table.get("side").and_then(|node| node.word(&SIDES)));
    let id = zone?.reference("zone", library.zones.iter().map(|zone| &zone.id))?;
    let possible = library.zone(&id)?.possible_sides();
    match (side, possible) {
        (Some(side), possible) if possible.contains(&side) => Some(Place { zone: id, side }),
        (None, [only]) => Some(Place { zone: id, side: *only }),
        _ => {
            let words: Vec<&str> = possible.iter().map(|side| side.code()).collect();
            table.wrong(format!("which side of `{id}`?"), format!("`side`: {}", words.join(", ")));
            None
        }
    }
}

fn quantity(table: &Table<'_>) -> Option<Amount> {
    let written: Vec<_> =
        MEASURES.into_iter().filter_map(|(key, measure, scale)| Some((table.get(key)?, measure, scale))).collect();
    let [(node, measure, scale)] = written.as_slice() else {
        table.wrong("how much?", format!("exactly one of {}", MEASURES.map(|(key, _, _)| key).join(", ")));
        return None;
    };
    node.amount(*scale).map(|smallest| measure.of(smallest))
}

fn points(node: Node<'_>) -> Option<NonZeroU16> {
    let points = node.whole::<u16>().map(NonZeroU16::new)?;
    if points.is_none() {
        node.wrong("there is no setting without a point", "at least 1");
    }
    points
}
