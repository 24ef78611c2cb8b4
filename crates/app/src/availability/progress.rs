use std::sync::atomic::{AtomicU64, Ordering};

/// How many of the claims ahead have been read into the picture.
#[derive(Default)]
pub struct Progress {
    done: AtomicU64,
    of: AtomicU64,
    built: AtomicU64,
}

impl Progress {
    pub(super) fn begin(&self, of: u64) {
        self.done.store(0, Ordering::Relaxed);
        self.of.store(of, Ordering::Relaxed);
    }

    pub(super) fn add(&self, read: u64) {
        self.done.fetch_add(read, Ordering::Relaxed);
    }

    pub(super) fn finish(&self) {
        self.built.fetch_add(1, Ordering::Release);
    }

    /// Whether the picture stands.
    pub fn is_ready(&self) -> bool {
        self.built.load(Ordering::Acquire) > 0
    }

    /// How much of the picture has been read, from 0 to 100.
    pub fn percent(&self) -> u64 {
        let of = self.of.load(Ordering::Relaxed);
        (self.done.load(Ordering::Relaxed) * 100).checked_div(of).map_or(100, |percent| percent.min(100))
    }
}
