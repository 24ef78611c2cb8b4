//! Consents to publish a picture, named beside it: `<!-- adlint consent=C-0142 until=2027-03-31 -->`, or
//! `revoked=2026-11-01`. The record itself stays with the clinic; only its number is written.

use crate::document::Document;
use crate::waiver::field;
use jiff::civil::Date;
use std::ops::Range;

/// A consent as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The place of the block that follows it.
    pub before: usize,
    /// The number of the record.
    pub record: String,
    /// The last day on which it holds; without one it holds until it is withdrawn.
    pub until: Option<Date>,
    /// The day on which it was withdrawn.
    pub revoked: Option<Date>,
}

/// The consents of a page, asked on a day.
#[derive(Debug, Clone, Copy)]
pub struct Consents<'c> {
    /// As they were written, in order.
    pub written: &'c [Consent],
    /// The day.
    pub today: Date,
}

/// What is known of the consent to a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// No record is named.
    Unnamed,
    /// A record is named, and nothing speaks against it.
    Named,
    /// Its last day has passed.
    Past,
    /// It was withdrawn.
    Revoked,
}

const MARK: &str = "adlint consent=";

/// The consents among the comments of a page.
#[must_use]
pub fn read(source: &str, document: &Document) -> Vec<Consent> {
    let one = |note: &crate::document::Note| {
        let text = source.get(note.source.clone())?;
        let body = text.split_once(MARK).map(|(_, rest)| rest.trim_end_matches("-->"))?;
        let record = body.split_whitespace().next().unwrap_or_default().trim_matches('"').to_owned();
        Some(Consent { before: note.before, record, until: day(body, "until"), revoked: day(body, "revoked") })
    };
    document.notes.iter().filter_map(one).filter(|consent| !consent.record.is_empty()).collect()
}

/// A day that cannot be read is one that has passed: whoever wrote it meant to limit the consent.
fn day(body: &str, name: &str) -> Option<Date> {
    let written = field(body, name);
    (!written.is_empty()).then(|| written.parse().unwrap_or(Date::MIN))
}

impl Consents<'_> {
    /// The standing of the last consent that is named before one of these blocks.
    #[must_use]
    pub fn of(&self, blocks: Range<usize>) -> Standing {
        let named = self.written.iter().rfind(|consent| blocks.contains(&consent.before));
        match named {
            None => Standing::Unnamed,
            Some(consent) if consent.revoked.is_some_and(|day| day <= self.today) => Standing::Revoked,
            Some(consent) if consent.until.is_some_and(|day| day < self.today) => Standing::Past,
            Some(_) => Standing::Named,
        }
    }
}
