//! The operators of a set of ticks.

use std::ops::{BitAnd, BitAndAssign, BitOr, BitOrAssign, Not};

use super::DayBits;

impl BitAnd for DayBits {
    type Output = Self;

    /// The ticks that are in both.
    fn bitand(self, other: Self) -> Self {
        self.and(other)
    }
}

impl BitAndAssign for DayBits {
    fn bitand_assign(&mut self, other: Self) {
        *self = *self & other;
    }
}

impl BitOr for DayBits {
    type Output = Self;

    /// The ticks that are in either.
    fn bitor(mut self, other: Self) -> Self {
        self |= other;
        self
    }
}

impl BitOrAssign for DayBits {
    fn bitor_assign(&mut self, other: Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
    }
}

impl Not for DayBits {
    type Output = Self;

    /// Those of the 320 ticks that are not in the set, ticks after the day's end among them.
    fn not(self) -> Self {
        Self(self.0.map(|word| !word))
    }
}
