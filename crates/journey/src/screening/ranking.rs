//! Which open fact matters most.

use super::{Headline, OverrideBy, Rule};
use crate::evidence::Confidence;
use crate::facts::{AsOf, FactTest};
use crate::kleene::Truth;
use crate::slug::FactId;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Waiting times up to this long are over so soon that a visit can simply be placed after them. It orders questions
/// and decides nothing else.
const SOON_DAYS: u32 = 31;

/// What an answer can bring about, the least first. Conflicts and missing approval are left out of account: they say
/// who decides, not how much is at stake.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Stake {
    /// A short wait that runs out by itself.
    SoonOver,
    /// Care.
    Caution,
    /// Something, but only together with another fact that is open too.
    OnlyTogether,
    /// A physician's decision.
    NeedsDoctor,
    /// A long wait, or one for an event.
    Deferred,
    /// No treatment.
    Contraindicated,
}

/// Whether somebody may set it aside; the harder one last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Finality {
    Releasable,
    Final,
}

/// How much hangs on a fact: the most that an open rule makes of it, whether that could be set aside, how well it is
/// supported, and how many rules wait for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Weight {
    pub stake: Stake,
    pub finality: Finality,
    pub support: Reverse<Confidence>,
    pub rules: usize,
}

/// The open facts of some rules, the weightiest first, then in the order of the vocabulary.
pub(super) fn decisive<'a>(rules: impl Iterator<Item = &'a Rule>, known: &AsOf<'_>) -> Vec<(FactId, Weight)> {
    let mut weights: BTreeMap<FactId, Weight> = BTreeMap::new();
    for rule in rules {
        for fact in unique(rule.unanswered(known)) {
            let weight = weigh(rule, &fact, known);
            let rules = weights.get(&fact).map_or(0, |old| old.rules) + 1;
            let heaviest = weights.get(&fact).map_or(weight, |old| Weight { rules: 1, ..*old }.max(weight));
            weights.insert(fact, Weight { rules, ..heaviest });
        }
    }
    let mut facts: Vec<(FactId, Weight)> = weights.into_iter().collect();
    facts.sort_by_key(|(fact, weight)| (Reverse(*weight), known.vocabulary.position(fact)));
    facts
}

fn unique(mut facts: Vec<FactId>) -> Vec<FactId> {
    facts.sort_unstable();
    facts.dedup();
    facts
}

fn weigh(rule: &Rule, fact: &FactId, known: &AsOf<'_>) -> Weight {
    let finality = match rule.override_by {
        OverrideBy::Never => Finality::Final,
        OverrideBy::Physician => Finality::Releasable,
    };
    Weight { stake: stake(rule, fact, known), finality, support: Reverse(rule.evidence.confidence), rules: 1 }
}

fn stake(rule: &Rule, fact: &FactId, known: &AsOf<'_>) -> Stake {
    match rule.headline {
        Headline::Contraindicated => Stake::Contraindicated,
        _ if is_soon_over(rule) => Stake::SoonOver,
        Headline::Cleared | Headline::Caution => Stake::Caution,
        _ if !settles_alone(rule, fact, known) => Stake::OnlyTogether,
        Headline::NeedsDoctor => Stake::NeedsDoctor,
        Headline::Deferred => Stake::Deferred,
    }
}

/// Whether the rule cannot hold without a short wait.
fn is_soon_over(rule: &Rule) -> bool {
    let without = |test: &FactTest| match test {
        FactTest::Within { period, .. } if period.rough_days() <= SOON_DAYS => Truth::False,
        _ => Truth::Unknown,
    };
    rule.when.evaluate(&without) == Truth::False
}

/// Whether one answer to the fact is enough for the rule to hold.
fn settles_alone(rule: &Rule, fact: &FactId, known: &AsOf<'_>) -> bool {
    [Truth::True, Truth::False].into_iter().any(|answer| {
        let told = |test: &FactTest| if test.fact() == fact { answer } else { test.holds(known) };
        rule.when.evaluate(&told) == Truth::True
    })
}
