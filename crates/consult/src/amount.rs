//! Amounts as people write them: the unit is in the field's name.

use crate::misread::Misread;
use crate::reading::Reader;
use journey::facts::Decimal;
use journey::quantity::{Amount, Measure};

/// What a field measures, and how many of its thousandths make one smallest step.
const STEPS: [(&str, Measure, i64); 5] = [
    ("depth_mm", Measure::Depth, 10),
    ("units", Measure::Units, 10),
    ("volume_ml", Measure::Volume, 1),
    ("energy_j_cm2", Measure::Energy, 10),
    ("mass_mg", Measure::Mass, 10),
];

/// An amount from a number; refuses what is negative, too fine or too large for the measure.
pub(crate) fn amount(reader: &Reader<'_>, field: &str, measure: Measure, number: f64) -> Option<Amount> {
    let finest = STEPS.iter().find(|(_, one, _)| *one == measure).map_or(1, |(_, _, finest)| *finest);
    let places = if finest == 1 { "three" } else { "two" };
    let thousandths = Decimal::try_from(number).map(Decimal::in_thousandths).ok();
    let steps = thousandths.filter(|n| n % finest == 0).and_then(|n| u32::try_from(n / finest).ok());
    if steps.is_none() {
        let expected = format!("a number from 0 with at most {places} decimal places");
        reader.note(Misread::at(field, format!("{number} is no amount"), expected));
    }
    steps.map(|steps| measure.of(steps))
}

/// The one amount among several fields; refuses none and more than one.
pub(crate) fn the_one(reader: &Reader<'_>, field: &str, given: [Option<f64>; 5]) -> Option<Amount> {
    let named: Vec<(&str, Measure, f64)> =
        STEPS.iter().zip(given).filter_map(|((name, measure, _), number)| Some((*name, *measure, number?))).collect();
    let [(name, measure, number)] = named.as_slice() else {
        let wrong = if named.is_empty() { "an amount is missing" } else { "more than one amount" };
        let names = STEPS.map(|(name, _, _)| name).join(", ");
        reader.note(Misread::at(field, wrong, format!("exactly one of {names}")));
        return None;
    };
    amount(reader, &format!("{field}.{name}"), *measure, *number)
}
