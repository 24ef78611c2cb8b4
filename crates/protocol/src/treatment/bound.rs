//! `[[bound]]`.

use super::condition::over_facts;
use super::limits::limited;
use super::screening::OVERRIDE;
use crate::reading::{Table, Taken};
use journey::quantity::Measure;
use journey::session::{Bound, Ceiling, Per};
use journey::slug::IndicationId;
use journey::stock::Product;

#[derive(Clone, Copy)]
pub(crate) enum Written {
    Fixed(Per),
    Rolling,
}

pub(crate) const PER: [(&str, Written); 5] = [
    ("side", Written::Fixed(Per::Side)),
    ("point", Written::Fixed(Per::Point)),
    ("zone", Written::Fixed(Per::Zone)),
    ("session", Written::Fixed(Per::Session)),
    ("rolling", Written::Rolling),
];

pub(crate) const CEILINGS: [(&str, Ceiling); 2] = [("labelled", Ceiling::Labelled), ("clinic", Ceiling::Clinic)];

/// Every bound of settings.
pub(super) fn bounds(
    file: &Table<'_>,
    taken: &Taken,
    indications: &[IndicationId],
    products: &[Product],
) -> Vec<Bound> {
    file.each("bound", |table| bound(table, taken, indications, products))
}

fn bound(table: Table<'_>, taken: &Taken, indications: &[IndicationId], products: &[Product]) -> Option<Bound> {
    let id = table.fresh("id", taken);
    let indications = table.references("indications", "indication", indications.iter());
    let zones = table.references("zones", "zone", table.cx.library.zones.iter().map(|zone| &zone.id));
    let products = table.references("products", "product of this protocol", products.iter().map(|one| &one.id));
    let when = table.get("when").and_then(over_facts);
    let ceiling = table.word("ceiling", &CEILINGS);
    let limited = limited(&table);
    let measure = limited.as_ref().map(|limited| limited.measure);
    if measure == Some(Measure::Units) && products.len() != 1 {
        table.wrong("units belong to one product", "`products` with exactly one name");
    }
    let per = per(&table, measure);
    let override_by = table.word("override", &OVERRIDE);
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    table.close();
    let (min, max) = limited?.range?;
    Some(Bound {
        id: id?,
        indications,
        zones,
        products,
        when,
        ceiling: ceiling?,
        min,
        max,
        per: per?,
        override_by: override_by?,
        says: says?,
        evidence: evidence?,
    })
}

/// To what a bound applies; `within` stands only with a rolling bound.
fn per(table: &Table<'_>, measure: Option<Measure>) -> Option<Per> {
    let within = table.get("within").and_then(|node| node.period());
    let per = match measure {
        Some(Measure::Depth | Measure::Energy) => table.word_or_first("per", &PER),
        Some(Measure::Units | Measure::Volume | Measure::Mass) | None => table.word("per", &PER),
    };
    match (per?, within) {
        (Written::Fixed(per), None) => Some(per),
        (Written::Rolling, Some(period)) if measure == Some(Measure::Units) => Some(Per::Rolling(period)),
        _ => {
            table.wrong(
                "a rolling bound counts units over a time",
                "`units`, `per = \"rolling\"` and `within` together",
            );
            None
        }
    }
}
