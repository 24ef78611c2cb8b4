//! Exact fractions.

use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// A fraction in lowest terms, never negative; its denominator is never zero.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
pub struct Ratio {
    numerator: u64,
    denominator: u64,
}

const fn greatest_common_divisor(one: u64, other: u64) -> u64 {
    if other == 0 { one } else { greatest_common_divisor(other, one % other) }
}

impl Ratio {
    /// One number over another; none over zero.
    pub const fn new(numerator: u64, denominator: u64) -> Option<Self> {
        if denominator == 0 {
            return None;
        }
        let common = greatest_common_divisor(numerator, denominator);
        Some(Self { numerator: numerator / common, denominator: denominator / common })
    }

    /// The number above the line.
    pub const fn numerator(self) -> u64 {
        self.numerator
    }

    /// The number below the line.
    pub const fn denominator(self) -> u64 {
        self.denominator
    }

    /// The whole number it equals, if it equals one.
    pub const fn exact(self) -> Option<u64> {
        if self.denominator == 1 { Some(self.numerator) } else { None }
    }

    /// The least whole number that is not below it.
    pub const fn ceiling(self) -> u64 {
        self.numerator.div_ceil(self.denominator)
    }

    /// So many times the fraction; none where it does not fit.
    pub fn times(self, count: u64) -> Option<Self> {
        Self::new(self.numerator.checked_mul(count)?, self.denominator)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        let cross = |one: u64, other: u64| u128::from(one) * u128::from(other);
        cross(self.numerator, other.denominator).cmp(&cross(other.numerator, self.denominator))
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.exact() {
            Some(whole) => write!(f, "{whole}"),
            None => write!(f, "{}/{}", self.numerator, self.denominator),
        }
    }
}
