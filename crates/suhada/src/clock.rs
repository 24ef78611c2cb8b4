//! The only place that reads the clock.

use jiff::Timestamp;
use std::sync::{Mutex, PoisonError};
use std::time::Instant;

/// The clock of the machine, which never goes back while the program runs. Where the machine's own clock is set
/// back, time goes on from where it was, as fast as it really passes: a hold is neither extended nor cut short.
pub struct SystemClock {
    furthest: Mutex<(Timestamp, Instant)>,
}

impl SystemClock {
    /// The machine's time, or the given one where that is later: what the database has seen has been.
    pub fn not_before(floor: Timestamp) -> Self {
        Self { furthest: Mutex::new((machine().max(floor), tick())) }
    }
}

impl Default for SystemClock {
    fn default() -> Self {
        Self::not_before(Timestamp::MIN)
    }
}

impl app::Clock for SystemClock {
    fn now(&self) -> Timestamp {
        let mut furthest = self.furthest.lock().unwrap_or_else(PoisonError::into_inner);
        *furthest = step(*furthest, machine(), tick());
        furthest.0
    }
}

/// The later of the machine's time and of what has really passed since the last look.
fn step((seen, at): (Timestamp, Instant), machine: Timestamp, now: Instant) -> (Timestamp, Instant) {
    let passed = jiff::SignedDuration::try_from(now.saturating_duration_since(at)).unwrap_or_default();
    (machine.max(seen.checked_add(passed).unwrap_or(seen)), now)
}

#[expect(clippy::disallowed_methods, reason = "everybody else is handed the time from here")]
fn machine() -> Timestamp {
    Timestamp::now()
}

#[expect(clippy::disallowed_methods, reason = "the machine's clock may be set back; this one cannot")]
fn tick() -> Instant {
    Instant::now()
}

/// Measures how long something takes.
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Begins now.
    pub fn start() -> Self {
        Self(tick())
    }

    /// What has passed since the beginning.
    pub fn elapsed(&self) -> std::time::Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::SignedDuration;
    use std::time::Duration;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn a_clock_that_is_set_back_an_hour_goes_on_from_where_it_was() {
        let (seen, began) = (at("2026-11-22T12:00:00Z"), tick());
        let (now, _) = step((seen, began), at("2026-11-22T11:00:00Z"), began + Duration::from_secs(90));
        assert_eq!(now, at("2026-11-22T12:01:30Z"));
    }

    #[test]
    fn a_clock_that_is_set_forward_is_believed() {
        let (seen, began) = (at("2026-11-22T12:00:00Z"), tick());
        let (now, _) = step((seen, began), at("2026-11-22T13:00:00Z"), began + Duration::from_secs(1));
        assert_eq!(now, at("2026-11-22T13:00:00Z"));
    }

    #[test]
    fn a_program_that_starts_on_a_machine_whose_clock_is_behind_begins_where_the_database_ended() {
        let ahead = machine().checked_add(SignedDuration::from_hours(5)).expect("an instant");
        assert!(app::Clock::now(&SystemClock::not_before(ahead)) >= ahead);
    }
}
