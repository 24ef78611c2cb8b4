//! Which visits are moved together.

use super::Search;

/// Of so many visits the one with most to gain is moved.
const SEEDS: usize = 12;

/// How many visits are moved together.
const FEWEST: usize = 3;
const MOST: usize = 9;

impl Search<'_> {
    /// What better prices would spare, if a visit had the best that there is for it.
    fn spared(&self, visit: usize) -> i64 {
        let ranked = &self.ranked[visit];
        let placed = self.book.placed()[visit].as_ref();
        placed.and_then(|placed| ranked.iter().find(|one| one.offer == placed.offer)).map_or(i64::MAX, |one| one.more)
    }

    /// A visit that could be better off, those in its way, those in theirs.
    pub(super) fn together(&mut self) -> Vec<usize> {
        let count = self.repair.visits.len();
        let size = FEWEST + self.chance.below(MOST - FEWEST + 1);
        let some: Vec<usize> = (0..SEEDS).map(|_| self.chance.below(count)).collect();
        let seed = some.into_iter().max_by_key(|visit| self.spared(*visit)).unwrap_or_default();
        let mut chosen = vec![seed];
        let mut next = 0;
        while chosen.len() < size.min(count) {
            let visit = match chosen.get(next) {
                Some(&visit) => visit,
                None => {
                    let other = self.chance.below(count);
                    if !chosen.contains(&other) {
                        chosen.push(other);
                    }
                    continue;
                }
            };
            next += 1;
            for _ in 0..3 {
                let ranked = &self.ranked[visit];
                if ranked.is_empty() {
                    break;
                }
                let reach = ranked.len().min(12);
                let offer = ranked[self.chance.below(reach)].offer;
                for other in self.book.in_the_way(visit, offer) {
                    if !chosen.contains(&other) && chosen.len() < size {
                        chosen.push(other);
                    }
                }
            }
        }
        chosen
    }
}
