//! What was written down: each setting with what the rules said, the last session beside it, and totals.

use super::load::Sheet;
use super::place;
use crate::console::Desk;
use crate::console::chart::again::finding;
use crate::console::protocols::measure::amount;
use crate::look::action::{Button, Weight};
use crate::look::badge::{Badge, Tone};
use crate::look::definition::Definitions;
use crate::look::empty::Empty;
use crate::look::table::{Align, Column, Table};
use app::session::{Record, RecordState, SettingRow};
use journey::id::LotId;
use journey::quantity::{Amount, Measure};
use journey::session::{Setting, Side};
use journey::slug::ProductId;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// The settings of the record.
pub(super) fn table(desk: &Desk, sheet: &Sheet) -> Markup {
    let words = desk.words();
    let open = sheet.record.state == RecordState::Opened;
    let mut labels = vec![
        words.t("setting-place"),
        words.t("setting-amount"),
        words.t("setting-last"),
        words.t("setting-product"),
        words.t("setting-findings"),
    ];
    if open {
        labels.push(words.t("clinical-next"));
    }
    let columns: Vec<Column<'_>> = labels.iter().map(|label| Column { label, align: Align::Start }).collect();
    let rows: Vec<Vec<Markup>> = sheet.record.settings.iter().map(|row| cells(desk, sheet, row)).collect();
    html! {
        section #settings {
            h2 { (words.t("settings-title")) }
            @if rows.is_empty() {
                (Empty { title: &words.t("settings-empty-title"), text: &words.t("settings-empty"), action: None })
            } @else {
                (Table { caption: &words.t("settings-caption"), columns: &columns, rows: &rows })
            }
        }
    }
}

fn cells(desk: &Desk, sheet: &Sheet, row: &SettingRow) -> Vec<Markup> {
    let words = desk.words();
    let library = &desk.web.app.world().library;
    let mut cells = vec![
        html! { (place::in_words(words, library, row.setting.place.as_ref())) },
        html! { strong { (quantity(desk, &row.setting)) } },
        html! { span.hint { (last(desk, sheet, &row.setting)) } },
        html! { (product(desk, sheet, &row.setting.product)) @if let Some(lot) = row.lot { br; (lot_number(desk, sheet, lot)) } },
        findings(desk, sheet, row),
    ];
    if sheet.record.state == RecordState::Opened {
        let action = format!("/console/records/{}/settings/{}/take-back", sheet.record.id, row.id);
        cells.push(html! {
            form method="post" action=(action) {
                (Button { label: &words.t("setting-take-back"), weight: Weight::Inline, sends: None })
            }
        });
    }
    cells
}

fn quantity(desk: &Desk, setting: &Setting) -> String {
    let words = desk.words();
    let shown = amount(words, setting.quantity);
    match setting.points {
        Some(points) => words.with("setting-at-points", &[("amount", &shown), ("points", &points.to_string())]),
        None => shown,
    }
}

/// What was set at the same place in the last session.
fn last(desk: &Desk, sheet: &Sheet, setting: &Setting) -> String {
    let settings = sheet.last.as_ref().map_or(&[][..], |record: &Record| &record.settings);
    let same: Vec<String> = settings
        .iter()
        .filter(|row| row.setting.place == setting.place && row.setting.product == setting.product)
        .map(|row| quantity(desk, &row.setting))
        .collect();
    if same.is_empty() { "—".to_owned() } else { same.join(&desk.words().t("list-comma")) }
}

fn product(desk: &Desk, sheet: &Sheet, id: &ProductId) -> String {
    let known = sheet.protocol.products.iter().find(|one| &one.id == id);
    known.map_or(id.as_str(), |one| one.name.get(desk.lang)).to_owned()
}

fn lot_number(desk: &Desk, sheet: &Sheet, id: LotId) -> String {
    let known = sheet.lots.iter().find(|lot| lot.id == id);
    let number = known.map_or_else(|| id.to_string(), |lot| lot.lot.clone());
    desk.words().with("setting-lot-is", &[("lot", &number)])
}

fn findings(desk: &Desk, sheet: &Sheet, row: &SettingRow) -> Markup {
    let words = desk.words();
    html! {
        @if row.findings.is_empty() { (Badge { tone: Tone::Cleared, label: &words.t("setting-within") }) }
        @for one in &row.findings { (finding(words, &sheet.protocol.sources, one)) }
        @if let (Some(by), Some(reason)) = (row.override_by, &row.override_reason) {
            p {
                (Badge { tone: Tone::Information, label: &words.t("setting-overridden") }) " "
                (words.with("setting-overridden-by", &[("name", sheet.names.get(by, desk.lang)), ("reason", reason)]))
            }
        }
    }
}

/// What was given on each side with each product; of depths, the deepest.
pub(super) fn totals(desk: &Desk, sheet: &Sheet) -> Markup {
    let words = desk.words();
    let sums = sums(sheet.record.settings.iter().map(|row| &row.setting));
    let lines: Vec<(String, Markup)> = sums
        .iter()
        .map(|((name, measure, side), total)| {
            let shown = amount(words, *total);
            let shown = match measure {
                Measure::Depth | Measure::Energy => words.with("totals-most", &[("amount", &shown)]),
                Measure::Units | Measure::Volume | Measure::Mass => shown,
            };
            let side = side.map_or_else(|| words.t("place-whole-body"), |side| place::side(words, side));
            ([side, product(desk, sheet, name)].join(&words.t("list-gap")), html! { (shown) })
        })
        .collect();
    let items: Vec<(&str, Markup)> = lines.iter().map(|(term, value)| (term.as_str(), value.clone())).collect();
    html! {
        h3 { (words.t("totals-title")) }
        @if items.is_empty() { p.hint { (words.t("totals-none")) } } @else { (Definitions { items: &items }) }
    }
}

type Sums = BTreeMap<(ProductId, Measure, Option<Side>), Amount>;

/// Amounts add; depths and fluences do not, and the most counts.
fn sums<'a>(settings: impl Iterator<Item = &'a Setting>) -> Sums {
    let mut sums = Sums::new();
    for setting in settings {
        let measure = setting.quantity.measure();
        let key = (setting.product.clone(), measure, setting.place.as_ref().map(|place| place.side));
        let joined = |sum: Amount| match measure {
            Measure::Depth | Measure::Energy => measure.of(sum.smallest().max(setting.quantity.smallest())),
            Measure::Units | Measure::Volume | Measure::Mass => sum.plus(setting.quantity).unwrap_or(sum),
        };
        sums.entry(key).and_modify(|sum| *sum = joined(*sum)).or_insert(setting.quantity);
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use journey::session::Place;
    use journey::slug::ZoneId;

    fn setting(product: &str, side: Side, quantity: Amount) -> Setting {
        let place = Place { zone: ZoneId::parse("cheek").unwrap(), side };
        Setting {
            place: Some(place),
            product: ProductId::parse(product).unwrap(),
            quantity,
            points: None,
            positions: Vec::new(),
        }
    }

    fn told(settings: &[Setting]) -> Vec<Amount> {
        sums(settings.iter()).into_values().collect()
    }

    #[test]
    fn nothing_written_down_has_no_total() {
        assert!(told(&[]).is_empty());
    }

    #[test]
    fn units_add_on_each_side_and_never_across_products() {
        let units = |steps| Measure::Units.of(steps);
        let given = [
            setting("a", Side::Left, units(100)),
            setting("a", Side::Left, units(50)),
            setting("a", Side::Right, units(70)),
            setting("b", Side::Left, units(10)),
        ];
        assert_eq!(told(&given), [units(150), units(70), units(10)]);
    }

    #[test]
    fn of_two_depths_the_deeper_counts() {
        let depth = |steps| Measure::Depth.of(steps);
        let given = [setting("pen", Side::Left, depth(100)), setting("pen", Side::Left, depth(50))];
        assert_eq!(told(&given), [depth(100)]);
    }
}
