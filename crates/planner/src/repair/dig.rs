//! A few visits taken out and put back as well as can be.

use super::book::{Book, Shift};
use super::problem::Placed;

/// How many places are tried before giving up.
const MOST_TRIES: u32 = 4_000;

/// A way to put visits back: where each goes, and which rooms and devices others have to give them.
pub(super) struct Found {
    pub placed: Vec<Option<Placed>>,
    pub shifts: Vec<Shift>,
}

/// The best way to put some visits back among the others, looked for exactly as long as that is not too much.
pub(super) struct Dig<'a, 'b> {
    book: &'a mut Book<'b>,
    visits: Vec<usize>,
    /// For each of the visits its offers with their costs, cheapest first; the last is to go without a time.
    offers: Vec<Vec<(u32, Option<usize>)>>,
    /// What the visits from each on cost at least.
    least: Vec<u64>,
    best: Option<Found>,
    below: u64,
    tries: u32,
}

impl<'a, 'b> Dig<'a, 'b> {
    /// The visits must be out of the book already.
    pub fn of(book: &'a mut Book<'b>, visits: Vec<usize>, offers: Vec<Vec<(u32, Option<usize>)>>, below: u64) -> Self {
        let mut least = vec![0; visits.len() + 1];
        for index in (0..visits.len()).rev() {
            least[index] = least[index + 1] + offers[index].first().map_or(0, |(cost, _)| u64::from(*cost));
        }
        Self { book, visits, offers, least, best: None, below, tries: 0 }
    }

    /// Looks for a way that costs less than allowed; leaves the visits out of the book.
    pub fn run(mut self) -> Option<Found> {
        self.go_on(0, 0);
        self.best
    }

    fn go_on(&mut self, index: usize, paid: u64) {
        let Some(&visit) = self.visits.get(index) else {
            self.below = paid;
            let placed = self.visits.iter().map(|&visit| self.book.placed()[visit].clone()).collect();
            self.best = Some(Found { placed, shifts: self.book.shifts().to_vec() });
            return;
        };
        for choice in 0..self.offers[index].len() {
            let (cost, offer) = self.offers[index][choice];
            let cost = paid + u64::from(cost);
            self.tries += 1;
            if cost + self.least[index + 1] >= self.below || self.tries > MOST_TRIES {
                return;
            }
            match offer {
                None => self.go_on(index + 1, cost),
                Some(offer) => {
                    let shifts = self.book.shifts().len();
                    if self.book.place(visit, offer) {
                        self.go_on(index + 1, cost);
                        self.book.unplace(visit);
                    }
                    self.book.shift_back(shifts);
                }
            }
        }
    }
}
