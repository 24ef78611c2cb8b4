//! Who carries a session out, as a case states it.

use crate::reading::{Node, Table};
use journey::session::{HeldCompetence, Operator};
use journey::staff::{Role, Tenure};

/// Somebody with roles and competences.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Carrier {
    roles: Vec<Role>,
    competences: Vec<HeldCompetence>,
}

/// Reads `{ roles = ["nurse"], competences = [{ id, from, until }] }`.
pub(super) fn operator(node: Node<'_>) -> Option<Carrier> {
    let table = node.table()?;
    let words = Role::ALL.map(|role| (role.code(), role));
    let roles = table.get("roles").map(|node| node.list()).unwrap_or_default();
    let roles = roles.iter().filter_map(|role| role.word(&words)).collect();
    let competences = table.each("competences", held);
    table.close();
    Some(Carrier { roles, competences })
}

fn held(table: Table<'_>) -> Option<HeldCompetence> {
    let known = table.cx.library.competences.iter().map(|competence| &competence.id);
    let id = table.need("id").and_then(|node| node.reference("competence", known));
    let from = table.need("from").and_then(|node| node.date());
    let until = table.get("until").and_then(|node| node.date());
    table.close();
    Some(HeldCompetence { id: id?, tenure: Tenure { from: from?, until } })
}

impl Carrier {
    /// The same for the question.
    pub fn operator(&self) -> Operator<'_> {
        Operator { roles: &self.roles, competences: &self.competences }
    }
}
