//! `zones.toml`.

use crate::reading::{Node, Table, Taken};
use journey::session::{Band, Point, Sides, Zone};

/// Every zone, and every band of the face drawing.
pub(crate) fn zones(file: Table<'_>) -> (Vec<Zone>, Vec<Band>) {
    let taken = Taken::default();
    let zones = file.each("zone", |table| {
        let (id, name) = (table.fresh("id", &taken), table.bilingual("name"));
        let sides = table.word("sides", &[("midline", Sides::Midline), ("paired", Sides::Paired)]);
        table.close();
        Some(Zone { id: id?, name: name?, sides: sides? })
    });
    let taken = Taken::default();
    let bands = file.each("band", |table| {
        let (id, name) = (table.fresh("id", &taken), table.bilingual("name"));
        let touched = table.references("zones", "zone", zones.iter().map(|zone| &zone.id));
        let shape = table.need("shape").and_then(shape);
        table.close();
        Some(Band { id: id?, name: name?, zones: touched, shape: shape? })
    });
    file.close();
    (zones, bands)
}

fn shape(node: Node<'_>) -> Option<Vec<Point>> {
    let corners = node.list();
    if corners.len() < 3 {
        node.wrong("this shape has no inside", "at least three corners");
        return None;
    }
    corners.into_iter().map(point).collect()
}

/// A point of the face drawing.
pub(crate) fn point(node: Node<'_>) -> Option<Point> {
    let [x, y] = node.list()[..] else {
        node.wrong("this is no point", "`[x, y]`");
        return None;
    };
    Some(Point { x: fraction(x)?, y: fraction(y)? })
}

/// A fraction of the drawing in thousandths.
fn fraction(node: Node<'_>) -> Option<u16> {
    let fraction = u16::try_from(node.decimal()?.in_thousandths()).ok().filter(|fraction| *fraction <= 1000);
    if fraction.is_none() {
        node.wrong("this lies outside the drawing", "a fraction from 0 to 1");
    }
    fraction
}
