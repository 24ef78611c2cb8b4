//! The free time of one resource on one day.

mod ops;

use crate::tick::Tick;

const WORD: u16 = u64::BITS as u16;
const WORDS: usize = (Tick::LIMIT / WORD) as usize;

/// A set of the ticks of one day. The ticks after the day's end are for the caller to leave out.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub struct DayBits([u64; WORDS]);

impl DayBits {
    /// No tick.
    pub const fn none() -> Self {
        Self([0; WORDS])
    }

    /// All 320 ticks, those after the day's end among them.
    pub const fn all() -> Self {
        Self([u64::MAX; WORDS])
    }

    /// The ticks from `from` up to but not including `to`; none where `to` is not after `from`. What lies past
    /// the 320th tick is left out.
    ///
    /// ```
    /// use planner::{DayBits, Tick};
    /// let morning = DayBits::span(Tick(120), Tick(156));
    /// assert!(morning.get(Tick(155)));
    /// assert!(!morning.get(Tick(156)));
    /// ```
    pub const fn span(from: Tick, to: Tick) -> Self {
        let (before, mut until) = (Self::before(from), Self::before(to));
        let mut word = 0;
        while word < WORDS {
            until.0[word] &= !before.0[word];
            word += 1;
        }
        until
    }

    /// The ticks before `end`.
    const fn before(end: Tick) -> Self {
        let mut bits = Self::none();
        let mut left = end.0;
        let mut word = 0;
        while word < WORDS && left > 0 {
            if left >= WORD {
                bits.0[word] = u64::MAX;
                left -= WORD;
            } else {
                bits.0[word] = (1 << left) - 1;
                left = 0;
            }
            word += 1;
        }
        bits
    }

    /// Whether the tick is in the set; never from the 320th on.
    pub const fn get(self, tick: Tick) -> bool {
        tick.0 < Tick::LIMIT && self.0[(tick.0 / WORD) as usize] >> (tick.0 % WORD) & 1 == 1
    }

    /// How many ticks are in the set.
    pub const fn count(self) -> u32 {
        let mut count = 0;
        let mut word = 0;
        while word < WORDS {
            count += self.0[word].count_ones();
            word += 1;
        }
        count
    }

    /// Whether no tick is in the set.
    pub const fn is_empty(self) -> bool {
        self.count() == 0
    }

    /// The ticks in the set, earliest first.
    pub fn iter(self) -> impl Iterator<Item = Tick> {
        let firsts = (0..Tick::LIMIT).step_by(usize::from(WORD));
        firsts.zip(self.0).flat_map(|(first, word)| ones(word).map(move |bit| Tick(first + bit)))
    }

    /// The ticks at which a run of so many ticks starts: `t` is in it where `t..t + ticks` all are. A run of no
    /// tick starts everywhere.
    ///
    /// ```
    /// use planner::{DayBits, Tick};
    /// let hour = DayBits::span(Tick(120), Tick(132));
    /// assert_eq!(hour.starts_of_runs(10), DayBits::span(Tick(120), Tick(123)));
    /// ```
    pub const fn starts_of_runs(self, ticks: u16) -> Self {
        if ticks == 0 {
            return Self::all();
        }
        let mut runs = self;
        let mut length = 1;
        while length < ticks {
            let more = if length < ticks - length { length } else { ticks - length };
            runs = runs.and(runs.earlier(more));
            length += more;
        }
        runs
    }

    /// The set moved towards midnight; what would fall before midnight is dropped.
    pub const fn earlier(self, ticks: u16) -> Self {
        let (words, bits) = ((ticks / WORD) as usize, ticks % WORD);
        let mut moved = Self::none();
        let mut word = 0;
        while word + words < WORDS {
            moved.0[word] = self.0[word + words] >> bits;
            if bits > 0 && word + words + 1 < WORDS {
                moved.0[word] |= self.0[word + words + 1] << (WORD - bits);
            }
            word += 1;
        }
        moved
    }

    const fn and(mut self, other: Self) -> Self {
        let mut word = 0;
        while word < WORDS {
            self.0[word] &= other.0[word];
            word += 1;
        }
        self
    }
}

/// The places of the bits that are set in a word, lowest first.
fn ones(word: u64) -> impl Iterator<Item = u16> {
    let lowest_off = |word: &u64| Some(word & (word - 1)).filter(|rest| *rest != 0);
    std::iter::successors(Some(word).filter(|word| *word != 0), lowest_off).map(|word| word.trailing_zeros() as u16)
}
