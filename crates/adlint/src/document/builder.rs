//! Puts blocks together.

use super::{Block, Document, Kind, Legibility};
use crate::normalise::{Break, Normaliser};
use std::ops::Range;

/// A comment in the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its bytes, marks included.
    pub source: Range<usize>,
    /// The place of the block that follows it.
    pub before: usize,
}

/// Puts blocks together in reading order.
pub struct Builder<'s> {
    source: &'s str,
    document: Document,
    open: Option<Open>,
    headings: Vec<(u8, usize)>,
    legibility: Legibility,
}

struct Open {
    kind: Kind,
    source: Range<usize>,
    text: Normaliser,
}

impl<'s> Builder<'s> {
    /// For one source.
    pub fn new(source: &'s str) -> Self {
        let document = Document::default();
        Self { source, document, open: None, headings: Vec::new(), legibility: Legibility::Plain }
    }

    /// The source.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// How well what follows is seen.
    pub fn see(&mut self, legibility: Legibility) {
        self.legibility = legibility;
    }

    /// Ends the block before and begins one.
    pub fn open(&mut self, kind: Kind, at: usize) {
        self.close(at);
        self.open = Some(Open { kind, source: at..at, text: Normaliser::default() });
    }

    /// The kind of the open block.
    pub fn kind(&self) -> Option<Kind> {
        self.open.as_ref().map(|open| open.kind)
    }

    /// Adds bytes of the source as they are; opens a paragraph if nothing is open.
    pub fn verbatim(&mut self, range: Range<usize>) {
        let text = self.source.get(range.clone()).unwrap_or_default();
        if let Some(open) = self.opened(range) {
            let start = open.source.end;
            open.text.verbatim(text, start - text.len());
        }
    }

    /// Adds text that stands for bytes of the source.
    pub fn decoded(&mut self, text: &str, range: Range<usize>) {
        if let Some(open) = self.opened(range.clone()) {
            open.text.decoded(text, range);
        }
    }

    /// Adds what separates.
    pub fn separate(&mut self, kind: Break, at: usize) {
        if let Some(open) = &mut self.open {
            open.text.separate(kind, at);
        }
    }

    /// Notes a comment.
    pub fn note(&mut self, source: Range<usize>) {
        let before = self.document.blocks.len() + usize::from(self.open.is_some());
        self.document.notes.push(Note { source, before });
    }

    /// A block of its own for a short text, without ending the open one.
    pub fn aside(&mut self, kind: Kind, text: &str, range: Range<usize>) {
        let mut normaliser = Normaliser::default();
        match self.source.get(range.clone()) {
            Some(written) if written == text => normaliser.verbatim(text, range.start),
            _ => normaliser.decoded(text, range.clone()),
        }
        let outer = self.open.take();
        self.open = Some(Open { kind, source: range.clone(), text: normaliser });
        self.close(range.end);
        self.open = outer;
    }

    /// Ends the open block. Empty ones vanish.
    pub fn close(&mut self, at: usize) {
        let Some(open) = self.open.take() else { return };
        let text = open.text.finish();
        if text.as_str().trim().is_empty() {
            return;
        }
        let place = self.document.blocks.len();
        if let Kind::Heading(level) = open.kind {
            self.headings.retain(|(above, _)| *above < level);
        }
        let headings = self.headings.iter().map(|(_, place)| *place).collect();
        let source = open.source.start..at.max(open.source.end);
        self.document.blocks.push(Block { kind: open.kind, headings, source, legibility: self.legibility });
        self.document.texts.push(text);
        if let Kind::Heading(level) = open.kind {
            self.headings.push((level, place));
        }
    }

    /// The document.
    pub fn finish(mut self) -> Document {
        self.close(self.source.len());
        self.document
    }

    fn opened(&mut self, range: Range<usize>) -> Option<&mut Open> {
        if self.open.is_none() {
            self.open(Kind::Paragraph, range.start);
        }
        let open = self.open.as_mut()?;
        open.source.end = range.end;
        Some(open)
    }
}
