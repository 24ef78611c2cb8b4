use journey::quantity::Measure;
use journey::session::{Place, Setting, Side};
use journey::slug::{ProductId, ZoneId};
use std::num::NonZeroU16;

/// A setting that will be made.
pub(super) struct Planned {
    pub setting: Setting,
    /// Whether it goes beyond the clinic's bound.
    pub beyond: bool,
}

/// Zone, whether it has two sides, and how much, in the smallest steps of the measure; and at how many points.
type Line = (&'static str, &'static [Side], u32, u16);

const BOTH: &[Side] = &[Side::Left, Side::Right];
const MIDDLE: &[Side] = &[Side::Midline];

/// What is usually set for an indication, zone by zone.
fn usual(indication: &str) -> (&'static str, Measure, &'static [Line]) {
    match indication {
        "acne-scars" => (
            "dermapen-4",
            Measure::Depth,
            &[
                ("cheek", BOTH, 120, 0),
                ("jaw", BOTH, 80, 0),
                ("nose", MIDDLE, 60, 0),
                ("chin", MIDDLE, 70, 0),
                ("forehead", MIDDLE, 40, 0),
            ],
        ),
        "pores" => ("dermapen-4", Measure::Depth, &[("cheek", BOTH, 80, 0), ("nose", MIDDLE, 60, 0)]),
        "fine-lines" => (
            "dermapen-4",
            Measure::Depth,
            &[
                ("cheek", BOTH, 80, 0),
                ("crows-feet", BOTH, 50, 0),
                ("forehead", MIDDLE, 40, 0),
                ("chin", MIDDLE, 60, 0),
            ],
        ),
        "neck-lines" => ("dermapen-4", Measure::Depth, &[("neck", MIDDLE, 100, 0)]),
        "oily-skin" => ("botox-vista", Measure::Units, &[("forehead", MIDDLE, 800, 40), ("cheek", BOTH, 1200, 60)]),
        "post-acne-redness" => ("botox-vista", Measure::Units, &[("cheek", BOTH, 640, 8)]),
        "glabella-lines" => ("botox-vista", Measure::Units, &[("glabella", MIDDLE, 2000, 5)]),
        "crows-feet-lines" => ("botox-vista", Measure::Units, &[("crows-feet", BOTH, 1200, 3)]),
        "forehead-lines" => {
            ("botox-vista", Measure::Units, &[("forehead", MIDDLE, 1000, 5), ("glabella", MIDDLE, 2000, 5)])
        }
        "masseter" => ("botox-vista", Measure::Units, &[("jaw", BOTH, 2500, 5)]),
        _ => ("dermapen-4", Measure::Depth, &[]),
    }
}

/// What is set for an indication at a session; scars are treated a little deeper from the second session on.
pub(super) fn settings(indication: &str, sessions: u32, beyond: bool) -> Vec<Planned> {
    let (product, measure, lines) = usual(indication);
    let deeper = if indication == "acne-scars" && sessions > 0 { 20 } else { 0 };
    let mut planned = Vec::new();
    for (zone, sides, amount, points) in lines {
        let is_cheek = *zone == "cheek";
        let amount = if is_cheek { amount + deeper } else { *amount };
        for side in *sides {
            let goes_beyond = beyond && is_cheek && *side == Side::Left;
            let amount = if goes_beyond { 180 } else { amount };
            planned.extend(
                one(zone, *side, product, measure.of(amount), *points)
                    .map(|setting| Planned { setting, beyond: goes_beyond }),
            );
        }
    }
    planned
}

fn one(zone: &str, side: Side, product: &str, quantity: journey::quantity::Amount, points: u16) -> Option<Setting> {
    let place = Some(Place { zone: ZoneId::parse(zone).ok()?, side });
    Some(Setting {
        place,
        product: ProductId::parse(product).ok()?,
        quantity,
        points: NonZeroU16::new(points),
        positions: Vec::new(),
    })
}
