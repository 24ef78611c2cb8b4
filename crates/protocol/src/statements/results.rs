//! What may be expected, how long it lasts, and when to come again.

use super::aspect::Field;
use super::part::Part;
use super::statement::{Statement, same};
use super::{Teller, tokens};
use journey::outcome::ExpectedResponse;
use journey::recall::{Effect, Maintenance};
use journey::slug::IndicationId;
use journey::text::Bilingual;

/// Expected responses, effects and maintenance.
pub(super) fn statements(teller: &Teller<'_>) -> Vec<Statement> {
    let protocol = teller.protocol;
    let responses = protocol.outcome.iter().map(|one| response(teller, one));
    let effects = protocol.effects.iter().map(|one| effect(teller, one));
    responses.chain(effects).chain(protocol.maintenance.iter().map(maintenance)).collect()
}

fn named(teller: &Teller<'_>, id: &IndicationId) -> Bilingual {
    teller.protocol.indication(id).map_or_else(|| same(id), |indication| indication.name.clone())
}

fn response(teller: &Teller<'_>, response: &ExpectedResponse) -> Statement {
    let ExpectedResponse { indication, scale, after_sessions, improvement, definition, options, evidence } = response;
    let measured = teller.protocol.scales.iter().find(|one| &one.id == scale).map(|one| one.name.clone());
    let options = teller.both(|words| options.iter().map(|one| one.get(words.lang)).collect::<Vec<_>>().join(" / "));
    Statement::new(Part::Response, format!("{indication}, {scale}, {after_sessions}"), named(teller, indication))
        .plain(Field::Scale, measured.unwrap_or_else(|| same(scale)))
        .same(Field::AfterSessions, after_sessions)
        .same(Field::Improvement, improvement)
        .wording(Field::Definition, definition)
        .wording(Field::Options, &options)
        .supported(evidence)
}

fn effect(teller: &Teller<'_>, effect: &Effect) -> Statement {
    let Effect { indication, usual, from, to, says, evidence } = effect;
    Statement::new(Part::Effect, indication, named(teller, indication))
        .plain(Field::Usual, tokens::wait(*usual).0)
        .plain(Field::From, tokens::wait(*from).0)
        .plain(Field::To, tokens::wait(*to).0)
        .wording(Field::Says, says)
        .supported(evidence)
}

fn maintenance(maintenance: &Maintenance) -> Statement {
    let Maintenance { from, to, says, evidence } = maintenance;
    Statement::new(Part::Maintenance, "maintenance", says.clone())
        .plain(Field::From, tokens::wait(*from).0)
        .plain(Field::To, tokens::wait(*to).0)
        .wording(Field::Says, says)
        .supported(evidence)
}
