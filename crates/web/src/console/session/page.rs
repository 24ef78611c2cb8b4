//! The page of a record, open or signed.

use super::load::Sheet;
use super::{amendments, bounds, form, map, place, sign, written};
use crate::console::Desk;
use crate::console::chart::again::Again;
use crate::console::chart::next::aim;
use crate::console::protocols::short;
use crate::frame::{self, ConsolePage};
use crate::look::badge::{Badge, Tone};
use crate::look::definition::Definitions;
use crate::when;
use app::session::RecordState;
use maud::{Markup, html};

pub(super) fn page(desk: &Desk, sheet: &Sheet, chosen: &str, again: &Again) -> Markup {
    let name = sheet.patient.full_name();
    let treatment = sheet.protocol.name.get(desk.lang);
    let title = desk.words().with("record-title", &[("name", &name), ("treatment", treatment)]);
    let body = match sheet.record.state {
        RecordState::Opened => opened(desk, sheet, chosen, again),
        RecordState::Signed => signed(desk, sheet, again),
    };
    let content = html! { h1 { (title) } (head(desk, sheet)) (body) };
    frame::console(desk, &ConsolePage { name: "record", title: &title }, content)
}

fn opened(desk: &Desk, sheet: &Sheet, chosen: &str, again: &Again) -> Markup {
    let place = place::parse(&desk.web.app.world().library, chosen);
    html! {
        (map::map(desk, sheet, chosen))
        div.beside {
            (form::form(desk, sheet, chosen, again))
            (bounds::bounds(desk, sheet, place.as_ref()))
        }
        (written::table(desk, sheet))
        (sign::form(desk, sheet, again))
    }
}

fn signed(desk: &Desk, sheet: &Sheet, again: &Again) -> Markup {
    let words = desk.words();
    html! {
        (map::map(desk, sheet, ""))
        (written::table(desk, sheet))
        section {
            h2 { (words.t("sign-note")) }
            p { @if sheet.record.note.is_empty() { (words.t("record-no-note")) } @else { (sheet.record.note) } }
        }
        (amendments::section(desk, sheet, again))
    }
}

fn head(desk: &Desk, sheet: &Sheet) -> Markup {
    let (words, record) = (desk.words(), &sheet.record);
    let zone = &desk.web.app.world().zone;
    let moment = |at| when::moment(desk.lang, zone, at);
    let (patient, aimed, version) = (words.t("clinical-patient"), words.t("course-aim"), words.t("clinical-version"));
    let (operator, instructed) = (words.t("record-operator"), words.t("record-instructed"));
    let (opened_at, state) = (words.t("record-opened-at"), words.t("record-state"));
    let mut items = vec![
        (
            patient.as_str(),
            html! {
                a href={ "/console/patients/" (sheet.patient.id) } { (sheet.patient.full_name()) } (desk.words().t("list-gap")) (sheet.patient.reading())
            },
        ),
        (aimed.as_str(), html! { (aim(desk, &record.protocol, &record.indication)) }),
        (version.as_str(), version_line(desk, sheet)),
        (operator.as_str(), html! { (sheet.names.get(record.performed_by, desk.lang)) }),
    ];
    if let Some(by) = record.instructed_by {
        items.push((&instructed, html! { (sheet.names.get(by, desk.lang)) }));
    }
    items.push((
        &opened_at,
        html! {
            (moment(record.opened_at)) (desk.words().t("list-gap"))
            a href={ "/console/visits/" (record.visit) } { (words.t("chart-open-visit")) }
        },
    ));
    items.push((&state, state_line(desk, sheet)));
    html! { (Definitions { items: &items }) }
}

fn version_line(desk: &Desk, sheet: &Sheet) -> Markup {
    let same = sheet.protocol.hash.to_string() == sheet.record.protocol_hash;
    html! {
        code { (short(&sheet.record.protocol_hash)) }
        @if !same { " " span.hint { (desk.words().t("record-older-version")) } }
    }
}

fn state_line(desk: &Desk, sheet: &Sheet) -> Markup {
    let (words, record) = (desk.words(), &sheet.record);
    match (record.signed_by, record.signed_at) {
        (Some(by), Some(at)) => {
            let at = when::moment(desk.lang, &desk.web.app.world().zone, at);
            let line = words.with("record-signed-by", &[("name", sheet.names.get(by, desk.lang)), ("at", &at)]);
            html! { (Badge { tone: Tone::Cleared, label: &words.t("record-state-signed") }) " " (line) }
        }
        _ => html! { (Badge { tone: Tone::Caution, label: &words.t("record-state-opened") }) },
    }
}
