//! What a visit needs of whom, relative to its start.

use crate::bits::DayBits;
use crate::tick::Tick;

/// A stretch for which a resource is needed. A piece of no tick needs nothing.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Piece {
    /// From how many ticks after the start of the visit.
    pub offset: u16,
    /// For how many ticks.
    pub ticks: u16,
}

impl Piece {
    /// Whether there is a tick that both need.
    fn overlaps(self, other: Self) -> bool {
        let last_start = self.offset.max(other.offset);
        u32::from(last_start) < self.end().min(other.end())
    }

    fn end(self) -> u32 {
        u32::from(self.offset) + u32::from(self.ticks)
    }
}

/// One need of a visit, served by one resource from its first piece to its last.
///
/// A group without pieces takes nobody's time: any of its candidates serves it at every tick. A group without
/// candidates is served by nobody.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Group {
    /// When the resource is needed; it must be free for all of them.
    pub pieces: Vec<Piece>,
    /// The resources that can serve, as indexes into the free time given. An index outside it serves nowhere.
    pub candidates: Vec<usize>,
}

impl Group {
    /// The starts at which a resource with this free time serves all pieces.
    pub(crate) fn starts_within(&self, free: DayBits) -> DayBits {
        let pieces = self.pieces.iter().filter(|piece| piece.ticks > 0);
        pieces.fold(DayBits::all(), |starts, piece| starts & free.starts_of_runs(piece.ticks).earlier(piece.offset))
    }

    /// Whether a resource with this free time serves all pieces of a visit that starts at the tick.
    pub(crate) fn is_served_by(&self, free: DayBits, start: Tick) -> bool {
        self.starts_within(free).get(start)
    }

    /// Whether both need somebody at the same time, so that it cannot be the same somebody.
    pub(crate) fn overlaps(&self, other: &Self) -> bool {
        let meets = |piece: &Piece| other.pieces.iter().any(|theirs| piece.overlaps(*theirs));
        self.pieces.iter().any(meets)
    }

    /// Whether the choice for one narrows the choice for the other.
    pub(crate) fn contends_with(&self, other: &Self) -> bool {
        let shares = |candidate| other.candidates.contains(candidate);
        self.candidates.iter().any(shares) && self.overlaps(other)
    }
}

/// All that a visit needs at once. A pattern without groups fits at each of the 320 ticks.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Pattern {
    /// The needs; every one must be served, and one resource serves two only where their pieces do not overlap.
    pub groups: Vec<Group>,
}
