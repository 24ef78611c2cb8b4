use super::people::{Person, Story};
use super::steps;
use jiff::civil::Date;
use journey::quantity::{Amount, Measure};
use journey::session::{Place, Setting, Side};
use journey::slug::{ProductId, ZoneId};
use std::num::NonZeroU16;

/// Why a physician goes beyond a bound.
const BEYOND: &str = "深い箱型の瘢痕のため。前回の1.5mmで経過良好。";
/// Why a physician decides where no bound is known.
const UNBOUNDED: &str = "手順に上限の定めがないため、肌の反応をみて医師が決定した。";
/// Why a physician hands out a dose after two missed ones, and after more.
const SAME_STEP: &str = "2回続けて打っていないため増量せず、同じ段階で再開とした。";
const FIRST_STEP: &str = "3回以上続けて打っていないため、はじめの量から再開とした。";

/// A setting that will be made.
pub(super) struct Planned {
    pub setting: Setting,
    /// A physician's reason, where only a physician may make it.
    pub reason: Option<&'static str>,
}

/// Zone, whether it has two sides, and how much, in the smallest steps of the measure; and at how many points.
type Line = (&'static str, &'static [Side], u32, u16);

const BOTH: &[Side] = &[Side::Left, Side::Right];
const MIDDLE: &[Side] = &[Side::Midline];

const SCARS: &[Line] = &[
    ("cheek", BOTH, 120, 0),
    ("jaw", BOTH, 80, 0),
    ("nose", MIDDLE, 60, 0),
    ("chin", MIDDLE, 70, 0),
    ("forehead", MIDDLE, 40, 0),
];
const LINES: &[Line] =
    &[("cheek", BOTH, 80, 0), ("crows-feet", BOTH, 50, 0), ("forehead", MIDDLE, 40, 0), ("chin", MIDDLE, 60, 0)];
const SPOTS: &[Line] = &[("cheek", BOTH, 1500, 0), ("nose", MIDDLE, 1300, 0), ("forehead", MIDDLE, 1300, 0)];
const TONING: &[Line] = &[("cheek", BOTH, 160, 0), ("forehead", MIDDLE, 140, 0)];

/// What is usually set on the skin or injected, zone by zone.
fn zone_by_zone(indication: &str) -> (&'static str, Measure, &'static [Line]) {
    match indication {
        "acne-scars" => ("dermapen-4", Measure::Depth, SCARS),
        "pores" => ("dermapen-4", Measure::Depth, &[("cheek", BOTH, 80, 0), ("nose", MIDDLE, 60, 0)]),
        "fine-lines" => ("dermapen-4", Measure::Depth, LINES),
        "neck-lines" => ("dermapen-4", Measure::Depth, &[("neck", MIDDLE, 100, 0)]),
        "oily-skin" => ("botox-vista", Measure::Units, &[("forehead", MIDDLE, 800, 40), ("cheek", BOTH, 1200, 60)]),
        "post-acne-redness" => ("botox-vista", Measure::Units, &[("cheek", BOTH, 640, 8)]),
        "glabella-lines" => ("botox-vista", Measure::Units, &[("glabella", MIDDLE, 2000, 5)]),
        "crows-feet-lines" => ("botox-vista", Measure::Units, &[("crows-feet", BOTH, 1200, 3)]),
        "masseter" => ("botox-vista", Measure::Units, &[("jaw", BOTH, 2500, 5)]),
        _ => ("dermapen-4", Measure::Depth, &[]),
    }
}

/// What is set for somebody on a day; scars are treated a little deeper from the second session on.
pub(super) fn settings(person: &Person, on: Date) -> Vec<Planned> {
    match person.service {
        "ipl" if person.indication == "post-acne-redness" => {
            decided(zones("ipl-device", Measure::Energy, &[("cheek", BOTH, 1300, 0)]))
        }
        "ipl" => decided(zones("ipl-device", Measure::Energy, SPOTS)),
        "laser-toning" => zones("nd-yag-1064", Measure::Energy, TONING),
        "salicylic-peel" => decided(whole("salicylic-macrogol-30", Measure::Volume.of(3_000)).collect()),
        "prx-t33" => whole("prx-t33", Measure::Volume.of(1_500)).collect(),
        "tranexamic-oral" => {
            whole("tranexamic-acid", milligrams(750)).chain(whole("ascorbic-acid-tablet", milligrams(300))).collect()
        }
        "glutathione-oral" => whole("glutathione-tablet", milligrams(300)).collect(),
        "glutathione-iv" => whole("glutathione-injection", milligrams(200)).collect(),
        "vitamin-c-iv" => whole("vitamin-c-infusion", milligrams(12_500)).collect(),
        "isotretinoin" => {
            let day = if person.sessions == 0 { 10 } else { 20 };
            whole("isotretinoin-imported", milligrams(day)).collect()
        }
        "medical-diet" => weekly(person, on),
        _ => needles(person),
    }
}

const fn milligrams(whole: u32) -> Amount {
    Measure::Mass.of(whole * 100)
}

/// The weekly injection, by its steps.
fn weekly(person: &Person, on: Date) -> Vec<Planned> {
    let dose = Measure::Mass.of(steps::dose(person.step_on(on)));
    let reason = match person.missed(on) {
        ..2 => None,
        2 => Some(SAME_STEP),
        _ => Some(FIRST_STEP),
    };
    whole("wegovy", dose).map(|planned| Planned { reason, ..planned }).collect()
}

fn needles(person: &Person) -> Vec<Planned> {
    let (product, measure, lines) = zone_by_zone(person.indication);
    let deeper = if person.indication == "acne-scars" && person.sessions > 0 { 20 } else { 0 };
    let mut planned = zones(product, measure, lines);
    for one in planned.iter_mut().filter(|one| one.setting.zone().is_some_and(|zone| zone.as_str() == "cheek")) {
        one.setting.quantity = measure.of(one.setting.quantity.smallest() + deeper);
        let side = one.setting.place.as_ref().map(|place| place.side);
        if person.story == Story::BeyondBound && side == Some(Side::Left) {
            (one.setting.quantity, one.reason) = (measure.of(180), Some(BEYOND));
        }
    }
    planned
}

/// Where no bound is known, the physician decides each setting.
fn decided(planned: Vec<Planned>) -> Vec<Planned> {
    planned.into_iter().map(|one| Planned { reason: Some(UNBOUNDED), ..one }).collect()
}

fn zones(product: &str, measure: Measure, lines: &[Line]) -> Vec<Planned> {
    let mut planned = Vec::new();
    for (zone, sides, amount, points) in lines {
        let places = sides.iter().filter_map(|side| Some(Place { zone: ZoneId::parse(zone).ok()?, side: *side }));
        planned.extend(places.filter_map(|place| one(Some(place), product, measure.of(*amount), *points)));
    }
    planned
}

/// One amount for the whole face, or the whole body.
fn whole(product: &str, quantity: Amount) -> impl Iterator<Item = Planned> + use<> {
    one(None, product, quantity, 0).into_iter()
}

fn one(place: Option<Place>, product: &str, quantity: Amount, points: u16) -> Option<Planned> {
    let product = ProductId::parse(product).ok()?;
    let setting = Setting { place, product, quantity, points: NonZeroU16::new(points), positions: Vec::new() };
    Some(Planned { setting, reason: None })
}
