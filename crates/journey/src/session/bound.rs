//! A bound of settings, keyed by indication, zone, product and skin.

use super::Setting;
use crate::evidence::Evidence;
use crate::facts::{AsOf, FactTest};
use crate::kleene::{Condition, Truth};
use crate::period::Period;
use crate::quantity::{Amount, Measure};
use crate::screening::{FindingKind, OverrideBy};
use crate::slug::{IndicationId, ProductId, RuleId, ZoneId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// Whose ceiling a bound is. The mechanical ceiling belongs to the product.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ceiling {
    /// What the label covers.
    Labelled,
    /// What the clinic allows.
    Clinic,
}

impl Ceiling {
    /// The finding above this ceiling.
    pub const fn over(self) -> FindingKind {
        match self {
            Self::Labelled => FindingKind::OverLabelled,
            Self::Clinic => FindingKind::OverClinic,
        }
    }
}

/// To what a bound applies.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// To each point.
    Point,
    /// To each side of a zone.
    Side,
    /// To a zone, both sides together.
    Zone,
    /// To everything of one product in the session.
    Session,
    /// To everything of one product in the session and the period before it, wherever it was given.
    Rolling(Period),
}

/// A bound.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Bound {
    /// Its name.
    pub id: RuleId,
    /// For which indications; none = all.
    pub indications: Vec<IndicationId>,
    /// For which zones; none = all.
    pub zones: Vec<ZoneId>,
    /// For which products; none = all of the protocol.
    pub products: Vec<ProductId>,
    /// For which skin or person; an unknown answer counts as fitting.
    pub when: Option<Condition<FactTest>>,
    /// Whose ceiling it is.
    pub ceiling: Ceiling,
    /// The least.
    pub min: Option<Amount>,
    /// The most.
    pub max: Amount,
    /// To what it applies.
    pub per: Per,
    /// Who may go beyond it.
    pub override_by: OverrideBy,
    /// The wording.
    pub says: Bilingual,
    /// Its support.
    pub evidence: Evidence,
}

/// Why a bound does not speak for a setting.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Silence {
    /// It is kept for the record and never acts.
    KeptForRecord,
    /// It measures something else.
    OtherMeasure,
    /// It speaks of other products.
    OtherProduct,
    /// It speaks of other indications.
    OtherIndication,
    /// It speaks of other zones.
    OtherZone,
    /// Its condition does not hold for this person.
    ConditionFalse,
}

impl Silence {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::KeptForRecord => "kept-for-record",
            Self::OtherMeasure => "other-measure",
            Self::OtherProduct => "other-product",
            Self::OtherIndication => "other-indication",
            Self::OtherZone => "other-zone",
            Self::ConditionFalse => "condition-false",
        }
    }
}

fn covers<T: PartialEq>(named: &[T], one: Option<&T>) -> bool {
    named.is_empty() || one.is_some_and(|one| named.contains(one))
}

impl Bound {
    /// What it measures.
    pub fn measure(&self) -> Measure {
        self.max.measure()
    }

    /// Whether it speaks for a setting.
    pub(super) fn speaks_for(&self, setting: &Setting, indication: &IndicationId, known: &AsOf<'_>) -> bool {
        self.silence(setting, indication, known).is_none()
    }

    /// Why it does not speak for a setting; none where it speaks.
    pub(super) fn silence(&self, setting: &Setting, indication: &IndicationId, known: &AsOf<'_>) -> Option<Silence> {
        let reasons = [
            (self.evidence.acts(), Silence::KeptForRecord),
            (self.measure() == setting.quantity.measure(), Silence::OtherMeasure),
            (covers(&self.products, Some(&setting.product)), Silence::OtherProduct),
            (covers(&self.indications, Some(indication)), Silence::OtherIndication),
            (covers(&self.zones, setting.zone()), Silence::OtherZone),
            (self.truth(known) != Some(Truth::False), Silence::ConditionFalse),
        ];
        reasons.into_iter().find(|(fits, _)| !fits).map(|(_, silence)| silence)
    }

    /// What is known of its condition; none where it has none.
    pub(super) fn truth(&self, known: &AsOf<'_>) -> Option<Truth> {
        self.when.as_ref().map(|when| when.holds(known))
    }
}
