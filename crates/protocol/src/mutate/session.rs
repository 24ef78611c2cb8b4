//! Bounds, changed.

use super::Mutant;
use super::condition::{condition, fact_test};
use super::explained::kept_for_record;
use super::list::List;
use super::numbers::{amount, period};
use super::screening::other_override;
use super::variant::{Variant, within, without_one};
use crate::cases::Part;
use journey::protocol::Protocol;
use journey::quantity::Measure;
use journey::session::{Bound, Per};

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let bounds = List {
        part: Some(Part::Session),
        word: "bound",
        items: |protocol| &mut protocol.bounds,
        name: |bound| bound.id.to_string(),
        variants: bound,
        unseen: |bound, _, _| kept_for_record(&bound.evidence),
    };
    bounds.mutants(protocol)
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
