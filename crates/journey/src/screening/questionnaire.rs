//! What to ask before booking: only what is needed, nothing twice.

use super::screen::decisive;
use super::{Activation, Headline};
use crate::facts::{AsOf, AskedOf, Facts, Knowledge, Vocabulary};
use crate::protocol::Protocol;
use crate::slug::{ChecklistId, FactId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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
/// that the patient is known not to know, are left out.
pub fn questionnaire(protocol: &Protocol, vocabulary: &Vocabulary, known: &Facts, on: Date) -> Questionnaire {
    let known = AsOf::new(vocabulary, known, on);
    let rules = protocol.screening.iter().filter(|rule| rule.evidence.acts());
    let open = decisive(rules, &known, &Activation::all_by(""), Headline::Cleared);
    let mut items = grouped(vocabulary, open.into_iter().filter(|fact| worth_asking(&known, fact)).collect());
    let later = items.split_off(items.len().min(MOST_BEFORE_BOOKING));
    Questionnaire { items, later }
}

fn worth_asking(known: &AsOf<'_>, fact: &FactId) -> bool {
    known.vocabulary.get(fact).is_some_and(|fact| fact.asked == AskedOf::Patient)
        && known.knowledge(fact) != Knowledge::Unsure
}

/// Each checklist stands where its most decisive fact stands.
fn grouped(vocabulary: &Vocabulary, facts: Vec<FactId>) -> Vec<Item> {
    let list_of = |fact: &FactId| vocabulary.get(fact).and_then(|fact| fact.checklist.clone());
    let mut items: Vec<Item> = Vec::new();
    for fact in &facts {
        let Some(list) = list_of(fact) else {
            items.push(Item::One(fact.clone()));
            continue;
        };
        let seen = |item: &Item| matches!(item, Item::Group { checklist, .. } if *checklist == list);
        if items.iter().any(seen) {
            continue;
        }
        let mut members: Vec<FactId> =
            facts.iter().filter(|fact| list_of(fact).as_ref() == Some(&list)).cloned().collect();
        members.sort_by_key(|fact| vocabulary.position(fact));
        items.push(Item::Group { checklist: list, facts: members });
    }
    items
}
