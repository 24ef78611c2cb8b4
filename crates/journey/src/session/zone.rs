//! Where on face and neck.

use crate::slug::ZoneId;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// Whether a zone exists once or on both sides.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sides {
    /// Once, in the middle.
    Midline,
    /// Left and right.
    Paired,
}

/// A zone of the face map.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Zone {
    /// Its name; the shape on the map is the name, with `-left` or `-right` where it is paired.
    pub id: ZoneId,
    /// How it is shown.
    pub name: Bilingual,
    /// Whether it exists on both sides.
    pub sides: Sides,
}

/// The patient's side.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The patient's left.
    Left,
    /// The patient's right.
    Right,
    /// The middle.
    Midline,
}

impl Side {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Midline => "midline",
        }
    }
}

impl Zone {
    /// The sides that a record of this zone can have.
    pub const fn possible_sides(&self) -> &'static [Side] {
        match self.sides {
            Sides::Midline => &[Side::Midline],
            Sides::Paired => &[Side::Left, Side::Right],
        }
    }
}
