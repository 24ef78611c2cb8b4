//! A page as blocks of text whose every letter knows its place in the source.

mod builder;
mod front_matter;
mod html;
mod markdown;
mod plain;

pub use builder::Note;
pub use front_matter::Broken;

pub(crate) use builder::Builder;
pub(crate) use html::link;

use crate::normalise::Text;
use std::ops::Range;

/// How a source is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Lines.
    Plain,
    /// Markdown, with or without front matter.
    Markdown,
    /// HTML, closed or not.
    Html,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A title or heading, 1 to 6.
    Heading(u8),
    /// Running text.
    Paragraph,
    /// An item of a list.
    Item,
    /// A row of a table, or a term with what is said of it.
    Row,
    /// A quotation set apart.
    Quotation,
    /// What describes a picture.
    Caption,
    /// A note at the end.
    Footnote,
}

/// How well a reader sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Legibility {
    /// As the text around.
    Plain,
    /// In smaller or fainter type.
    Small,
    /// Only after opening something, or not at all.
    Hidden,
}

/// A block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: Kind,
    /// The headings above it, outermost first, as places of blocks.
    pub headings: Vec<usize>,
    /// Its bytes in the source.
    pub source: Range<usize>,
    /// How well it is seen.
    pub legibility: Legibility,
}

/// A page.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The blocks in reading order.
    pub blocks: Vec<Block>,
    /// The text of each.
    pub texts: Vec<Text>,
    /// Comments, with the place of the block that follows.
    pub notes: Vec<Note>,
}

impl Document {
    /// Takes a source apart. Work is linear in its length.
    ///
    /// # Errors
    /// When front matter begins and does not end, or cannot be read.
    pub fn read(source: &str, format: Format) -> Result<Self, Broken> {
        let mut builder = Builder::new(source);
        match format {
            Format::Plain => plain::read(&mut builder, 0..source.len()),
            Format::Html => html::read(&mut builder, 0..source.len()),
            Format::Markdown => {
                let body = front_matter::read(&mut builder)?;
                markdown::read(&mut builder, body..source.len());
            }
        }
        Ok(builder.finish())
    }
}

impl Format {
    /// The format of a text that came without a name.
    #[must_use]
    pub fn of_text(source: &str) -> Self {
        let begin = source.trim_start_matches('\u{feff}').trim_start();
        let lines = || begin.lines().take(400);
        if begin.starts_with('<') && !begin.starts_with("<!-- ad") {
            Self::Html
        } else if begin.starts_with("+++") || begin.starts_with("---\n") || lines().any(looks_like_markdown) {
            Self::Markdown
        } else {
            Self::Plain
        }
    }
}

fn looks_like_markdown(line: &str) -> bool {
    let heading = line.trim_start_matches('#');
    (heading.len() < line.len() && heading.starts_with(' '))
        || line.starts_with("- ")
        || line.starts_with("* ")
        || line.starts_with("> ")
        || line.starts_with('|')
        || line.contains("**")
        || line.contains("](")
}
