//! What to ask before booking: only what is needed, nothing twice.

use super::Rule;
use super::ranking::{Weight, decisive};
use crate::facts::{AsOf, AskedOf, Facts, Knowledge, Vocabulary};
use crate::kleene::Truth;
use crate::protocol::Protocol;
use crate::slug::{ChecklistId, FactId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;

/// The most items that are asked before booking.
pub const MOST_BEFORE_BOOKING: usize = 8;

/// One thing to answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Item {
    /// One fact.
    One(FactId),
    /// Several yes/no facts as a checklist with "none of these".
    Group {
        /// The checklist.
        checklist: ChecklistId,
        /// Its facts that are needed, in the order of the vocabulary.
        facts: Vec<FactId>,
    },
}

impl Item {
    /// The facts it asks about.
    pub fn facts(&self) -> &[FactId] {
        match self {
            Self::One(fact) => std::slice::from_ref(fact),
            Self::Group { facts, .. } => facts,
        }
    }
}

/// What to ask before booking, and what can wait.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Questionnaire {
    /// At most eight items, the most decisive first.
    pub items: Vec<Item>,
    /// The rest, asked after booking.
    pub later: Vec<Item>,
}

/// What a patient should be asked for a protocol, given what is known. Facts that only staff can answer, and facts
/// that the patient is known not to know, are left out. Last come the questions where something is that was found:
/// their answers can only make a finding narrower.
pub fn questionnaire(protocol: &Protocol, vocabulary: &Vocabulary, known: &Facts, on: Date) -> Questionnaire {
    let known = AsOf::new(vocabulary, known, on);
    let rules = || protocol.screening.iter().filter(|rule| rule.evidence.acts());
    let mut open = decisive(rules(), &known);
    open.retain(|(fact, _)| worth_asking(&known, fact));
    let mut items = grouped(vocabulary, &open);
    for place in places(rules(), &known) {
        if !items.iter().any(|item| item.facts().contains(&place)) {
            items.push(Item::One(place));
        }
    }
    let later = items.split_off(items.len().min(MOST_BEFORE_BOOKING));
    Questionnaire { items, later }
}

fn worth_asking(known: &AsOf<'_>, fact: &FactId) -> bool {
    known.vocabulary.get(fact).is_some_and(|fact| fact.asked == AskedOf::Patient)
        && known.knowledge(fact) != Knowledge::Unsure
}

/// Where something is that was found, if nobody has said so yet.
fn places<'a>(rules: impl Iterator<Item = &'a Rule>, known: &AsOf<'_>) -> Vec<FactId> {
    let found = rules.filter(|rule| rule.holds(known) == Truth::True);
    let places = found.filter_map(|rule| rule.place.clone());
    places.filter(|place| known.value(place).is_none() && worth_asking(known, place)).collect()
}

/// Facts of one checklist are one item, which stands where its most decisive fact stands; among items with as much at
/// stake, a list that settles several facts at once comes before a single question.
fn grouped(vocabulary: &Vocabulary, facts: &[(FactId, Weight)]) -> Vec<Item> {
    let list_of = |fact: &FactId| vocabulary.get(fact).and_then(|fact| fact.checklist.clone());
    let mut items: Vec<(Weight, Item)> = Vec::new();
    for (fact, weight) in facts {
        let Some(list) = list_of(fact) else {
            items.push((*weight, Item::One(fact.clone())));
            continue;
        };
        let seen = |(_, item): &(Weight, Item)| matches!(item, Item::Group { checklist, .. } if *checklist == list);
        if items.iter().any(seen) {
            continue;
        }
        let mut members: Vec<FactId> =
            facts.iter().map(|(fact, _)| fact).filter(|fact| list_of(fact).as_ref() == Some(&list)).cloned().collect();
        members.sort_by_key(|fact| vocabulary.position(fact));
        items.push((*weight, Item::Group { checklist: list, facts: members }));
    }
    items.sort_by_key(|(weight, item)| Reverse((weight.stake, weight.finality, item.facts().len() > 1)));
    items.into_iter().map(|(_, item)| item).collect()
}
