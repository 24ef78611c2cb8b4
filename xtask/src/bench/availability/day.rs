//! One day of the house, filled at random without anything overlapping.

use crate::bench::independent::chance::Chance;

/// Five minutes.
pub(super) const TICK: i64 = 300_000_000;
/// The house is open from eight to eight.
const OPENS: usize = 96;
const CLOSES: usize = 240;
const GRID: usize = 3;
/// A visit that finds no place after so many tries is left out.
const TRIES: usize = 60;

/// A class of people or things, one of which is needed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Class {
    Physicians,
    Nurses,
    Counsellors,
    ExaminationRooms,
    TreatmentRooms,
    CounsellingRooms,
    Lasers,
    Cameras,
}

impl Class {
    pub const ALL: [Self; 8] = [
        Self::Physicians,
        Self::Nurses,
        Self::Counsellors,
        Self::ExaminationRooms,
        Self::TreatmentRooms,
        Self::CounsellingRooms,
        Self::Lasers,
        Self::Cameras,
    ];
}

/// A stretch of a visit, in ticks from its start.
pub(super) struct Stretch<T> {
    pub what: T,
    pub from: usize,
    pub to: usize,
}

/// What a visit is made of.
pub(super) struct Kind {
    /// Its items by service, each with its steps.
    pub items: &'static [(&'static str, &'static [Stretch<&'static str>])],
    /// Who and what it keeps.
    pub needs: &'static [Stretch<Class>],
    /// How long the patient is there.
    pub ticks: usize,
}

const fn stretch<T: Copy>(what: T, from: usize, to: usize) -> Stretch<T> {
    Stretch { what, from, to }
}

const COUNSELLING: Kind = Kind {
    items: &[("counselling", &[stretch("counselling", 0, 6)])],
    needs: &[stretch(Class::Counsellors, 0, 6), stretch(Class::CounsellingRooms, 0, 6)],
    ticks: 6,
};
const EXAMINATION: Kind = Kind {
    items: &[("examination", &[stretch("examination", 0, 3)])],
    needs: &[stretch(Class::Physicians, 0, 3), stretch(Class::ExaminationRooms, 0, 3)],
    ticks: 3,
};
const LASER: Kind = Kind {
    items: &[
        ("examination", &[stretch("examination", 0, 3)]),
        ("laser", &[stretch("photo", 3, 5), stretch("procedure", 5, 13)]),
    ],
    needs: &[
        stretch(Class::Physicians, 0, 3),
        stretch(Class::ExaminationRooms, 0, 3),
        stretch(Class::Nurses, 3, 13),
        stretch(Class::TreatmentRooms, 3, 15),
        stretch(Class::Cameras, 3, 5),
        stretch(Class::Lasers, 5, 15),
    ],
    ticks: 13,
};

/// A visit that found a place.
pub(super) struct Placed {
    pub kind: &'static Kind,
    /// In ticks from midnight.
    pub start: usize,
    /// The resource for each need, by its place in the list of all.
    pub taken: Vec<usize>,
}

/// What is taken on one day.
pub(super) struct Day {
    taken: Vec<[bool; 288]>,
}

impl Day {
    /// An empty day for so many resources.
    pub fn new(resources: usize) -> Self {
        Self { taken: vec![[false; 288]; resources] }
    }

    /// Finds a place for one more visit; `pools` holds the resources of each class. Nothing where the day is full.
    pub fn place(&mut self, pools: &[Vec<usize>], chance: &mut Chance) -> Option<Placed> {
        (0..TRIES).find_map(|_| {
            let kind: &'static Kind = match chance.below(5) {
                0 => &COUNSELLING,
                1 | 2 => &EXAMINATION,
                _ => &LASER,
            };
            let room = (CLOSES - OPENS - 15) / GRID;
            self.fit(kind, OPENS + chance.place(room) * GRID, pools)
        })
    }

    fn fit(&mut self, kind: &'static Kind, start: usize, pools: &[Vec<usize>]) -> Option<Placed> {
        let chosen: Option<Vec<usize>> = kind.needs.iter().map(|need| self.free(need, start, pools)).collect();
        let taken = chosen?;
        for (resource, need) in taken.iter().zip(kind.needs) {
            let ticks = self.taken.get_mut(*resource)?;
            ticks.get_mut(start + need.from..start + need.to)?.fill(true);
        }
        Some(Placed { kind, start, taken })
    }

    fn free(&self, need: &Stretch<Class>, start: usize, pools: &[Vec<usize>]) -> Option<usize> {
        let pool = pools.get(need.what as usize)?;
        pool.iter().copied().find(|resource| {
            let ticks = self.taken.get(*resource).and_then(|ticks| ticks.get(start + need.from..start + need.to));
            ticks.is_some_and(|ticks| ticks.iter().all(|taken| !taken))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one_of_each() -> Vec<Vec<usize>> {
        (0..Class::ALL.len()).map(|place| vec![place]).collect()
    }

    #[test]
    fn a_second_visit_at_the_same_time_does_not_fit_where_there_is_one_of_each_and_the_next_does() {
        let (mut day, pools) = (Day::new(8), one_of_each());
        assert!(day.fit(&EXAMINATION, OPENS, &pools).is_some());
        assert!(day.fit(&EXAMINATION, OPENS, &pools).is_none());
        assert!(day.fit(&LASER, OPENS, &pools).is_none(), "it begins with an examination");
        assert!(day.fit(&EXAMINATION, OPENS + 3, &pools).is_some());
    }

    #[test]
    fn a_visit_that_did_not_fit_keeps_nothing() {
        let (mut day, mut pools) = (Day::new(8), one_of_each());
        if let Some(lasers) = pools.get_mut(Class::Lasers as usize) {
            lasers.clear();
        }
        assert!(day.fit(&LASER, OPENS, &pools).is_none());
        assert!(day.fit(&EXAMINATION, OPENS, &pools).is_some());
    }
}
