//! A setting as it was typed.

use super::place;
use crate::filled::{Filled, ascii_digit};
use app::FieldError;
use app::session::Entry;
use journey::facts::Decimal;
use journey::id::LotId;
use journey::protocol::Library;
use journey::quantity::{Amount, Measure};
use journey::session::{Place, Setting};
use journey::slug::ProductId;
use std::num::NonZeroU16;

/// Every measure, for forms and for reading them.
pub(super) const MEASURES: [Measure; 5] =
    [Measure::Depth, Measure::Units, Measure::Volume, Measure::Energy, Measure::Mass];

/// The word of a form for the whole body.
pub(super) const WHOLE_BODY: &str = "whole-body";

/// Reads a setting; everything that is missing or unreadable is named at once.
pub(super) fn read(filled: &Filled, library: &Library) -> Result<Entry, Vec<FieldError>> {
    let mut mistakes = Vec::new();
    let place = note(&mut mistakes, where_(filled, library));
    let product = note(&mut mistakes, product(filled));
    let quantity = note(&mut mistakes, quantity(filled));
    let points = note(&mut mistakes, points(filled));
    let lot = note(&mut mistakes, lot(filled));
    match (place, product, quantity, points, lot) {
        (Some(place), Some(product), Some(quantity), Some(points), Some(lot)) => Ok(Entry {
            setting: Setting { place, product, quantity, points, positions: Vec::new() },
            lot,
            override_reason: filled.some("override").map(str::to_owned),
        }),
        _ => Err(mistakes),
    }
}

fn note<T>(mistakes: &mut Vec<FieldError>, read: Result<T, FieldError>) -> Option<T> {
    read.map_err(|mistake| mistakes.push(mistake)).ok()
}

const fn mistake(field: &'static str, code: &'static str) -> FieldError {
    FieldError { field, code }
}

fn where_(filled: &Filled, library: &Library) -> Result<Option<Place>, FieldError> {
    match filled.get("place") {
        WHOLE_BODY => Ok(None),
        code => place::parse(library, code).map(Some).ok_or(mistake("place", "field-choice")),
    }
}

fn product(filled: &Filled) -> Result<ProductId, FieldError> {
    ProductId::parse(filled.get("product")).map_err(|_| mistake("product", "field-choice"))
}

fn quantity(filled: &Filled) -> Result<Amount, FieldError> {
    let wanted = filled.get("measure");
    let measure = MEASURES.into_iter().find(|measure| measure.code() == wanted);
    let measure = measure.ok_or(mistake("quantity", "field-choice"))?;
    let typed: String = filled.get("quantity").chars().map(ascii_digit).collect();
    let number: Decimal = typed.parse().map_err(|_| mistake("quantity", "field-quantity"))?;
    smallest(measure, number).map(|steps| measure.of(steps)).ok_or(mistake("quantity", "field-quantity"))
}

/// A number of the everyday unit in the smallest steps that are kept: hundredths, for fluids microlitres. Nothing
/// for less than one step, for more places than are kept, or for more than fits.
fn smallest(measure: Measure, number: Decimal) -> Option<u32> {
    let thousandths = u32::try_from(number.in_thousandths()).ok().filter(|number| *number > 0)?;
    match measure {
        Measure::Volume => Some(thousandths),
        _ => thousandths.is_multiple_of(10).then_some(thousandths / 10),
    }
}

fn points(filled: &Filled) -> Result<Option<NonZeroU16>, FieldError> {
    let typed: String = filled.get("points").chars().map(ascii_digit).collect();
    if typed.is_empty() {
        return Ok(None);
    }
    typed.parse().map(Some).map_err(|_| mistake("points", "field-points"))
}

fn lot(filled: &Filled) -> Result<Option<LotId>, FieldError> {
    filled.some("lot").map(|id| id.parse().map_err(|_| mistake("lot", "field-choice"))).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::session::{Side, Sides, Zone};
    use journey::slug::ZoneId;
    use journey::text::Bilingual;

    fn library() -> Library {
        let zone = |id, sides| Zone { id: ZoneId::parse(id).unwrap(), name: Bilingual::new(id, id), sides };
        Library { zones: vec![zone("forehead", Sides::Midline), zone("cheek", Sides::Paired)], ..Library::default() }
    }

    fn typed(change: &[(&str, &str)]) -> Result<Entry, Vec<FieldError>> {
        let usual = [
            ("place", "cheek-left"),
            ("product", "pen"),
            ("measure", "depth"),
            ("quantity", "1.5"),
            ("points", ""),
            ("lot", ""),
        ];
        let kept = usual.iter().filter(|(name, _)| change.iter().all(|(other, _)| other != name));
        let pairs: Vec<(&str, &str)> = kept.chain(change).copied().collect();
        read(&Filled::of(&pairs), &library())
    }

    fn amount(measure: &str, quantity: &str) -> Result<Amount, &'static str> {
        typed(&[("measure", measure), ("quantity", quantity)])
            .map(|entry| entry.setting.quantity)
            .map_err(|mistakes| mistakes[0].code)
    }

    #[test]
    fn a_setting_with_everything_is_read() {
        let entry = typed(&[("points", "12"), ("override", "医師の判断")]).unwrap();
        let place = entry.setting.place.unwrap();
        assert_eq!((place.zone.as_str(), place.side), ("cheek", Side::Left));
        assert_eq!(entry.setting.quantity, Measure::Depth.of(150));
        assert_eq!(entry.setting.points, NonZeroU16::new(12));
        assert_eq!(entry.override_reason.as_deref(), Some("医師の判断"));
    }

    #[test]
    fn full_width_figures_are_read_as_others() {
        assert_eq!(amount("depth", "１．２５"), Ok(Measure::Depth.of(125)));
    }

    #[test]
    fn a_fluid_keeps_microlitres_and_everything_else_hundredths() {
        assert_eq!(amount("volume", "0.025"), Ok(Measure::Volume.of(25)));
        assert_eq!(amount("units", "0.25"), Ok(Measure::Units.of(25)));
        assert_eq!(amount("units", "0.025"), Err("field-quantity"));
    }

    #[test]
    fn nothing_less_than_nothing_and_no_number_are_refused() {
        for wrong in ["0", "-1", "", "abc", "99999999999"] {
            assert_eq!(amount("depth", wrong), Err("field-quantity"), "{wrong}");
        }
    }

    #[test]
    fn a_paired_zone_needs_its_side_and_a_single_one_has_none() {
        let place = |code: &str| typed(&[("place", code)]).map(|entry| entry.setting.place.map(|place| place.side));
        assert_eq!(place("forehead"), Ok(Some(Side::Midline)));
        assert_eq!(place(WHOLE_BODY), Ok(None));
        for wrong in ["cheek", "forehead-left", "", "knee"] {
            assert_eq!(place(wrong).unwrap_err()[0].field, "place", "{wrong}");
        }
    }

    #[test]
    fn everything_that_is_wrong_is_named_at_once() {
        let mistakes = typed(&[("place", ""), ("quantity", "x"), ("points", "0"), ("lot", "7")]).unwrap_err();
        let fields: Vec<&str> = mistakes.iter().map(|mistake| mistake.field).collect();
        assert_eq!(fields, ["place", "quantity", "points", "lot"]);
    }
}
