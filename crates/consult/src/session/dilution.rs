//! The dilution calculator.

use crate::amount::amount;
use crate::misread::Misread;
use crate::reading::Reader;
use journey::quantity::{Amount, HundredthsUnit, Measure, Microlitres};
use journey::session::Ratio;
use journey::session::dilution::{Portion, Preparation, diluent_for, dilute};
use journey::text::Lang;
use journey::tree::Tree;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU16;

/// A vial, what it is dissolved in, and what a point is to get. Give `diluent_ml` and one of the two amounts of a
/// point; or both amounts of a point without `diluent_ml`, and the diluent is worked out.
#[derive(Clone, Copy, PartialEq, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dilute {
    /// Units in the vial.
    pub vial_units: f64,
    /// Millilitres it is dissolved in.
    #[serde(default)]
    pub diluent_ml: Option<f64>,
    /// Units that each point is to get.
    #[serde(default)]
    pub units_per_point: Option<f64>,
    /// Millilitres that each point is to get.
    #[serde(default)]
    pub ml_per_point: Option<f64>,
    /// How many points.
    pub points: NonZeroU16,
}

/// The dilution, worked out. Numbers are exact where they are short decimals, and rounded to six places otherwise.
#[derive(Clone, Copy, PartialEq, Debug, Serialize, JsonSchema)]
pub struct Diluted {
    /// Millilitres of diluent.
    pub diluent_ml: f64,
    /// Units in each millilitre.
    pub units_per_ml: f64,
    /// Units at each point.
    pub units_per_point: f64,
    /// Millilitres at each point.
    pub ml_per_point: f64,
    /// Points.
    pub points: u16,
    /// Units in all.
    pub units: f64,
    /// Millilitres in all.
    pub ml: f64,
    /// How many vials that takes.
    pub vials: u64,
}

fn told(ratio: Ratio, scale: u64) -> f64 {
    let exact = ratio.numerator() as f64 / (ratio.denominator() as f64 * scale as f64);
    (exact * 1e6).round() / 1e6
}

impl Diluted {
    pub(super) fn tree(&self, lang: Lang) -> Tree {
        let (of_vial, of_point, of_all) = match lang {
            Lang::Ja => ("溶解後", "1ポイントあたり", "合計"),
            Lang::En => ("dissolved", "each point", "in all"),
        };
        let line = |name: &str, units: f64, ml: f64| Tree::leaf(format!("{name}: {units} U, {ml} mL"));
        let concentration = format!("{of_vial}: {} U/mL ({} mL)", self.units_per_ml, self.diluent_ml);
        let text = match lang {
            Lang::Ja => format!("希釈: {}ポイント、{}バイアル", self.points, self.vials),
            Lang::En => format!("dilution: {} points, {} vials", self.points, self.vials),
        };
        let each = line(of_point, self.units_per_point, self.ml_per_point);
        Tree { text, below: vec![Tree::leaf(concentration), each, line(of_all, self.units, self.ml)] }
    }
}

impl Dilute {
    pub(super) fn work_out(&self, reader: &Reader<'_>, field: &str) -> Option<Diluted> {
        let units = |name: &str, number: f64| match amount(reader, &format!("{field}.{name}"), Measure::Units, number)?
        {
            Amount::Units(units) => Some(units),
            _ => None,
        };
        let volume =
            |name: &str, number: f64| match amount(reader, &format!("{field}.{name}"), Measure::Volume, number)? {
                Amount::Volume(volume) => Some(volume),
                _ => None,
            };
        let vial = units("vial_units", self.vial_units)?;
        let diluent = self.diluent_ml.and_then(|number| volume("diluent_ml", number));
        let each = self.units_per_point.and_then(|number| units("units_per_point", number));
        let drop = self.ml_per_point.and_then(|number| volume("ml_per_point", number));
        let (diluent, portion) = match (diluent, each, drop) {
            (Some(diluent), Some(each), None) => (diluent, Portion::Units(each)),
            (Some(diluent), None, Some(drop)) => (diluent, Portion::Volume(drop)),
            (None, Some(each), Some(drop)) => (self.diluent(reader, field, vial, each, drop)?, Portion::Units(each)),
            _ => {
                let expected = "two of diluent_ml, units_per_point and ml_per_point";
                reader.note(Misread::at(field, "the dilution cannot be worked out", expected));
                return None;
            }
        };
        let refused = |refused: journey::session::dilution::Refused| {
            reader.note(Misread::at(field, refused.to_string(), "amounts above nothing"));
        };
        let found = dilute(Preparation { vial, diluent }, portion, self.points).map_err(refused).ok()?;
        Some(Diluted {
            diluent_ml: f64::from(diluent.0) / 1000.0,
            units_per_ml: told(found.units_per_ml, 1),
            units_per_point: told(found.hundredths_per_point, 100),
            ml_per_point: told(found.microlitres_per_point, 1000),
            points: found.points.get(),
            units: told(found.hundredths, 100),
            ml: told(found.microlitres, 1000),
            vials: found.vials,
        })
    }

    /// The diluent that gives a point so many units in so little fluid; refused where it is no whole microlitre.
    fn diluent(
        &self,
        reader: &Reader<'_>,
        field: &str,
        vial: HundredthsUnit,
        each: HundredthsUnit,
        drop: Microlitres,
    ) -> Option<Microlitres> {
        let wanted = diluent_for(vial, each, drop);
        let whole = wanted.as_ref().ok().and_then(|ratio| ratio.exact()).and_then(|whole| u32::try_from(whole).ok());
        if whole.is_none() {
            let wrong =
                wanted.map_or_else(|refused| refused.to_string(), |ratio| format!("{ratio} microlitres of diluent"));
            reader.note(Misread::at(field, wrong, "a diluent that can be measured in whole microlitres"));
        }
        whole.map(Microlitres)
    }
}
