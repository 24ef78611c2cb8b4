//! When to come back, changed.

use super::Mutant;
use super::explained::kept_for_record;
use super::list::List;
use super::numbers::period;
use super::single::Single;
use super::variant::{Variant, within};
use crate::cases::Part;
use journey::protocol::Protocol;
use journey::recall::{Effect, Maintenance};

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let maintenance = Single {
        part: Part::Recall,
        word: "maintenance",
        slot: |protocol| &mut protocol.maintenance,
        evidence: |one| &one.evidence,
        variants: maintenance,
    };
    let effects = List {
        part: Some(Part::Recall),
        word: "effect",
        items: |protocol| &mut protocol.effects,
        name: |one| one.indication.to_string(),
        variants: |one, _| effect(one),
        unseen: |one, _, _| kept_for_record(&one.evidence),
    };
    let mut found = maintenance.mutants(protocol);
    found.extend(effects.mutants(protocol));
    found
}

fn maintenance(one: &Maintenance) -> Vec<Variant<Maintenance>> {
    let mut found = within(period(one.from), "from", |from| Maintenance { from, ..one.clone() });
    found.extend(within(period(one.to), "to", |to| Maintenance { to, ..one.clone() }));
    found
}

fn effect(one: &Effect) -> Vec<Variant<Effect>> {
    let mut found = within(period(one.usual), "usual", |usual| Effect { usual, ..one.clone() });
    found.extend(within(period(one.from), "from", |from| Effect { from, ..one.clone() }));
    found.extend(within(period(one.to), "to", |to| Effect { to, ..one.clone() }));
    found
}
