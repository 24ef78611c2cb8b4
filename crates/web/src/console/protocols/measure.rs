//! Amounts, ranges and waiting times as each language writes them.

use crate::wording::Wording;
use journey::period::Period;
use journey::protocol::Library;
use journey::quantity::{Amount, Measure};
use journey::session::{Bound, Per};
use journey::slug::ZoneId;
use journey::text::Lang;

/// 1.5 mm; 20単位, or 20 U.
pub(in crate::console) fn amount(words: Wording, amount: Amount) -> String {
    let shown = amount.to_string();
    match (words.lang(), shown.strip_suffix(" U")) {
        (Lang::Ja, Some(number)) => format!("{number}単位"),
        _ => shown,
    }
}

/// From the least to the most; up to the most where there is no least.
pub(in crate::console) fn range(words: Wording, min: Option<Amount>, max: Amount) -> String {
    let most = amount(words, max);
    match min.map(|least| amount(words, least)) {
        Some(least) => words.with("measure-range", &[("min", &least), ("max", &most)]),
        None => words.with("measure-up-to", &[("max", &most)]),
    }
}

/// The unit of a measure.
pub(in crate::console) fn unit(words: Wording, measure: Measure) -> String {
    match measure {
        Measure::Depth => "mm".to_owned(),
        Measure::Units => words.t("measure-units"),
        Measure::Volume => "mL".to_owned(),
        Measure::Energy => "J/cm²".to_owned(),
        Measure::Mass => "mg".to_owned(),
    }
}

/// What is measured, in a word.
pub(in crate::console) fn measured(words: Wording, measure: Measure) -> String {
    match measure {
        Measure::Depth => words.t("measure-depth"),
        Measure::Units => words.t("measure-dose"),
        Measure::Volume => words.t("measure-volume"),
        Measure::Energy => words.t("measure-energy"),
        Measure::Mass => words.t("measure-mass"),
    }
}

/// 28日, or 28 days; 3か月, or 3 months.
pub(in crate::console) fn period(words: Wording, period: Period) -> String {
    match period {
        Period::Days(days) => words.count("period-days", i64::from(days)),
        Period::Months(months) => words.count("period-months", i64::from(months)),
    }
}

/// To what a bound applies.
pub(in crate::console) fn per(words: Wording, bound: &Bound) -> String {
    match bound.per {
        Per::Point => words.t("per-point"),
        Per::Side => words.t("per-side"),
        Per::Zone => words.t("per-zone"),
        Per::Session => words.t("per-session"),
        Per::Rolling(length) => words.with("per-rolling", &[("period", &period(words, length))]),
    }
}

/// The names of zones; the word for all of them where none is named.
pub(in crate::console) fn zones(words: Wording, library: &Library, ids: &[ZoneId]) -> String {
    if ids.is_empty() {
        return words.t("zones-all");
    }
    let names: Vec<&str> =
        ids.iter().map(|id| library.zone(id).map_or(id.as_str(), |zone| zone.name.get(words.lang()))).collect();
    names.join(words.t("list-comma").as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_written_as_each_language_writes_them_and_millimetres_as_they_are() {
        let (ja, en) = (Wording(Lang::Ja), Wording(Lang::En));
        assert_eq!([amount(ja, Measure::Units.of(2000)), amount(en, Measure::Units.of(2000))], ["20単位", "20 U"]);
        assert_eq!(amount(ja, Measure::Depth.of(150)), "1.5 mm");
    }
}
