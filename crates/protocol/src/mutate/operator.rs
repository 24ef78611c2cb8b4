//! Who may carry a treatment out, changed.

use super::Mutant;
use super::explained::kept_for_record;
use super::list::List;
use super::numbers::period;
use super::variant::{Variant, within, without_one};
use crate::cases::Part;
use journey::protocol::Protocol;
use journey::session::OperatorRule;
use journey::staff::Role;

/// Who could be let in by mistake, the likeliest first.
const LIKELY: [Role; 3] = [Role::Nurse, Role::Physician, Role::Counsellor];

pub(super) fn mutants(protocol: &Protocol) -> Vec<Mutant> {
    let operators = List {
        part: Some(Part::Session),
        word: "operator",
        items: |protocol| &mut protocol.operators,
        name: |rule| rule.id.to_string(),
        variants: |rule, _| variants(rule),
        unseen: |rule, _, _| kept_for_record(&rule.evidence),
    };
    operators.mutants(protocol)
}

fn variants(rule: &OperatorRule) -> Vec<Variant<OperatorRule>> {
    let mut found = within(roles(&rule.roles), "roles", |roles| OperatorRule { roles, ..rule.clone() });
    if rule.competence.is_some() {
        let free = OperatorRule { competence: None, renewed: None, ..rule.clone() };
        found.push(Variant::new("dropped", free).within("competence", |rule| rule));
    }
    if let Some(renewed) = rule.renewed {
        let periods = within(period(renewed), "", Some);
        found.extend(within(periods, "renewed", |renewed| OperatorRule { renewed, ..rule.clone() }));
        let lasting = OperatorRule { renewed: None, ..rule.clone() };
        found.push(Variant::new("dropped", lasting).within("renewed", |rule| rule));
    }
    found
}

/// One role fewer, and one more. A rule without roles asks for none.
fn roles(is: &[Role]) -> Vec<Variant<Vec<Role>>> {
    if is.is_empty() {
        return Vec::new();
    }
    let mut found = without_one(is);
    let more = LIKELY.into_iter().find(|role| !is.contains(role));
    found.extend(more.map(|role| {
        let with = is.iter().copied().chain([role]).collect();
        Variant::new(format!("and {}", role.code()), with)
    }));
    found
}
