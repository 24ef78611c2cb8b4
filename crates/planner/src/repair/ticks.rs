//! Which ticks of one resource are taken.

/// Ticks, one bit each. Beyond the end all are taken.
#[derive(Clone, Debug)]
pub(super) struct Ticks(Vec<u64>);

impl Ticks {
    /// All are taken but those of some intervals in order, each up to an end that it does not hold.
    pub fn outside(free: &[(u32, u32)]) -> Self {
        let end = free.last().map_or(0, |interval| interval.1);
        let mut ticks = Self(vec![u64::MAX; end.div_ceil(u64::BITS) as usize]);
        free.iter().for_each(|&(from, to)| ticks.give_back(from, to));
        ticks
    }

    /// Whether any tick from one to another, exclusive, is taken.
    pub fn is_taken(&self, from: u32, to: u32) -> bool {
        words(from, to).any(|(word, mask)| self.0.get(word).is_none_or(|bits| bits & mask != 0))
    }

    /// Takes the ticks from one to another, exclusive.
    pub fn take(&mut self, from: u32, to: u32) {
        for (word, mask) in words(from, to) {
            if let Some(bits) = self.0.get_mut(word) {
                *bits |= mask;
            }
        }
    }

    /// Gives them back.
    pub fn give_back(&mut self, from: u32, to: u32) {
        for (word, mask) in words(from, to) {
            if let Some(bits) = self.0.get_mut(word) {
                *bits &= !mask;
            }
        }
    }
}

/// The words that hold some ticks, each with a mask of these ticks.
fn words(from: u32, to: u32) -> impl Iterator<Item = (usize, u64)> {
    let (first, end) = (from / u64::BITS, to.div_ceil(u64::BITS));
    (first..end.max(first)).map(move |word| {
        let begin = word * u64::BITS;
        let low = from.saturating_sub(begin).min(u64::BITS);
        let high = to.saturating_sub(begin).min(u64::BITS);
        (word as usize, below(high) & !below(low))
    })
}

/// The lowest bits, so many.
fn below(bits: u32) -> u64 {
    u64::MAX.checked_shr(u64::BITS - bits).unwrap_or(0)
}
