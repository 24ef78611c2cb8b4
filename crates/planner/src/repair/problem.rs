//! The problem: visits, the times that each may move to, and what keeps them from each other.

/// A time that a visit may move to, with somebody.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Offer {
    /// The start, in ticks of the calendar.
    pub start: u32,
    /// The day of the start.
    pub day: u16,
    /// With whom, by the place among the resources.
    pub practitioner: usize,
    /// What it costs, in points.
    pub cost: u32,
}

/// Something else that a visit needs: one of several resources, around its start.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Need {
    /// The resources that will do, by their places.
    pub candidates: Vec<usize>,
    /// From how many ticks after the start; before it where negative.
    pub from: i32,
    /// Until how many, exclusive.
    pub to: i32,
}

/// A visit to be moved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Visit {
    /// Where it may go: the practitioner must be free, whatever else it needs is looked for.
    pub offers: Vec<Offer>,
    /// For which ticks around the start the practitioner is needed, from and to, exclusive.
    pub treated: (i32, i32),
    /// What else it needs.
    pub needs: Vec<Need>,
    /// What it costs to leave it without a time, in points.
    pub unplaced: u32,
}

/// Two visits of one patient that must keep a distance, if both get a time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// One visit.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// The least number of days from a to b.
    pub min_days: i32,
    /// The greatest.
    pub max_days: i32,
}

impl Link {
    /// Whether the two days keep the distance.
    pub fn holds(self, a: u16, b: u16) -> bool {
        let apart = i32::from(b) - i32::from(a);
        self.min_days <= apart && apart <= self.max_days
    }
}

/// Visits to be moved together.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Repair {
    /// By resource, when it is free: ticks of the calendar, half-open, sorted, disjoint. A visit needs it within
    /// one of these.
    pub free: Vec<Vec<(u32, u32)>>,
    /// The visits.
    pub visits: Vec<Visit>,
    /// What links them.
    pub links: Vec<Link>,
}

impl Repair {
    /// Whether a resource is free on the whole of the ticks, within one interval.
    pub fn is_free(&self, resource: usize, from: u32, to: u32) -> bool {
        let Some(free) = self.free.get(resource) else { return false };
        let after = free.partition_point(|interval| interval.0 <= from);
        after.checked_sub(1).and_then(|at| free.get(at)).is_some_and(|interval| to <= interval.1)
    }
}

/// The ticks around a start; none where they begin before the calendar.
pub(super) fn around(start: u32, (from, to): (i32, i32)) -> Option<(u32, u32)> {
    Some((start.checked_add_signed(from)?, start.checked_add_signed(to)?))
}

/// Where a visit goes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Placed {
    /// Which of its offers.
    pub offer: usize,
    /// For each of its needs the resource.
    pub resources: Vec<usize>,
}

/// A proposal.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Repaired {
    /// For each visit where it goes; none where it goes without a time.
    pub placed: Vec<Option<Placed>>,
    /// What that costs, in points.
    pub cost: u64,
    /// No proposal costs less.
    pub lower_bound: u64,
}
