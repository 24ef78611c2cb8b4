//! What would change a finding.

use super::{Deferral, Rule};
use crate::facts::{AsOf, Becomes, FactValue};
use crate::slug::FactId;
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One thing that would change a finding.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case", from = "Stored")]
pub enum Change {
    /// Another answer.
    Answer {
        /// The fact.
        fact: FactId,
        /// The answers that would; empty only in records from before they were kept.
        becomes: Vec<Becomes>,
    },
    /// A day: the waiting time that this fact began is then over.
    Date {
        /// The fact.
        fact: FactId,
        /// The first day without it.
        on: Date,
    },
    /// Something that must happen.
    Event(Bilingual),
}

/// Earlier records kept the name of the fact alone.
#[derive(Deserialize)]
#[serde(untagged)]
enum Stored {
    Named(FactId),
    Whole(Whole),
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
enum Whole {
    Answer { fact: FactId, becomes: Vec<Becomes> },
    Date { fact: FactId, on: Date },
    Event(Bilingual),
}

impl From<Stored> for Change {
    fn from(stored: Stored) -> Self {
        match stored {
            Stored::Named(fact) => Self::Answer { fact, becomes: Vec::new() },
            Stored::Whole(Whole::Answer { fact, becomes }) => Self::Answer { fact, becomes },
            Stored::Whole(Whole::Date { fact, on }) => Self::Date { fact, on },
            Stored::Whole(Whole::Event(event)) => Self::Event(event),
        }
    }
}

/// What would change the finding of a rule that holds: other answers, then days, then what must happen.
pub(super) fn changes(rule: &Rule, known: &AsOf<'_>) -> Vec<Change> {
    let answers = rule.when.facts().into_iter().map(|fact| (rule.when.otherwise(&fact, known), fact));
    let answers = answers.chain(place(rule, known)).filter(|(becomes, _)| !becomes.is_empty());
    let answers = answers.map(|(becomes, fact)| Change::Answer { fact, becomes });
    let event = rule.deferral.iter().filter_map(|deferral| match deferral {
        Deferral::Event(event) => Some(Change::Event(event.clone())),
        Deferral::RunsOut => None,
    });
    answers.chain(days(rule, known)).chain(event).collect()
}

/// Where it is: nowhere would end the finding, and somewhere would confine it.
fn place(rule: &Rule, known: &AsOf<'_>) -> Option<(Vec<Becomes>, FactId)> {
    let fact = rule.place.clone().filter(|fact| !rule.when.facts().contains(fact))?;
    let nowhere = Becomes::Is(FactValue::NOWHERE);
    let becomes = if known.value(&fact).is_some() { vec![nowhere] } else { vec![nowhere, Becomes::Somewhere] };
    Some((becomes, fact))
}

fn days(rule: &Rule, known: &AsOf<'_>) -> Vec<Change> {
    let Some(on) = rule.when.holds_until(known) else {
        return Vec::new();
    };
    let mut facts: Vec<FactId> = Vec::new();
    for test in rule.when.tests() {
        if test.ends(known) == Some(on) && !facts.contains(test.fact()) {
            facts.push(test.fact().clone());
        }
    }
    facts.into_iter().map(|fact| Change::Date { fact, on }).collect()
}
