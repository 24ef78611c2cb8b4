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

/// Measures how long something takes.
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Begins now.
    #[expect(clippy::disallowed_methods, reason = "measuring is asking the clock twice")]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// What has passed since the beginning.
    pub fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }
}
