//! Why a verdict is what it is: every rule, acting or not, with its condition part by part.

use super::{Activation, Change, Headline, Overrides, Rule, Standing, Verdict, screen};
use crate::evidence::Confidence;
use crate::facts::{AsOf, Fact, FactReading, Facts, Known, Vocabulary};
use crate::kleene::{Trace, Truth};
use crate::protocol::{ContentHash, Protocol};
use crate::slug::{FactId, ProtocolId, RuleId, ZoneId};
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What came of a rule.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It holds.
    Found,
    /// It holds, and a physician set it aside.
    SetAside,
    /// Something it asks for is not known.
    Undecided,
    /// It does not hold.
    NotFound,
    /// It is kept for the record and takes no part, whatever is known.
    KeptForRecord,
}

impl Outcome {
    /// Every outcome, in the order in which people want to read them.
    pub const ALL: [Self; 5] = [Self::Found, Self::SetAside, Self::Undecided, Self::NotFound, Self::KeptForRecord];

    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::SetAside => "set-aside",
            Self::Undecided => "undecided",
            Self::NotFound => "not-found",
            Self::KeptForRecord => "kept-for-record",
        }
    }
}

/// What is known of where a rule speaks.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Place {
    /// The fact that says where.
    pub fact: FactId,
    /// What is known of it.
    pub knowledge: Known,
}

/// One rule, explained.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct RuleExplained {
    /// The rule.
    pub rule: RuleId,
    /// Its wording.
    pub says: Bilingual,
    /// What came of it.
    pub outcome: Outcome,
    /// What is known of it, its place included.
    pub truth: Truth,
    /// How it stands in this clinic.
    pub standing: Standing,
    /// How far it reaches, or would reach if it held, standing so.
    pub headline: Headline,
    /// How well it is supported.
    pub confidence: Confidence,
    /// The zones it speaks of, or would; none = the whole treatment.
    pub zones: Vec<ZoneId>,
    /// What is known of where, for a rule that asks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// Its condition, part by part.
    pub condition: Trace<FactReading>,
    /// What would change it; for a rule that holds.
    pub changes: Vec<Change>,
}

/// A verdict with all its reasons, and with the absence of every other.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Explanation {
    /// The protocol.
    pub protocol: ProtocolId,
    /// How it is shown.
    pub name: Bilingual,
    /// Its version.
    pub version: ContentHash,
    /// The day on which the answers must still be believed.
    pub on: Date,
    /// The worst finding, or cleared.
    pub headline: Headline,
    /// The open facts that could still worsen it, the most decisive first.
    pub missing: Vec<FactId>,
    /// Every rule, in the order of the file.
    pub rules: Vec<RuleExplained>,
    /// The questions behind the facts that the rules speak of.
    pub facts: Vec<Fact>,
}

/// Explains the verdict that [`screen`] gives over the same arguments.
pub fn explain(
    protocol: &Protocol,
    vocabulary: &Vocabulary,
    facts: &Facts,
    on: Date,
    overrides: &Overrides,
    activation: &Activation,
) -> Explanation {
    let verdict = screen(protocol, vocabulary, facts, on, overrides, activation);
    let known = AsOf::new(vocabulary, facts, on);
    let spoken_of: Vec<FactId> = protocol.screening.iter().flat_map(Rule::facts).collect();
    Explanation {
        protocol: protocol.id.clone(),
        name: protocol.name.clone(),
        version: protocol.hash,
        on,
        headline: verdict.headline(),
        rules: protocol.screening.iter().map(|rule| one(rule, &known, &verdict, activation)).collect(),
        missing: verdict.missing,
        facts: vocabulary.facts.iter().filter(|fact| spoken_of.contains(&fact.id)).cloned().collect(),
    }
}

fn one(rule: &Rule, known: &AsOf<'_>, verdict: &Verdict, activation: &Activation) -> RuleExplained {
    let truth = rule.holds(known);
    let standing = activation.standing(&rule.id, &rule.evidence);
    let place = rule.place.as_ref().map(|fact| Place { fact: fact.clone(), knowledge: known.known(fact) });
    let changes = if truth == Truth::True { super::change::changes(rule, known) } else { Vec::new() };
    RuleExplained {
        rule: rule.id.clone(),
        says: rule.says.clone(),
        outcome: outcome(rule, truth, verdict),
        truth,
        standing,
        headline: standing.caps(rule.headline),
        confidence: rule.evidence.confidence,
        zones: rule.scope(known).zones().to_vec(),
        place,
        condition: rule.when.read(known),
        changes,
    }
}

fn outcome(rule: &Rule, truth: Truth, verdict: &Verdict) -> Outcome {
    match truth {
        _ if !rule.evidence.acts() => Outcome::KeptForRecord,
        Truth::True if verdict.finding(&rule.id).is_some() => Outcome::Found,
        Truth::True => Outcome::SetAside,
        Truth::Unknown => Outcome::Undecided,
        Truth::False => Outcome::NotFound,
    }
}

impl Explanation {
    /// The rules of which that came.
    pub fn of(&self, outcome: Outcome) -> impl Iterator<Item = &RuleExplained> {
        self.rules.iter().filter(move |rule| rule.outcome == outcome)
    }

    /// The rule of that name.
    pub fn rule(&self, id: &RuleId) -> Option<&RuleExplained> {
        self.rules.iter().find(|rule| &rule.rule == id)
    }
}
