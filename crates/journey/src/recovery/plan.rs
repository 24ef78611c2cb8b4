//! The recovery part of a protocol, and when to ask.

use super::{Curve, Flag, Mismatch, Symptom};
use crate::evidence::Sourced;
use crate::protocol::Protocol;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

/// How a treatment heals and what must alarm us.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Recovery {
    /// The days of the check-ins; the day of the session is day 0.
    pub check_ins: Sourced<Vec<u16>>,
    /// What is asked.
    pub symptoms: Vec<Symptom>,
    /// What is expected.
    pub expected: Vec<Curve>,
    /// What raises a tier.
    pub flags: Vec<Flag>,
    /// Which answers do not fit together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mismatches: Vec<Mismatch>,
}

/// A check-in that falls due.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct DueCheckIn {
    /// The day; the day of the session is day 0.
    pub day: u16,
    /// So many times 24 hours after the recorded end.
    pub due: Timestamp,
}

/// The check-ins of a session that ended then. One that lies beyond the calendar is left out.
pub fn check_ins(protocol: &Protocol, ended_at: Timestamp) -> Vec<DueCheckIn> {
    let due = |day: u16| ended_at.checked_add((i64::from(day) * 24).hours()).ok();
    let days = protocol.recovery.check_ins.value.iter();
    days.filter_map(|&day| Some(DueCheckIn { day, due: due(day)? })).collect()
}

/// What a check-in asks, in the order of the file.
pub fn symptoms(protocol: &Protocol) -> &[Symptom] {
    &protocol.recovery.symptoms
}
