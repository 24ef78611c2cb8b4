//! When to stop, and who wants to hear how far it is.

/// Somebody who says when time is up, and may want to hear how far a search is. Nothing here asks a clock.
pub trait Watch {
    /// Whether to stop now. Asked every few microseconds to milliseconds; once true it must stay true.
    fn is_over(&self) -> bool;

    /// Told whenever a better plan or a better bound is known.
    fn tell(&self, _progress: Progress) {}
}

/// How far a search is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// The cost of the best plan so far; none before the first.
    pub cost: Option<u64>,
    /// No plan costs less.
    pub lower_bound: u64,
}

/// Never stops.
#[derive(Clone, Copy, Debug)]
pub struct Unlimited;

impl Watch for Unlimited {
    fn is_over(&self) -> bool {
        false
    }
}
