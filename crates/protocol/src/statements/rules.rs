//! Who may have it: the screening rules.

use super::aspect::Field;
use super::course::zones_or_everywhere;
use super::meaning::Meaning;
use super::part::Part;
use super::statement::Statement;
use super::{Teller, tokens};
use journey::screening::{Deferral, Headline, Rule};
use journey::text::Bilingual;

/// Every rule, in the order of the file.
pub(super) fn statements(teller: &Teller<'_>) -> Vec<Statement> {
    teller.protocol.screening.iter().map(|rule| one(teller, rule)).collect()
}

fn one(teller: &Teller<'_>, rule: &Rule) -> Statement {
    let Rule { id, when, place, headline, deferral, override_by, zones, says, instead, evidence } = rule;
    let place = place.as_ref().map(|fact| teller.both(|words| words.label(fact)));
    Statement::new(Part::Screening, id, says.clone())
        .weighing(weight(*headline))
        .with_any(Field::Verdict, Some(tokens::headline(*headline)))
        .with(Field::When, teller.facts(when), Meaning::Facts(when.clone()))
        .plain_any(Field::Where, place)
        .with_any(Field::Zones, Some(zones_or_everywhere(teller, zones)))
        .plain_any(Field::Until, deferral.as_ref().map(until))
        .with_any(Field::Override, Some(tokens::override_by(*override_by)))
        .wording(Field::Says, says)
        .wording_any(Field::Instead, instead.as_ref())
        .supported(evidence)
}

fn until(deferral: &Deferral) -> Bilingual {
    match deferral {
        Deferral::RunsOut => Bilingual::new("条件の期間が過ぎるまで", "until the time in its condition is over"),
        Deferral::Event(event) => event.clone(),
    }
}

/// How serious a verdict is.
pub(super) const fn weight(headline: Headline) -> u8 {
    match headline {
        Headline::Cleared => 0,
        Headline::Caution => 1,
        Headline::NeedsDoctor => 2,
        Headline::Deferred => 3,
        Headline::Contraindicated => 4,
    }
}
