//! `[[response]]`, `[maintenance]` and `[[effect]]`.

use crate::reading::{Table, Taken};
use journey::outcome::ExpectedResponse;
use journey::period::Period;
use journey::recall::{Effect, Maintenance};
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
    let scored = table.cx.library.scale(&response.scale).is_none_or(|scale| scale.evidence.acts());
    if !scored && response.evidence.acts() {
        table.wrong("this scale does not score", "a scale that is active, or `active = false`");
    }
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

/// How long the effect of each indication lasts.
pub(super) fn effects(file: &Table<'_>, indications: &[IndicationId]) -> Vec<Effect> {
    let taken = Taken::default();
    file.each("effect", |table| effect(table, indications, &taken))
}

fn effect(table: Table<'_>, indications: &[IndicationId], taken: &Taken) -> Option<Effect> {
    let node = table.need("indication");
    let indication = node.and_then(|node| node.reference("indication", indications.iter()));
    if indication.as_ref().is_some_and(|id| !taken.take(id.as_str())) {
        table.wrong("this indication has two effects", "one `[[effect]]` for each indication");
    }
    let read = |key| table.need(key).and_then(|node| node.period());
    let (usual, from, to) = (read("usual"), read("from"), read("to"));
    let days = [from, usual, to].map(|period| period.map(Period::rough_days));
    if !days.into_iter().flatten().is_sorted() {
        table.wrong("this effect runs backwards", "`from` ≤ `usual` ≤ `to`");
    }
    let (says, evidence) = (table.bilingual("says"), table.evidence());
    table.close();
    Some(Effect { indication: indication?, usual: usual?, from: from?, to: to?, says: says?, evidence: evidence? })
}
