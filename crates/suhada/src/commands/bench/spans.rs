//! How long single things took.

use std::time::Duration;

/// Spans, the shortest first.
pub(super) struct Spans(Vec<Duration>);

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

    /// So many of a hundred took no longer than this; nothing where nothing was measured.
    pub fn percentile(&self, of_hundred: usize) -> Duration {
        let place = (self.0.len() * of_hundred / 100).min(self.0.len().saturating_sub(1));
        self.0.get(place).copied().unwrap_or_default()
    }

    /// A percentile in microseconds, to a hundredth.
    pub fn micros(&self, of_hundred: usize) -> f64 {
        rounded(self.percentile(of_hundred).as_secs_f64() * 1_000_000.0)
    }

    /// A percentile in milliseconds, to a hundredth.
    pub fn millis(&self, of_hundred: usize) -> f64 {
        rounded(self.percentile(of_hundred).as_secs_f64() * 1_000.0)
    }
}

/// A number to a hundredth.
pub(super) fn rounded(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_hundred_different_spans_the_ninety_ninth_is_not_the_last() {
        let spans = Spans::of((0..100).rev().map(Duration::from_micros).collect());
        assert_eq!((spans.micros(50), spans.micros(99)), (50.0, 99.0));
        let spans = Spans::of((0..200).map(Duration::from_micros).collect());
        assert_eq!((spans.micros(50), spans.micros(99)), (100.0, 198.0));
    }

    #[test]
    fn one_span_is_every_percentile_and_none_is_nothing() {
        let one = Spans::of(vec![Duration::from_millis(7)]);
        assert_eq!((one.millis(50), one.millis(99), one.count()), (7.0, 7.0, 1));
        assert_eq!(Spans::of(Vec::new()).percentile(99), Duration::ZERO);
    }
}
