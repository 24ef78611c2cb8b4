//! `[[response]]` and `[maintenance]`.

use crate::reading::Table;
use journey::outcome::ExpectedResponse;
use journey::recall::Maintenance;
use journey::slug::{IndicationId, ScaleId};

/// What may be expected of each indication.
pub(super) fn responses(file: &Table<'_>, indications: &[IndicationId]) -> Vec<ExpectedResponse> {
    file.each("response", |table| response(table, indications))
}

fn response(table: Table<'_>, indications: &[IndicationId]) -> Option<ExpectedResponse> {
    let known = indications.iter();
    let indication = table.need("indication").and_then(|node| node.reference("indication", known));
    let scales = table.cx.library.scales.iter().map(|scale| &scale.id);
    let scale = table.need("scale").and_then(|node| node.reference("scale", scales));
    let after_sessions = table.need("after_sessions").and_then(|node| node.whole());
    let improvement = table.need("improvement").and_then(|node| node.decimal());
    let (definition, options) = (table.bilingual("definition"), table.bilinguals("options"));
    if options.is_empty() {
        table.wrong("`options` is missing", "at least one thing that may be done otherwise");
    }
    let evidence = table.evidence();
    let response = ExpectedResponse {
        indication: indication?,
        scale: scale?,
        after_sessions: after_sessions?,
        improvement: improvement?,
        definition: definition?,
        options,
        evidence: evidence?,
    };
    if is_noise(&table, &response.scale, &response) {
        table.wrong("this improvement is within the scale's noise", "more than the scale's `noise`");
    }
    table.close();
    Some(response)
}

fn is_noise(table: &Table<'_>, scale: &ScaleId, response: &ExpectedResponse) -> bool {
    table.cx.library.scale(scale).is_some_and(|scale| response.improvement <= scale.noise)
}

/// When maintenance makes sense.
pub(super) fn maintenance(table: Table<'_>) -> Option<Maintenance> {
    let read = |key| table.need(key).and_then(|node| node.period());
    let (from, to) = (read("from"), read("to"));
    if from.zip(to).is_some_and(|(from, to)| from.rough_days() > to.rough_days()) {
        table.wrong("this window runs backwards", "`from` ≤ `to`");
    }
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    table.close();
    Some(Maintenance { from: from?, to: to?, says: says?, evidence: evidence? })
}
