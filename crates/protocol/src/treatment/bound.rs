//! `[[bound]]`.

use super::condition::over_facts;
use super::limits::amounts;
use super::screening::OVERRIDE;
use crate::reading::{Table, Taken};
use journey::course::Indication;
use journey::quantity::Measure;
use journey::session::{Bound, Ceiling, Per};
use journey::stock::Product;

const PER: [(&str, Per); 4] =
    [("side", Per::Side), ("point", Per::Point), ("zone", Per::Zone), ("session", Per::Session)];

const CEILINGS: [(&str, Ceiling); 2] = [("labelled", Ceiling::Labelled), ("clinic", Ceiling::Clinic)];

/// Every bound of settings.
pub(super) fn bounds(
    file: &Table<'_>,
    taken: &Taken,
    indications: &[Indication],
    products: &[Product],
) -> Vec<Bound> {
    file.each("bound", |table| bound(table, taken, indications, products))
}

fn bound(
    table: Table<'_>,
    taken: &Taken,
    indications: &[Indication],
    products: &[Product],
) -> Option<Bound> {
    let id = table.fresh("id", taken);
    let indications = table.references("indications", "indication", indications.iter().map(|one| &one.id));
    let zones = table.references("zones", "zone", table.cx.library.zones.iter().map(|zone| &zone.id));
    let products = table.references("products", "product of this protocol", products.iter().map(|one| &one.id));
    let when = table.get("when").and_then(over_facts);
    let ceiling = table.word("ceiling", &CEILINGS);
    let amounts = amounts(&table);
    let measure = amounts.map(|(_, max)| max.measure());
    if measure == Some(Measure::Units) && products.len() != 1 {
        table.wrong("units belong to one product", "`products` with exactly one name");
    }
    let per = per(&table, measure);
    let override_by = table.word("override", &OVERRIDE);
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    table.close();
    let (min, max) = amounts?;
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

fn per(table: &Table<'_>, measure: Option<Measure>) -> Option<Per> {
    match measure {
        Some(Measure::Depth | Measure::Energy) => table.word_or_first("per", &PER),
        Some(Measure::Units | Measure::Volume | Measure::Mass) | None => table.word("per", &PER),
    }
}
