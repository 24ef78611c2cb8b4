//! A watch that is asked now and then.

use crate::watch::Watch;

/// So much work is done between two looks at the clock: some microseconds.
const WORK: usize = 1 << 13;

/// Counts work, and asks a watch each time there was enough of it. Once time is up it stays so.
pub(super) struct Breath<'a> {
    watch: &'a dyn Watch,
    left: usize,
    over: bool,
}

impl<'a> Breath<'a> {
    pub const fn of(watch: &'a dyn Watch) -> Self {
        Self { watch, left: WORK, over: false }
    }

    /// Whether to stop, after some more work.
    pub fn is_over(&mut self, work: usize) -> bool {
        match self.left.checked_sub(work + 1) {
            Some(left) => self.left = left,
            None => {
                self.left = WORK;
                self.over = self.over || self.watch.is_over();
            }
        }
        self.over
    }
}
