//! The face with the zones of the indication, and the totals at its side.

use super::load::Sheet;
use super::place;
use super::written::totals;
use crate::console::Desk;
use crate::look::face_map::{FaceMap, View, ViewWords, ZoneMark, ZoneState};
use app::session::{Record, RecordState};
use maud::{Markup, html};

/// The map. While the record is open, touching a zone chooses it for the form.
pub(super) fn map(desk: &Desk, sheet: &Sheet, chosen: &str) -> Markup {
    let words = desk.words();
    let library = &desk.web.app.world().library;
    let treated = sheet.protocol.indication(&sheet.indication).map_or(&[][..], |aim| &aim.zones);
    let mut zones = treated.to_vec();
    zones.extend(sheet.record.settings.iter().filter_map(|row| row.setting.zone().cloned()));
    let places = place::places(words, library, &zones);
    if places.is_empty() {
        return Markup::default();
    }
    let open = sheet.record.state == RecordState::Opened;
    let hrefs: Vec<String> =
        places.iter().map(|one| format!("/console/records/{}?place={}#setting", sheet.record.id, one.code)).collect();
    let marks: Vec<ZoneMark<'_>> = places
        .iter()
        .zip(&hrefs)
        .map(|(one, href)| ZoneMark {
            shape: &one.code,
            label: &one.label,
            href: open.then_some(href.as_str()),
            state: state(&sheet.record, &one.code, chosen),
        })
        .collect();
    let captions = [words.t("map-front"), words.t("map-right"), words.t("map-left")];
    let corners = (words.t("side-right"), words.t("side-left"));
    let views = [
        ViewWords { view: View::Front, caption: &captions[0], corners: Some((&corners.0, &corners.1)) },
        ViewWords { view: View::Right, caption: &captions[1], corners: None },
        ViewWords { view: View::Left, caption: &captions[2], corners: None },
    ];
    let side = totals(desk, sheet);
    html! {
        section {
            h2 { (words.t("map-title")) }
            @if open { p.hint { (words.t("map-hint")) } }
            (FaceMap { label: &words.t("map-title"), views: &views, zones: &marks, points: &[], side: Some(&side) })
        }
    }
}

fn state(record: &Record, code: &str, chosen: &str) -> ZoneState {
    let treated =
        record.settings.iter().filter_map(|row| row.setting.place.as_ref()).any(|one| place::code(one) == code);
    match (code == chosen, treated) {
        (true, _) => ZoneState::Chosen,
        (false, true) => ZoneState::Treated,
        (false, false) => ZoneState::Plain,
    }
}
