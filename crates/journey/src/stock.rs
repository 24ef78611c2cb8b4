//! Products and devices: what they are, how they reach the clinic, what they can do.

use crate::evidence::{Evidence, Sourced};
use crate::period::Hours;
use crate::quantity::{Amount, Measure};
use crate::slug::{ProductId, UnitSystemId};
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What kind of thing a product is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProductKind {
    /// A device.
    Device,
    /// Injected.
    Injectable,
    /// Put on the skin.
    Topical,
    /// Swallowed.
    Oral,
    /// Given into a vein.
    Infusion,
}

/// Whether Japan approved the product for anything.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProductStatus {
    /// Approved, for the uses that the product lists.
    Approved,
    /// Not approved.
    Unapproved,
    /// A kind of product of which some makes are approved: each has to be looked up.
    Varies,
}

/// What a device can do in one measure.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct MechanicalLimit {
    /// The least it can be set to.
    pub min: Amount,
    /// The most it can be set to.
    pub max: Amount,
    /// The distance between two settings.
    pub step: Amount,
}

impl MechanicalLimit {
    /// The setting at or just below an amount, never above the maximum; nothing below the minimum.
    pub fn snap_down(&self, amount: Amount) -> Option<Amount> {
        let measure = self.max.measure();
        if amount.measure() != measure || amount < self.min {
            return None;
        }
        let (low, step) = (self.min.smallest(), self.step.smallest().max(1));
        let wanted = amount.smallest().min(self.max.smallest());
        Some(measure.of(low + (wanted - low) / step * step))
    }
}

/// A way to prepare a product.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Dilution {
    /// What it is called.
    pub name: Bilingual,
    /// Hundredths of a unit in each millilitre.
    pub hundredths_per_ml: u32,
    /// Its support.
    pub evidence: Evidence,
}

/// A product or device of the registry.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Product {
    /// Its name in the files.
    pub id: ProductId,
    /// The brand.
    pub name: Bilingual,
    /// Other spellings, as people search for them.
    pub aliases: Vec<String>,
    /// The generic name.
    pub generic: Bilingual,
    /// The maker.
    pub maker: String,
    /// What kind of thing it is.
    pub kind: ProductKind,
    /// Whether Japan approved it.
    pub status: ProductStatus,
    /// What Japan approved it for.
    pub approved_for: Vec<Bilingual>,
    /// How it reaches the clinic.
    pub route: Bilingual,
    /// A domestic equivalent, if there is one.
    pub equivalent: Option<Bilingual>,
    /// Safety information from abroad.
    pub overseas: Option<Bilingual>,
    /// The system its units belong to.
    pub unit_system: Option<UnitSystemId>,
    /// What it can be set to.
    pub limits: Vec<Sourced<MechanicalLimit>>,
    /// How it is prepared.
    pub dilutions: Vec<Dilution>,
    /// What one vial holds, for each size; units or a mass.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub vials: Vec<Amount>,
    /// How long it may be used after opening or dilution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub use_within: Option<Sourced<Hours>>,
    /// When the entry was last checked.
    pub checked_on: Date,
    /// The support of the entry.
    pub evidence: Evidence,
}

impl Product {
    /// What the product can be set to in one measure.
    pub fn limit(&self, measure: Measure) -> Option<&Sourced<MechanicalLimit>> {
        self.limits.iter().find(|limit| limit.value.max.measure() == measure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pen() -> MechanicalLimit {
        MechanicalLimit { min: Measure::Depth.of(20), max: Measure::Depth.of(300), step: Measure::Depth.of(25) }
    }

    #[test]
    fn a_depth_is_snapped_down_to_the_step_of_the_device() {
        assert_eq!(pen().snap_down(Measure::Depth.of(69)), Some(Measure::Depth.of(45)));
        assert_eq!(pen().snap_down(Measure::Depth.of(70)), Some(Measure::Depth.of(70)));
        assert_eq!(pen().snap_down(Measure::Depth.of(20)), Some(Measure::Depth.of(20)));
    }

    #[test]
    fn nothing_is_offered_below_the_least_setting_or_in_another_measure() {
        assert_eq!(pen().snap_down(Measure::Depth.of(19)), None);
        assert_eq!(pen().snap_down(Measure::Energy.of(50)), None);
    }
}
