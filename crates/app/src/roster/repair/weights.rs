//! What a move costs a patient, in points. The house decides; these are where it begins.

/// Another time than was agreed: the patient is told and plans anew, even for a quarter of an hour.
pub(super) const MOVED: u32 = 20;

/// Each day of distance: who waited for a day should not wait for weeks.
pub(super) const DAY: u32 = 6;

/// Each quarter of an hour of another time of day, on whatever day: who comes after work can come after work.
pub(super) const QUARTER: u32 = 1;

/// Somebody else treats: some trust is lost, and a handover is needed.
pub(super) const OTHER_PERSON: u32 = 12;

/// No time at all: far above anything a time can cost, so that nobody is left to be called for the ease of others.
pub(super) const UNPLACED: u32 = 5_000;
