//! What is expected on a day. No evidence, no curve.

use super::Severity;
use crate::evidence::Evidence;
use crate::protocol::Protocol;
use crate::quantity::{DepthRange, HundredthsMm};
use crate::slug::{SourceId, SymptomId};
use serde::{Deserialize, Serialize};

/// What is expected for some days.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Phase {
    /// The first day; the day of the session is day 0.
    pub first: u16,
    /// The last day.
    pub last: u16,
    /// What is usual.
    pub usual: Severity,
    /// The upper edge of what is expected.
    pub upper: Severity,
}

/// The expected course of one symptom.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Curve {
    /// The symptom.
    pub symptom: SymptomId,
    /// For which depths; none = all.
    pub depth: Option<DepthRange>,
    /// Its phases; after the last one nothing is expected any more.
    pub phases: Vec<Phase>,
    /// Its support.
    pub evidence: Evidence,
}

/// One symptom on one day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ExpectedSign {
    /// The symptom.
    pub symptom: SymptomId,
    /// What is usual.
    pub usual: Severity,
    /// The upper edge.
    pub upper: Severity,
    /// The sources.
    pub source: Vec<SourceId>,
}

/// Everything that is expected on one day.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct ExpectedDay {
    /// The day; the day of the session is day 0.
    pub day: u16,
    /// The symptoms for which something is known.
    pub signs: Vec<ExpectedSign>,
}

impl Curve {
    fn fits(&self, depth: Option<HundredthsMm>) -> bool {
        self.evidence.acts() && self.depth.is_none_or(|range| depth.is_some_and(|depth| range.contains(depth)))
    }

    fn on(&self, day: u16) -> Option<(Severity, Severity)> {
        let phase = self.phases.iter().find(|phase| (phase.first..=phase.last).contains(&day));
        let over = self.phases.iter().all(|phase| phase.last < day);
        phase.map(|phase| (phase.usual, phase.upper)).or(over.then_some((Severity::None, Severity::None)))
    }
}

/// What is expected on a day after a session of that depth; none where there is no evidence.
pub fn expected(protocol: &Protocol, depth: Option<HundredthsMm>, day: u16) -> Option<ExpectedDay> {
    let fitting = protocol.recovery.expected.iter().filter(|curve| curve.fits(depth));
    let signs: Vec<ExpectedSign> = fitting
        .filter_map(|curve| {
            let (usual, upper) = curve.on(day)?;
            let source = curve.evidence.source.clone();
            Some(ExpectedSign { symptom: curve.symptom.clone(), usual, upper, source })
        })
        .collect();
    (!signs.is_empty()).then_some(ExpectedDay { day, signs })
}

/// The upper edge of what is expected of one symptom.
pub(super) fn upper_edge(
    protocol: &Protocol,
    symptom: &SymptomId,
    depth: Option<HundredthsMm>,
    day: u16,
) -> Option<Severity> {
    let signs = expected(protocol, depth, day)?.signs;
    signs.into_iter().find(|sign| &sign.symptom == symptom).map(|sign| sign.upper)
}
