//! What courses are for: each indication with its numbers.

use super::Teller;
use super::aspect::Field;
use super::meaning::Meaning;
use super::part::Part;
use super::statement::Statement;
use super::tokens::{self, set};
use journey::course::{Indication, Interval, Pause, SessionCount};
use journey::evidence::Sourced;
use journey::slug::ZoneId;
use journey::text::Bilingual;

/// Every indication with its number of sessions, its interval and its pause.
pub(super) fn statements(teller: &Teller<'_>) -> Vec<Statement> {
    teller.protocol.indications.iter().flat_map(|indication| one(teller, indication)).collect()
}

fn one(teller: &Teller<'_>, indication: &Indication) -> Vec<Statement> {
    let Indication { id, name, concern, zones: treated, sessions, interval, pause } = indication;
    let concern = teller.one(concern, |library, id| library.concern(id).map(|one| one.name.clone()));
    let told = Statement::new(Part::Indication, id, name.clone())
        .wording(Field::Name, name)
        .plain(Field::Concerns, concern)
        .plain(Field::Zones, zones(teller, treated, ("全身", "the whole body")));
    let numbers = [count(indication, sessions), between(indication, interval)];
    let pause = pause.as_ref().map(|pause| paused(indication, pause));
    std::iter::once(told).chain(numbers).chain(pause).collect()
}

fn count(of: &Indication, sessions: &Sourced<SessionCount>) -> Statement {
    let SessionCount { min, usual, max } = sessions.value;
    Statement::new(Part::Sessions, &of.id, of.name.clone())
        .same(Field::Fewest, min)
        .same(Field::Usual, usual)
        .with_any(Field::Most, Some(tokens::at_most(max)))
        .supported(&sessions.evidence)
}

fn between(of: &Indication, interval: &Sourced<Interval>) -> Statement {
    let Interval { floor, ideal, latest } = interval.value;
    let plain = |period| tokens::wait(period).0;
    Statement::new(Part::Interval, &of.id, of.name.clone())
        .with_any(Field::Floor, Some(tokens::wait(floor)))
        .plain(Field::Ideal, plain(ideal))
        .plain_any(Field::Latest, latest.map(plain))
        .supported(&interval.evidence)
}

fn paused(of: &Indication, pause: &Pause) -> Statement {
    let Pause { after_sessions, wait, says, evidence } = pause;
    Statement::new(Part::Pause, &of.id, of.name.clone())
        .with_any(Field::AfterSessions, Some(tokens::at_most(*after_sessions)))
        .with_any(Field::Wait, Some(tokens::wait(*wait)))
        .wording(Field::Says, says)
        .supported(evidence)
}

/// Zones by their names.
pub(super) fn zones(teller: &Teller<'_>, zones: &[ZoneId], all: (&str, &str)) -> Bilingual {
    teller.names(zones, |library, id| library.zone(id).map(|zone| zone.name.clone()), all)
}

/// Zones of which more is stricter, and none is everywhere.
pub(super) fn zones_or_everywhere(teller: &Teller<'_>, of: &[ZoneId]) -> tokens::Told {
    (zones(teller, of, ("施術全体", "the whole treatment")), Meaning::WiderOrAll(set(of)))
}
