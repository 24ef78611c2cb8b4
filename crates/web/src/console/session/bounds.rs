//! The bounds that apply, beside the form: what the device can do, what the label covers, what the clinic allows.

use super::load::Sheet;
use crate::console::Desk;
use crate::console::protocols::evidence::support;
use crate::console::protocols::measure::{per, range, zones};
use crate::look::badge::{Badge, Tone};
use crate::look::definition::Definitions;
use journey::facts::AsOf;
use journey::kleene::Truth;
use journey::screening::Standing;
use journey::session::{Bound, Ceiling, Place};
use maud::{Markup, html};

/// The three ceilings for a place; for every place of the indication where none is chosen.
pub(super) fn bounds(desk: &Desk, sheet: &Sheet, chosen: Option<&Place>) -> Markup {
    let words = desk.words();
    let applying: Vec<&Bound> =
        sheet.protocol.bounds.iter().filter(|bound| applies(desk, sheet, bound, chosen)).collect();
    html! {
        section.bounds aria-labelledby="bounds-title" {
            h2 #bounds-title { (words.t("bounds-title")) }
            @if applying.is_empty() { p { (words.t("bounds-none")) } }
            (group(&words.t("bounds-clinic"), of(desk, sheet, &applying, Ceiling::Clinic)))
            (group(&words.t("bounds-labelled"), of(desk, sheet, &applying, Ceiling::Labelled)))
            (group(&words.t("bounds-mechanical"), mechanical(desk, sheet)))
        }
    }
}

fn applies(desk: &Desk, sheet: &Sheet, bound: &Bound, chosen: Option<&Place>) -> bool {
    let world = desk.web.app.world();
    let known = AsOf::new(world.library.facts(), &sheet.facts, sheet.today);
    let aim = sheet.protocol.indication(&sheet.indication);
    let treated = aim.map_or(&[][..], |aim| &aim.zones);
    let here = match chosen {
        Some(place) => bound.zones.contains(&place.zone),
        None => treated.iter().any(|zone| bound.zones.contains(zone)),
    };
    bound.evidence.acts()
        && (bound.indications.is_empty() || bound.indications.contains(&sheet.indication))
        && (bound.zones.is_empty() || here)
        && bound.when.as_ref().is_none_or(|when| when.holds(&known) != Truth::False)
}

fn of(desk: &Desk, sheet: &Sheet, applying: &[&Bound], ceiling: Ceiling) -> Vec<(String, Markup)> {
    applying.iter().filter(|bound| bound.ceiling == ceiling).map(|bound| line(desk, sheet, bound)).collect()
}

fn line(desk: &Desk, sheet: &Sheet, bound: &Bound) -> (String, Markup) {
    let (words, world) = (desk.words(), desk.web.app.world());
    let standing = sheet.activation.standing(&bound.id, &bound.evidence);
    let body = html! {
        p { (zones(words, &world.library, &bound.zones)) (desk.words().t("list-gap")) (per(words, bound)) }
        @if standing != Standing::Stands {
            p { (Badge { tone: Tone::Caution, label: &words.t(&format!("standing-{}", standing.code())) }) }
        }
        p { (bound.says.get(desk.lang)) }
        (support(words, &sheet.protocol.sources, &bound.evidence))
    };
    (range(words, bound.min, bound.max), body)
}

fn mechanical(desk: &Desk, sheet: &Sheet) -> Vec<(String, Markup)> {
    let words = desk.words();
    let limits =
        sheet.protocol.products.iter().flat_map(|product| product.limits.iter().map(move |limit| (product, limit)));
    limits
        .map(|(product, limit)| {
            let body = html! {
                p { (product.name.get(desk.lang)) }
                (support(words, &sheet.protocol.sources, &limit.evidence))
            };
            (range(words, Some(limit.value.min), limit.value.max), body)
        })
        .collect()
}

fn group(title: &str, lines: Vec<(String, Markup)>) -> Markup {
    let items: Vec<(&str, Markup)> = lines.iter().map(|(term, body)| (term.as_str(), body.clone())).collect();
    html! { @if !items.is_empty() { h3 { (title) } (Definitions { items: &items }) } }
}
