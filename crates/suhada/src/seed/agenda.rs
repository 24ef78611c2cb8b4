use jiff::Timestamp;
use jiff::civil::Date;
use journey::id::{CheckInId, EscalationId, VisitId};
use std::collections::BTreeMap;

/// Somebody of the story, by place in its list.
pub(super) type Who = usize;

/// How somebody books.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    /// On the public pages.
    Web,
    /// By telephone.
    Phone,
    /// At the desk, for now.
    WalkIn,
}

/// What somebody wants to book.
#[derive(Clone, Debug)]
pub(super) struct Wish {
    pub who: Who,
    pub way: Way,
    pub service: &'static str,
    /// The first day that suits.
    pub from: Date,
}

/// A visit that lies ahead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Coming {
    pub who: Who,
    pub visit: VisitId,
    pub starts: Timestamp,
    pub ends: Timestamp,
}

/// Something that happens at a time.
#[derive(Clone, Debug)]
pub(super) enum Event {
    /// A day begins: some people will think of booking.
    Day(Date),
    /// The post leaves.
    Post,
    /// Somebody books.
    Ask(Wish),
    /// Somebody calls a visit off.
    CallOff(Coming),
    /// Somebody comes.
    Arrive(Coming),
    /// Somebody does not come.
    Miss(Coming),
    /// The physician examines.
    Examine(Coming),
    /// The treatment is given.
    Treat(Coming),
    /// Somebody pays and leaves.
    Leave(Coming),
    /// Somebody answers a check-in.
    Answer { who: Who, check_in: CheckInId, day: i64 },
    /// Somebody answers for an escalation.
    Close { id: EscalationId, login: &'static str },
    /// Reception makes two records one.
    Merge(Who),
}

/// What will happen, in order.
#[derive(Default)]
pub(super) struct Agenda {
    events: BTreeMap<(Timestamp, u64), Event>,
    count: u64,
}

impl Agenda {
    pub fn add(&mut self, at: Timestamp, event: Event) {
        self.count += 1;
        self.events.insert((at, self.count), event);
    }

    /// The next event, unless it lies after an instant.
    pub fn next(&mut self, until: Timestamp) -> Option<(Timestamp, Event)> {
        let entry = self.events.first_entry().filter(|entry| entry.key().0 <= until)?;
        let at = entry.key().0;
        Some((at, entry.remove()))
    }
}
