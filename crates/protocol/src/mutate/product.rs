//! What devices can do, and how products are kept, changed.

use super::Mutant;
use super::list::List;
use super::numbers::{amount, hundredths, whole};
use super::variant::{Variant, each, within, without_one};
use crate::cases::Part;
use journey::evidence::Sourced;
use journey::period::Hours;
use journey::protocol::Protocol;
use journey::quantity::Amount;
use journey::stock::{Dilution, MechanicalLimit, Product};

/// A hundred hundredths: one unit, or one milligram.
const ONE: u32 = 100;

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let products = List {
        part: Some(Part::Session),
        word: "product",
        items: |protocol| &mut protocol.products,
        name: |product| product.id.to_string(),
        variants: |product, _| variants(product),
        unseen: |_, _, _| None,
    };
    products.mutants(protocol)
}

fn variants(product: &Product) -> Vec<Variant<Product>> {
    let limit = |limit: &Sourced<MechanicalLimit>| {
        within(mechanical(limit.value), "", |value| Sourced { value, ..limit.clone() })
    };
    let mut found = within(each(&product.limits, limit), "limits", |limits| Product { limits, ..product.clone() });
    let dilutions = each(&product.dilutions, dilution);
    found.extend(within(dilutions, "dilutions", |dilutions| Product { dilutions, ..product.clone() }));
    found.extend(within(vials(&product.vials), "vials", |vials| Product { vials, ..product.clone() }));
    let uses = product.use_within.as_ref().map(use_within).unwrap_or_default();
    found.extend(within(uses, "use_within", |use_within| Product { use_within, ..product.clone() }));
    found
}

fn vials(sizes: &[Amount]) -> Vec<Variant<Vec<Amount>>> {
    let mut found = each(sizes, |size| amount(*size, ONE));
    found.extend(without_one(sizes));
    found
}

/// Another time, or none.
fn use_within(is: &Sourced<Hours>) -> Vec<Variant<Option<Sourced<Hours>>>> {
    let hours = whole(is.value.0);
    let mut found = within(hours, "hours", |hours| Some(Sourced { value: Hours(hours), ..is.clone() }));
    found.push(Variant::new("dropped", None));
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
