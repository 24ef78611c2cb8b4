//! Zones with their sides: the words of forms and the shapes of the face map.

use crate::wording::Wording;
use journey::protocol::Library;
use journey::session::{Place, Side, Sides, Zone};
use journey::slug::ZoneId;

/// A zone with a side, as the map and forms name it.
pub(super) struct Named {
    /// `cheek-left`, `forehead`.
    pub code: String,
    /// 頬（左）
    pub label: String,
}

/// The places of some zones, in the order of the registry.
pub(super) fn places(words: Wording, library: &Library, zones: &[ZoneId]) -> Vec<Named> {
    let chosen = library.zones.iter().filter(|zone| zones.contains(&zone.id));
    chosen.flat_map(|zone| zone.possible_sides().iter().map(move |side| named(words, zone, *side))).collect()
}

fn named(words: Wording, zone: &Zone, side: Side) -> Named {
    let place = Place { zone: zone.id.clone(), side };
    Named { code: code(&place), label: label(words, zone, side) }
}

/// The shape of a place on the map.
pub(super) fn code(place: &Place) -> String {
    match place.side {
        Side::Midline => place.zone.to_string(),
        side => format!("{}-{}", place.zone, side.code()),
    }
}

/// The place that a code names.
pub(super) fn parse(library: &Library, wanted: &str) -> Option<Place> {
    let all = library
        .zones
        .iter()
        .flat_map(|zone| zone.possible_sides().iter().map(|side| Place { zone: zone.id.clone(), side: *side }));
    all.into_iter().find(|place| code(place) == wanted)
}

/// A place in words; the code of the zone where the registry no longer has it.
pub(super) fn in_words(words: Wording, library: &Library, place: Option<&Place>) -> String {
    let Some(place) = place else { return words.t("place-whole-body") };
    library.zone(&place.zone).map_or_else(|| code(place), |zone| label(words, zone, place.side))
}

fn label(words: Wording, zone: &Zone, side: Side) -> String {
    let name = zone.name.get(words.lang());
    match (zone.sides, side) {
        (Sides::Midline, _) | (_, Side::Midline) => name.to_owned(),
        (Sides::Paired, Side::Left) => words.with("place-left", &[("zone", name)]),
        (Sides::Paired, Side::Right) => words.with("place-right", &[("zone", name)]),
    }
}

/// The word for a side.
pub(super) fn side(words: Wording, side: Side) -> String {
    match side {
        Side::Left => words.t("side-left"),
        Side::Right => words.t("side-right"),
        Side::Midline => words.t("side-midline"),
    }
}
