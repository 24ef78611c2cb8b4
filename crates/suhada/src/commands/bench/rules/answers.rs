//! Complete answers, drawn from a seed: every fact of a protocol is known.

use super::edges::edges;
use crate::seed::chance::Chance;
use jiff::ToSpan;
use jiff::civil::Date;
use journey::facts::{Decimal, Fact, FactKind, FactValue, Facts};
use journey::protocol::Protocol;

/// How often an answer is one that a rule looks for, of a hundred: people without, with a few, and with many troubles.
const TROUBLES: [u64; 3] = [1, 6, 50];

/// The questions of one protocol, with the answers that matter.
pub(super) struct Questions<'a> {
    each: Vec<(&'a Fact, Vec<FactValue>)>,
    on: Date,
}

impl<'a> Questions<'a> {
    /// Everything that a protocol asks.
    pub fn of(protocol: &'a Protocol, on: Date) -> Self {
        let each = protocol.facts.iter().map(|fact| (fact, edges(protocol, fact, on))).collect();
        Self { each, on }
    }

    /// The answers of that number; always the same ones.
    pub fn answered(&self, number: u64) -> Facts {
        let mut chance = Chance::new(number);
        let troubles = chance.one(&TROUBLES).copied().unwrap_or_default();
        let mut facts = Facts::new();
        for (fact, edges) in &self.each {
            let edge = if chance.percent(troubles) { chance.one(edges).cloned() } else { None };
            let value = edge.unwrap_or_else(|| plain(fact, edges, self.on, &mut chance));
            facts.set(fact.id.clone(), value, self.on);
        }
        facts
    }
}

/// An answer as most people give it: to yes or no, and to never, the one that no rule looks for.
fn plain(fact: &Fact, edges: &[FactValue], on: Date, chance: &mut Chance) -> FactValue {
    match &fact.kind {
        FactKind::YesNo if edges.contains(&FactValue::No) && !edges.contains(&FactValue::Yes) => FactValue::Yes,
        FactKind::YesNo => FactValue::No,
        FactKind::Choice(choices) => chance.one(choices).map_or(FactValue::No, |one| FactValue::Choice(one.id.clone())),
        FactKind::Number { min, max, .. } => {
            let thousandths = chance.between(min.in_thousandths() / 1000, max.in_thousandths() / 1000) * 1000;
            FactValue::Number(Decimal::thousandths(thousandths).clamp(*min, *max))
        }
        FactKind::Date { never: Some(_) } if !edges.contains(&FactValue::Never) => FactValue::Never,
        FactKind::Date { .. } => FactValue::Date(on.saturating_sub(chance.between(0, 80 * 365).days())),
        FactKind::Zones(_) if chance.percent(50) => FactValue::NOWHERE,
        FactKind::Zones(zones) => FactValue::Zones(zones.iter().cloned().collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use journey::facts::AsOf;
    use journey::kleene::Truth;

    const ON: Date = date(2026, 11, 20);

    #[test]
    fn no_rule_is_left_undecided_by_a_complete_set_and_every_answer_is_possible() {
        let library = crate::protocols::library(None).unwrap();
        for protocol in library.iter() {
            let questions = Questions::of(protocol, ON);
            for number in 0..60 {
                let facts = questions.answered(number);
                let possible =
                    |(fact, answer): (_, &journey::facts::Answer)| library.facts().accepts(fact, &answer.value).is_ok();
                assert!(facts.iter().all(possible), "{}", protocol.id);
                let known = AsOf::new(library.facts(), &facts, ON);
                assert!(protocol.screening.iter().all(|rule| rule.holds(&known) != Truth::Unknown), "{}", protocol.id);
            }
        }
    }

    #[test]
    fn every_rule_is_found_by_some_set_and_no_rule_by_all() {
        let library = crate::protocols::library(None).unwrap();
        for protocol in library.iter() {
            let questions = Questions::of(protocol, ON);
            let sets: Vec<Facts> = (0..1500).map(|number| questions.answered(number)).collect();
            for rule in &protocol.screening {
                let holds = |facts: &&Facts| rule.holds(&AsOf::new(library.facts(), facts, ON)) == Truth::True;
                let found = sets.iter().filter(holds).count();
                assert!(0 < found && found < sets.len(), "{}: {} by {found}", protocol.id, rule.id);
            }
        }
    }
}
