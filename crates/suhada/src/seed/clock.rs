use app::Clock;
use jiff::Timestamp;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that is moved from event to event, and never past the present.
pub(super) struct MovingClock {
    shows: AtomicI64,
    present: Timestamp,
}

impl MovingClock {
    pub fn new(present: Timestamp) -> Self {
        Self { shows: AtomicI64::new(present.as_microsecond()), present }
    }

    pub fn set(&self, to: Timestamp) {
        self.shows.store(to.min(self.present).as_microsecond(), Ordering::Relaxed);
    }
}

impl Clock for MovingClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.shows.load(Ordering::Relaxed)).unwrap_or(self.present)
    }
}
