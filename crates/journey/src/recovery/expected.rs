//! What is expected on a day. No evidence, no curve.

use super::{PerformedSession, Severity};
use crate::evidence::Evidence;
use crate::protocol::Protocol;
use crate::quantity::{DepthRange, HundredthsUnit};
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

/// A range of doses: from its first to just below its last; open where an end is absent.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DoseRange {
    /// The smallest dose that belongs to it.
    pub at_least: Option<HundredthsUnit>,
    /// The smallest dose that no longer belongs to it.
    pub below: Option<HundredthsUnit>,
}

impl DoseRange {
    /// Whether a dose belongs to the range.
    pub fn contains(&self, units: HundredthsUnit) -> bool {
        self.at_least.is_none_or(|low| low <= units) && self.below.is_none_or(|high| units < high)
    }
}

/// The expected course of one symptom.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Curve {
    /// The symptom.
    pub symptom: SymptomId,
    /// For which depths; none = all.
    pub depth: Option<DepthRange>,
    /// For which doses; none = all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<DoseRange>,
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
    fn fits(&self, session: PerformedSession) -> bool {
        let deep = self.depth.is_none_or(|range| session.depth.is_some_and(|depth| range.contains(depth)));
        let dosed = self.units.is_none_or(|range| session.units.is_some_and(|units| range.contains(units)));
        self.evidence.acts() && deep && dosed
    }

    fn on(&self, day: u16) -> Option<(Severity, Severity)> {
        let phase = self.phases.iter().find(|phase| (phase.first..=phase.last).contains(&day));
        let over = self.phases.iter().all(|phase| phase.last < day);
        phase.map(|phase| (phase.usual, phase.upper)).or(over.then_some((Severity::None, Severity::None)))
    }
}

/// What is expected on a day after such a session; none where there is no evidence.
pub fn expected(protocol: &Protocol, session: impl Into<PerformedSession>, day: u16) -> Option<ExpectedDay> {
    let session = session.into();
    let fitting = protocol.recovery.expected.iter().filter(|curve| curve.fits(session));
    let signs: Vec<ExpectedSign> = fitting
        .filter_map(|curve| {
            let (usual, upper) = curve.on(day)?;
            let source = curve.evidence.source.clone();
            Some(ExpectedSign { symptom: curve.symptom.clone(), usual, upper, source })
        })
        .collect();
    (!signs.is_empty()).then_some(ExpectedDay { day, signs })
}

/// What is expected of one symptom.
pub(super) fn expected_of(
    protocol: &Protocol,
    symptom: &SymptomId,
    session: PerformedSession,
    day: u16,
) -> Option<ExpectedSign> {
    let signs = expected(protocol, session, day)?.signs;
    signs.into_iter().find(|sign| &sign.symptom == symptom)
}
