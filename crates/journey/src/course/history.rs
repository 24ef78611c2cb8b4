//! What was done, what is booked, and what is asked.

use super::{Indication, LifeEvent};
use crate::facts::AsOf;
use crate::protocol::{Library, Protocol};
use crate::quantity::{HundredthsMm, HundredthsUnit};
use crate::screening::{Activation, Overrides};
use crate::slug::{GroupId, IndicationId, ProductId, ProtocolId, ZoneId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// What kind of treatment a session was.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Treated {
    /// One of our protocols.
    Protocol(ProtocolId),
    /// Something of a family, done elsewhere or as a basic service.
    Group(GroupId),
}

/// A dose of one product.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Dose {
    /// The product whose units they are.
    pub product: ProductId,
    /// How many.
    pub units: HundredthsUnit,
}

/// Whether a physician let a session be earlier than the interval.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Release {
    /// No.
    #[default]
    None,
    /// Yes, on record: the session counts though it was early.
    ByPhysician,
}

/// What a session is within its course.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// A session of the course.
    #[default]
    Course,
    /// A second dose soon after a session.
    TouchUp,
}

/// A session that took place, here or elsewhere.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct PastSession {
    /// What was done.
    pub treated: Treated,
    /// When.
    pub on: Date,
    /// What for, where it belongs to a course.
    pub indication: Option<IndicationId>,
    /// Where; none if unknown or the whole body.
    pub zones: Vec<ZoneId>,
    /// With what.
    pub product: Option<ProductId>,
    /// How deep at the deepest.
    pub depth: Option<HundredthsMm>,
    /// What was given.
    pub doses: Vec<Dose>,
    /// Whether a physician released it early.
    pub release: Release,
    /// Whether it was a session of a course or a touch-up.
    #[serde(default)]
    pub purpose: Purpose,
}

/// A session that is booked.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct BookedSession {
    /// What will be done.
    pub treated: Treated,
    /// When.
    pub on: Date,
    /// What for.
    pub indication: Option<IndicationId>,
    /// Where; none if not yet decided.
    pub zones: Vec<ZoneId>,
    /// With what, if decided.
    pub product: Option<ProductId>,
    /// Whether it is a session of a course or a touch-up.
    #[serde(default)]
    pub purpose: Purpose,
}

/// What is planned for the session that is asked about; what is left out counts as the careful case.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Planned {
    /// Where.
    pub zones: Vec<ZoneId>,
    /// With what.
    pub product: Option<ProductId>,
    /// How deep.
    pub depth: Option<HundredthsMm>,
    /// Whether it is a session of the course or a touch-up.
    #[serde(default)]
    pub purpose: Purpose,
}

/// The patient's answers, and what a physician approved and set aside.
#[derive(Clone, Copy, Debug)]
pub struct Screened<'a> {
    /// The answers as of the clinic's civil date.
    pub known: AsOf<'a>,
    /// Which rules the clinic's physician approved.
    pub activation: &'a Activation,
    /// Which findings a physician set aside.
    pub overrides: &'a Overrides,
}

/// Everything that a question about dates needs.
#[derive(Clone, Copy, Debug)]
pub struct CourseQuestion<'a> {
    /// All protocols, for the rules of the other treatments.
    pub library: &'a Library,
    /// The protocol of the course.
    pub protocol: &'a Protocol,
    /// What the course is for.
    pub indication: &'a Indication,
    /// Everything that was done to this patient.
    pub history: &'a [PastSession],
    /// Everything that is booked for this patient, without the session that is asked about.
    pub booked: &'a [BookedSession],
    /// What is planned.
    pub planned: &'a Planned,
    /// What the patient has ahead.
    pub events: &'a [LifeEvent],
    /// What the patient answered; none where dates alone are asked about.
    pub screened: Option<Screened<'a>>,
    /// The clinic's civil date.
    pub today: Date,
}

impl CourseQuestion<'_> {
    /// Whether a session belongs to the course that is asked about.
    pub(super) fn is_of_course(&self, treated: &Treated, indication: Option<&IndicationId>) -> bool {
        matches!(treated, Treated::Protocol(id) if *id == self.protocol.id) && indication == Some(&self.indication.id)
    }

    /// Whether what is planned shares a zone with these; an unknown zone counts as shared.
    pub(super) fn shares_a_zone(&self, zones: &[ZoneId]) -> bool {
        let planned = &self.planned.zones;
        planned.is_empty() || zones.is_empty() || planned.iter().any(|zone| zones.contains(zone))
    }
}
