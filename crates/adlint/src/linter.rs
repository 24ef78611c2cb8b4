//! Asks a pack about a text.

mod phrases;

use crate::MOST_BYTES;
use crate::channel::Channel;
use crate::complete;
use crate::consent::{self, Consents};
use crate::document::{Document, Format};
use crate::finding::{Finding, Outcome, Stamp};
use crate::pack::Pack;
use crate::phrase::hit::ClassSet;
use crate::phrase::reading::Reading;
use crate::rendered::Rendered;
use crate::waiver::{self, Waiver};
use jiff::civil::Date;
use std::fmt;

/// A text that is not read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// The byte at which it goes wrong.
    pub at: usize,
    /// What is wrong.
    pub why: String,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.why)
    }
}

impl std::error::Error for Refused {}

/// A pack on a day.
#[derive(Debug, Clone, Copy)]
pub struct Linter<'p> {
    pack: &'p Pack,
    today: Date,
}

/// A page that was read and can be asked.
#[derive(Debug)]
pub struct Page {
    /// Its blocks.
    pub document: Document,
    /// Its blocks as the rules see them.
    pub readings: Vec<Reading>,
    /// Where it is published.
    pub channel: Channel,
    /// The classes that occur anywhere by themselves.
    pub(crate) classes: ClassSet,
}

impl<'p> Linter<'p> {
    /// The rules of `pack` that hold on `today`.
    #[must_use]
    pub fn new(pack: &'p Pack, today: Date) -> Self {
        Self { pack, today }
    }

    /// The pack.
    #[must_use]
    pub fn pack(&self) -> &'p Pack {
        self.pack
    }

    /// Which rules, and when.
    #[must_use]
    pub fn stamp(&self) -> Stamp {
        Stamp { ruleset: format!("{} {}", self.pack.head.id, self.pack.head.version), checked_on: self.today }
    }

    /// Phrase rules on a passage of plain text. Work is linear in its length.
    ///
    /// # Errors
    /// When it is longer than [`MOST_BYTES`].
    pub fn passage(&self, text: &str) -> Result<Outcome, Refused> {
        let page = self.read(text, Format::Plain)?;
        let (mut outcome, waivers) = self.phrases(text, &page);
        waiver::apply(&waivers, self.pack, self.today, &mut outcome);
        Ok(self.ordered(outcome))
    }

    /// Phrase rules, and what must be present on a page. Work is linear in its length.
    ///
    /// # Errors
    /// When it is longer than [`MOST_BYTES`], or its front matter is broken.
    pub fn page(&self, text: &str, format: Format) -> Result<Outcome, Refused> {
        self.text_on(Channel::Site, text, format)
    }

    /// The same for what is published elsewhere than on a page that patients seek out.
    ///
    /// # Errors
    /// When it is longer than [`MOST_BYTES`], or its front matter is broken.
    pub fn text_on(&self, channel: Channel, text: &str, format: Format) -> Result<Outcome, Refused> {
        let page = Page { channel, ..self.read(text, format)? };
        Ok(self.judged(text, &page))
    }

    /// Phrase rules, and what must be present, on a page as a browser shows it. Spans are bytes of
    /// [`Rendered::source`].
    ///
    /// # Errors
    /// When its text is longer than [`MOST_BYTES`].
    pub fn rendered(&self, page: &Rendered) -> Result<Outcome, Refused> {
        let source = page.source();
        Ok(self.judged(&source, &self.shown(page)?))
    }

    /// Reads a page as a browser shows it, without asking the rules.
    ///
    /// # Errors
    /// When its text is longer than [`MOST_BYTES`].
    pub fn shown(&self, page: &Rendered) -> Result<Page, Refused> {
        let source = page.source();
        within_bounds(&source)?;
        Ok(self.understood(page.document(&source)))
    }

    /// Reads a page without asking the rules.
    ///
    /// # Errors
    /// When it is longer than [`MOST_BYTES`], or its front matter is broken.
    pub fn read(&self, text: &str, format: Format) -> Result<Page, Refused> {
        within_bounds(text)?;
        let document = Document::read(text, format).map_err(|broken| Refused { at: broken.at, why: broken.why })?;
        Ok(self.understood(document))
    }

    fn understood(&self, document: Document) -> Page {
        let Document { blocks, texts, notes } = document;
        let readings: Vec<Reading> = texts.into_iter().map(|text| self.pack.reader.read(text)).collect();
        let mut classes = ClassSet::default();
        readings.iter().for_each(|reading| classes.extend(&reading.free));
        let document = Document { blocks, texts: Vec::new(), notes };
        Page { document, readings, channel: Channel::Site, classes }
    }

    /// All rules on a page that was read from a text.
    fn judged(&self, text: &str, page: &Page) -> Outcome {
        let (mut outcome, waivers) = self.phrases(text, page);
        let consents = consent::read(text, &page.document);
        outcome.findings.extend(complete::check(self.pack, page, &Consents { written: &consents, today: self.today }));
        waiver::apply(&waivers, self.pack, self.today, &mut outcome);
        self.ordered(outcome)
    }

    fn phrases(&self, text: &str, page: &Page) -> (Outcome, Vec<Waiver>) {
        (phrases::check(self.pack, page), waiver::read(text, &page.document))
    }

    /// Ordered by place, and without the rules that do not hold today.
    fn ordered(&self, mut outcome: Outcome) -> Outcome {
        let holds = |finding: &Finding| self.pack.rule(&finding.rule).is_none_or(|rule| rule.holds_on(self.today));
        outcome.findings.retain(holds);
        outcome.findings.sort_by(|a, b| (a.span.start, a.span.end, &a.rule).cmp(&(b.span.start, b.span.end, &b.rule)));
        outcome.held_back.sort_by(|a, b| (a.span.start, &a.rule).cmp(&(b.span.start, &b.rule)));
        outcome
    }
}

fn within_bounds(text: &str) -> Result<(), Refused> {
    if text.len() <= MOST_BYTES {
        return Ok(());
    }
    let why = format!("the text has {} bytes; at most {MOST_BYTES} are read", text.len());
    Err(Refused { at: MOST_BYTES, why })
}
