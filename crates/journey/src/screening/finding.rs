//! What a rule found.

use crate::evidence::Confidence;
use crate::slug::{RuleId, SourceId, ZoneId};
use crate::text::Bilingual;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{Change, Standing};

/// The worst of all findings; ordered, never added up.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Headline {
    /// Nothing speaks against it.
    Cleared,
    /// It may be done with care.
    Caution,
    /// A physician decides.
    NeedsDoctor,
    /// Not yet.
    Deferred,
    /// Not at all.
    Contraindicated,
}

impl Headline {
    /// Every headline, the mildest first.
    pub const ALL: [Self; 5] = [Self::Cleared, Self::Caution, Self::NeedsDoctor, Self::Deferred, Self::Contraindicated];

    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cleared => "cleared",
            Self::Caution => "caution",
            Self::NeedsDoctor => "needs-doctor",
            Self::Deferred => "deferred",
            Self::Contraindicated => "contraindicated",
        }
    }
}

/// When a finding ends.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Until {
    /// On that day it no longer holds.
    Date(Date),
    /// When this has happened.
    Event(Bilingual),
}

/// Who may set a finding aside.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OverrideBy {
    /// Nobody.
    Never,
    /// A physician, with a reason, on record.
    Physician,
}

/// What kind of finding it is.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FindingKind {
    /// A screening rule holds.
    Screening,
    /// The day is too soon after, or too near before, another session.
    TooEarly,
    /// The day is later than the course wants.
    Late,
    /// Both may be done that day, in one order.
    SameDayOrder,
    /// More than the device can do.
    OverMechanical,
    /// More than the label covers.
    OverLabelled,
    /// More than the clinic allows.
    OverClinic,
    /// Less than is expected to work.
    BelowMinimum,
    /// The device has no such step.
    OffStep,
    /// No bound speaks for this setting.
    NoBoundKnown,
    /// The setting lacks something a bound needs, such as the number of points.
    Incomplete,
    /// The zone does not belong to the indication.
    ZoneOutsideIndication,
    /// The product does not belong to the protocol.
    ProductOutsideProtocol,
    /// The bound that permits this is not yet approved by the clinic's physician.
    BoundAwaitsApproval,
    /// The day is too near before something that the patient has ahead.
    EventAhead,
    /// It is a touch-up, which a physician decides.
    TouchUp,
    /// Something was given before of which product or dose is not known.
    DoseUnknown,
    /// Left and right differ by more than the protocol expects.
    Asymmetric,
    /// A point lies where the protocol wants none.
    InNoGoBand,
    /// The operator may not carry this out.
    OperatorNotEntitled,
    /// The vial has been open for longer than it may be used.
    VialTooOld,
    /// The dose lies more than one step above the last.
    SkippedStep,
    /// The dose lies above the last step.
    AboveLastStep,
    /// The step before has not been kept for long enough.
    StepTooShort,
    /// The next dose is not due yet.
    DoseTooSoon,
    /// Doses were missed, and the protocol says what follows.
    DosesMissed,
}

impl FindingKind {
    /// The stable word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Screening => "screening",
            Self::TooEarly => "too-early",
            Self::Late => "late",
            Self::SameDayOrder => "same-day-order",
            Self::OverMechanical => "over-mechanical",
            Self::OverLabelled => "over-labelled",
            Self::OverClinic => "over-clinic",
            Self::BelowMinimum => "below-minimum",
            Self::OffStep => "off-step",
            Self::NoBoundKnown => "no-bound-known",
            Self::Incomplete => "incomplete",
            Self::ZoneOutsideIndication => "zone-outside-indication",
            Self::ProductOutsideProtocol => "product-outside-protocol",
            Self::BoundAwaitsApproval => "bound-awaits-approval",
            Self::EventAhead => "event-ahead",
            Self::TouchUp => "touch-up",
            Self::DoseUnknown => "dose-unknown",
            Self::Asymmetric => "asymmetric",
            Self::InNoGoBand => "in-no-go-band",
            Self::OperatorNotEntitled => "operator-not-entitled",
            Self::VialTooOld => "vial-too-old",
            Self::SkippedStep => "skipped-step",
            Self::AboveLastStep => "above-last-step",
            Self::StepTooShort => "step-too-short",
            Self::DoseTooSoon => "dose-too-soon",
            Self::DosesMissed => "doses-missed",
        }
    }
}

/// One finding, with everything a person needs to judge it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// What kind of finding it is.
    pub kind: FindingKind,
    /// How far it reaches.
    pub headline: Headline,
    /// Whether the rule stands by itself, awaits approval or is disputed.
    pub standing: Standing,
    /// The wording.
    pub says: Bilingual,
    /// What may be done instead.
    pub instead: Option<Bilingual>,
    /// The sources.
    pub sources: Vec<SourceId>,
    /// How far they carry.
    pub confidence: Confidence,
    /// When it ends, where that is known.
    pub until: Option<Until>,
    /// What would change it.
    pub changes: Vec<Change>,
    /// The zones it speaks of; none = the whole treatment.
    pub zones: Vec<ZoneId>,
    /// Who may set it aside.
    pub override_by: OverrideBy,
}
