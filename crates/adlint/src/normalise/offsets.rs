//! From bytes of the normalised text to bytes of the source, in runs.

use std::ops::Range;

/// A run of the normalised text.
#[derive(Debug, Clone, Copy)]
struct Run {
    at: u32,
    from: u32,
    stands: Stands,
}

/// How a run stands in the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// Byte for byte, from `from` on.
    Bytewise,
    /// As a whole, for the bytes from `from` to here.
    Until(u32),
}

/// The way back from normalised text to its source.
#[derive(Debug, Default, Clone)]
pub struct Offsets {
    runs: Vec<Run>,
}

/// Sources are at most [`crate::MOST_BYTES`] long and no letter grows twentyfold, so positions fit.
fn short(position: usize) -> u32 {
    u32::try_from(position).unwrap_or(u32::MAX)
}

impl Offsets {
    /// The letter at `at` stands byte for byte at `source`.
    pub(super) fn same(&mut self, at: usize, source: Range<usize>) {
        let (at, from) = (short(at), short(source.start));
        let goes_on = self
            .runs
            .last()
            .is_some_and(|run| run.stands == Stands::Bytewise && from >= run.from && at - run.at == from - run.from);
        if !goes_on {
            self.runs.push(Run { at, from, stands: Stands::Bytewise });
        }
    }

    /// The letter at `at` stands for all of `source`.
    pub(super) fn whole(&mut self, at: usize, source: Range<usize>) {
        self.runs.push(Run { at: short(at), from: short(source.start), stands: Stands::Until(short(source.end)) });
    }

    /// The bytes of the source behind these bytes of the normalised text.
    #[must_use]
    pub fn source(&self, range: Range<usize>) -> Range<usize> {
        let Some(first) = self.run(range.start) else { return 0..0 };
        let start = match first.stands {
            Stands::Bytewise => first.from + (short(range.start) - first.at),
            Stands::Until(_) => first.from,
        };
        let end = match range.end.checked_sub(1).filter(|last| *last >= range.start).and_then(|last| self.run(last)) {
            Some(Run { stands: Stands::Until(end), .. }) => end,
            Some(run) => run.from + (short(range.end) - run.at),
            None => start,
        };
        start as usize..end.max(start) as usize
    }

    fn run(&self, at: usize) -> Option<Run> {
        let after = self.runs.partition_point(|run| run.at as usize <= at);
        self.runs.get(after.checked_sub(1)?).copied()
    }
}
