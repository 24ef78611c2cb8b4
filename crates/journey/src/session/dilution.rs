//! What a vial gives at each point once it is diluted, exactly, and how much diluent a wanted point asks for.

use super::{Place, Ratio, Setting};
use crate::quantity::{Amount, HundredthsUnit, Microlitres};
use crate::slug::ProductId;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;

/// A vial and what is put into it.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Preparation {
    /// What the vial holds.
    pub vial: HundredthsUnit,
    /// What is put into it.
    pub diluent: Microlitres,
}

/// What each point gets.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Portion {
    /// So many units.
    Units(HundredthsUnit),
    /// So much fluid.
    Volume(Microlitres),
}

/// A dilution worked out. Units are kept in hundredths and volumes in microlitres, as exact fractions.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Diluted {
    /// Units in each millilitre.
    pub units_per_ml: Ratio,
    /// Hundredths of a unit at each point.
    pub hundredths_per_point: Ratio,
    /// Microlitres at each point.
    pub microlitres_per_point: Ratio,
    /// How many points.
    pub points: NonZeroU16,
    /// Hundredths of a unit in all.
    pub hundredths: Ratio,
    /// Microlitres in all.
    pub microlitres: Ratio,
    /// How many vials that takes.
    pub vials: u64,
}

/// Why a dilution was refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refused {
    /// The vial holds nothing.
    #[error("the vial holds no units")]
    EmptyVial,
    /// Nothing is put into it.
    #[error("there is no diluent")]
    NoDiluent,
    /// A point gets nothing.
    #[error("a point gets nothing")]
    EmptyPoint,
    /// The numbers are too large.
    #[error("these numbers are too large to be worked out")]
    TooLarge,
}

impl Refused {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::EmptyVial => "empty-vial",
            Self::NoDiluent => "no-diluent",
            Self::EmptyPoint => "empty-point",
            Self::TooLarge => "too-large",
        }
    }
}

/// Works a dilution out for so many equal points.
///
/// ```
/// use journey::quantity::{HundredthsUnit, Microlitres};
/// use journey::session::dilution::{Portion, Preparation, dilute};
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let preparation = Preparation { vial: HundredthsUnit(5_000), diluent: Microlitres(1_250) };
/// let diluted = dilute(preparation, Portion::Units(HundredthsUnit(400)), 5.try_into()?)?;
/// assert_eq!(diluted.units_per_ml.exact(), Some(40));
/// assert_eq!(diluted.microlitres_per_point.exact(), Some(100));
/// assert_eq!((diluted.hundredths.exact(), diluted.vials), (Some(2_000), 1));
/// # Ok(())
/// # }
/// ```
pub fn dilute(preparation: Preparation, each: Portion, points: NonZeroU16) -> Result<Diluted, Refused> {
    let (vial, diluent) = (u64::from(preparation.vial.0), u64::from(preparation.diluent.0));
    if vial == 0 {
        return Err(Refused::EmptyVial);
    }
    let units_per_ml = Ratio::new(vial * 10, diluent).ok_or(Refused::NoDiluent)?;
    let over = |numerator, denominator| Ratio::new(numerator, denominator).ok_or(Refused::NoDiluent);
    let (units, volume) = match each {
        Portion::Units(HundredthsUnit(0)) | Portion::Volume(Microlitres(0)) => return Err(Refused::EmptyPoint),
        Portion::Units(units) => (over(units.0.into(), 1)?, over(u64::from(units.0) * diluent, vial)?),
        Portion::Volume(volume) => (over(u64::from(volume.0) * vial, diluent)?, over(volume.0.into(), 1)?),
    };
    let times = |ratio: Ratio| ratio.times(points.get().into()).ok_or(Refused::TooLarge);
    let (hundredths, microlitres) = (times(units)?, times(volume)?);
    let whole_vial = hundredths.denominator().checked_mul(vial).ok_or(Refused::TooLarge)?;
    Ok(Diluted {
        units_per_ml,
        hundredths_per_point: units,
        microlitres_per_point: volume,
        points,
        hundredths,
        microlitres,
        vials: hundredths.numerator().div_ceil(whole_vial),
    })
}

/// How many microlitres of diluent make a point of so many units so large.
pub fn diluent_for(vial: HundredthsUnit, units: HundredthsUnit, volume: Microlitres) -> Result<Ratio, Refused> {
    if vial.0 == 0 {
        return Err(Refused::EmptyVial);
    }
    if volume.0 == 0 {
        return Err(Refused::EmptyPoint);
    }
    Ratio::new(u64::from(vial.0) * u64::from(volume.0), units.0.into()).ok_or(Refused::EmptyPoint)
}

impl Diluted {
    /// The setting it comes to at one place, so that the same bounds judge it; part of a hundredth is rounded up.
    pub fn setting(&self, product: ProductId, place: Option<Place>) -> Result<Setting, Refused> {
        let hundredths = u32::try_from(self.hundredths.ceiling()).map_err(|_| Refused::TooLarge)?;
        Ok(Setting {
            place,
            product,
            quantity: Amount::Units(HundredthsUnit(hundredths)),
            points: Some(self.points),
            positions: Vec::new(),
        })
    }
}
