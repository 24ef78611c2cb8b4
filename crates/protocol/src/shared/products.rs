//! `products.toml`.

use crate::reading::{Table, Taken};
use journey::evidence::Sourced;
use journey::period::Hours;
use journey::quantity::{Amount, Measure};
use journey::stock::{Dilution, MechanicalLimit, Product, ProductKind, ProductStatus};

pub(crate) const KINDS: [(&str, ProductKind); 5] = [
    ("device", ProductKind::Device),
    ("injectable", ProductKind::Injectable),
    ("topical", ProductKind::Topical),
    ("oral", ProductKind::Oral),
    ("infusion", ProductKind::Infusion),
];

pub(crate) const PRODUCT_STATUS: [(&str, ProductStatus); 3] = [
    ("approved", ProductStatus::Approved),
    ("unapproved", ProductStatus::Unapproved),
    ("varies", ProductStatus::Varies),
];

/// The keys under which amounts are written, with their measure and the parts of one unit that are kept.
pub(crate) const MEASURES: [(&str, Measure, u16); 5] = [
    ("depth_mm", Measure::Depth, 100),
    ("units", Measure::Units, 100),
    ("volume_ml", Measure::Volume, 1000),
    ("energy_j_cm2", Measure::Energy, 100),
    ("mass_mg", Measure::Mass, 100),
];

/// Every product and device.
pub(crate) fn products(file: Table<'_>) -> Vec<Product> {
    let taken = Taken::default();
    let read = file.each("product", |table| product(table, &taken));
    file.close();
    read
}

fn product(table: Table<'_>, taken: &Taken) -> Option<Product> {
    let (id, name, generic) = (table.fresh("id", taken), table.bilingual("name"), table.bilingual("generic"));
    let (maker, route) = (table.text("maker"), table.bilingual("route"));
    let (kind, status) = (table.word("kind", &KINDS), table.word("status", &PRODUCT_STATUS));
    let optional = |key| table.get(key).and_then(|node| node.bilingual());
    let (equivalent, overseas) = (optional("equivalent"), optional("overseas"));
    let aliases = table.get("aliases").map(|node| node.list()).unwrap_or_default();
    let aliases = aliases.iter().filter_map(|node| node.text().map(str::to_owned)).collect();
    let unit_system = table.get("unit_system").and_then(|node| node.id());
    let (approved_for, dilutions) = (table.bilinguals("approved_for"), table.each("dilutions", dilution));
    let limits = table.get("limits").and_then(|node| node.table()).map(limits).unwrap_or_default();
    let vials = vials(&table);
    let use_within = table.has("use_within").then(|| table.sourced("use_within", hours)).flatten();
    let checked_on = table.need("checked_on").and_then(|node| node.date());
    let evidence = table.evidence();
    table.close();
    Some(Product {
        id: id?,
        name: name?,
        aliases,
        generic: generic?,
        maker: maker?,
        kind: kind?,
        status: status?,
        approved_for,
        route: route?,
        equivalent,
        overseas,
        unit_system,
        limits,
        dilutions,
        vials,
        use_within,
        checked_on: checked_on?,
        evidence: evidence?,
    })
}

fn dilution(table: Table<'_>) -> Option<Dilution> {
    let name = table.bilingual("name");
    let units = table.need("units_per_ml").and_then(|node| node.amount(100));
    let evidence = table.evidence();
    table.close();
    Some(Dilution { name: name?, hundredths_per_ml: units?, evidence: evidence? })
}

/// What one vial holds, for each size.
fn vials(table: &Table<'_>) -> Vec<Amount> {
    let read = |key, measure: Measure| {
        let sizes = table.get(key).map(|node| node.list()).unwrap_or_default();
        sizes.into_iter().filter_map(move |size| {
            let amount = size.amount(100)?;
            if amount == 0 {
                size.wrong("this vial is empty", "an amount above zero");
            }
            Some(measure.of(amount))
        })
    };
    read("vials", Measure::Units).chain(read("vials_mg", Measure::Mass)).collect()
}

fn hours(table: &Table<'_>) -> Option<Hours> {
    table.need("hours")?.whole().map(Hours)
}

fn limits(table: Table<'_>) -> Vec<Sourced<MechanicalLimit>> {
    let evidence = table.evidence();
    let mut found = Vec::new();
    for (key, measure, scale) in MEASURES {
        let Some(limit) = table.get(key).and_then(|node| node.table()) else {
            continue;
        };
        let read = |key| limit.need(key).and_then(|node| node.amount(scale)).map(|n| measure.of(n));
        let (min, max, step) = (read("min"), read("max"), read("step"));
        if let (Some(min), Some(max), Some(step), Some(evidence)) = (min, max, step, evidence.clone()) {
            if min >= max || step.smallest() == 0 {
                limit.wrong("these limits do not hold together", "`min` below `max`, a `step` above zero");
            }
            found.push(Sourced { value: MechanicalLimit { min, max, step }, evidence });
        }
        limit.close();
    }
    table.close();
    found
}
