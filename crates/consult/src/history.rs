//! What was done and what is booked, here or elsewhere.

use crate::amount::amount;
use crate::reading::Reader;
use jiff::civil::Date;
use journey::course::{BookedSession, Dose, PastSession, Planned, Purpose, Release};
use journey::quantity::{Amount, HundredthsMm, HundredthsUnit, Measure};
use journey::session::TakenDose;
use schemars::JsonSchema;
use serde::Deserialize;

/// A session that took place, here or elsewhere.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Past {
    /// A protocol, or a group of treatments or happenings such as `light`, `vaccination` or `dental`.
    pub treated: String,
    /// When.
    pub on: Date,
    /// What for, where it belongs to a course.
    #[serde(default)]
    pub indication: Option<String>,
    /// Where; none if unknown or the whole body.
    #[serde(default)]
    pub zones: Vec<String>,
    /// With what, where that is known.
    #[serde(default)]
    pub product: Option<String>,
    /// How deep at the deepest, in millimetres.
    #[serde(default)]
    pub depth_mm: Option<f64>,
    /// How many units of the product in all; left out, the dose is unknown.
    #[serde(default)]
    pub units: Option<f64>,
    /// How much of the product by mass, in milligrams.
    #[serde(default)]
    pub mass_mg: Option<f64>,
    /// Whether a physician released it before its interval was over.
    #[serde(default)]
    pub released: bool,
    /// Whether it was a touch-up of the session before.
    #[serde(default)]
    pub touch_up: bool,
}

/// A session that is booked.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Booked {
    /// A protocol, or a group of treatments or happenings.
    pub treated: String,
    /// When.
    pub on: Date,
    /// What for.
    #[serde(default)]
    pub indication: Option<String>,
    /// Where; none if not yet decided.
    #[serde(default)]
    pub zones: Vec<String>,
    /// With what, if decided.
    #[serde(default)]
    pub product: Option<String>,
    /// Whether it is a touch-up.
    #[serde(default)]
    pub touch_up: bool,
}

/// What is planned for the session that is asked about; what is left out counts as the careful case.
#[derive(Clone, PartialEq, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Plan {
    /// Where.
    pub zones: Vec<String>,
    /// With what.
    pub product: Option<String>,
    /// How deep, in millimetres.
    pub depth_mm: Option<f64>,
    /// Whether it is a touch-up of the last session.
    pub touch_up: bool,
}

const fn purpose(touch_up: bool) -> Purpose {
    if touch_up { Purpose::TouchUp } else { Purpose::Course }
}

/// A depth in millimetres.
pub(crate) fn depth(reader: &Reader<'_>, field: &str, given: Option<f64>) -> Option<HundredthsMm> {
    match amount(reader, &format!("{field}.depth_mm"), Measure::Depth, given?)? {
        Amount::Depth(depth) => Some(depth),
        _ => None,
    }
}

/// Units of a product.
pub(crate) fn units(reader: &Reader<'_>, field: &str, given: Option<f64>) -> Option<HundredthsUnit> {
    match amount(reader, &format!("{field}.units"), Measure::Units, given?)? {
        Amount::Units(units) => Some(units),
        _ => None,
    }
}

impl Past {
    fn read(&self, reader: &Reader<'_>, at: &str) -> Option<PastSession> {
        let treated = reader.treated(&format!("{at}.treated"), &self.treated);
        let indication = self.indication.as_ref().and_then(|name| {
            let treated = treated.as_ref()?;
            reader.indication_of(&format!("{at}.indication"), treated, name)
        });
        let zones = reader.zones(&format!("{at}.zones"), &self.zones);
        let product = self.product.as_ref().and_then(|name| reader.any_product(&format!("{at}.product"), name));
        let dose = product.clone().zip(units(reader, at, self.units));
        Some(PastSession {
            treated: treated?,
            on: self.on,
            indication,
            zones,
            product,
            depth: depth(reader, at, self.depth_mm),
            doses: dose.into_iter().map(|(product, units)| Dose { product, units }).collect(),
            release: if self.released { Release::ByPhysician } else { Release::None },
            purpose: purpose(self.touch_up),
        })
    }

    fn taken(&self, reader: &Reader<'_>, at: &str) -> Option<TakenDose> {
        let mass = amount(reader, &format!("{at}.mass_mg"), Measure::Mass, self.mass_mg?)?;
        let product = reader.any_product(&format!("{at}.product"), self.product.as_deref().unwrap_or_default())?;
        match mass {
            Amount::Mass(mass) => Some(TakenDose { on: self.on, product, mass }),
            _ => None,
        }
    }
}

fn named<'a, T>(field: &'a str, all: &'a [T]) -> impl Iterator<Item = (String, &'a T)> {
    all.iter().enumerate().map(move |(place, one)| (format!("{field}[{place}]"), one))
}

/// Every past session.
pub(crate) fn history(reader: &Reader<'_>, field: &str, given: &[Past]) -> Vec<PastSession> {
    named(field, given).filter_map(|(at, one)| one.read(reader, &at)).collect()
}

/// Every past dose by mass.
pub(crate) fn taken(reader: &Reader<'_>, field: &str, given: &[Past]) -> Vec<TakenDose> {
    named(field, given).filter_map(|(at, one)| one.taken(reader, &at)).collect()
}

/// Every booked session.
pub(crate) fn booked(reader: &Reader<'_>, field: &str, given: &[Booked]) -> Vec<BookedSession> {
    let read = |(at, one): (String, &Booked)| {
        let treated = reader.treated(&format!("{at}.treated"), &one.treated)?;
        let indication = one.indication.as_ref();
        Some(BookedSession {
            on: one.on,
            indication: indication.and_then(|name| reader.indication_of(&format!("{at}.indication"), &treated, name)),
            treated,
            zones: reader.zones(&format!("{at}.zones"), &one.zones),
            product: one.product.as_ref().and_then(|name| reader.any_product(&format!("{at}.product"), name)),
            purpose: purpose(one.touch_up),
        })
    };
    named(field, given).filter_map(read).collect()
}

impl Plan {
    pub(crate) fn read(&self, reader: &Reader<'_>, field: &str) -> Planned {
        Planned {
            zones: reader.zones(&format!("{field}.zones"), &self.zones),
            product: self.product.as_ref().and_then(|name| reader.any_product(&format!("{field}.product"), name)),
            depth: depth(reader, field, self.depth_mm),
            purpose: purpose(self.touch_up),
        }
    }
}
