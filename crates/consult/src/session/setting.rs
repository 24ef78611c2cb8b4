//! One setting.

use crate::amount::the_one;
use crate::misread::Misread;
use crate::reading::Reader;
use journey::session::{self as rules, Place, Point};
use schemars::JsonSchema;
use serde::Deserialize;
use std::num::NonZeroU16;

/// What is set or given at one place with one product: exactly one amount.
#[derive(Clone, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Setting {
    /// Where; left out for the whole body.
    #[serde(default)]
    pub zone: Option<String>,
    /// The patient's side; left out for a zone of the midline.
    #[serde(default)]
    pub side: Option<Side>,
    /// With what.
    pub product: String,
    /// How deep, in millimetres.
    #[serde(default)]
    pub depth_mm: Option<f64>,
    /// How many units of the product, over all points.
    #[serde(default)]
    pub units: Option<f64>,
    /// How many millilitres, over all points.
    #[serde(default)]
    pub volume_ml: Option<f64>,
    /// How many joules on each square centimetre.
    #[serde(default)]
    pub energy_j_cm2: Option<f64>,
    /// How many milligrams.
    #[serde(default)]
    pub mass_mg: Option<f64>,
    /// At how many points.
    #[serde(default)]
    pub points: Option<NonZeroU16>,
    /// Where on the face drawing, point by point.
    #[serde(default)]
    pub positions: Vec<Position>,
}

/// The patient's side.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The patient's left.
    Left,
    /// The patient's right.
    Right,
    /// The middle.
    Midline,
}

impl From<Side> for rules::Side {
    fn from(side: Side) -> Self {
        match side {
            Side::Left => Self::Left,
            Side::Right => Self::Right,
            Side::Midline => Self::Midline,
        }
    }
}

/// A point of the face drawing: fractions of its width from the left and of its height from the top.
#[derive(Clone, Copy, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Position {
    /// From 0 at the left to 1 at the right.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub x: f64,
    /// From 0 at the top to 1 at the bottom.
    #[schemars(range(min = 0.0, max = 1.0))]
    pub y: f64,
}

impl Setting {
    pub(super) fn read(&self, reader: &Reader<'_>, at: &str) -> Option<rules::Setting> {
        let place = self.place(reader, at);
        let product = reader.product(&format!("{at}.product"), &self.product);
        let given = [self.depth_mm, self.units, self.volume_ml, self.energy_j_cm2, self.mass_mg];
        let quantity = the_one(reader, at, given);
        let each = self.positions.iter().enumerate();
        let positions = each.filter_map(|(place, one)| one.read(reader, &format!("{at}.positions[{place}]"))).collect();
        let (product, quantity) = (product?.id.clone(), quantity?);
        Some(rules::Setting { place, product, quantity, points: self.points, positions })
    }

    fn place(&self, reader: &Reader<'_>, at: &str) -> Option<Place> {
        let name = self.zone.as_ref()?;
        let zone = reader.zone(&format!("{at}.zone"), name)?;
        let sides = reader.library.zone(&zone)?.possible_sides();
        let side = self.side.map(rules::Side::from).or((sides.len() == 1).then(|| sides[0]));
        match side.filter(|side| sides.contains(side)) {
            Some(side) => Some(Place { zone, side }),
            None => {
                let possible: Vec<&str> = sides.iter().map(|side| side.code()).collect();
                let wrong = if self.side.is_some() { "no such side here" } else { "the side is missing" };
                reader.note(Misread::at(format!("{at}.side"), wrong, possible.join(" or ")));
                None
            }
        }
    }
}

impl Position {
    fn read(self, reader: &Reader<'_>, at: &str) -> Option<Point> {
        let thousandths = |fraction: f64| (0.0..=1.0).contains(&fraction).then(|| (fraction * 1000.0).round() as u16);
        let point = thousandths(self.x).zip(thousandths(self.y));
        if point.is_none() {
            reader.note(Misread::at(at, "a point outside the drawing", "fractions from 0 to 1"));
        }
        point.map(|(x, y)| Point { x, y })
    }
}
