//! A screening rule.

use super::{Headline, OverrideBy};
use crate::evidence::Evidence;
use crate::facts::{AsOf, FactTest};
use crate::kleene::{Condition, Truth};
use crate::slug::{FactId, RuleId, ZoneId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// How a deferral ends.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deferral {
    /// The condition runs out by itself; the day is computed.
    RunsOut,
    /// Something must happen first.
    Event(Bilingual),
}

/// Of what a rule speaks, as far as is known.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Scope {
    /// The whole treatment.
    Everywhere,
    /// These zones, at least one.
    Zones(Vec<ZoneId>),
    /// No zone at all: the rule finds nothing.
    Nowhere,
}

/// One rule: if the condition holds, this is found.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Rule {
    /// Its name.
    pub id: RuleId,
    /// When it speaks.
    pub when: Condition<FactTest>,
    /// The fact that says where: once it is answered, the rule speaks only of the zones answered.
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<FactId>,
    /// How far it reaches.
    pub headline: Headline,
    /// How a deferral ends; none for other verdicts.
    pub deferral: Option<Deferral>,
    /// Who may set it aside.
    pub override_by: OverrideBy,
    /// The zones it speaks of; none = the whole treatment.
    pub zones: Vec<ZoneId>,
    /// The wording.
    pub says: Bilingual,
    /// What may be done instead.
    pub instead: Option<Bilingual>,
    /// Its support.
    pub evidence: Evidence,
}

impl Rule {
    /// Every fact that the rule speaks of, once: those of its condition, then the one that says where.
    pub fn facts(&self) -> Vec<FactId> {
        let mut facts = self.when.facts();
        facts.extend(self.place.iter().filter(|place| !facts.contains(place)).cloned().collect::<Vec<_>>());
        facts
    }

    /// Of what the rule speaks. While nobody has said where, of everything it could: that is the careful case.
    pub fn scope(&self, known: &AsOf<'_>) -> Scope {
        let answered = self.place.as_ref().and_then(|place| known.value(place)?.zones());
        let zones: Vec<ZoneId> = match answered {
            Some(zones) => {
                zones.iter().filter(|zone| self.zones.is_empty() || self.zones.contains(zone)).cloned().collect()
            }
            None if self.zones.is_empty() => return Scope::Everywhere,
            None => self.zones.clone(),
        };
        if zones.is_empty() { Scope::Nowhere } else { Scope::Zones(zones) }
    }

    /// What is known of the rule: false where it could only speak of nowhere.
    pub fn holds(&self, known: &AsOf<'_>) -> Truth {
        if self.scope(known) == Scope::Nowhere { Truth::False } else { self.when.holds(known) }
    }

    /// The facts on which an undecided rule still hangs.
    pub fn unanswered(&self, known: &AsOf<'_>) -> Vec<FactId> {
        if self.scope(known) == Scope::Nowhere { Vec::new() } else { self.when.unanswered(known) }
    }
}

impl Scope {
    /// The zones; none for the whole treatment.
    pub fn zones(&self) -> &[ZoneId] {
        match self {
            Self::Zones(zones) => zones,
            Self::Everywhere | Self::Nowhere => &[],
        }
    }
}
