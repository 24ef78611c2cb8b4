//! Markdown.

use super::builder::Builder;
use super::html::{self, Tags};
use super::{Kind, Legibility};
use crate::normalise::Break;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads what follows the front matter.
pub fn read(builder: &mut Builder<'_>, range: Range<usize>) {
    let text = builder.source().get(range.clone()).unwrap_or_default();
    let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_DEFINITION_LIST;
    let mut page = Page { builder, depth: Depth::default(), tags: Tags::default() };
    for (event, at) in Parser::new_ext(text, options).into_offset_iter() {
        page.event(event, range.start + at.start..range.start + at.end);
    }
    page.builder.close(range.end);
}

struct Page<'b, 's> {
    builder: &'b mut Builder<'s>,
    depth: Depth,
    tags: Tags,
}

/// How deep inside what.
#[derive(Default)]
struct Depth {
    quotations: usize,
    items: usize,
    code: usize,
    images: Vec<(usize, String)>,
}

impl Page<'_, '_> {
    fn event(&mut self, event: Event<'_>, at: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(tag) => self.end(tag, at),
            Event::Text(_) if self.depth.code > 0 => {}
            Event::Text(text) if !self.depth.images.is_empty() => {
                self.depth.images.last_mut().into_iter().for_each(|(_, alt)| alt.push_str(&text));
            }
            Event::Text(text) => self.text(&text, at),
            Event::Code(code) => self.builder.decoded(&code, at),
            Event::InlineHtml(_) => html::fragment(self.builder, &mut self.tags, at),
            Event::FootnoteReference(_) => self.builder.verbatim(at),
            Event::SoftBreak => self.builder.separate(Break::Soft, at.start),
            Event::HardBreak => self.builder.separate(Break::Hard, at.start),
            Event::Rule => self.builder.close(at.start),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, at: Range<usize>) {
        if self.builder.source().get(at.clone()) == Some(text) {
            self.builder.verbatim(at);
        } else {
            self.builder.decoded(text, at);
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => self.builder.open(Kind::Heading(*level as u8), at.start),
            Tag::Paragraph if self.depth.items > 0 && self.builder.kind() == Some(Kind::Item) => {}
            Tag::Paragraph => self.builder.open(self.running(), at.start),
            Tag::BlockQuote(_) => self.depth.quotations += 1,
            Tag::Item => {
                self.depth.items += 1;
                self.builder.open(Kind::Item, at.start);
            }
            Tag::TableHead | Tag::TableRow | Tag::DefinitionListTitle => self.builder.open(Kind::Row, at.start),
            Tag::TableCell | Tag::DefinitionListDefinition => self.builder.separate(Break::Cell, at.start),
            Tag::FootnoteDefinition(_) => self.builder.open(Kind::Footnote, at.start),
            Tag::CodeBlock(_) => self.depth.code += 1,
            Tag::Image { .. } => self.depth.images.push((at.start, String::new())),
            Tag::Link { dest_url, .. } => html::link(self.builder, dest_url, at.start..at.start + 1),
            Tag::HtmlBlock => html::fragment(self.builder, &mut self.tags, at),
            _ => {}
        }
    }

    fn running(&self) -> Kind {
        if self.builder.kind() == Some(Kind::Footnote) {
            Kind::Footnote
        } else if self.depth.quotations > 0 {
            Kind::Quotation
        } else {
            Kind::Paragraph
        }
    }

    fn end(&mut self, tag: TagEnd, at: Range<usize>) {
        match tag {
            TagEnd::BlockQuote(_) => self.depth.quotations = self.depth.quotations.saturating_sub(1),
            TagEnd::CodeBlock => self.depth.code = self.depth.code.saturating_sub(1),
            TagEnd::Item => {
                self.depth.items = self.depth.items.saturating_sub(1);
                self.builder.close(at.end);
            }
            TagEnd::Heading(_) | TagEnd::TableHead | TagEnd::TableRow => self.builder.close(at.end),
            TagEnd::Paragraph if self.depth.items == 0 => self.builder.close(at.end),
            TagEnd::Paragraph => self.builder.separate(Break::Hard, at.end),
            TagEnd::Image => {
                if let Some((start, alt)) = self.depth.images.pop() {
                    self.builder.aside(Kind::Caption, &alt, start..at.end);
                }
            }
            TagEnd::HtmlBlock => {
                self.builder.close(at.end);
                self.builder.see(Legibility::Plain);
            }
            _ => {}
        }
    }
}
