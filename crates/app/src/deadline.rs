use crate::clock::Clock;
use jiff::Timestamp;
use planner::Watch;
use std::sync::Arc;

/// Until when something may be thought over, by the clock of the clinic.
pub struct Deadline {
    clock: Arc<dyn Clock>,
    until: Timestamp,
}

impl Deadline {
    pub(crate) const fn new(clock: Arc<dyn Clock>, until: Timestamp) -> Self {
        Self { clock, until }
    }
}

impl Watch for Deadline {
    fn is_over(&self) -> bool {
        self.clock.now() >= self.until
    }
}
