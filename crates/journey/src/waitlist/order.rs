use jiff::Timestamp;
use jiff::civil::Date;

use super::entry::{Entry, Slot};
use super::fit::{Fit, fit};
use crate::id::WaitlistId;

/// One reason for a place. Their order is the order of precedence: who has the smaller list of reasons comes first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Reason {
    /// A course that this time would keep within its window; the nearest latest day comes first.
    CourseEnds(Date),
    /// The practitioner who was asked for can serve it.
    AskedForPractitioner,
    /// How many offers were declined or ran out; fewer come first.
    Offered(u32),
    /// Since when the patient waits; the longest wait comes first.
    WaitingSince(Timestamp),
}

impl Reason {
    /// The stable word for this reason; nobody who has had no offer is told of a number of them.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CourseEnds(_) => "waitlist-course-ends",
            Self::AskedForPractitioner => "waitlist-asked-for-practitioner",
            Self::Offered(0) => "waitlist-not-offered-yet",
            Self::Offered(_) => "waitlist-offered-before",
            Self::WaitingSince(_) => "waitlist-waiting-since",
        }
    }
}

/// A place in the order, with what it follows from.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Ranked {
    /// Everything that the place follows from, the weightiest first; never empty. Between two neighbours the first
    /// difference decides, and the key of the entry where there is none.
    pub because: Vec<Reason>,
    /// Whose place it is.
    pub entry: WaitlistId,
}

/// To whom a time is offered, first to last: everybody whom it fits, each once.
///
/// A course that would otherwise miss its latest day comes first, the nearest day before others; then who asked for a
/// practitioner who can serve it, before who takes anybody; then who declined fewer offers or let fewer run out; then
/// who has waited longest. Where all of that is the same, the smaller key: the order is the same for the same entries,
/// however they are listed.
pub fn rank(entries: &[Entry], slot: &Slot) -> Vec<Ranked> {
    let fitting = entries.iter().filter_map(|entry| fit(entry, slot).ok().map(|how| (entry, how)));
    let mut ranked: Vec<_> =
        fitting.map(|(entry, how)| Ranked { because: reasons(entry, how), entry: entry.id }).collect();
    ranked.sort_unstable();
    ranked
}

fn reasons(entry: &Entry, how: Fit) -> Vec<Reason> {
    let mut because = Vec::from_iter(how.course.map(Reason::CourseEnds));
    because.extend(how.practitioner.map(|_| Reason::AskedForPractitioner));
    because.push(Reason::Offered(u32::from(entry.declined) + u32::from(entry.lapsed)));
    because.push(Reason::WaitingSince(entry.since));
    because
}
