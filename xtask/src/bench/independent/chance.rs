/// Numbers drawn from a seed (SplitMix64), so that two runs draw the same.
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub const fn of(seed: u64) -> Self {
        Self(seed)
    }

    /// The next number.
    pub const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below another; nought where that is nought.
    pub fn below(&mut self, end: u64) -> u64 {
        self.next().checked_rem(end).unwrap_or(0)
    }

    /// A place in a list of this length.
    pub fn place(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).unwrap_or(0)
    }

    /// Brings a list into another order.
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for last in (1..list.len()).rev() {
            list.swap(last, self.place(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn one_seed_draws_the_same_twice_and_another_draws_otherwise() {
        let draw = |seed| {
            let mut chance = Chance::of(seed);
            [chance.below(1_000_000), chance.below(1_000_000)]
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7), draw(8));
    }

    #[test]
    fn shuffling_loses_nothing_and_repeats_nothing() {
        let mut list: Vec<usize> = (0..100).collect();
        Chance::of(1).shuffle(&mut list);
        assert!(list.iter().enumerate().any(|(place, value)| place != *value));
        list.sort_unstable();
        assert!(list.into_iter().eq(0..100));
    }
}
