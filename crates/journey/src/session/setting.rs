//! One setting as it is recorded.

use super::{Point, Side};
use crate::quantity::Amount;
use crate::slug::{ProductId, ZoneId};
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;

/// A zone and its side.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct Place {
    /// The zone.
    pub zone: ZoneId,
    /// The side.
    pub side: Side,
}

/// What is set or given at one place with one product.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Setting {
    /// Where; none for the whole body.
    pub place: Option<Place>,
    /// With what.
    pub product: ProductId,
    /// How much: over all points of the place, where there are points.
    pub quantity: Amount,
    /// At how many points.
    pub points: Option<NonZeroU16>,
    /// Where the points are on the front drawing of the face, as far as they were marked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub positions: Vec<Point>,
}

impl Setting {
    /// The zone.
    pub fn zone(&self) -> Option<&ZoneId> {
        self.place.as_ref().map(|place| &place.zone)
    }
}
