//! One step of a session, and what it claims.

use crate::slug::{CompetenceId, DeviceKindId, RoomKindId, StepId};
use crate::text::Bilingual;
use serde::{Deserialize, Serialize};

/// One step. The clinic's offering may change the minutes.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Segment {
    /// Its name.
    pub id: StepId,
    /// How it is shown.
    pub name: Bilingual,
    /// How long it takes: a multiple of five.
    pub minutes: u16,
    /// How long room and device need afterwards: a multiple of five.
    pub cleaning_minutes: u16,
    /// What the practitioner must be competent in; none where nobody is needed.
    pub competence: Option<CompetenceId>,
    /// The kind of room.
    pub room: Option<RoomKindId>,
    /// The kind of device.
    pub device: Option<DeviceKindId>,
}
