//! The only place that reads the clock.

use jiff::Timestamp;

/// The clock of the machine.
pub struct SystemClock;

impl app::Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "everybody else is handed the time from here")]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}
