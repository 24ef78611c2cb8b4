//! How many sessions of the others each day of each series would lie too close to.

use crate::course::table::Table;

/// Counts by series and day.
pub(super) struct Crowd {
    counts: Vec<Vec<u32>>,
}

impl Crowd {
    pub fn none(table: &Table) -> Self {
        Self { counts: vec![vec![0; usize::from(table.days)]; table.lanes.len()] }
    }

    /// How many sessions of others are too close to a series, by day.
    pub fn of(&self, lane: usize) -> &[u32] {
        &self.counts[lane]
    }

    /// Whether none of these days of a series is too close to any other session.
    pub fn is_clear(&self, lane: usize, days: &[u16]) -> bool {
        days.iter().all(|&day| self.counts[lane][usize::from(day)] == 0)
    }

    pub fn put(&mut self, table: &Table, lane: usize, days: &[u16]) {
        self.change(table, lane, days, |count| *count += 1);
    }

    pub fn take(&mut self, table: &Table, lane: usize, days: &[u16]) {
        self.change(table, lane, days, |count| *count -= 1);
    }

    fn change(&mut self, table: &Table, lane: usize, days: &[u16], mut change: impl FnMut(&mut u32)) {
        for (other, counts) in self.counts.iter_mut().enumerate().filter(|(other, _)| *other != lane) {
            let (after, before) = (&table.after[lane][other], &table.after[other][lane]);
            for &day in days {
                // The day itself counts always, even where it may hold both.
                let end = usize::from(after[usize::from(day)].max(day + 1));
                let from = before[..=usize::from(day)].partition_point(|&before| before <= day);
                counts[from.min(usize::from(day))..end].iter_mut().for_each(&mut change);
            }
        }
    }
}
