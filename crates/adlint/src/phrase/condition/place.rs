//! Where a find stands, and what belongs to it: its sentence, its headings, its answer.

use crate::channel::Channel;
use crate::document::{Block, Kind};
use crate::phrase::hit::{ClassId, ClassSet, Hit, Standing};
use crate::phrase::reading::Reading;
use crate::phrase::sentence::{Mood, Sentence};
use std::ops::Range;

/// An answer is at most so many sentences.
const LONGEST_ANSWER: usize = 6;

/// A find in its document.
#[derive(Debug)]
pub struct Place<'d> {
    /// All blocks.
    pub blocks: &'d [Block],
    /// All blocks as they were read, in the same order.
    pub readings: &'d [Reading],
    /// The classes that occur anywhere by themselves.
    pub page: &'d ClassSet,
    /// Where the page is published.
    pub channel: Channel,
    /// The block's place.
    pub index: usize,
    /// The block.
    pub block: &'d Block,
    /// The block as it was read.
    pub reading: &'d Reading,
    /// The sentence.
    pub sentence: &'d Sentence,
    /// The find, in bytes of the normalised text.
    pub range: Range<usize>,
    /// Whether a part of it lies in a longer word of another meaning.
    pub standing: Standing,
}

/// A sentence that answers a question.
#[derive(Debug)]
pub struct Answer<'d> {
    /// Its block.
    pub reading: &'d Reading,
    /// The sentence.
    pub range: Range<usize>,
}

impl Answer<'_> {
    /// Whether one of the classes occurs in it.
    #[must_use]
    pub fn has(&self, classes: &[ClassId]) -> bool {
        self.reading.has(self.range.clone(), classes)
    }
}

impl<'d> Place<'d> {
    /// Whether it stands between quotation marks.
    pub(super) fn quoted(&self) -> bool {
        let quotes = &self.reading.outline.quotes;
        let next = quotes.partition_point(|quote| quote.end < self.range.end);
        quotes.get(next).is_some_and(|quote| quote.start <= self.range.start && quote.end >= self.range.end)
    }

    pub(super) fn asks(&self) -> bool {
        self.sentence.mood == Mood::Question
    }

    pub(super) fn is_heading(&self) -> bool {
        matches!(self.block.kind, Kind::Heading(_))
    }

    pub(super) fn is_item(&self) -> bool {
        self.block.kind == Kind::Item
    }

    pub(super) fn is_quotation(&self) -> bool {
        self.block.kind == Kind::Quotation
    }

    pub(super) fn headings(&self) -> impl Iterator<Item = &'d Reading> + '_ {
        self.block.headings.iter().filter_map(|heading| self.readings.get(*heading))
    }

    /// The block that follows.
    pub(super) fn next(&self) -> Option<&'d Reading> {
        self.readings.get(self.index + 1)
    }

    /// Whether a class occurs within the first letters of a range.
    pub(super) fn begins(&self, reading: &Reading, range: Range<usize>, classes: &[ClassId]) -> bool {
        let words = reading.text.as_str().get(range.clone()).unwrap_or_default();
        let early = words.char_indices().nth(super::BEGINNING + 1).map_or(words.len(), |(at, _)| at);
        let free = |hit: &Hit| hit.standing == Standing::Free && classes.contains(&hit.class);
        reading.hits_in(range.start..range.start + early).iter().any(free)
    }

    /// The sentences that answer the question in which it stands: what follows in the block, or else the next block.
    pub(super) fn answers(&self) -> impl Iterator<Item = Answer<'d>> + '_ {
        let asks = self.asks();
        let here = self.reading.outline.sentences.partition_point(|one| one.range.start <= self.sentence.range.start);
        let mut same = statements(self.reading, here).peekable();
        let elsewhere = if asks && same.peek().is_none() { self.answering_block() } else { None };
        let next = elsewhere.into_iter().flat_map(|reading| statements(reading, 0));
        same.chain(next).take(if asks { LONGEST_ANSWER } else { 0 })
    }

    fn answering_block(&self) -> Option<&'d Reading> {
        let next = self.blocks.get(self.index + 1)?;
        (!matches!(next.kind, Kind::Heading(_))).then(|| self.readings.get(self.index + 1))?
    }
}

fn statements(reading: &Reading, from: usize) -> impl Iterator<Item = Answer<'_>> {
    let sentences = reading.outline.sentences.iter().skip(from);
    sentences.take_while(|one| one.mood == Mood::Statement).map(move |one| Answer { reading, range: one.range.clone() })
}
