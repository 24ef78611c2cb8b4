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
        self.evidence.acts()
            && self.measure() == setting.quantity.measure()
            && covers(&self.indications, Some(indication))
            && covers(&self.zones, setting.zone())
            && covers(&self.products, Some(&setting.product))
            && self.when.as_ref().is_none_or(|when| when.holds(known) != Truth::False)
    }
}
