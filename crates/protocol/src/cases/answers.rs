//! What a patient answered, as a case states it.

use super::About;
use crate::reading::{Node, Table};
use crate::shared::answer;
use jiff::civil::Date;
use journey::facts::{FactValue, Facts};
use journey::screening::{Finding, Headline, OverrideBy};
use journey::slug::{FactId, RuleId};
use std::collections::BTreeMap;

pub(super) type Answers = BTreeMap<FactId, FactValue>;

/// The words of who may set a finding aside.
pub(super) const OVERRIDE: [(&str, OverrideBy); 2] =
    [("never", OverrideBy::Never), ("physician", OverrideBy::Physician)];

/// The answers laid under every case.
pub(super) fn baseline(file: &Table<'_>) -> Answers {
    let facts = file.get("baseline").and_then(|node| {
        let table = node.table()?;
        let facts = table.need("facts").map(answers);
        table.close();
        facts
    });
    facts.unwrap_or_default()
}

/// Every answer of a case, the baseline included unless it is refused, all given on one day: `answered`, or `on`.
pub(super) fn facts(table: &Table<'_>, about: &About<'_>, on: Option<Date>) -> Facts {
    let mut given = match table.get("baseline").and_then(|node| node.truth()) {
        Some(false) => Answers::new(),
        Some(true) | None => about.baseline.clone(),
    };
    given.extend(table.get("facts").map(answers).unwrap_or_default());
    let answered = table.get("answered").and_then(|node| node.date()).or(on);
    let mut facts = Facts::new();
    if let Some(day) = answered {
        given.into_iter().for_each(|(fact, value)| facts.set(fact, value, day));
    }
    facts
}

fn answers(node: Node<'_>) -> Answers {
    let vocabulary = node.cx.library.facts();
    let known = || vocabulary.facts.iter().map(|fact| fact.id.as_str());
    let mut found = Answers::new();
    for (key, value) in node.table().map(Table::entries).unwrap_or_default() {
        match vocabulary.facts.iter().find(|fact| fact.id.as_str() == key) {
            Some(fact) => found.extend(answer(value, fact).map(|answer| (fact.id.clone(), answer))),
            None => value.unknown(key, "fact", known()),
        }
    }
    found
}

/// A difference between two words, if there is one.
pub(super) fn otherwise(what: &str, expected: &str, got: &str) -> Option<String> {
    (expected != got).then(|| format!("{what}expected {expected}, got {got}"))
}

/// Which findings must be there and which must not.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Named {
    pub named: Vec<RuleId>,
    pub absent: Vec<RuleId>,
    /// Who may set aside every finding named.
    pub override_by: Option<OverrideBy>,
    /// How far single findings reach, where a worse one hides them.
    pub verdicts: BTreeMap<RuleId, Headline>,
}

impl Named {
    /// Reads `named`, `absent`, `override` and `verdicts`.
    pub fn read<'k>(table: &Table<'_>, known: impl Iterator<Item = &'k RuleId> + Clone) -> Self {
        let (named, absent) =
            (table.references("named", "rule", known.clone()), table.references("absent", "rule", known.clone()));
        let override_by = table.get("override").and_then(|node| node.word(&OVERRIDE));
        let verdicts = table.get("verdicts").map(|node| verdicts(node, known)).unwrap_or_default();
        Self { named, absent, override_by, verdicts }
    }

    /// What differs from what was found.
    pub fn differs(&self, findings: &[Finding]) -> Vec<String> {
        let find = |rule: &RuleId| findings.iter().find(|finding| &finding.rule == rule);
        let silent = self.named.iter().filter(|rule| find(rule).is_none());
        let loud = self.absent.iter().filter(|rule| find(rule).is_some());
        let found = self.named.iter().filter_map(find);
        let other = found.filter(|finding| self.override_by.is_some_and(|by| by != finding.override_by));
        let reaches = |rule, headline: &Headline| find(rule).is_some_and(|finding| finding.headline == *headline);
        let reaching = self.verdicts.iter().filter(|(rule, headline)| !reaches(rule, headline));
        silent
            .map(|rule| format!("{rule} was not found"))
            .chain(loud.map(|rule| format!("{rule} was found")))
            .chain(other.map(|finding| format!("{} may be set aside otherwise", finding.rule)))
            .chain(reaching.map(|(rule, headline)| format!("{rule} is not {}", headline.code())))
            .collect()
    }
}

fn verdicts<'k>(node: Node<'_>, known: impl Iterator<Item = &'k RuleId> + Clone) -> BTreeMap<RuleId, Headline> {
    let words = Headline::ALL.map(|headline| (headline.code(), headline));
    let mut found = BTreeMap::new();
    for (key, value) in node.table().map(Table::entries).unwrap_or_default() {
        match known.clone().find(|rule| rule.as_str() == key) {
            Some(rule) => found.extend(value.word(&words).map(|headline| (rule.clone(), headline))),
            None => value.unknown(key, "rule", known.clone().map(RuleId::as_str)),
        }
    }
    found
}
