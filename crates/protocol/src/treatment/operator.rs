//! `[[operator]]`.

use crate::reading::{Table, Taken};
use journey::session::OperatorRule;
use journey::staff::Role;

/// Who may carry the treatment out.
pub(super) fn operators(file: &Table<'_>, taken: &Taken) -> Vec<OperatorRule> {
    file.each("operator", |table| operator(table, taken))
}

fn operator(table: Table<'_>, taken: &Taken) -> Option<OperatorRule> {
    let id = table.fresh("id", taken);
    let node = table.need("roles");
    let words = Role::ALL.map(|role| (role.code(), role));
    let roles: Vec<Role> =
        node.map(|node| node.list()).unwrap_or_default().iter().filter_map(|role| role.word(&words)).collect();
    let known = table.cx.library.competences.iter().map(|competence| &competence.id);
    let competence = table.get("competence").and_then(|node| node.reference("competence", known));
    let renewed = table.get("renewed").and_then(|node| node.period());
    if renewed.is_some() && !table.has("competence") {
        table.wrong("what is renewed?", "`competence` beside `renewed`");
    }
    if roles.is_empty() && !table.has("competence") {
        table.wrong("this rule asks for nothing", "a role, a `competence`, or both");
    }
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    table.close();
    node?;
    Some(OperatorRule { id: id?, roles, competence, renewed, says: says?, evidence: evidence? })
}
