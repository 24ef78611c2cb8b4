//! The verdict.

use super::change::changes;
use super::ranking::decisive;
use super::{Activation, Deferral, Finding, FindingKind, Headline, Overrides, Rule, Until};
use crate::facts::{AsOf, Facts, Vocabulary};
use crate::kleene::Truth;
use crate::protocol::Protocol;
use crate::slug::{FactId, RuleId, ZoneId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// All findings, and what is still unknown.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Verdict {
    /// What was found, worst first.
    pub findings: Vec<Finding>,
    /// Unanswered facts that could still worsen the headline, of the whole or of a zone, the most decisive first.
    pub missing: Vec<FactId>,
    /// Findings that a physician set aside.
    pub set_aside: Vec<Finding>,
}

impl Verdict {
    /// The worst finding, wherever it is, or cleared.
    pub fn headline(&self) -> Headline {
        worst(self.findings.iter())
    }

    /// The worst finding that speaks of a zone or of the whole treatment, or cleared.
    pub fn in_zone(&self, zone: &ZoneId) -> Headline {
        worst(self.findings.iter().filter(|finding| finding.zones.is_empty() || finding.zones.contains(zone)))
    }

    /// The headline of each zone, such as those of an indication.
    pub fn by_zone(&self, zones: &[ZoneId]) -> BTreeMap<ZoneId, Headline> {
        zones.iter().map(|zone| (zone.clone(), self.in_zone(zone))).collect()
    }

    /// The mildest headline among some zones; of the whole treatment where no zone is named, for there may be a zone
    /// of which no finding speaks by name.
    fn mildest(&self, zones: &[ZoneId]) -> Headline {
        let whole = || worst(self.findings.iter().filter(|finding| finding.zones.is_empty()));
        zones.iter().map(|zone| self.in_zone(zone)).min().unwrap_or_else(whole)
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

/// Whether treatment of one zone may not start: anything missing at all, or worse than caution in that zone.
pub fn blocks_treatment_in(verdict: &Verdict, zone: &ZoneId) -> bool {
    !verdict.missing.is_empty() || verdict.in_zone(zone) > Headline::Caution
}

fn worst<'a>(findings: impl Iterator<Item = &'a Finding>) -> Headline {
    findings.map(|finding| finding.headline).max().unwrap_or(Headline::Cleared)
}

/// Applies every rule of a protocol to what is known on a day.
///
/// A rule whose condition is unknown finds nothing, but its open facts are missing. A weak or house rule that the
/// clinic's physician has not approved is found as *needs a doctor*; so is, at most, a rule whose sources disagree.
/// A rule that asks where speaks of the zones answered, and of the whole treatment while nobody has answered.
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
        .filter(|rule| rule.holds(&known) == Truth::True)
        .map(|rule| finding(rule, &known, activation))
        .collect();
    found.sort_by_key(|finding| Reverse(finding.headline));
    let (set_aside, findings) = found.into_iter().partition(|f| overrides.remove(f, &protocol.hash).is_some());
    let verdict = Verdict { findings, missing: Vec::new(), set_aside };
    let worsening = |rule: &&Rule| {
        let reach = activation.standing(&rule.id, &rule.evidence).caps(rule.headline);
        reach > verdict.mildest(rule.scope(&known).zones())
    };
    let missing = decisive(acting().filter(worsening), &known).into_iter().map(|(fact, _)| fact).collect();
    Verdict { missing, ..verdict }
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
        changes: changes(rule, known),
        zones: rule.scope(known).zones().to_vec(),
        override_by: rule.override_by,
    }
}

fn until(rule: &Rule, known: &AsOf<'_>) -> Option<Until> {
    match &rule.deferral {
        Some(Deferral::Event(event)) => Some(Until::Event(event.clone())),
        Some(Deferral::RunsOut) | None => rule.when.holds_until(known).map(Until::Date),
    }
}
