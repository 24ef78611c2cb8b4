//! Chance that can be told beforehand.

/// Chance from a seed (xorshift).
#[derive(Clone, Debug)]
pub(super) struct Chance(u64);

impl Chance {
    /// The same seed gives the same numbers.
    pub fn of(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// A number below another, which is not nought.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}
