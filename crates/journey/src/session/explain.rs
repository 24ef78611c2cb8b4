//! Why a setting is judged as it is: every bound, whether it spoke, and what it compared.

use super::{Bound, Ceiling, Per, Setting, Silence};
use crate::facts::AsOf;
use crate::kleene::Truth;
use crate::protocol::Protocol;
use crate::quantity::Amount;
use crate::slug::{IndicationId, RuleId};
use serde::{Deserialize, Serialize};

/// How an amount lies to a bound.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Below the least.
    Below,
    /// Within.
    Within,
    /// Above the most.
    Above,
    /// The number of points is not known.
    PointsUnknown,
    /// Totals decide, not one setting: a zone, a session or a time.
    WithOthers,
}

/// What was compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Compared {
    /// What is set: over all points, where the bound is by point.
    pub amount: Amount,
    /// The least for it.
    pub min: Option<Amount>,
    /// The most for it.
    pub max: Amount,
    /// To what the bound applies.
    pub per: Per,
    /// How the amount lies to it.
    pub outcome: Outcome,
}

/// Whether a bound spoke for the setting.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Voice {
    /// It spoke.
    Spoke {
        /// What is known of its condition; none where it has none. Unknown counts as fitting.
        condition: Option<Truth>,
        /// What it compared.
        compared: Compared,
    },
    /// It did not, and why.
    Silent(Silence),
}

/// One bound of the protocol, seen from one setting.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Explained {
    /// The bound.
    pub rule: RuleId,
    /// Whose ceiling it is.
    pub ceiling: Ceiling,
    /// Whether it spoke.
    pub voice: Voice,
}

/// Every bound of the protocol in the order written, and what it had to say of a setting.
pub fn explain_setting(
    protocol: &Protocol,
    setting: &Setting,
    indication: &IndicationId,
    known: &AsOf<'_>,
) -> Vec<Explained> {
    let explain = |bound: &Bound| {
        let voice = match bound.silence(setting, indication, known) {
            Some(silence) => Voice::Silent(silence),
            None => Voice::Spoke { condition: bound.truth(known), compared: compare(bound, setting) },
        };
        Explained { rule: bound.id.clone(), ceiling: bound.ceiling, voice }
    };
    protocol.bounds.iter().map(explain).collect()
}

fn compare(bound: &Bound, setting: &Setting) -> Compared {
    let count = match (bound.per, setting.points) {
        (Per::Point, points) => points.map(|points| u32::from(points.get())),
        (Per::Side | Per::Zone | Per::Session | Per::Rolling(_), _) => Some(1),
    };
    let times = |amount: Amount| amount.times(count.unwrap_or(1));
    let (amount, min, max) = (setting.quantity, bound.min.map(times), times(bound.max));
    let outcome = match bound.per {
        Per::Point if count.is_none() => Outcome::PointsUnknown,
        _ if amount > max => Outcome::Above,
        Per::Zone | Per::Session | Per::Rolling(_) => Outcome::WithOthers,
        Per::Point | Per::Side if min.is_some_and(|min| amount < min) => Outcome::Below,
        Per::Point | Per::Side => Outcome::Within,
    };
    Compared { amount, min, max, per: bound.per, outcome }
}
