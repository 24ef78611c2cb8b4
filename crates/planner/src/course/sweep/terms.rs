//! What a search is asked for, and what it came to.

/// What is looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::course) enum Goal {
    /// The best plan that costs less than this, scaled.
    Below(i64),
    /// Any plan.
    Any,
}

/// How much is kept of what was begun.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::course) struct Keep {
    /// So many labels a day.
    pub labels: usize,
    /// Each session on each day with so many practitioners.
    pub people: usize,
}

impl Keep {
    /// Everything.
    pub const ALL: Self = Self::labels(usize::MAX);

    /// So many labels a day, with everybody.
    pub const fn labels(labels: usize) -> Self {
        Self { labels, people: usize::MAX }
    }
}

/// What a search came to.
#[derive(Clone, Debug)]
pub(in crate::course) struct Swept {
    /// A plan that costs less than was asked for, with its scaled cost; by series the places of its starts.
    pub plan: Option<(i64, Vec<Vec<usize>>)>,
    /// No plan other than the ones found costs less than this, scaled; [`NEVER`] where all were looked at.
    pub left: i64,
}
