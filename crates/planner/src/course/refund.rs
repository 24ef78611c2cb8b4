//! What plans begun get back of the prices on days.

use super::clash::Clash;
use super::table::Table;

/// What a plan begun gets back for clashes that are over and that it stayed out of.
#[derive(Clone, Debug)]
pub(super) struct Refunds {
    /// By day, the prices of all clashes that are over on it.
    over: Vec<i64>,
    /// By series and day of a session, the prices it paid for clashes that are over so many days later.
    paid: Vec<Vec<i64>>,
    /// How many days a session is remembered.
    pub memory: u16,
}

impl Refunds {
    pub fn of(table: &Table, clashes: &[Clash], prices: &[i64]) -> Self {
        let priced = || clashes.iter().zip(prices).filter(|(_, price)| **price > 0);
        let end = |clash: &Clash| clash.to[0].max(clash.to[1]);
        let memory = priced().map(|(clash, _)| clash.length()).max().unwrap_or(0) as u16 + 1;
        let (days, row) = (usize::from(table.days), usize::from(memory));
        let (mut over, mut paid) = (vec![0; days + 1], vec![vec![0; days * row]; table.lanes.len()]);
        for (clash, &price) in priced() {
            over[usize::from(end(clash))] += price;
            for side in 0..2 {
                for day in clash.from[side]..=clash.to[side] {
                    paid[clash.lanes[side]][usize::from(day) * row + usize::from(end(clash) - day)] += price;
                }
            }
        }
        add_up(&mut over);
        paid.iter_mut().flat_map(|paid| paid.chunks_exact_mut(row)).for_each(add_up);
        Self { over, paid, memory }
    }

    /// The prices of all clashes that are over on a day.
    pub fn over(&self, day: u16) -> i64 {
        self.over[usize::from(day)]
    }

    /// What a session of a series on a day paid for clashes that are over on a later day.
    pub fn paid(&self, lane: usize, session: u16, day: u16) -> i64 {
        let row = usize::from(self.memory);
        match day.checked_sub(session) {
            None => 0,
            Some(since) => self.paid[lane][usize::from(session) * row + usize::from(since).min(row - 1)],
        }
    }
}

fn add_up(row: &mut [i64]) {
    let mut sum = 0;
    for cell in row {
        sum += *cell;
        *cell = sum;
    }
}
