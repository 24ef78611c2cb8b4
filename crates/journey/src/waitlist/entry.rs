use jiff::Timestamp;
use jiff::civil::{Date, Weekday};

use crate::id::{StaffId, WaitlistId};
use crate::roster::hours::MinuteOfDay;

/// When and by whom somebody would like to be seen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wish {
    /// The first day.
    pub from: Date,
    /// The last day; it belongs to the wish.
    pub until: Date,
    /// On which days of the week a visit may begin, from a minute up to and without another. Empty: at any time.
    pub days: Vec<(Weekday, MinuteOfDay, MinuteOfDay)>,
    /// Who should do it; none where anybody may.
    pub practitioner: Option<StaffId>,
}

/// Why somebody waits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// For a visit that is not booked.
    NewVisit,
    /// For an earlier time than the visit that is booked, which begins then.
    EarlierThan(Timestamp),
    /// For the next session of a course; this is the latest day of the window in which it is due.
    CourseDue(Date),
}

impl Standing {
    /// The stable word for this standing; it is what the database stores beside its time.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NewVisit => "new-visit",
            Self::EarlierThan(_) => "earlier-than",
            Self::CourseDue(_) => "course-due",
        }
    }
}

/// One place on the waitlist.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Its key; no two entries share one.
    pub id: WaitlistId,
    /// What is wished for.
    pub wish: Wish,
    /// Since when the patient waits.
    pub since: Timestamp,
    /// How many offers were declined.
    pub declined: u16,
    /// How many offers ran out without an answer.
    pub lapsed: u16,
    /// Why the patient waits.
    pub standing: Standing,
}

/// A time that has come free.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Slot {
    /// When a visit would begin.
    pub starts: Timestamp,
    /// The same as the day in the clinic's zone.
    pub day: Date,
    /// The same as the minute on the clinic's clock.
    pub minute: MinuteOfDay,
    /// The day of the week of that day.
    pub weekday: Weekday,
    /// Who could serve it; empty where it needs nobody in particular.
    pub practitioners: Vec<StaffId>,
}
