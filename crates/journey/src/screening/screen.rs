//! The verdict.

use super::{Activation, Deferral, Finding, FindingKind, Headline, Overrides, Rule, Until};
use crate::evidence::Confidence;
use crate::facts::{AsOf, Facts, Vocabulary};
use crate::kleene::Truth;
use crate::protocol::Protocol;
use crate::slug::{FactId, RuleId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// All findings, and what is still unknown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Verdict {
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// Unanswered facts that could still worsen the headline, the most decisive first.
    pub missing: Vec<FactId>,
    /// Findings that a physician set aside.
    pub set_aside: Vec<Finding>,
}

impl Verdict {
    /// The worst finding, or cleared.
    pub fn headline(&self) -> Headline {
        self.findings.iter().map(|finding| finding.headline).max().unwrap_or(Headline::Cleared)
    }

    /// The finding of a rule.
    pub fn finding(&self, rule: &RuleId) -> Option<&Finding> {
        self.findings.iter().find(|finding| &finding.rule == rule)
    }
}

/// Whether treatment may not start: anything missing, or worse than caution. The visit may still be booked.
pub fn blocks_treatment(verdict: &Verdict) -> bool {
    !verdict.missing.is_empty() || verdict.headline() > Headline::Caution
}

/// Applies every rule of a protocol to what is known on a day.
///
/// A rule whose condition is unknown finds nothing, but its open facts are missing. A weak or house rule that the
/// clinic's physician has not approved is found as *needs a doctor*; so is, at most, a rule whose sources disagree.
pub fn screen(
    protocol: &Protocol,
    vocabulary: &Vocabulary,
    facts: &Facts,
    on: Date,
    overrides: &Overrides,
    activation: &Activation,
) -> Verdict {
    let known = AsOf::new(vocabulary, facts, on);
    let acting = || protocol.screening.iter().filter(|rule| rule.evidence.acts());
    let mut found: Vec<Finding> = acting()
        .filter(|rule| rule.when.holds(&known) == Truth::True)
        .map(|rule| finding(rule, &known, activation))
        .collect();
    found.sort_by_key(|finding| Reverse(finding.headline));
    let (set_aside, findings) = found.into_iter().partition(|f| overrides.remove(f, &protocol.hash).is_some());
    let mut verdict = Verdict { findings, missing: Vec::new(), set_aside };
    let worst = verdict.headline();
    verdict.missing = decisive(acting(), &known, activation, worst);
    verdict
}

fn finding(rule: &Rule, known: &AsOf<'_>, activation: &Activation) -> Finding {
    let standing = activation.standing(&rule.id, &rule.evidence);
    Finding {
        rule: rule.id.clone(),
        kind: FindingKind::Screening,
        headline: standing.caps(rule.headline),
        standing,
        says: rule.says.clone(),
        instead: rule.instead.clone(),
        sources: rule.evidence.source.clone(),
        confidence: rule.evidence.confidence,
        until: until(rule, known),
        changes: rule.when.facts(),
        zones: rule.zones.clone(),
        override_by: rule.override_by,
    }
}

fn until(rule: &Rule, known: &AsOf<'_>) -> Option<Until> {
    match &rule.deferral {
        Some(Deferral::Event(event)) => Some(Until::Event(event.clone())),
        Some(Deferral::RunsOut) | None => rule.when.holds_until(known).map(Until::Date),
    }
}

/// How much hangs on a fact: how far the worst open rule reaches, how well the best supported of those is supported,
/// and how many rules wait for it.
type Weight = (Headline, Reverse<Confidence>, usize);

/// The open facts of the rules that could still exceed `worst`, the weightiest first, then in the order of the
/// vocabulary.
pub(super) fn decisive<'a>(
    rules: impl Iterator<Item = &'a Rule>,
    known: &AsOf<'_>,
    activation: &Activation,
    worst: Headline,
) -> Vec<FactId> {
    let mut weights: BTreeMap<FactId, Weight> = BTreeMap::new();
    for rule in rules {
        let reach = activation.standing(&rule.id, &rule.evidence).caps(rule.headline);
        if reach <= worst {
            continue;
        }
        let support = Reverse(rule.evidence.confidence);
        for fact in rule.when.unanswered(known) {
            let (old_reach, old_support, count) = weights.get(&fact).copied().unwrap_or((reach, support, 0));
            let (reach, support) = (old_reach, old_support).max((reach, support));
            weights.insert(fact, (reach, support, count + 1));
        }
    }
    let mut facts: Vec<_> = weights.into_iter().collect();
    facts.sort_by_key(|(fact, weight)| (Reverse(*weight), known.vocabulary.position(fact)));
    facts.into_iter().map(|(fact, _)| fact).collect()
}
