//! Screening rules, changed.

use super::Mutant;
use super::condition::{condition, fact_test};
use super::explained::kept_for_record;
use super::list::List;
use super::variant::{Variant, within, without_one};
use crate::cases::Part;
use journey::protocol::Protocol;
use journey::screening::{Headline, OverrideBy, Rule};

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let rules = List {
        part: Some(Part::Screening),
        word: "screening",
        items: |protocol| &mut protocol.screening,
        name: |rule| rule.id.to_string(),
        variants: |rule, _| rule_variants(rule),
        unseen: |rule, _, _| kept_for_record(&rule.evidence),
    };
    rules.mutants(protocol)
}

fn rule_variants(rule: &Rule) -> Vec<Variant<Rule>> {
    let mut found = within(condition(&rule.when, &fact_test), "when", |when| Rule { when, ..rule.clone() });
    found.extend(within(verdict(rule.headline), "verdict", |headline| Rule { headline, ..rule.clone() }));
    found.push(other_override(rule.override_by).within("override", |override_by| Rule { override_by, ..rule.clone() }));
    found.extend(within(without_one(&rule.zones), "zones", |zones| Rule { zones, ..rule.clone() }));
    if !rule.zones.is_empty() {
        found.push(
            Variant::new("-> everywhere", Rule { zones: Vec::new(), ..rule.clone() }).within("zones", |rule| rule),
        );
    }
    if rule.place.is_some() {
        found.push(Variant::new("dropped", Rule { place: None, ..rule.clone() }).within("where", |rule| rule));
    }
    found
}

/// A verdict one step milder and one step harsher; nothing is milder than a caution.
pub(super) fn verdict(headline: Headline) -> Vec<Variant<Headline>> {
    let near = |other: &Headline| (*other as usize).abs_diff(headline as usize) == 1;
    let found = Headline::ALL.into_iter().filter(|other| *other != Headline::Cleared).filter(near);
    found.map(|other| Variant::step(headline.code(), other.code(), other)).collect()
}

/// Who may set something aside, the other way round.
pub(super) fn other_override(by: OverrideBy) -> Variant<OverrideBy> {
    match by {
        OverrideBy::Never => Variant::step("never", "physician", OverrideBy::Physician),
        OverrideBy::Physician => Variant::step("physician", "never", OverrideBy::Never),
    }
}
