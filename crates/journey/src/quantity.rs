//! Amounts as whole numbers with their unit in the type.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

macro_rules! whole {
    ($(#[$doc:meta] $name:ident, $scale:literal, $unit:literal;)*) => {$(
        #[$doc]
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_fixed(f, self.0, $scale)?;
                f.write_str(concat!(" ", $unit))
            }
        }
    )*};
}

whole! {
    /// A depth in hundredths of a millimetre.
    HundredthsMm, 100, "mm";
    /// A dose in hundredths of a unit of one product.
    HundredthsUnit, 100, "U";
    /// A volume in microlitres.
    Microlitres, 1000, "mL";
    /// A fluence in hundredths of a joule per square centimetre.
    HundredthsJoulePerCm2, 100, "J/cm²";
    /// A mass in hundredths of a milligram.
    HundredthsMg, 100, "mg";
}

fn write_fixed(f: &mut fmt::Formatter<'_>, value: u32, scale: u32) -> fmt::Result {
    let (whole, mut rest, mut digit) = (value / scale, value % scale, scale / 10);
    write!(f, "{whole}")?;
    if rest > 0 {
        f.write_str(".")?;
    }
    while rest > 0 {
        write!(f, "{}", rest / digit)?;
        rest %= digit;
        digit /= 10;
    }
    Ok(())
}

/// What is measured.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Measure {
    /// How deep, in millimetres.
    Depth,
    /// How many units of a product.
    Units,
    /// How much fluid.
    Volume,
    /// How much energy on an area.
    Energy,
    /// How much substance.
    Mass,
}

impl Measure {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Depth => "depth",
            Self::Units => "units",
            Self::Volume => "volume",
            Self::Energy => "energy",
            Self::Mass => "mass",
        }
    }

    /// The amount of so many of the smallest steps of this measure.
    pub const fn of(self, smallest: u32) -> Amount {
        match self {
            Self::Depth => Amount::Depth(HundredthsMm(smallest)),
            Self::Units => Amount::Units(HundredthsUnit(smallest)),
            Self::Volume => Amount::Volume(Microlitres(smallest)),
            Self::Energy => Amount::Energy(HundredthsJoulePerCm2(smallest)),
            Self::Mass => Amount::Mass(HundredthsMg(smallest)),
        }
    }
}

/// An amount of something. Amounts of different measures do not compare.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Amount {
    /// A depth.
    Depth(HundredthsMm),
    /// Units of the product it stands beside.
    Units(HundredthsUnit),
    /// A volume.
    Volume(Microlitres),
    /// A fluence.
    Energy(HundredthsJoulePerCm2),
    /// A mass.
    Mass(HundredthsMg),
}

impl Amount {
    /// What it measures.
    pub const fn measure(self) -> Measure {
        match self {
            Self::Depth(_) => Measure::Depth,
            Self::Units(_) => Measure::Units,
            Self::Volume(_) => Measure::Volume,
            Self::Energy(_) => Measure::Energy,
            Self::Mass(_) => Measure::Mass,
        }
    }

    /// How many of the smallest steps of its measure.
    pub const fn smallest(self) -> u32 {
        match self {
            Self::Depth(HundredthsMm(n))
            | Self::Units(HundredthsUnit(n))
            | Self::Volume(Microlitres(n))
            | Self::Energy(HundredthsJoulePerCm2(n))
            | Self::Mass(HundredthsMg(n)) => n,
        }
    }

    /// So many times this amount; the largest possible where it would not fit.
    pub const fn times(self, count: u32) -> Self {
        self.measure().of(self.smallest().saturating_mul(count))
    }

    /// The sum, or nothing where the measures differ.
    pub fn plus(self, other: Self) -> Option<Self> {
        (self.measure() == other.measure()).then(|| self.measure().of(self.smallest().saturating_add(other.smallest())))
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (self.measure() == other.measure()).then(|| self.smallest().cmp(&other.smallest()))
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Depth(amount) => amount.fmt(f),
            Self::Units(amount) => amount.fmt(f),
            Self::Volume(amount) => amount.fmt(f),
            Self::Energy(amount) => amount.fmt(f),
            Self::Mass(amount) => amount.fmt(f),
        }
    }
}

/// A range of depths: from its first to just below its last; open where an end is absent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DepthRange {
    /// The shallowest that belongs to it.
    pub at_least: Option<HundredthsMm>,
    /// The shallowest that no longer belongs to it.
    pub below: Option<HundredthsMm>,
}

impl DepthRange {
    /// Whether a depth belongs to the range.
    pub fn contains(&self, depth: HundredthsMm) -> bool {
        self.at_least.is_none_or(|low| low <= depth) && self.below.is_none_or(|high| depth < high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_amount_is_written_without_idle_zeros() {
        assert_eq!(HundredthsMm(150).to_string(), "1.5 mm");
        assert_eq!(HundredthsMm(100).to_string(), "1 mm");
        assert_eq!(Microlitres(8).to_string(), "0.008 mL");
        assert_eq!(HundredthsUnit(17).to_string(), "0.17 U");
    }

    #[test]
    fn amounts_of_different_measures_neither_compare_nor_add() {
        let (depth, units) = (Measure::Depth.of(100), Measure::Units.of(100));
        assert_eq!(depth.partial_cmp(&units), None);
        assert_eq!(depth.plus(units), None);
        assert_eq!(depth.plus(depth), Some(Measure::Depth.of(200)));
    }

    #[test]
    fn a_depth_range_ends_just_below_its_upper_edge() {
        let range = DepthRange { at_least: Some(HundredthsMm(100)), below: Some(HundredthsMm(200)) };
        assert!(!range.contains(HundredthsMm(99)));
        assert!(range.contains(HundredthsMm(100)));
        assert!(range.contains(HundredthsMm(199)));
        assert!(!range.contains(HundredthsMm(200)));
    }
}
