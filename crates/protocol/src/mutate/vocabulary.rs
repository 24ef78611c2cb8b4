//! How long an answer is believed, changed.

use super::explained::{Unseen, explained};
use super::numbers::{period, shown};
use super::variant::Variant;
use super::{Edit, Mutant};
use journey::facts::Validity;
use journey::period::Period;
use journey::protocol::Protocol;

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let changed = |fact: &journey::facts::Fact| {
        let what = format!("fact.{}.valid_for", fact.id);
        let id = fact.id.clone();
        validities(fact.valid_for).into_iter().map(move |variant| Mutant {
            explained: explained(&what, &variant.change).map(Unseen::told),
            what: what.clone(),
            change: variant.change,
            part: None,
            edit: Edit::Validity(id.clone(), variant.value),
        })
    };
    protocol.facts.iter().flat_map(changed).collect()
}

/// An answer for one day is believed for two; one for good is believed for a hundred years.
fn validities(validity: Validity) -> Vec<Variant<Validity>> {
    let two_days = Period::Days(2);
    match validity {
        Validity::SameDay => vec![Variant::step("same-day", shown(two_days), Validity::For(two_days))],
        Validity::For(is) => {
            let periods = period(is).into_iter();
            periods
                .map(|variant| Variant {
                    what: variant.what,
                    change: variant.change,
                    value: Validity::For(variant.value),
                })
                .collect()
        }
        Validity::Always => vec![Variant::step("always", "100 years", Validity::For(Period::Months(1200)))],
    }
}
