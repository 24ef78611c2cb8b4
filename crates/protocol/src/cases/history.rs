//! What was done, is booked or is planned, as a case states it.

use super::About;
use crate::reading::{Node, Table};
use jiff::civil::Date;
use journey::course::{BookedSession, Dose, PastSession, Planned, Purpose, Release, Treated};
use journey::protocol::{Library, Protocol};
use journey::quantity::{HundredthsMg, HundredthsMm, HundredthsUnit};
use journey::recovery::PerformedSession;
use journey::session::TakenDose;
use journey::slug::{IndicationId, ProductId, ProtocolId, ZoneId};

/// What every session of a case states.
struct Occasion {
    treated: Treated,
    on: Date,
    indication: Option<IndicationId>,
    zones: Vec<ZoneId>,
    product: Option<ProductId>,
    purpose: Purpose,
}

/// What was done, and what was taken.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct History {
    pub sessions: Vec<PastSession>,
    /// The doses by mass among them.
    pub taken: Vec<TakenDose>,
}

/// The sessions that took place. One of the protocol itself belongs to the case's course unless it says otherwise.
pub(super) fn history(table: &Table<'_>, about: &About<'_>, course: Option<&IndicationId>) -> History {
    let read = table.each("history", |table| past(table, about, course));
    let (sessions, taken): (Vec<PastSession>, Vec<Option<TakenDose>>) = read.into_iter().unzip();
    History { sessions, taken: taken.into_iter().flatten().collect() }
}

fn past(
    table: Table<'_>,
    about: &About<'_>,
    course: Option<&IndicationId>,
) -> Option<(PastSession, Option<TakenDose>)> {
    let occasion = occasion(&table, about, course);
    let (depth, units) = (depth(&table), units(&table));
    let mass = table.get("mass_mg").and_then(|node| node.amount(100)).map(HundredthsMg);
    let released = table.get("released").and_then(|node| node.truth());
    if (units.is_some() || mass.is_some()) && !table.has("product") {
        table.wrong("how much of what?", "a `product`");
    }
    table.close();
    let Occasion { treated, on, indication, zones, product, purpose } = occasion?;
    let doses = product.clone().zip(units).map(|(product, units)| Dose { product, units });
    let taken = product.clone().zip(mass).map(|(product, mass)| TakenDose { on, product, mass });
    let release = if released == Some(true) { Release::ByPhysician } else { Release::None };
    let doses = doses.into_iter().collect();
    Some((PastSession { treated, on, indication, zones, product, depth, doses, release, purpose }, taken))
}

/// The sessions that are booked.
pub(super) fn booked(table: &Table<'_>, about: &About<'_>, course: Option<&IndicationId>) -> Vec<BookedSession> {
    table.each("booked", |table| {
        let occasion = occasion(&table, about, course);
        table.close();
        let Occasion { treated, on, indication, zones, product, purpose } = occasion?;
        Some(BookedSession { treated, on, indication, zones, product, purpose })
    })
}

/// What is planned for the session that is asked about.
pub(super) fn planned(table: &Table<'_>) -> Planned {
    let read = |node: Node<'_>| {
        let table = node.table()?;
        let (zones, product, depth) = (zones(&table), product(&table), depth(&table));
        let planned = Planned { zones, product, depth, purpose: purpose(&table) };
        table.close();
        Some(planned)
    };
    table.get("planned").and_then(read).unwrap_or_default()
}

/// A depth in millimetres.
pub(super) fn depth(table: &Table<'_>) -> Option<HundredthsMm> {
    table.get("depth_mm").and_then(|node| node.amount(100)).map(HundredthsMm)
}

/// A number of units.
fn units(table: &Table<'_>) -> Option<HundredthsUnit> {
    table.get("units").and_then(|node| node.amount(100)).map(HundredthsUnit)
}

/// What of a session matters for its recovery.
pub(super) fn performed(table: &Table<'_>) -> PerformedSession {
    PerformedSession { depth: depth(table), units: units(table) }
}

fn purpose(table: &Table<'_>) -> Purpose {
    match table.get("touch_up").and_then(|node| node.truth()) {
        Some(true) => Purpose::TouchUp,
        Some(false) | None => Purpose::Course,
    }
}

/// What the course is for.
pub(super) fn indication(table: &Table<'_>, about: &About<'_>) -> Option<IndicationId> {
    table.need("indication")?.reference("indication", about.protocol.indications.iter().map(|one| &one.id))
}

fn occasion(table: &Table<'_>, about: &About<'_>, course: Option<&IndicationId>) -> Option<Occasion> {
    let treated = table.need("treated").and_then(treated);
    let on = table.need("on").and_then(|node| node.date());
    let (zones, product, purpose) = (zones(table), product(table), purpose(table));
    let named = table.get("indication");
    let treated = treated?;
    let indication = match (named, of_protocol(&treated, table.cx.library)) {
        (Some(node), Some(protocol)) => node.reference("indication", protocol.indications.iter().map(|one| &one.id)),
        (Some(node), None) => {
            node.wrong("a family of treatments has no indication", "no `indication` here");
            None
        }
        (None, Some(protocol)) if protocol.id == about.protocol.id => course.cloned(),
        (None, _) => None,
    };
    Some(Occasion { treated, on: on?, indication, zones, product, purpose })
}

fn of_protocol<'a>(treated: &Treated, library: &'a Library) -> Option<&'a Protocol> {
    match treated {
        Treated::Protocol(id) => library.get(id),
        Treated::Group(_) => None,
    }
}

fn treated(node: Node<'_>) -> Option<Treated> {
    let (text, library) = (node.text()?, node.cx.library);
    let protocol = library.iter().find(|protocol| protocol.id.as_str() == text);
    let group = library.groups.iter().find(|group| group.id.as_str() == text);
    match (protocol, group) {
        (Some(protocol), _) => Some(Treated::Protocol(protocol.id.clone())),
        (None, Some(group)) => Some(Treated::Group(group.id.clone())),
        (None, None) => {
            let groups = library.groups.iter().map(|group| group.id.as_str());
            node.unknown(text, "protocol or group", library.protocols.keys().map(ProtocolId::as_str).chain(groups));
            None
        }
    }
}

fn zones(table: &Table<'_>) -> Vec<ZoneId> {
    table.references("zones", "zone", table.cx.library.zones.iter().map(|zone| &zone.id))
}

fn product(table: &Table<'_>) -> Option<ProductId> {
    table.get("product")?.reference("product", table.cx.library.products.iter().map(|product| &product.id))
}
