//! A treatment as it was written down: one part for each stage, and everything it refers to.

mod hash;
mod library;
mod segment;

pub use hash::{ContentHash, NotAHash};
pub use library::{Group, Library, Resource};
pub use segment::Segment;

use crate::catalogue::Treatment;
use crate::course::{Downtime, Indication, Spacing, TouchUp};
use crate::evidence::{Evidence, Source};
use crate::facts::Fact;
use crate::outcome::{ExpectedResponse, Scale};
use crate::recall::{Effect, Maintenance};
use crate::recovery::Recovery;
use crate::screening::Rule;
use crate::session::{Asymmetry, Band, Bound, NoGo, OperatorRule, Titration};
use crate::slug::{ConcernId, ConsentId, GroupId, IndicationId, ProtocolId, RuleId, SymptomId};
use crate::stock::Product;
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// How the treatment stands with the regulator in Japan.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegulatoryStatus {
    /// Approved for this use.
    Approved,
    /// Approved, but not for this use.
    OffLabel,
    /// Not approved.
    Unapproved,
}

impl RegulatoryStatus {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approved => "approved",
            Self::OffLabel => "off-label",
            Self::Unapproved => "unapproved",
        }
    }
}

/// The five statements that a page about an unapproved or off-label treatment must make.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Disclosures {
    /// That it is unapproved, or used outside its approval.
    pub unapproved: Bilingual,
    /// How it is obtained.
    pub obtained: Bilingual,
    /// Whether an approved equivalent exists in Japan.
    pub equivalent: Bilingual,
    /// What is known about safety abroad.
    pub overseas: Bilingual,
    /// That the public relief system does not cover it.
    pub relief: Bilingual,
}

/// One point that the patient consents to.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ConsentPoint {
    /// Its name.
    pub id: ConsentId,
    /// What is consented to.
    pub says: Bilingual,
}

/// A protocol, whole: with the facts, products, scales and sources it refers to. Stored under its hash.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Protocol {
    /// Its name in files and addresses.
    pub id: ProtocolId,
    /// The hash of everything below.
    pub hash: ContentHash,
    /// How it is shown.
    pub name: Bilingual,
    /// One or two sentences.
    pub summary: Bilingual,
    /// How it stands with the regulator.
    pub status: RegulatoryStatus,
    /// The five statements; none only where it is approved.
    pub disclosures: Option<Disclosures>,
    /// The families it belongs to.
    pub groups: Vec<GroupId>,
    /// What people come with.
    pub concerns: Vec<ConcernId>,
    /// Stage 1.
    pub catalogue: Treatment,
    /// Stage 2: the steps of a session.
    pub segments: Vec<Segment>,
    /// Stage 3.
    pub screening: Vec<Rule>,
    /// Stage 4: what a course is for.
    pub indications: Vec<Indication>,
    /// Stage 4: waits to and from other treatments.
    pub spacing: Vec<Spacing>,
    /// Stage 4: how long before something that lies ahead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub downtime: Vec<Downtime>,
    /// Stage 4: a second dose soon after a session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touch_up: Option<TouchUp>,
    /// Stage 5.
    pub bounds: Vec<Bound>,
    /// Stage 5: doses that rise step by step.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub titrations: Vec<Titration>,
    /// Stage 5: how far left and right may differ.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asymmetry: Option<Asymmetry>,
    /// Stage 5: where no point should lie.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub no_go: Vec<NoGo>,
    /// Stage 5: who may carry it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub operators: Vec<OperatorRule>,
    /// Stage 5: what the patient consents to.
    pub consent: Vec<ConsentPoint>,
    /// Stage 6.
    pub recovery: Recovery,
    /// Stage 7.
    pub outcome: Vec<ExpectedResponse>,
    /// Stage 8.
    pub maintenance: Option<Maintenance>,
    /// Stage 8: how long the effect lasts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub effects: Vec<Effect>,
    /// The facts that its rules speak of.
    pub facts: Vec<Fact>,
    /// The bands of the face drawing that it speaks of.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bands: Vec<Band>,
    /// The products it uses.
    pub products: Vec<Product>,
    /// The scales it measures on.
    pub scales: Vec<Scale>,
    /// Every source it cites, directly or through what it refers to.
    pub sources: Vec<Source>,
}

impl Protocol {
    /// The indication of that name.
    pub fn indication(&self, id: &IndicationId) -> Option<&Indication> {
        self.indications.iter().find(|indication| &indication.id == id)
    }

    /// Every rule that acts only as far as the clinic's physician lets it, with its support.
    pub fn all_gated(&self) -> impl Iterator<Item = (&RuleId, &Evidence)> {
        let screening = self.screening.iter().map(|rule| (&rule.id, &rule.evidence));
        let bounds = self.bounds.iter().map(|bound| (&bound.id, &bound.evidence));
        screening.chain(bounds).filter(|(_, evidence)| evidence.acts())
    }

    /// The support of one such rule.
    pub fn gated(&self, rule: &RuleId) -> Option<&Evidence> {
        self.all_gated().find(|(id, _)| *id == rule).map(|(_, evidence)| evidence)
    }

    /// The symptom of that name.
    pub fn symptom(&self, id: &SymptomId) -> Option<&crate::recovery::Symptom> {
        self.recovery.symptoms.iter().find(|symptom| &symptom.id == id)
    }
}
