use app::{Clock, Entropy};
use jiff::{SignedDuration, Timestamp};
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

/// A clock that shows what it was set to.
#[derive(Debug)]
pub struct SettableClock(AtomicI64);

impl SettableClock {
    /// A clock that shows an instant.
    pub fn at(now: Timestamp) -> Self {
        Self(AtomicI64::new(now.as_microsecond()))
    }

    /// Sets it.
    pub fn set(&self, now: Timestamp) {
        self.0.store(now.as_microsecond(), Ordering::Relaxed);
    }

    /// Moves it on.
    pub fn pass(&self, time: SignedDuration) {
        self.set(self.now().checked_add(time).expect("an instant"));
    }
}

impl Clock for SettableClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_microsecond(self.0.load(Ordering::Relaxed)).expect("an instant that was one before")
    }
}

/// Chance that is the same at every run: the bytes count.
#[derive(Debug, Default)]
pub struct SeededEntropy(AtomicU64);

impl From<u64> for SeededEntropy {
    fn from(first: u64) -> Self {
        Self(AtomicU64::new(first))
    }
}

impl Entropy for SeededEntropy {
    fn seed(&self) -> [u8; 32] {
        let mut seed = [7; 32];
        seed[..8].copy_from_slice(&self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        seed
    }
}
