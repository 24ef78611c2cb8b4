//! Bounds and what devices can do, changed.

use super::condition::{condition, fact_test};
use super::numbers::{amount, hundredths, period};
use super::screening::other_override;
use super::variant::{Variant, each, within, without_one};
use super::{List, Mutant};
use crate::cases::Part;
use journey::evidence::Sourced;
use journey::protocol::Protocol;
use journey::quantity::Measure;
use journey::session::{Bound, Per};
use journey::stock::{Dilution, MechanicalLimit, Product};

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let bounds = List {
        part: Some(Part::Session),
        word: "bound",
        items: |protocol| &mut protocol.bounds,
        name: |bound| bound.id.to_string(),
        variants: bound,
    };
    let products = List {
        part: Some(Part::Session),
        word: "product",
        items: |protocol| &mut protocol.products,
        name: |product| product.id.to_string(),
        variants: |product, _| product_variants(product),
    };
    let mut found = bounds.mutants(protocol);
    found.extend(products.mutants(protocol));
    found
}

fn bound(bound: &Bound, protocol: &Protocol) -> Vec<Variant<Bound>> {
    let step = step(protocol, bound.measure());
    let mut found = within(amount(bound.max, step), "max", |max| Bound { max, ..bound.clone() });
    let least = bound.min.map(|min| amount(min, step)).unwrap_or_default();
    found.extend(within(least, "min", |min| Bound { min: Some(min), ..bound.clone() }));
    let whens = bound.when.as_ref().map(|when| condition(when, &fact_test)).unwrap_or_default();
    found.extend(within(whens, "when", |when| Bound { when: Some(when), ..bound.clone() }));
    found.extend(within(without_one(&bound.zones), "zones", |zones| Bound { zones, ..bound.clone() }));
    let purposes = without_one(&bound.indications);
    found.extend(within(purposes, "indications", |indications| Bound { indications, ..bound.clone() }));
    if let Per::Rolling(wait) = bound.per {
        found.extend(within(period(wait), "within", |wait| Bound { per: Per::Rolling(wait), ..bound.clone() }));
    }
    found.push(
        other_override(bound.override_by).within("override", |override_by| Bound { override_by, ..bound.clone() }),
    );
    found
}

/// The finest step of the protocol's devices, or the smallest amount there is.
fn step(protocol: &Protocol, measure: Measure) -> u32 {
    let limits = protocol.products.iter().filter_map(|product| product.limit(measure));
    limits.map(|limit| limit.value.step.smallest()).min().unwrap_or(1).max(1)
}

/// The finest step of a depth, in hundredths of a millimetre.
pub(super) fn depth_step(protocol: &Protocol) -> u32 {
    step(protocol, Measure::Depth)
}

fn product_variants(product: &Product) -> Vec<Variant<Product>> {
    let one = |limit: &Sourced<MechanicalLimit>| {
        within(mechanical(limit.value), "", |value| Sourced { value, ..limit.clone() })
    };
    let mut found = within(each(&product.limits, one), "limits", |limits| Product { limits, ..product.clone() });
    let dilutions = each(&product.dilutions, dilution);
    found.extend(within(dilutions, "dilutions", |dilutions| Product { dilutions, ..product.clone() }));
    found
}

fn dilution(is: &Dilution) -> Vec<Variant<Dilution>> {
    within(hundredths(is.hundredths_per_ml), "units_per_ml", |hundredths_per_ml| Dilution {
        hundredths_per_ml,
        ..is.clone()
    })
}

fn mechanical(is: MechanicalLimit) -> Vec<Variant<MechanicalLimit>> {
    let step = is.step.smallest();
    let mut found = within(amount(is.max, step), "max", |max| MechanicalLimit { max, ..is });
    found.extend(within(amount(is.min, step), "min", |min| MechanicalLimit { min, ..is }));
    found.extend(within(amount(is.step, 1), "step", |step| MechanicalLimit { step, ..is }));
    found
}
