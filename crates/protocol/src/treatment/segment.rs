//! `[[segment]]`.

use crate::reading::{Node, Table, Taken};
use journey::protocol::Segment;

/// The steps of a session, in order.
pub(super) fn segments(file: &Table<'_>) -> Vec<Segment> {
    let taken = Taken::default();
    file.at_least_one("segment", |table| segment(table, &taken))
}

fn segment(table: Table<'_>, taken: &Taken) -> Option<Segment> {
    let library = table.cx.library;
    let (id, name) = (table.fresh("id", taken), table.bilingual("name"));
    let minutes = table.need("minutes").and_then(fives);
    let cleaning_minutes = table.get("cleaning_minutes").and_then(fives).unwrap_or_default();
    let competences = library.competences.iter().map(|one| &one.id);
    let competence = table.get("competence").and_then(|node| node.reference("competence", competences));
    let rooms = library.rooms.iter().map(|one| &one.id);
    let room = table.get("room").and_then(|node| node.reference("kind of room", rooms));
    let devices = library.devices.iter().map(|one| &one.id);
    let device = table.get("device").and_then(|node| node.reference("kind of device", devices));
    table.close();
    Some(Segment { id: id?, name: name?, minutes: minutes?, cleaning_minutes, competence, room, device })
}

fn fives(node: Node<'_>) -> Option<u16> {
    let minutes: u16 = node.whole()?;
    if minutes == 0 || !minutes.is_multiple_of(5) {
        node.wrong("the calendar has steps of five minutes", "a multiple of 5 above zero");
    }
    Some(minutes)
}
