use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// How long it has been since this was made.
#[derive(Clone, Copy)]
pub struct Stopwatch(Instant);

impl Stopwatch {
    /// Begins now.
    #[expect(clippy::disallowed_methods, reason = "measuring is what this chore is for")]
    pub fn start() -> Self {
        Self(Instant::now())
    }

    /// The time that has passed.
    pub fn elapsed(self) -> Duration {
        self.0.elapsed()
    }
}

/// How long single things took, the shortest first.
pub struct Spans(Vec<Duration>);

impl Spans {
    /// Puts them in order.
    pub fn of(mut each: Vec<Duration>) -> Self {
        each.sort_unstable();
        Self(each)
    }

    /// How many there are.
    pub const fn count(&self) -> usize {
        self.0.len()
    }

    /// So many of a hundred took no longer than so many milliseconds; nothing where nothing was measured.
    pub fn millis(&self, of_hundred: usize) -> f64 {
        let place = (self.0.len() * of_hundred / 100).min(self.0.len().saturating_sub(1));
        let span = self.0.get(place).copied().unwrap_or_default();
        rounded(span.as_secs_f64() * 1_000.0)
    }

    /// Half, all but one in a hundred, the longest, and how many.
    pub fn told(&self) -> Value {
        json!({
            "p50_ms": self.millis(50), "p99_ms": self.millis(99), "longest_ms": self.millis(100), "samples": self.count(),
        })
    }
}

/// A number to a thousandth.
pub fn rounded(number: f64) -> f64 {
    (number * 1_000.0).round() / 1_000.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_hundred_different_spans_two_are_longer_than_the_ninety_ninth_of_a_hundred_at_most() {
        let spans = Spans::of((0..200).rev().map(Duration::from_millis).collect());
        assert_eq!([spans.millis(50), spans.millis(99), spans.millis(100)], [100.0, 198.0, 199.0]);
    }

    #[test]
    fn one_span_is_every_percentile_and_none_is_nothing() {
        assert_eq!(Spans::of(vec![Duration::from_millis(7)]).millis(99), 7.0);
        assert_eq!(Spans::of(Vec::new()).millis(99), 0.0);
    }
}
